/** When somebody is written to about messages that wait for her. Pure: times are given, zones are IANA names. */
import { Temporal } from "temporal-polyfill";

export const lettersWishes = ["soon", "daily", "never"] as const;
export type LettersWish = (typeof lettersWishes)[number];

export interface LetterSetting {
  readonly letters: LettersWish;
  /** The hour of her day at which the day's letter comes. */
  readonly dailyHour: number;
  /** From this hour until that one no letter comes; the same twice: no quiet hours. */
  readonly quietFrom: number;
  readonly quietUntil: number;
}

export const defaultLetterSetting: LetterSetting = { letters: "soon", dailyHour: 8, quietFrom: 21, quietUntil: 8 };

/** Who is there reads by herself within this time. */
export const soonMinutes = 10;

/** The moment at which a letter about something that came at `since` is due; undefined: never. */
export function letterDueAt(setting: LetterSetting, timeZone: string, since: Date): Date | undefined {
  if (setting.letters === "never") return undefined;
  const came = Temporal.Instant.fromEpochMilliseconds(since.getTime()).toZonedDateTimeISO(timeZone);
  const earliest = setting.letters === "soon" ? came.add({ minutes: soonMinutes }) : nextHour(came, setting.dailyHour);
  return new Date(afterQuiet(setting, earliest).epochMilliseconds);
}

/** The next time at which the clock shows this hour; where clocks skip it, the first moment after the gap. */
function nextHour(from: Temporal.ZonedDateTime, hour: number): Temporal.ZonedDateTime {
  const today = from.withPlainTime({ hour });
  return Temporal.ZonedDateTime.compare(today, from) > 0
    ? today
    : from.toPlainDate().add({ days: 1 }).toZonedDateTime({ timeZone: from.timeZoneId, plainTime: { hour } });
}

function afterQuiet({ quietFrom, quietUntil }: LetterSetting, at: Temporal.ZonedDateTime): Temporal.ZonedDateTime {
  return isQuiet(at.hour, quietFrom, quietUntil) ? nextHour(at, quietUntil) : at;
}

/** Whether no letter comes at this hour of her day. */
export const isQuiet = (hour: number, from: number, until: number): boolean =>
  from <= until ? hour >= from && hour < until : hour >= from || hour < until;
