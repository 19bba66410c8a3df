/**
 * Sessions that repeat. Pure. A series keeps its local wall time in one zone: at 18:00 before and after clocks change. Where clocks
 * jump over that time it is as much later (02:30 becomes 03:30), and where they show it twice the first counts (RFC 5545, 3.3.5).
 */
import { Temporal } from "temporal-polyfill";

export const repeatKinds = ["weekly", "fortnightly", "monthly-day", "monthly-weekday"] as const;
/** Monthly: on the same date (the month's last where it is shorter), or on the same weekday of the month. */
export type Repeats = (typeof repeatKinds)[number];

export interface Series {
  readonly repeats: Repeats;
  /** The first day, as "2027-02-01". */
  readonly startsOn: string;
  /** As "18:00". */
  readonly localTime: string;
  readonly timeZone: string;
  /** The last day on which one may be; null: open. */
  readonly untilOn: string | null;
}

/** The fifth weekday of a month is its last: not every month has five. */
export const weekOfMonth = (day: Temporal.PlainDate): number => (day.day > 28 ? -1 : Math.ceil(day.day / 7));

function dayNumber({ repeats, startsOn }: Pick<Series, "repeats" | "startsOn">, n: number): Temporal.PlainDate {
  const first = Temporal.PlainDate.from(startsOn);
  if (repeats === "weekly") return first.add({ weeks: n });
  if (repeats === "fortnightly") return first.add({ weeks: 2 * n });
  const month = first.toPlainYearMonth().add({ months: n });
  if (repeats === "monthly-day") return month.toPlainDate({ day: Math.min(first.day, month.daysInMonth) });
  const week = weekOfMonth(first);
  const last = month.toPlainDate({ day: month.daysInMonth });
  if (week === -1) return last.subtract({ days: (last.dayOfWeek - first.dayOfWeek + 7) % 7 });
  const begin = month.toPlainDate({ day: 1 });
  return begin.add({ days: ((first.dayOfWeek - begin.dayOfWeek + 7) % 7) + 7 * (week - 1) });
}

/** The moment at which clocks there show this time on this day. */
export const momentAt = (day: string, localTime: string, timeZone: string): Date =>
  new Date(Temporal.PlainDate.from(day).toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from(localTime) }).epochMilliseconds);

/** What calendar and clock show there at this moment. */
export function localAt(at: Date, timeZone: string): { day: string; time: string } {
  const local = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(timeZone);
  return { day: local.toPlainDate().toString(), time: local.toPlainTime().toString({ smallestUnit: "minute" }) };
}

/** Whether it is a day and a time that a calendar has, as "2027-02-01T18:00". */
export function isLocal(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(text)) return false;
  try {
    Temporal.PlainDateTime.from(text);
    return true;
  } catch {
    return false;
  }
}

/** "2027-02-01T18:00" of a field, in a zone, as a moment. */
export const fromLocal = (local: string, timeZone: string): Date => momentAt(local.slice(0, 10), local.slice(11, 16), timeZone);
export function toLocal(at: Date, timeZone: string): string {
  const { day, time } = localAt(at, timeZone);
  return `${day}T${time}`;
}

/** Whether clocks there show this time on that day: where they are set forward, an hour is left out. */
export const isShown = (local: string, timeZone: string): boolean => toLocal(fromLocal(local, timeZone), timeZone) === local;

export interface Occurrence {
  /** The day in the series, which it keeps as its name when it is moved. */
  readonly occursOn: string;
  readonly startsAt: Date;
}

/** Its days after `after` (null: from the first) until and with `until`, and no later than it ends. */
export function occurrences(series: Series, after: string | null, until: string): Occurrence[] {
  const end = series.untilOn !== null && series.untilOn < until ? series.untilOn : until;
  const all: Occurrence[] = [];
  for (let n = 0; ; n++) {
    const occursOn = dayNumber(series, n).toString();
    if (occursOn > end) return all;
    if (after === null || occursOn > after) all.push({ occursOn, startsAt: momentAt(occursOn, series.localTime, series.timeZone) });
  }
}

export const daysLater = (day: string, days: number): string => Temporal.PlainDate.from(day).add({ days }).toString();
export const monthsLater = (day: string, months: number): string => Temporal.PlainDate.from(day).add({ months }).toString();

/** Sessions are made so far ahead; what comes later is made in time. */
export const monthsAhead = 3;
