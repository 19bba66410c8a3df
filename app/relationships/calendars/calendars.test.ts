import ICAL from "ical.js";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { beginMeeting, type Meeting } from "../../../testing/meeting.ts";
import { testApp, type TestApp } from "../../../testing/app.ts";
import { smallWorld, type World } from "../../../testing/world.ts";
import { inOrganization } from "../../platform/context.ts";
import { findRelationship } from "../life/find-life.ts";
import { busyInThread } from "./busy-in-thread.ts";
import { busyTimes, NoCalendar } from "./busy-times.ts";
import { fetchFor, giveBusyCalendar } from "./busy-calendar.ts";
import { findAvailability } from "./find-availability.ts";
import { findFeedAddress, renewFeed } from "./feed-address.ts";
import { readWhatIsDue } from "./read-busy-calendars.job.ts";

let app: TestApp;
let world: World;
let meeting: Meeting;
let server: Server;
let served: () => { status: number; body: string };
let asked = 0;
beforeAll(async () => {
  app = await testApp();
  world = await smallWorld(app);
  app.travel(new Date("2027-03-10T12:00:00Z"));
  meeting = await beginMeeting(app, world);
  server = createServer((_request, response) => {
    asked++;
    const { status, body } = served();
    response.writeHead(status).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", () => resolve()));
});
afterAll(async () => {
  server.close();
  await app[Symbol.asyncDispose]();
});

const calendar = (...events: readonly string[][]): string =>
  [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    ...events.flatMap((lines) => ["BEGIN:VEVENT", "DTSTAMP:20270101T000000Z", ...lines, "END:VEVENT"]),
    "END:VCALENDAR",
    "",
  ].join("\r\n");
const [from, to] = [new Date("2027-03-10T12:00:00Z"), new Date("2027-04-30T00:00:00Z")];
const busy = (...events: readonly string[][]): string[] =>
  busyTimes(calendar(...events), from, to).map(
    ({ startsAt, endsAt }) => `${startsAt.toISOString().slice(5, 16)} ${endsAt.toISOString().slice(5, 16)}`,
  );

test("of a calendar only when she is busy is taken: joined, without what is free, cancelled or over", () => {
  expect(
    busy(
      ["UID:1", "DTSTART:20270312T090000Z", "DTEND:20270312T100000Z", "SUMMARY:Doctor"],
      ["UID:2", "DTSTART:20270312T093000Z", "DTEND:20270312T110000Z"],
      ["UID:3", "DTSTART:20270313T090000Z", "DTEND:20270313T100000Z", "TRANSP:TRANSPARENT"],
      ["UID:4", "DTSTART:20270314T090000Z", "DTEND:20270314T100000Z", "STATUS:CANCELLED"],
      ["UID:5", "DTSTART:20270301T090000Z", "DTEND:20270301T100000Z"],
    ),
  ).toEqual(["03-12T09:00 03-12T11:00"]);
});

test("what repeats is busy each time on its own clock, but for exceptions", () => {
  expect(
    busy(
      [
        "UID:1",
        "DTSTART;TZID=Europe/Berlin:20270316T180000",
        "DTEND;TZID=Europe/Berlin:20270316T190000",
        "RRULE:FREQ=WEEKLY;COUNT=4",
        "EXDATE;TZID=Europe/Berlin:20270330T180000",
      ],
      ["UID:1", "RECURRENCE-ID;TZID=Europe/Berlin:20270323T180000", "DTSTART:20270324T080000Z", "DTEND:20270324T083000Z"],
    ),
  ).toEqual(["03-16T17:00 03-16T18:00", "03-24T08:00 03-24T08:30", "04-06T16:00 04-06T17:00"]);
});

test("what is no calendar is said to be none, and what would take all day to work out is left", () => {
  expect(() => busyTimes("<html>Sign in</html>", from, to)).toThrow(NoCalendar);
  expect(busy(["UID:1", "DTSTART:20270312T090000Z", "DTEND:20270312T090001Z", "RRULE:FREQ=SECONDLY"])).toEqual([]);
  expect(
    busy(
      ["UID:1", "DTSTART:20270312T090000Z", "DTEND:20270312T100000Z", "RRULE:FREQ=NONSENSE"],
      ["UID:2", "DTSTART:20270315T090000Z", "DTEND:20270315T100000Z"],
    ),
  ).toContain("03-15T09:00 03-15T10:00");
});

test("in a thread of its own the same comes out, and what is none is said to be none", async () => {
  const text = calendar(["UID:1", "DTSTART:20270312T090000Z", "DTEND:20270312T100000Z"]);
  expect(await busyInThread({ text, from, to })).toEqual(busyTimes(text, from, to));
  await expect(busyInThread({ text: "<html>", from, to })).rejects.toBeInstanceOf(NoCalendar);
});

test("her calendar is read within the hour, only busy times are kept, and those of her relationships can plan around them", async () => {
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/maya-secret.ics`;
  served = () => ({ status: 200, body: calendar(["UID:1", "DTSTART:20270316T170000Z", "DTEND:20270316T180000Z", "SUMMARY:Chemotherapy"]) });
  const local = fetchFor({ mayConnect: () => true });
  await meeting.as("mentee", (ctx) => giveBusyCalendar(ctx, meeting.organizationId, address));
  await readWhatIsDue(app, local);
  await readWhatIsDue(app, local);
  expect(asked).toBe(1);
  const availability = await meeting.as("mentor", async (ctx) =>
    findAvailability(ctx, await findRelationship(ctx, meeting), { first: world.people.mentor, from, to }),
  );
  expect(availability.map((one) => [one.personId, one.busy])).toEqual([
    [world.people.mentor, []],
    [world.people.mentee, [{ startsAt: new Date("2027-03-16T17:00:00Z"), endsAt: new Date("2027-03-16T18:00:00Z") }]],
  ]);
  const everything = await inOrganization(app, meeting.organizationId, async ({ db }) =>
    JSON.stringify([await db.selectFrom("busy_calendar").selectAll().execute(), await db.selectFrom("busy_time").selectAll().execute()]),
  );
  expect(everything).not.toContain("Chemo");
  expect(everything).not.toContain("maya-secret");
  const page = await (
    await world.as("mentor").get(`/organizations/${meeting.organizationId}/relationships/${meeting.relationshipId}/sessions/propose`)
  ).text();
  expect(page).toContain("Maya Mentee: Tue, Mar 16");

  // It cannot be read for a while: what was known stays, and she is told why.
  app.travel(new Date("2027-03-10T13:30:00Z"));
  served = () => ({ status: 404, body: "" });
  await readWhatIsDue(app, local);
  const own = await (await world.as("mentee").get(`/organizations/${meeting.organizationId}/calendar`)).text();
  expect(own).toContain("There is no calendar there any more.");
  expect(own).toContain("Times kept: 1.");
  // By the job's own way out it would never have been asked: this machine is not public.
  app.travel(new Date("2027-03-10T15:00:00Z"));
  const before = asked;
  await readWhatIsDue(app, fetchFor());
  expect(asked).toBe(before);
  expect(await (await world.as("mentee").get(`/organizations/${meeting.organizationId}/calendar`)).text()).toContain(
    "not on the public internet",
  );
  await world.as("mentee").post(`/organizations/${meeting.organizationId}/calendar`, { act: "forget" });
  expect(await inOrganization(app, meeting.organizationId, ({ db }) => db.selectFrom("busy_time").selectAll().execute())).toEqual([]);
});

test("her private address holds her sessions, is known by its tag, and ends when it is renewed", async () => {
  await meeting.agree("mentor", { times: [new Date("2027-03-18T17:00:00Z")], repeats: "weekly", untilOn: "2027-04-01" });
  const path = `/organizations/${meeting.organizationId}/calendar`;
  await world.as("mentee").post(path, { act: "renew" });
  const address = async () => new URL((await meeting.as("mentee", (ctx) => findFeedAddress(ctx, meeting.organizationId)))!).pathname;
  const first = await address();
  expect(await (await world.as("mentee").get(path)).text()).toContain(first);
  const visitor = world.as("visitor");
  const response = await visitor.get(first);
  expect([response.status, response.headers.get("content-type")]).toEqual([200, "text/calendar; charset=utf-8"]);
  const text = await response.text();
  const events = new ICAL.Component(ICAL.parse(text) as never).getAllSubcomponents("vevent").map((one) => new ICAL.Event(one));
  expect(events.map((one) => one.startDate.toJSDate().toISOString().slice(0, 16))).toEqual([
    "2027-03-18T17:00",
    "2027-03-25T17:00",
    "2027-04-01T16:00",
  ]);
  expect(new Set(events.map(({ uid }) => uid)).size).toBe(3);
  expect(events[0]!.summary).toBe("Mentoring session with Jonas Mentor");
  const etag = response.headers.get("etag")!;
  const again = await visitor.get(first, { "if-none-match": `"other", W/${etag}` });
  expect([again.status, await again.text()]).toEqual([304, ""]);
  expect((await visitor.get(first, { "if-none-match": '"other"' })).status).toBe(200);

  await meeting.as("mentee", (ctx) => renewFeed(ctx, meeting.organizationId));
  expect((await visitor.get(first)).status).toBe(404);
  const second = await address();
  expect((await visitor.get(second)).status).toBe(200);
  expect((await visitor.get("/calendar/anything.ics")).status).toBe(404);
  await world.as("mentee").post(path, { act: "end" });
  expect((await visitor.get(second)).status).toBe(404);
});
