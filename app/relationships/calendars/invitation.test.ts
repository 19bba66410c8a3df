/** Every calendar that we write, read by a program that is not ours (ical.js). */
import ICAL from "ical.js";
import { expect, test } from "vitest";
import { occurrences, type Repeats, repeatKinds } from "../sessions/series.ts";
import { type CalendarEvent, calendarText, type Correspondence } from "./invitation.ts";

const stamp = new Date("2026-11-22T12:00:00.000Z");
const correspondence: Correspondence = {
  method: "REQUEST",
  organizer: { name: 'The "Riverside"; University', address: "session-abc@reply.test", takesReplies: true },
  attendee: { name: "Maya, née Ünal", address: "maya@example.org", reply: null },
};
const event = (its: Partial<CalendarEvent> = {}): CalendarEvent => ({
  uid: "session-1@mentoring.test",
  sequence: 0,
  starts: "2027-03-18T18:00",
  minutes: 60,
  timeZone: "Europe/Berlin",
  summary: "Session with Jonas; and, more \\ than that",
  description: "First line\nsecond line, with a very long sentence in it that has to be folded: مرحبًا بكم في الجلسة الأولى بيننا 👋🏽👋🏽👋🏽",
  location: "https://meet.example.org/a,b;c",
  href: "https://mentoring.test/sessions/1",
  ...its,
});

interface Read {
  readonly calendar: ICAL.Component;
  readonly events: readonly ICAL.Event[];
}
function read(text: string): Read {
  for (const line of text.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  expect(text).not.toMatch(/(^|[^\r])\n/);
  const calendar = new ICAL.Component(ICAL.parse(text) as never);
  const zones = calendar.getAllSubcomponents("vtimezone");
  // Its zones stand in the file: nothing is taken from the reader's own list.
  ICAL.TimezoneService.reset();
  for (const zone of zones) ICAL.TimezoneService.register(new ICAL.Timezone(zone));
  const masters = calendar.getAllSubcomponents("vevent").map((one) => new ICAL.Event(one));
  return { calendar, events: masters };
}
const utcOf = (time: ICAL.Time): string => time.toJSDate().toISOString().slice(0, 16);

test("an invitation says what it is about, to one person, in words that are the same after reading", () => {
  const { calendar, events } = read(calendarText([event()], stamp, correspondence));
  expect(calendar.getFirstPropertyValue("method")).toBe("REQUEST");
  const [one] = events;
  expect(one!.summary).toBe(event().summary);
  expect(one!.description).toBe(event().description);
  expect(one!.location).toBe(event().location);
  expect(utcOf(one!.startDate)).toBe("2027-03-18T17:00");
  expect(utcOf(one!.endDate)).toBe("2027-03-18T18:00");
  expect(one!.attendees).toHaveLength(1);
  const attendee = one!.attendees[0]!;
  expect(attendee.getFirstValue()).toBe("mailto:maya@example.org");
  expect(attendee.getFirstParameter("cn")).toBe("Maya, née Ünal");
  expect(attendee.getFirstParameter("partstat")).toBe("NEEDS-ACTION");
  expect(attendee.getFirstParameter("rsvp")).toBe("TRUE");
  expect(one!.organizer).toBe("mailto:session-abc@reply.test");
  // Moments of writing are in UTC (RFC 5545, 3.8.7.2).
  expect((one!.component.getFirstPropertyValue("dtstamp") as ICAL.Time).toICALString()).toBe("20261122T120000Z");
});

test("nothing that somebody types can begin a line of its own", () => {
  const text = calendarText([event({ summary: "x\r\nATTENDEE:mailto:evil@example.org", location: "a\nb\u0000c" })], stamp, {
    ...correspondence,
    attendee: { name: 'A"\r\nX-EVIL:1', address: "maya@example.org", reply: "accepted" },
  });
  const { events } = read(text);
  expect(text).not.toMatch(/\r\n(ATTENDEE:|X-EVIL)/);
  expect(events[0]!.attendees).toHaveLength(1);
});

test("a later letter about the same session has the higher number, and a cancelled one says so", () => {
  const moved = read(calendarText([event({ sequence: 3 })], stamp, correspondence)).events[0]!;
  expect(moved.sequence).toBe(3);
  const { calendar, events } = read(
    calendarText([event({ sequence: 4, isCancelled: true })], stamp, { ...correspondence, method: "CANCEL" }),
  );
  expect(calendar.getFirstPropertyValue("method")).toBe("CANCEL");
  expect(events[0]!.component.getFirstPropertyValue("status")).toBe("CANCELLED");
});

const zones = [
  "Europe/Berlin",
  "America/New_York",
  "Australia/Sydney",
  "Asia/Kolkata",
  "America/Santiago",
  "Africa/Casablanca",
  "Africa/Accra",
  "UTC",
];
const starts = ["2027-03-18T18:00", "2027-10-21T02:30", "2028-01-31T23:45", "2027-04-29T09:00", "2028-02-29T12:00"];

test.each(zones.flatMap((zone) => repeatKinds.map((kind) => [zone, kind] as const)))(
  "in %s, %s: a calendar program finds the same moments as we do, over both changes of clocks",
  (timeZone: string, kind: Repeats) => {
    for (const local of starts) {
      const startsOn = local.slice(0, 10);
      const untilOn = `${Number(startsOn.slice(0, 4)) + 1}-06-30`;
      const ours = occurrences({ repeats: kind, startsOn, localTime: local.slice(11), timeZone, untilOn }, null, "2040-01-01");
      const without = ours[2]!.occursOn;
      const { events } = read(
        calendarText(
          [event({ starts: local, timeZone, repeats: { kind, untilOn, without: [`${without}T${local.slice(11)}`] } })],
          stamp,
          correspondence,
        ),
      );
      const iterator = events[0]!.iterator();
      const theirs: string[] = [];
      for (let time = iterator.next(); time; time = iterator.next()) theirs.push(utcOf(time));
      // An hour that does not exist is told as it is written; programs differ by what they make of it.
      const exists = ({ startsAt }: { startsAt: Date }): boolean =>
        new Intl.DateTimeFormat("sv-SE", { timeZone, timeStyle: "short" }).format(startsAt) === local.slice(11);
      expect(theirs.length).toBe(ours.length - 1);
      const known = new Set(theirs);
      for (const one of ours.filter((each) => each.occursOn !== without && exists(each)))
        expect(known, `${local} ${one.occursOn}`).toContain(one.startsAt.toISOString().slice(0, 16));
    }
  },
);

test("one of a series is named by when it would have been", () => {
  const { events } = read(
    calendarText(
      [
        event({ uid: "series-1@mentoring.test", repeats: { kind: "weekly", untilOn: null, without: [] } }),
        event({ uid: "series-1@mentoring.test", sequence: 1, starts: "2027-04-02T10:00", standsFor: "2027-04-01T18:00" }),
      ],
      stamp,
      correspondence,
    ),
  );
  const [master, exception] = events;
  master!.relateException(exception!);
  const iterator = master!.iterator();
  const all: string[] = [];
  for (let n = 0; n < 3; n++) all.push(utcOf(master!.getOccurrenceDetails(iterator.next()).startDate));
  expect(all).toEqual(["2027-03-18T17:00", "2027-03-25T17:00", "2027-04-02T08:00"]);
});

test("a feed has no method, a name, and every zone once", () => {
  const text = calendarText([event(), event({ uid: "session-2@mentoring.test" }), event({ timeZone: "UTC" })], stamp, {
    name: "Sessions, mine",
  });
  const { calendar } = read(text);
  expect(calendar.getFirstPropertyValue("method")).toBeNull();
  expect(calendar.getFirstPropertyValue("x-wr-calname")).toBe(String.raw`Sessions\, mine`);
  expect(calendar.getAllSubcomponents("vtimezone")).toHaveLength(1);
  expect(text).not.toContain("ATTENDEE");
});
