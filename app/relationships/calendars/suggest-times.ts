/** Times that suit everybody, from what each said of her week and what her calendar says. Pure. */
import { Temporal } from "temporal-polyfill";
import { overlaps, type Span, spanOf } from "../sessions/session.ts";

export interface Availability {
  /** Hours of the week on her own clock: 0 is Monday 00:00 to 01:00. Empty: she has not said. */
  readonly hours: readonly number[];
  readonly timeZone: string;
  readonly busy: readonly Span[];
}

export interface Wanted {
  readonly minutes: number;
  readonly count: number;
  /** Not earlier than this. */
  readonly from: Date;
  /** How far ahead to look. */
  readonly days: number;
}

/** Where somebody has not said when she can: in the day, on working days. */
const usual: ReadonlySet<number> = new Set([0, 1, 2, 3, 4].flatMap((day) => Array.from({ length: 9 }, (_, hour) => day * 24 + 9 + hour)));

const quarterMs = 15 * 60_000;
const halfHourMs = 2 * quarterMs;

function hourOfWeek(at: number, timeZone: string): number {
  const local = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone);
  return (local.dayOfWeek - 1) * 24 + local.hour;
}

/** Whether every quarter of an hour of it lies in her hours, and nothing of it in her busy times. */
function suits(span: Span, { hours, timeZone, busy }: Availability): boolean {
  const free = hours.length > 0 ? new Set(hours) : usual;
  for (let at = span.startsAt.getTime(); at < span.endsAt.getTime(); at += quarterMs) if (!free.has(hourOfWeek(at, timeZone))) return false;
  return !busy.some((one) => overlaps(one, span));
}

/**
 * The earliest times at which all can, each on another day and none too soon, on whole or half hours of the first one's clock.
 * Fewer than asked for, or none, where there are no more.
 *
 * @param people everybody who is to come, the one who proposes first
 * @param taken sessions that stand already
 */
export function suggestTimes(people: readonly Availability[], taken: readonly Span[], wanted: Wanted): Date[] {
  const [first] = people;
  if (!first) return [];
  const end = wanted.from.getTime() + wanted.days * 86_400_000;
  const found: Date[] = [];
  let at = Math.ceil(wanted.from.getTime() / halfHourMs) * halfHourMs;
  while (at < end && found.length < wanted.count) {
    const span = spanOf(new Date(at), wanted.minutes);
    if (taken.some((one) => overlaps(one, span)) || !people.every((person) => suits(span, person))) {
      at += halfHourMs;
      continue;
    }
    found.push(span.startsAt);
    const local = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(first.timeZone);
    at = Math.ceil(local.toPlainDate().add({ days: 1 }).toZonedDateTime(first.timeZone).epochMilliseconds / halfHourMs) * halfHourMs;
  }
  return found;
}
