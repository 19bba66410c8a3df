import { minutesAhead, partsOfHour, utcParts } from "./week-hours.ts";

/** Hours of a week on somebody's own clock. */
export interface OwnHours {
  readonly hours: readonly number[];
  /** Null: nobody knows which clock. */
  readonly zone: string | null;
}

/**
 * How many hours of the week both can meet, exact in every zone; halves and quarters where their clocks stand so. Undefined where
 * one of the two has told no hours, or not on which clock.
 */
export function hoursInCommon(one: OwnHours, other: OwnHours, at: Date): number | undefined {
  if (one.zone === null || other.zone === null || one.hours.length === 0 || other.hours.length === 0) return undefined;
  const [ahead, otherAhead] = [minutesAhead(one.zone, at), minutesAhead(other.zone, at)];
  if (ahead === undefined || otherAhead === undefined) return undefined;
  const parts = partsOfHour([ahead, otherAhead]);
  const mine = new Set(utcParts(one.hours, ahead, parts));
  const theirs = new Set(utcParts(other.hours, otherAhead, parts));
  return mine.intersection(theirs).size / parts;
}
