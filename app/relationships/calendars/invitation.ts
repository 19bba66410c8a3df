/**
 * A session, or a series of them, as calendar programs understand it: an invitation by mail (RFC 6047) or an entry of a feed. Pure.
 * Each letter names only its addressee and the organizer: what somebody's address is, and what she answered, is not told in files.
 */
import { Temporal } from "temporal-polyfill";
import { timeZoneText } from "./time-zone-text.ts";
import { component, type Property, textValue } from "./write-icalendar.ts";
import { fromLocal, occurrences, type Repeats, weekOfMonth } from "../sessions/series.ts";

export interface CalendarEvent {
  /** The same for as long as it lives. */
  readonly uid: string;
  /** Rises with each change. */
  readonly sequence: number;
  /** Local, as "2027-02-01T18:00". */
  readonly starts: string;
  readonly minutes: number;
  readonly timeZone: string;
  readonly summary: string;
  readonly description: string;
  readonly location: string;
  /** Where it stands in the application. */
  readonly href: string;
  readonly isCancelled?: boolean;
  readonly repeats?: { readonly kind: Repeats; readonly untilOn: string | null; readonly without: readonly string[] };
  /** Which one of a series it is: when it would have begun, local. */
  readonly standsFor?: string;
}

export interface Correspondence {
  readonly method: "REQUEST" | "CANCEL";
  /** `takesReplies`: an answer of the attendee's calendar program reaches us there. */
  readonly organizer: { readonly name: string; readonly address: string; readonly takesReplies: boolean };
  readonly attendee: { readonly name: string; readonly address: string; readonly reply: "accepted" | "tentative" | "declined" | null };
}

const productId = "-//Understory//Understory//EN";
const compact = (local: string): string => `${local.replaceAll(/[-:]/g, "")}00`;
const utcText = (at: Date): string => at.toISOString().replace(/\.\d+/, "").replaceAll(/[-:]/g, "");

/** A local time with its zone; of UTC the moment. */
const timeProperty = (name: string, local: string, timeZone: string): Property =>
  timeZone === "UTC"
    ? { name, value: utcText(fromLocal(local, timeZone)) }
    : { name, parameters: { TZID: timeZone }, value: compact(local) };

const weekdays = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

/** The rule by which a series repeats, as `occurrences` works it out. */
function ruleText(kind: Repeats, starts: string, untilOn: string | null, timeZone: string): string {
  const first = Temporal.PlainDate.from(starts.slice(0, 10));
  // The last moment in UTC, as it has to be where the beginning has a zone (3.3.10).
  const until = untilOn === null ? "" : `;UNTIL=${utcText(fromLocal(`${untilOn}T${starts.slice(11)}`, timeZone))}`;
  if (kind === "weekly") return `FREQ=WEEKLY${until}`;
  if (kind === "fortnightly") return `FREQ=WEEKLY;INTERVAL=2${until}`;
  if (kind === "monthly-weekday") return `FREQ=MONTHLY;BYDAY=${weekOfMonth(first)}${weekdays[first.dayOfWeek - 1]}${until}`;
  // The last day, whichever it is.
  return `FREQ=MONTHLY;BYMONTHDAY=${first.day === 31 ? -1 : first.day}${until}`;
}

/** So many years of what no rule says. */
const yearsToldOf = 6;

/** Februaries that have no 29th or 30th: then it is on their last day, which no rule that all programs know can say. */
function shortMonths({ starts, timeZone, repeats }: CalendarEvent): Property[] {
  const startsOn = starts.slice(0, 10);
  const day = Number(startsOn.slice(8));
  if (repeats?.kind !== "monthly-day" || day < 29 || day > 30) return [];
  const series = { repeats: repeats.kind, startsOn, localTime: starts.slice(11), timeZone, untilOn: repeats.untilOn };
  const end = `${Number(startsOn.slice(0, 4)) + yearsToldOf}-12-31`;
  return occurrences(series, null, end)
    .map(({ occursOn }) => occursOn)
    .filter((occursOn) => Number(occursOn.slice(8)) !== day && !repeats.without.includes(`${occursOn}${starts.slice(10)}`))
    .map((occursOn) => timeProperty("RDATE", `${occursOn}${starts.slice(10)}`, timeZone));
}

function eventText(event: CalendarEvent, stamp: Date, correspondence: Correspondence | undefined): string {
  const { uid, sequence, starts, minutes, timeZone, repeats } = event;
  const ends = Temporal.PlainDateTime.from(starts).add({ minutes }).toString({ smallestUnit: "minute" });
  const text = (name: string, value: string): Property[] => (value === "" ? [] : [{ name, value: textValue(value) }]);
  return component("VEVENT", [
    { name: "UID", value: uid },
    { name: "SEQUENCE", value: String(sequence) },
    { name: "DTSTAMP", value: utcText(stamp) },
    timeProperty("DTSTART", starts, timeZone),
    timeProperty("DTEND", ends, timeZone),
    ...(repeats ? [{ name: "RRULE", value: ruleText(repeats.kind, starts, repeats.untilOn, timeZone) }] : []),
    ...shortMonths(event),
    ...(repeats ? repeats.without.map((local) => timeProperty("EXDATE", local, timeZone)) : []),
    ...(event.standsFor === undefined ? [] : [timeProperty("RECURRENCE-ID", event.standsFor, timeZone)]),
    ...text("SUMMARY", event.summary),
    ...text("LOCATION", event.location),
    ...text("DESCRIPTION", event.description),
    { name: "URL", value: event.href },
    { name: "STATUS", value: event.isCancelled === true ? "CANCELLED" : "CONFIRMED" },
    { name: "TRANSP", value: "OPAQUE" },
    ...(correspondence ? partiesOf(correspondence) : []),
  ]);
}

function partiesOf({ organizer, attendee }: Correspondence): Property[] {
  const status = attendee.reply === null ? "NEEDS-ACTION" : attendee.reply.toUpperCase();
  return [
    { name: "ORGANIZER", parameters: { CN: organizer.name }, value: `mailto:${organizer.address}` },
    {
      name: "ATTENDEE",
      parameters: {
        CUTYPE: "INDIVIDUAL",
        ROLE: "REQ-PARTICIPANT",
        PARTSTAT: status,
        RSVP: organizer.takesReplies ? "TRUE" : "FALSE",
        CN: attendee.name || attendee.address,
      },
      value: `mailto:${attendee.address}`,
    },
  ];
}

/** A calendar of these events: with correspondence the body of a letter, without it a feed of this name. */
export function calendarText(events: readonly CalendarEvent[], stamp: Date, what: Correspondence | { readonly name: string }): string {
  const correspondence = "method" in what ? what : undefined;
  const zones = Map.groupBy(
    events.filter(({ timeZone }) => timeZone !== "UTC"),
    ({ timeZone }) => timeZone,
  );
  const text = component("VCALENDAR", [
    { name: "VERSION", value: "2.0" },
    { name: "PRODID", value: productId },
    { name: "CALSCALE", value: "GREGORIAN" },
    ...("method" in what
      ? [{ name: "METHOD", value: what.method }]
      : [
          { name: "NAME", value: textValue(what.name) },
          { name: "X-WR-CALNAME", value: textValue(what.name) },
          { name: "REFRESH-INTERVAL", parameters: { VALUE: "DURATION" }, value: "PT1H" },
        ]),
    ...[...zones].map(([timeZone, its]) => {
      const years = its.map(({ starts }) => Number(starts.slice(0, 4)));
      return timeZoneText(
        timeZone,
        `${Math.min(...years) - 1}-01-01`,
        `${Math.max(...years) + (its.some(({ repeats }) => repeats) ? yearsToldOf : 1)}-12-31`,
      );
    }),
    ...events.map((event) => eventText(event, stamp, correspondence)),
  ]);
  return `${text}\r\n`;
}
