/** When somebody is busy, by her own calendar: nothing else of it is taken. Pure, apart from the work of reading. */
import ical, { type VEvent } from "node-ical";
import type { Span } from "../sessions/session.ts";

/** Why a calendar could not be read. */
export type BusyProblem = "address" | "not-public" | "unreachable" | "refused" | "missing" | "too-large" | "too-slow" | "no-calendar";

/** So far ahead busy times are kept. */
export const busyDays = 100;
/** A calendar with more than this in the time asked for is of a machine. */
const mostSpans = 5000;
const patienceMs = 3000;

/** Neither a text that is no calendar, nor one in which nothing can be understood. */
export class NoCalendar extends Error {
  override readonly name = "NoCalendar";
}

const wordOf = (value: unknown): string =>
  (typeof value === "string"
    ? value
    : typeof value === "object" && value !== null && "val" in value
      ? String(value.val)
      : ""
  ).toUpperCase();

/** What repeats every hour, minute or second would be no appointment, and take all day to work out. */
function isReasonable(event: VEvent): boolean {
  const rule = event.rrule?.toString() ?? "";
  return !/FREQ=(SECONDLY|MINUTELY|HOURLY)|BY(SECOND|MINUTE|HOUR)=[^;]*,/i.test(rule);
}

function spansOf(event: VEvent, from: Date, to: Date): Span[] {
  const own: Span[] = event.rrule
    ? isReasonable(event)
      ? ical
          .expandRecurringEvent(event, { from, to, expandOngoing: true })
          .filter((one) => isBusy(one.event))
          .map(({ start, end }) => ({ startsAt: new Date(start), endsAt: new Date(end) }))
      : []
    : [{ startsAt: new Date(event.start), endsAt: new Date(event.end ?? event.start) }];
  return own.filter(({ startsAt, endsAt }) => endsAt > startsAt && endsAt > from && startsAt < to);
}

const isBusy = (event: VEvent): boolean =>
  wordOf(event.status) !== "CANCELLED" && wordOf(event.transparency) !== "TRANSPARENT" && !isDeclined(event);

/** Microsoft's calendars say in a field of their own that an appointment is only noted. */
const isDeclined = (event: VEvent): boolean => wordOf((event as unknown as Record<string, unknown>)["MICROSOFT-CDO-BUSYSTATUS"]) === "FREE";

const eventsIn = (text: string): VEvent[] =>
  Object.values(ical.sync.parseICS(text)).flatMap((one) => (one?.type === "VEVENT" ? [one] : []));

/** All events; where one of them is no event at all, each by itself, so that it spoils no other. */
function readEvents(text: string): VEvent[] {
  try {
    return eventsIn(text);
  } catch {
    const event = /^BEGIN:VEVENT\r?\n[\s\S]*?^END:VEVENT\r?\n/gim;
    const around = text.replaceAll(event, "").replace(/^END:VCALENDAR[\s\S]*/im, "");
    return [...text.matchAll(event)].slice(0, mostSpans).flatMap(([one]) => {
      try {
        return eventsIn(`${around}${one}END:VCALENDAR\r\n`);
      } catch {
        return [];
      }
    });
  }
}

/** Spans that touch or overlap, as one. */
function joined(spans: readonly Span[]): Span[] {
  const all: { startsAt: Date; endsAt: Date }[] = [];
  for (const span of spans.toSorted((a, b) => a.startsAt.getTime() - b.startsAt.getTime())) {
    const before = all.at(-1);
    if (before && span.startsAt <= before.endsAt) {
      if (span.endsAt > before.endsAt) before.endsAt = span.endsAt;
    } else all.push({ ...span });
  }
  return all;
}

/**
 * Busy spans of a calendar between two moments, joined and in order. Entries that are cancelled, or marked as free, do not count.
 *
 * @throws {NoCalendar}
 */
export function busyTimes(text: string, from: Date, to: Date): Span[] {
  if (!/^\uFEFF?\s*BEGIN:VCALENDAR/i.test(text)) throw new NoCalendar("it does not begin with BEGIN:VCALENDAR");
  const parsed = readEvents(text);
  const spans: Span[] = [];
  const began = performance.now();
  for (const one of parsed) {
    try {
      // One that moved apart from its series, without the series here, stands among the recurrences.
      const events = [one, ...(one.rrule ? [] : Object.values(one.recurrences ?? {}))];
      for (const event of new Set(events)) if (isBusy(event as VEvent)) spans.push(...spansOf(event as VEvent, from, to));
    } catch {
      // An entry that cannot be understood says nothing; the others do.
    }
    // Nobody's calendar keeps those of the others waiting.
    if (spans.length > mostSpans || performance.now() - began > patienceMs) throw new NoCalendar("too many entries");
  }
  return joined(spans).map(({ startsAt, endsAt }) => ({ startsAt: startsAt < from ? from : startsAt, endsAt: endsAt > to ? to : endsAt }));
}
