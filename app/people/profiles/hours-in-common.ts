import { minutesAhead, partsOfHour, utcParts } from "./week-hours.ts";

/** Hours of a week on somebody's own clock. */
export interface OwnHours {
  readonly hours: readonly number[];
  readonly timeZone: string;
}

/** How many hours of the week both can meet, exact in every zone; halves and quarters where their clocks stand so. */
export function hoursInCommon(one: OwnHours, other: OwnHours, at: Date): number {
  const ahead = [one, other].map(({ timeZone }) => minutesAhead(timeZone, at) ?? 0);
  const parts = partsOfHour(ahead);
  const mine = new Set(utcParts(one.hours, ahead[0]!, parts));
  const theirs = new Set(utcParts(other.hours, ahead[1]!, parts));
  return mine.intersection(theirs).size / parts;
}
