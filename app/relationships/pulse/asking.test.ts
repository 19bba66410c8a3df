import { sql } from "kysely";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { testApp, type TestApp } from "../../../testing/app.ts";
import { beginMeeting, type Meeting } from "../../../testing/meeting.ts";
import { smallWorld, type World } from "../../../testing/world.ts";
import { routes } from "../../rooms.ts";
import { inOrganization } from "../../platform/context.ts";
import { newId } from "../../platform/identifiers.ts";
import { moveRelationship } from "../life/move-relationship.ts";
import { answerPulse, type PulseAnswer } from "./answer-pulse.ts";
import { askAfterMeeting, askEverywhere } from "./ask-pulse.job.ts";
import { listPulses } from "./find-asking.ts";

let app: TestApp;
let world: World;
let pair: Meeting;
beforeAll(async () => {
  app = await testApp();
  world = await smallWorld(app);
  await inOrganization(app, world.riverside, ({ db }) => db.updateTable("organization").set({ time_zone: "Europe/Berlin" }).execute());
});
afterAll(() => app[Symbol.asyncDispose]());
// In Berlin the clocks go forward on March 28th; 2028 has a leap day.
beforeEach(async () => {
  app.travel(new Date("2027-03-01T22:30:00Z"));
  pair = await beginMeeting(app, world);
});

const at = async (moment: string): Promise<void> => {
  app.travel(new Date(moment));
  await askEverywhere(app);
  await askEverywhere(app);
};
const asked = () =>
  inOrganization(app, pair.organizationId, async (ctx) =>
    (await listPulses(ctx, pair.organizationId, pair.relationshipId)).map(
      ({ kind, number, role, askedAt }) => `${kind} ${number} ${role} ${askedAt.toISOString().slice(0, 10)}`,
    ),
  );
const letters = () =>
  inOrganization(app, pair.organizationId, async ({ db }) =>
    db
      .selectFrom("letter")
      .innerJoin("pulse", (join) => join.on((eb) => eb("letter.dedupe_key", "=", sql<string>`'pulse ' || pulse.id`)))
      .select([
        "letter.to_address as to",
        "letter.subject",
        "letter.text_body as text",
        "letter.html_body as html",
        "pulse.id",
        "pulse.kind",
      ])
      .where("pulse.relationship_id", "=", pair.relationshipId)
      .orderBy("pulse.asked_at")
      .orderBy("letter.to_address")
      .execute(),
  );
const hold = (startsAt: string) =>
  inOrganization(app, pair.organizationId, ({ db, now }) =>
    db
      .insertInto("session")
      .values({
        organization_id: pair.organizationId,
        id: newId(),
        relationship_id: pair.relationshipId,
        state: "held",
        starts_at: new Date(startsAt),
        ends_at: new Date(new Date(startsAt).getTime() + 3_600_000),
        time_zone: "UTC",
        place_kind: "phone",
        agreed_at: now,
      })
      .execute(),
  );
const said = (answer: Partial<PulseAnswer>): PulseAnswer => ({
  fit: undefined,
  heard: undefined,
  trust: undefined,
  useful: undefined,
  challenged: undefined,
  onTrack: undefined,
  comment: "",
  skip: false,
  ...answer,
});
const linkOf = (letter: { text: string }, which: string): string =>
  new URL(/https?:\S+/g[Symbol.match](letter.text)!.find((link) => link.endsWith(which))!).pathname;

test("both are asked at day thirty, from nine in the morning where the organization is, and sixty days later again, each once", async () => {
  // It began on March 1st in Berlin; the thirtieth day after it is the 31st, in summer time.
  await at("2027-03-31T05:59:00Z");
  expect(await asked()).toEqual([]);
  await at("2027-03-31T08:13:00Z");
  await at("2027-05-29T12:00:00Z");
  expect((await asked()).toSorted()).toEqual(["pulse 1 mentee 2027-03-31", "pulse 1 mentor 2027-03-31"]);
  await at("2027-05-30T12:00:00Z");
  expect((await asked()).slice(2).toSorted()).toEqual(["pulse 2 mentee 2027-05-30", "pulse 2 mentor 2027-05-30"]);
  expect((await letters()).map(({ to }) => to)).toEqual([
    "mentee@example.org",
    "mentor@example.org",
    "mentee@example.org",
    "mentor@example.org",
  ]);
});

test("a server that slept for two days, over a leap day, asks each once and goes on from then", async () => {
  app.travel(new Date("2028-01-29T12:00:00Z"));
  pair = await beginMeeting(app, world);
  await at("2028-02-27T12:00:00Z");
  expect(await asked()).toEqual([]);
  await at("2028-03-01T12:00:00Z");
  await at("2028-03-01T13:00:00Z");
  expect(await asked()).toHaveLength(2);
  await at("2028-04-29T12:00:00Z");
  expect(await asked()).toHaveLength(2);
  await at("2028-04-30T12:00:00Z");
  expect(await asked()).toHaveLength(4);
});

test("nobody is asked in a break or at the end; after the break once", async () => {
  await pair.as("mentor", (ctx) => moveRelationship(ctx, pair, { move: "pause", by: "people", until: "2027-06-30" }));
  await at("2027-06-10T12:00:00Z");
  expect(await asked()).toEqual([]);
  await pair.as("mentor", (ctx) => moveRelationship(ctx, pair, { move: "resume", by: "people" }));
  await at("2027-06-10T13:00:00Z");
  expect(await asked()).toHaveLength(2);
  await pair.as("mentor", (ctx) => moveRelationship(ctx, pair, { move: "close", closesOn: "2027-09-30", ending: "planned" }));
  await at("2027-09-10T13:00:00Z");
  expect(await asked()).toHaveLength(2);
});

test("whether it fits is asked of both when they have met, and once more of who was undecided", async () => {
  await at("2027-03-08T12:00:00Z");
  expect(await asked()).toEqual([]);
  await hold("2027-03-08T10:00:00Z");
  const met = () => askAfterMeeting.run(app, { ...pair }, new AbortController().signal);
  await Promise.all([met(), met()]);
  await met();
  expect((await asked()).toSorted()).toEqual(["fit 1 mentee 2027-03-08", "fit 1 mentor 2027-03-08"]);
  const [mentees, mentors] = await letters();
  await pair.as("mentee", (ctx) => answerPulse(ctx, { ...pair, pulseId: mentees!.id }, world.people.mentee, said({ fit: "unsure" })));
  await pair.as("mentor", (ctx) => answerPulse(ctx, { ...pair, pulseId: mentors!.id }, world.people.mentor, said({ fit: "yes" })));
  await at("2027-04-05T12:00:00Z");
  await at("2027-06-05T12:00:00Z");
  expect((await asked()).filter((one) => one.startsWith("fit 2"))).toEqual(["fit 2 mentee 2027-04-05"]);
});

test("a link of the letter shows the answer that was tapped and changes nothing; its button sends it, and it can be changed", async () => {
  await at("2027-03-31T12:00:00Z");
  const [hers] = await letters();
  const path = linkOf(hers!, "?trust=2");
  const nobody = world.as("visitor");
  const page = await (await nobody.get(`${path}?trust=2`)).text();
  expect(page).toMatch(/<input(?=[^>]*name="trust")(?=[^>]*value="2")(?=[^>]* checked)/);
  const level = async () =>
    await inOrganization(app, pair.organizationId, ({ db }) =>
      db.selectFrom("pulse").select(["level", "answered_at", "skipped_at"]).where("id", "=", hers!.id).executeTakeFirstOrThrow(),
    );
  expect(await level()).toEqual({ level: null, answered_at: null, skipped_at: null });
  expect((await nobody.post(path, { act: "answer" })).status).toBe(422);
  expect((await nobody.post(path, { act: "answer", skip: "yes" })).status).toBe(303);
  expect((await level()).skipped_at).not.toBeNull();
  expect((await nobody.post(path, { act: "answer", trust: "2", heard: "5", comment: "More time" })).status).toBe(303);
  expect(await level()).toMatchObject({ level: 3.5, skipped_at: null });
  await nobody.post(path, { act: "answer", trust: "1" });
  expect(await level()).toMatchObject({ level: 1 });
  expect(await (await nobody.get(`${path}?done=1`)).text()).toContain("gets in touch with you");
  app.travel(new Date("2027-05-01T12:00:00Z"));
  expect((await nobody.post(path, { act: "answer", trust: "5" })).status).toBe(409);
  expect(await level()).toMatchObject({ level: 1 });
});

test("what somebody said stands behind the link of her letter no longer than she can change it", async () => {
  await at("2027-03-31T12:00:00Z");
  const [hers] = await letters();
  const path = linkOf(hers!, "?trust=2");
  const nobody = world.as("visitor");
  await nobody.post(path, { act: "answer", trust: "2", comment: "Xylophone" });
  expect(await (await nobody.get(path)).text()).toContain("Xylophone");
  app.travel(new Date("2027-05-01T12:00:00Z"));
  for (const address of [path, `${path}?done=1`]) {
    const page = await (await nobody.get(address)).text();
    expect(page).not.toContain("Xylophone");
    expect(page).not.toContain("checked");
  }
  expect(await (await nobody.get(path)).text()).toContain("This question is closed");
});

test("a link that somebody made up, or that was changed, leads nowhere", async () => {
  await at("2027-03-31T12:00:00Z");
  const [hers] = await letters();
  const path = linkOf(hers!, "?trust=2");
  expect((await world.as("visitor").get(path)).status).toBe(200);
  for (const other of [path.replace(/(?<=pulse.)../, "_0"), path.replace(/\.[^.]+$/, ".AAAA"), "/pulse/x"])
    expect((await world.as("visitor").get(other)).status).toBe(404);
});

test("the other one never sees it, at no address; nor somebody else's letter answers for her", async () => {
  await hold("2027-03-20T10:00:00Z");
  await at("2027-03-31T12:00:00Z");
  for (const { id, kind } of (await letters()).filter(({ to }) => to === "mentee@example.org"))
    await pair.as("mentee", (ctx) =>
      answerPulse(
        ctx,
        { ...pair, pulseId: id },
        world.people.mentee,
        said(kind === "fit" ? { fit: "no", comment: "Xylophone fits" } : { heard: 1, onTrack: 1, comment: "Xylophone" }),
      ),
    );
  const own = await (
    await world.as("mentee").get(`/organizations/${pair.organizationId}/relationships/${pair.relationshipId}/pulse`)
  ).text();
  expect(own).toContain("Xylophone");
  for (const route of routes) {
    const path = route.path
      .replaceAll(":organizationId", pair.organizationId)
      .replaceAll(":relationshipId", pair.relationshipId)
      .replaceAll(":programId", world.first)
      .replaceAll(":personId", world.people.mentee)
      .replaceAll(":participantId", world.participants.mentee!)
      .replaceAll(/:\w+/g, newId());
    const response = await world.as("mentor").get(path);
    expect(await response.text(), route.path).not.toContain("Xylophone");
  }
  const [hers] = await letters();
  await expect(
    pair.as("mentor", (ctx) => answerPulse(ctx, { ...pair, pulseId: hers!.id }, world.people.mentor, said({ heard: 5 }))),
  ).rejects.toThrow("This question is closed");
});
