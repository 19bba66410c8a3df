/** What the pages of planning say to two people, one of whom is a moment too late, in a hurry, or between two clocks. */
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { testApp, type TestApp } from "../../../testing/app.ts";
import { beginMeeting, type Meeting } from "../../../testing/meeting.ts";
import { smallWorld, type PersonName, type World } from "../../../testing/world.ts";
import { asSystem, inOrganization } from "../../platform/context.ts";
import { proposeTimes } from "./propose-times.ts";

let app: TestApp;
let world: World;
let meeting: Meeting;
let at: string;
beforeAll(async () => {
  app = await testApp();
  world = await smallWorld(app);
});
afterAll(() => app[Symbol.asyncDispose]());
beforeEach(async () => {
  app.travel(new Date("2027-03-10T12:00:00Z"));
  await inOrganization(app, world.riverside, async ({ db }) => {
    await db.deleteFrom("relationship").execute();
    await db.updateTable("profile").set({ availability: [], time_zone: "Europe/Berlin" }).execute();
  });
  meeting = await beginMeeting(app, world);
  at = `/organizations/${meeting.organizationId}/relationships/${meeting.relationshipId}`;
});

const read = async (person: PersonName, path: string): Promise<string> =>
  (await (await world.as(person).get(path)).text()).replace(/.*<main/su, "");
const plan = { minutes: 60, placeKind: "phone", place: "", repeats: null, untilOn: null, words: "" } as const;
const propose = (times: readonly string[]) =>
  meeting.as("mentee", (ctx) =>
    proposeTimes(ctx, meeting, { ...plan, times: times.map((time) => new Date(time)) }, { by: world.people.mentee }),
  );
const sent = { minutes: "60", placeKind: "phone", repeats: "once" };
const send = (person: PersonName, times: Record<string, string>) => world.as(person).post(`${at}/sessions/propose`, { ...sent, ...times });
/** The field's own error, as it stands at it. */
const errorAt = (page: string, name: string): string | undefined =>
  new RegExp(`id="[^"]*${name}-error"[^>]*>(.*?)</p>`, "su").exec(page)?.[1]?.replaceAll(/<[^>]*>/gu, "");

test("who takes her times back a moment too late learns that one was chosen", async () => {
  const proposalId = await propose(["2027-03-16T17:00:00Z"]);
  const chosen = await world.as("mentor").post(`${at}/sessions`, { act: "choose", proposalId, startsAt: "2027-03-16T17:00:00.000Z" });
  expect(chosen.status).toBe(303);
  const late = await world.as("mentee").post(`${at}/sessions`, { act: "withdraw", proposalId });
  expect(late.status).toBe(409);
  expect(await late.text()).toContain("A time was chosen already.");
  // Of the times of others nothing is there to be taken back.
  expect((await world.as("mentor").post(`${at}/sessions`, { act: "withdraw", proposalId })).status).toBe(404);
});

test("an hour that clocks leave out is no time to meet at, and what is wrong with a time is said at it", async () => {
  const leftOut = await send("mentee", { time1: "2027-03-27T10:00", time2: "2027-03-28T02:30" });
  expect(leftOut.status).toBe(422);
  const page = await leftOut.text();
  expect(errorAt(page, "time2")).toContain("Clocks are set forward that day");
  expect(page).toContain('value="2027-03-28T02:30"');
  const past = await (await send("mentee", { time1: "2027-03-27T10:00", time3: "2027-03-01T10:00" })).text();
  expect([errorAt(past, "time1"), errorAt(past, "time3")]).toEqual([undefined, expect.stringContaining("has passed")]);
  // An hour that clocks show twice is a time: the first of the two.
  expect((await send("mentee", { time1: "2027-10-31T02:30" })).status).toBe(303);
});

test("the guide's half hour is what is proposed, and what is sent is said before it is sent", async () => {
  await inOrganization(app, world.riverside, ({ db }) =>
    db
      .updateTable("profile")
      .set({ availability: [18, 19, 42, 43] })
      .execute(),
  );
  const guide = await read("mentee", at);
  expect(guide).toContain("Half an hour is enough.");
  expect(guide).toContain("30 minutes · By phone");
  expect(guide).toContain('name="minutes" value="30"');
  expect(await read("mentee", `${at}/sessions/propose`)).toMatch(/name="minutes"[^>]*value="30"/u);
});

test("my page tells of the first meeting until somebody asks for a time, and the letter says how long and how", async () => {
  expect(await read("mentee", "/")).toContain("Your first meeting with Jonas Mentor");
  expect(await read("mentor", "/")).toContain("Your first meeting with Maya Mentee");
  await propose(["2027-03-16T17:00:00Z"]);
  expect(await read("mentee", "/")).not.toContain("Your first meeting");
  expect(await read("mentor", "/")).not.toContain("Your first meeting");
  const letter = await asSystem(app, ({ db }) =>
    db
      .selectFrom("letter")
      .select("text_body")
      .where("person_id", "=", world.people.mentor)
      .where("subject", "like", "%proposes times%")
      .orderBy("id", "desc")
      .executeTakeFirstOrThrow(),
  );
  expect(letter.text_body).toContain("How long: 60 minutes");
  expect(letter.text_body).toContain("Where: By phone");
});

test("while times wait, nothing says that nothing is planned, or asks for times again", async () => {
  const sessions = `${at}/sessions`;
  expect(await read("mentee", sessions)).toContain("Nothing is planned.");
  await propose(["2027-03-16T17:00:00Z"]);
  const page = await read("mentee", sessions);
  expect(page).toContain("As soon as a time is chosen, it stands here.");
  expect(page.match(/\/sessions\/propose"/gu)).toHaveLength(1);
});

test("a call without a number asks who calls whom", async () => {
  const sessionId = await meeting.agree("mentee", { times: [new Date("2027-03-16T17:00:00Z")] });
  expect(await read("mentor", `${at}/sessions/${sessionId}`)).toContain("Say who calls, and on which number");
  await inOrganization(app, world.riverside, ({ db }) => db.updateTable("session").set({ place: "+34 600 000 000" }).execute());
  expect(await read("mentor", `${at}/sessions/${sessionId}`)).not.toContain("Say who calls");
});

test("what is to be done until a day that has passed is typed anew, and kept as it was typed", async () => {
  const action = { act: "addAction", words: "Read the first chapter", ownerId: world.people.mentee };
  const late = await world.as("mentee").post(`${at}/sessions`, { ...action, dueOn: "2027-03-09" });
  expect(late.status).toBe(422);
  const page = await late.text();
  expect(errorAt(page, "dueOn")).toContain("That day has passed.");
  expect(page).toContain("Read the first chapter");
  expect((await world.as("mentee").post(`${at}/sessions`, { ...action, dueOn: "2027-03-10" })).status).toBe(303);
});

test("my page asks whether it took place, and one tap there says so", async () => {
  const sessionId = await meeting.agree("mentee", { times: [new Date("2027-03-10T17:00:00Z")] });
  app.travel(new Date("2027-03-10T19:00:00Z"));
  const mine = await read("mentor", "/");
  const path = `${at}/sessions/${sessionId}`;
  expect(mine).toContain("Did your session with Maya Mentee take place?");
  expect(mine).toContain(`action="${path}"`);
  expect((await world.as("mentor").post(path, { act: "tell", sessionId, outcome: "held" })).status).toBe(303);
  expect(await read("mentor", "/")).not.toContain("Did your session");
  // Then the page of the session is about what is kept of it.
  const after = await read("mentor", path);
  expect(after).toMatch(/<details[^>]*><summary>You said: It took place/u);
  expect(after).not.toContain("What we talk about");
  expect(after).toContain("Notes that you share");
});

test("my page, the page of the two and the sessions' own page show one clock: hers in that organization", async () => {
  await inOrganization(app, world.riverside, ({ db }) =>
    db.updateTable("profile").set({ time_zone: "Asia/Kathmandu" }).where("person_id", "=", world.people.mentor).execute(),
  );
  await meeting.agree("mentee", { times: [new Date("2027-03-16T17:00:00Z")] });
  await propose(["2027-03-19T17:00:00Z"]);
  for (const page of ["/", at, `${at}/sessions`]) expect(await read("mentor", page), page).toContain("10:45 PM");
  expect(await read("mentor", "/")).toMatch(/Choose by [^.]*10:45/u);
  for (const page of ["/", at, `${at}/sessions`]) expect(await read("mentee", page), page).toContain("6:00 PM");
});
