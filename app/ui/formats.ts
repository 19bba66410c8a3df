/**
 * Dates, numbers and lists as the reader writes them.
 *
 *     formatTime(reader, session.startsAt, "moment")  →  "Thu, 4 Feb, 18:30"
 *     formatDeadline(reader, offer.answerBy)          →  "the end of Sun, 29 Nov"
 *     formatNumber(language, 1234.5)                  →  "1,234.5"
 *     formatList(language, ["Spanish", "Arabic"])     →  "Spanish and Arabic"
 */
import { type Language, messages, type Reader } from "../platform/i18n.ts";

/** `day` and `moment` leave out the year where it is this one; `clock` is the hour alone. */
export type TimeStyle = "day" | "long-day" | "moment" | "clock" | "month";

/** In each language as it stands after "by", "until", "antes del", "hasta el", "قبل" and "حتى". */
const formatWords = messages({
  en: { endOf: (day: string) => `the end of ${day}` },
  es: { endOf: (day) => `final del ${day}` },
  ar: { endOf: (day) => `نهاية ${day}` },
});

const styles: Record<TimeStyle, Intl.DateTimeFormatOptions> = {
  day: { weekday: "short", day: "numeric", month: "short" },
  "long-day": { weekday: "long", day: "numeric", month: "long", year: "numeric" },
  moment: { weekday: "short", day: "numeric", month: "short", hour: "numeric", minute: "2-digit" },
  clock: { hour: "numeric", minute: "2-digit" },
  month: { month: "long", year: "numeric" },
};

/** Making a formatter costs far more than using it. */
const kept = new Map<string, unknown>();
function keep<T>(key: string, make: () => T): T {
  let formatter = kept.get(key) as T | undefined;
  if (formatter === undefined) kept.set(key, (formatter = make()));
  return formatter;
}

function timeFormat(language: Language, timeZone: string, style: TimeStyle, withYear: boolean): Intl.DateTimeFormat {
  return keep(`${language} ${timeZone} ${style} ${withYear}`, () => {
    const options = withYear ? { ...styles[style], year: "numeric" as const } : styles[style];
    return new Intl.DateTimeFormat(language, { ...options, timeZone });
  });
}

/** A moment in the reader's own language and time zone; the year is named where it is not the year of `now`. */
export function formatTime({ language, timeZone, now }: Reader & { now?: Date }, at: Date, style: TimeStyle): string {
  const yearMatters = (style === "day" || style === "moment") && now !== undefined && now.getUTCFullYear() !== at.getUTCFullYear();
  return timeFormat(language, timeZone, style, yearMatters).format(at);
}

/**
 * A moment by which something must have happened, to stand after "by" or "until". At midnight of the reader's it is the end of the
 * day before: "Mon, Nov 30, 12:00 AM" would be read as a day that still counts. As a day it is the last one that counts.
 */
export function formatDeadline(reader: Reader & { now?: Date }, at: Date, style: "moment" | "day" = "moment"): string {
  const before = new Date(at.getTime() - 1);
  if (calendarDay(reader.timeZone, before) === calendarDay(reader.timeZone, at)) return formatTime(reader, at, style);
  const day = formatTime(reader, before, "day");
  return style === "day" ? day : formatWords(reader.language).endOf(day);
}

/** A calendar day ("2027-02-01"), which is the same day in every time zone; always with its year, for nobody says which year it is. */
export function formatDay(language: Language, day: string, style: "day" | "long-day" | "month" = "long-day"): string {
  return timeFormat(language, "UTC", style, style === "day").format(new Date(`${day}T00:00:00Z`));
}

const spans: [Intl.RelativeTimeFormatUnit, seconds: number][] = [
  ["year", 31_557_600],
  ["month", 2_629_800],
  ["week", 604_800],
  ["day", 86_400],
  ["hour", 3600],
  ["minute", 60],
];

/** Days since 1970 on the reader's calendar. */
function calendarDay(timeZone: string, at: Date): number {
  const format = keep(`day ${timeZone}`, () => new Intl.DateTimeFormat("en-CA", { timeZone, dateStyle: "short" }));
  return Date.parse(`${format.format(at)}T00:00:00Z`) / 86_400_000;
}

/** "in 3 days", "yesterday", "now"; days are counted on the reader's calendar, not in spans of 24 hours. */
export function formatRelative({ language, timeZone, now }: Reader & { now: Date }, at: Date): string {
  const seconds = (at.getTime() - now.getTime()) / 1000;
  const format = keep(`${language} relative`, () => new Intl.RelativeTimeFormat(language, { numeric: "auto" }));
  const [unit, length] = spans.find(([, each]) => Math.abs(seconds) >= each) ?? ["second", 1];
  if (unit === "second") return format.format(0, unit);
  return format.format(unit === "day" ? calendarDay(timeZone, at) - calendarDay(timeZone, now) : Math.round(seconds / length), unit);
}

export function formatNumber(language: Language, value: number, options: Intl.NumberFormatOptions = {}): string {
  return keep(`${language} number ${JSON.stringify(options)}`, () => new Intl.NumberFormat(language, options)).format(value);
}

/** 0.25 → "25%". */
export function formatShare(language: Language, share: number): string {
  return formatNumber(language, share, { style: "percent", maximumFractionDigits: 0 });
}

export function formatList(language: Language, parts: readonly string[], type: "conjunction" | "disjunction" = "conjunction"): string {
  return keep(`${language} list ${type}`, () => new Intl.ListFormat(language, { type })).format(parts);
}

/** Names of the days, Monday first. */
export function weekdayNames(language: Language, style: "long" | "short"): string[] {
  const format = keep(`${language} weekday ${style}`, () => new Intl.DateTimeFormat(language, { weekday: style, timeZone: "UTC" }));
  // The first of January 2024 was a Monday.
  return Array.from({ length: 7 }, (_, day) => format.format(new Date(Date.UTC(2024, 0, 1 + day))));
}
