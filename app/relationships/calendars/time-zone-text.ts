/**
 * What clocks of a zone do, as calendars are told (RFC 5545, 3.6.5): every change by its moment, as this program itself reckons. Rules
 * ("the last Sunday of March") would be shorter, and are wrong where a zone changes by the moon, or "on the first Sunday from the
 * second on".
 */
import { Temporal } from "temporal-polyfill";
import { component } from "./write-icalendar.ts";

/** A zone that changes its mind more often than this would be the first. */
const mostChanges = 200;

interface Change {
  readonly before: number;
  readonly after: number;
  /** On the clock that was right before. */
  readonly local: string;
}

const minuteNs = 60_000_000_000;
function offsetText(nanoseconds: number): string {
  const minutes = Math.round(Math.abs(nanoseconds) / minuteNs);
  const pad = (value: number): string => String(value).padStart(2, "0");
  return `${nanoseconds < 0 ? "-" : "+"}${pad(Math.floor(minutes / 60))}${pad(minutes % 60)}`;
}
const compact = (local: Temporal.PlainDateTime): string => local.toString({ smallestUnit: "second" }).replaceAll(/[-:]/g, "");

function changesOf(from: Temporal.ZonedDateTime, to: Temporal.ZonedDateTime): Change[] {
  const all: Change[] = [];
  let at = from;
  while (all.length < mostChanges) {
    const next = at.getTimeZoneTransition("next");
    if (!next || Temporal.ZonedDateTime.compare(next, to) > 0) break;
    const before = next.subtract({ nanoseconds: 1 }).offsetNanoseconds;
    const local = next.toPlainDateTime().subtract({ nanoseconds: next.offsetNanoseconds - before });
    all.push({ before, after: next.offsetNanoseconds, local: compact(local) });
    at = next;
  }
  return all;
}

/**
 * The definition of a zone, right from one day to another.
 *
 * @param from as "2027-02-01"
 * @param to the same
 */
export function timeZoneText(timeZone: string, from: string, to: string): string {
  const begin = Temporal.PlainDate.from(from).toZonedDateTime(timeZone);
  const changes = changesOf(begin, Temporal.PlainDate.from(to).toZonedDateTime(timeZone));
  const lowest = Math.min(begin.offsetNanoseconds, ...changes.map(({ after }) => after));
  const observance = (before: number, after: number, local: string): string =>
    component(after > lowest ? "DAYLIGHT" : "STANDARD", [
      { name: "DTSTART", value: local },
      { name: "TZOFFSETFROM", value: offsetText(before) },
      { name: "TZOFFSETTO", value: offsetText(after) },
    ]);
  return component("VTIMEZONE", [
    { name: "TZID", value: timeZone },
    observance(begin.offsetNanoseconds, begin.offsetNanoseconds, compact(begin.toPlainDateTime())),
    ...changes.map(({ before, after, local }) => observance(before, after, local)),
  ]);
}
