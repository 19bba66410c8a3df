import { afterAll, beforeAll, expect, test } from "vitest";
import { beginMeeting, type Meeting } from "../../../testing/meeting.ts";
import { testApp, type TestApp } from "../../../testing/app.ts";
import { smallWorld, type World } from "../../../testing/world.ts";
import { type App, inOrganization } from "../../platform/context.ts";
import { countByKey, resealColumn } from "../../platform/reseal-column.ts";
import { keyIdOf, unseal } from "../../platform/sealing.ts";
import { busyAddressPlace, giveBusyCalendar } from "../calendars/busy-calendar.ts";
import { readPrivateNote, writePrivateNote } from "./private-note.ts";
import { calendarAddresses, deleteSealedWith, privateNotes } from "./sealed-columns.ts";

const [first, second] = ["the first secret, long enough to be one", "the second secret, no less long than it"];
let app: TestApp;
let world: World;
let meeting: Meeting;
let sessionId: string;
beforeAll(async () => {
  app = await testApp({ settings: { secret: first } });
  world = await smallWorld(app);
  app.travel(new Date("2027-03-10T12:00:00Z"));
  meeting = await beginMeeting(app, world);
  sessionId = await meeting.agree("mentor", { times: [new Date("2027-03-18T17:00:00Z")] });
  await meeting.as("mentor", (ctx) => writePrivateNote(ctx, { ...meeting, sessionId }, "For me"));
  await meeting.as("mentee", (ctx) => writePrivateNote(ctx, { ...meeting, sessionId }, "For me, too"));
  await meeting.as("mentee", (ctx) => giveBusyCalendar(ctx, meeting.organizationId, "https://calendar.example.org/maya.ics"));
});
afterAll(() => app[Symbol.asyncDispose]());

const withSettings = (settings: Partial<App["settings"]>): App => ({ ...app, settings: { ...app.settings, ...settings } });
const read = (house: App, person: "mentor" | "mentee") =>
  meeting.as(person, (ctx) => readPrivateNote({ ...ctx, app: house }, { ...meeting, sessionId }));

test("after a change of the secret notes and addresses are sealed anew, a few at a time, and the former one is not needed", async () => {
  const rotated = withSettings({ secret: second, formerSecrets: [first] });
  const its = meeting.organizationId;
  for (const [column, n] of [
    [privateNotes, 2],
    [calendarAddresses, 1],
  ] as const) {
    expect(await inOrganization(rotated, its, (ctx) => countByKey(ctx, column))).toEqual(new Map([[keyIdOf(first), n]]));
    let after: string | undefined;
    let resealed = 0;
    do {
      const from = after;
      const done = await inOrganization(rotated, its, (ctx) => resealColumn(ctx, its, column, { after: from, atOnce: 1 }));
      resealed += done.resealed;
      after = done.after;
    } while (after !== undefined);
    expect(resealed).toBe(n);
    expect(await inOrganization(rotated, its, (ctx) => countByKey(ctx, column))).toEqual(new Map([[keyIdOf(second), n]]));
  }
  const alone = withSettings({ secret: second, formerSecrets: [] });
  expect((await read(alone, "mentor")).text).toBe("For me");
  expect((await read(alone, "mentee")).text).toBe("For me, too");
  expect((await read(app, "mentor")).text).toBeNull();
  const row = await inOrganization(alone, its, ({ db }) => db.selectFrom("busy_calendar").selectAll().executeTakeFirstOrThrow());
  expect(unseal(alone.settings, busyAddressPlace(its, world.people.mentee), row.address)).toBe('"https://calendar.example.org/maya.ics"');
});

test("of a secret that is lost for good what it sealed goes, and nothing else", async () => {
  await inOrganization(app, meeting.organizationId, (ctx) => deleteSealedWith(ctx, [keyIdOf(second)]));
  expect((await read(app, "mentor")).text).toBe("");
  expect(await inOrganization(app, meeting.organizationId, ({ db }) => db.selectFrom("session").selectAll().execute())).toHaveLength(1);
});
