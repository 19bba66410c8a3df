import { sql } from "kysely";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { testApp, type TestApp } from "../../../testing/app.ts";
import { addParticipant, type PersonName, smallWorld, type World } from "../../../testing/world.ts";
import { tellWhoseChecksExpire } from "../../networks/checks/tell-expiring.job.ts";
import { inOrganization } from "../../platform/context.ts";
import { newId } from "../../platform/identifiers.ts";
import { makeOffers } from "./make-offers.ts";

let app: TestApp;
let world: World;
beforeAll(async () => {
  app = await testApp();
  world = await smallWorld(app);
});
afterAll(() => app[Symbol.asyncDispose]());
beforeEach(async () => {
  // Nothing of the test before is left to be done.
  await app.jobs.runDue(app);
  app.travel(new Date("2027-02-01T12:00:00Z"));
  await inOrganization(app, world.riverside, async ({ db }) => {
    await sql`select set_config('app.forgetting', 'on', true)`.execute(db);
    for (const table of ["relationship", "offer", "request", "background_check", "round", "today_mark"] as const)
      await db.deleteFrom(table).execute();
    await db
      .updateTable("program")
      .set({ needed_checks: ["criminal-record"], format: "one-to-one" })
      .where("id", "=", world.first)
      .execute();
  });
});

const here = <T>(work: Parameters<typeof inOrganization<T>>[2]) => inOrganization(app, world.riverside, work);
const program = () => `/organizations/${world.riverside}/programs/${world.first}`;
const pair = () => ({ menteeId: world.participants.mentee!, mentorId: world.participants.mentor!, weight: 1, reasons: [] });
const offer = (pairs = [pair()]) =>
  here((ctx) =>
    makeOffers(ctx, {
      organizationId: world.riverside,
      programId: world.first,
      roundId: null,
      answerBy: new Date("2027-02-04T12:00:00Z"),
      pairs,
    }),
  );
const record = (more: Record<string, string> = {}) =>
  world.as("coordinator").post(`/organizations/${world.riverside}/people/${world.people.mentor}/checks`, {
    act: "record",
    kind: "criminal-record",
    provider: "Office",
    jurisdictions: "Germany",
    decidedOn: "2027-01-20",
    decision: "passed",
    ...more,
  });
const relationships = () => here(({ db }) => db.selectFrom("relationship").select(["id", "offer_id"]).execute());
const accept = (person: PersonName, offerId: string) =>
  world.as(person).post(`/organizations/${world.riverside}/offers/${offerId}`, { act: "accept", adult: "yes" });
const pageOfOffer = async (person: PersonName, offerId: string) =>
  (await world.as(person).get(`/organizations/${world.riverside}/offers/${offerId}`)).text();
const today = async () => (await world.as("coordinator").get(`/organizations/${world.riverside}/today`)).text();

test("a mentor without the check that her program wants gets no offer; with it she does", async () => {
  expect((await offer()).left.map(({ why }) => why)).toEqual(["lacks-a-check"]);
  await record();
  expect((await offer()).made).toHaveLength(1);
});

test("before a round is published it stands there who is left out, and why", async () => {
  const roundId = newId();
  await here(async ({ db }) => {
    await db
      .insertInto("round")
      .values({
        organization_id: world.riverside,
        program_id: world.first,
        id: roundId,
        number: 1,
        state: "done",
        seed: 1,
        engine_version: "0",
        criteria: JSON.stringify({ criteria: [], questions: [] }),
        total: 1,
        finished_at: new Date(),
      })
      .execute();
    const { menteeId, mentorId } = pair();
    await db
      .insertInto("round_pair")
      .values({
        organization_id: world.riverside,
        round_id: roundId,
        mentee_id: menteeId,
        mentor_id: mentorId,
        weight: 1,
        parts: "[]",
        choice: 1,
      })
      .execute();
  });
  const page = await (await world.as("coordinator").get(`${program()}/rounds/${roundId}/publish`)).text();
  expect(page).toContain("One mentor of this round lacks a background check, and gets no offer");
  expect(page).toMatch(/Jonas Mentor<\/bdi><\/a> \(lacks: Criminal record\)/);
  expect(page).toContain("Every mentor of this round lacks a background check that the program asks for.");
  await record();
  expect(await (await world.as("coordinator").get(`${program()}/rounds/${roundId}/publish`)).text()).not.toContain("lacks");
});

test("what both say yes to while a check runs out waits, and begins by itself once a new one is recorded", async () => {
  await record({ expiresOn: "2027-02-02" });
  const [offerId] = (await offer()).made as [string];
  await accept("mentee", offerId);
  app.travel(new Date("2027-02-03T12:00:00Z"));
  expect((await accept("mentor", offerId)).status).toBe(303);
  expect(await relationships()).toEqual([]);
  // She learns what it waits for; the mentee, whose business it is not, that something is still to be settled.
  expect(await pageOfOffer("mentor", offerId)).toContain("as soon as your background check is recorded");
  const hers = await pageOfOffer("mentee", offerId);
  expect(hers).toContain("Your coordinator still has something to settle for the program.");
  expect(hers).not.toMatch(/background check/i);
  expect(await today()).toContain("No valid background check for 1 day");
  expect(await (await world.as("coordinator").get(`${program()}/offers`)).text()).toContain("it has not begun");
  await record({ decision: "not-passed", decidedOn: "2027-02-03" });
  await app.jobs.runDue(app);
  expect(await relationships()).toEqual([]);
  await record({ decidedOn: "2027-02-03" });
  await app.jobs.runDue(app);
  expect((await relationships()).map(({ offer_id }) => offer_id)).toEqual([offerId]);
  await app.jobs.runDue(app);
  expect(await relationships()).toHaveLength(1);
  expect(await today()).not.toContain("No valid background check");
});

test("it begins, too, when the program wants the check no more; or the coordinator takes it back", async () => {
  await record({ expiresOn: "2027-02-02" });
  const [offerId] = (await offer()).made as [string];
  await accept("mentee", offerId);
  app.travel(new Date("2027-02-03T12:00:00Z"));
  await accept("mentor", offerId);
  expect((await world.as("coordinator").post(`${program()}/settings`, { act: "checks" })).status).toBe(303);
  await app.jobs.runDue(app);
  expect(await relationships()).toHaveLength(1);
  // What has begun cannot be taken back.
  expect((await world.as("coordinator").post(`${program()}/offers`, { act: "withdraw", offerId })).status).toBe(409);
  await here(({ db }) => db.deleteFrom("relationship").execute());
  expect((await world.as("coordinator").post(`${program()}/offers`, { act: "withdraw", offerId })).status).toBe(303);
});

test("a check that is recorded at the very moment of the second yes leaves nothing waiting", async () => {
  for (let turn = 0; turn < 4; turn++) {
    await here(async ({ db }) => {
      await sql`select set_config('app.forgetting', 'on', true)`.execute(db);
      for (const table of ["relationship", "offer", "background_check"] as const) await db.deleteFrom(table).execute();
    });
    app.travel(new Date("2027-02-01T12:00:00Z"));
    await record({ expiresOn: "2027-02-02" });
    const [offerId] = (await offer()).made as [string];
    await accept("mentee", offerId);
    app.travel(new Date("2027-02-03T12:00:00Z"));
    await Promise.all([accept("mentor", offerId), record({ decidedOn: "2027-02-03" })]);
    await app.jobs.runDue(app);
    expect(await relationships()).toHaveLength(1);
  }
});

test("a mentee's request is accepted, and begins with the check", async () => {
  const requestId = newId();
  await here(({ db }) =>
    db
      .insertInto("request")
      .values({
        organization_id: world.riverside,
        program_id: world.first,
        id: requestId,
        mentee_id: world.participants.mentee!,
        mentor_id: world.participants.mentor!,
        words: "Would you?",
        slot: 1,
        answer_by: new Date("2027-02-08T12:00:00Z"),
      })
      .execute(),
  );
  const path = `/organizations/${world.riverside}/requests/${requestId}`;
  expect((await world.as("mentor").post(path, { act: "accept", adult: "yes" })).status).toBe(303);
  expect(await relationships()).toEqual([]);
  expect(await (await world.as("mentor").get(path)).text()).toContain("as soon as your background check is recorded");
  await record();
  await app.jobs.runDue(app);
  expect(await relationships()).toHaveLength(1);
  expect(await (await world.as("mentor").get(path)).text()).not.toContain("background check");
});

test("a group does not begin either; told to begin it now, the coordinator learns what is missing", async () => {
  const { participantId: second } = await addParticipant(app, {
    organizationId: world.riverside,
    programId: world.first,
    role: "mentee",
    name: "Mila Second",
  });
  await here(async ({ db }) => {
    await db.updateTable("program").set({ format: "group" }).where("id", "=", world.first).execute();
    await db.insertInto("matching_mode").values({ organization_id: world.riverside, program_id: world.first, group_least: 2 }).execute();
    await db
      .insertInto("offer")
      .values(
        [world.participants.mentee!, second].map((mentee_id, index) => ({
          organization_id: world.riverside,
          id: newId(),
          program_id: world.first,
          mentee_id,
          mentor_id: world.participants.mentor!,
          place: index + 1,
          weight: 1,
          reasons: "[]",
          state: "accepted" as const,
          mentee_accepted_at: new Date("2027-01-30"),
          mentor_accepted_at: new Date("2027-01-30"),
          closed_at: new Date("2027-01-30"),
          answer_by: new Date("2027-02-04"),
        })),
      )
      .execute();
  });
  const refused = await world.as("coordinator").post(`${program()}/matching`, { act: "beginGroup", mentorId: world.participants.mentor! });
  expect(refused.status).toBe(409);
  expect(await refused.text()).toContain("Jonas Mentor lacks a background check that this program asks for: Criminal record.");
  await record();
  await app.jobs.runDue(app);
  expect(await relationships()).toHaveLength(1);
  const people = await here(({ db }) => db.selectFrom("relationship_person").select("participant_id").execute());
  expect(people).toHaveLength(3);
});

test("what has begun goes on when a check runs out: her coordinator is warned before, and told after; she gets one letter", async () => {
  await record();
  const [offerId] = (await offer()).made as [string];
  await accept("mentee", offerId);
  await accept("mentor", offerId);
  expect(await relationships()).toHaveLength(1);
  app.travel(new Date("2027-12-20T12:00:00Z"));
  expect(await today()).not.toContain("background check");
  app.travel(new Date("2028-01-08T12:00:00Z"));
  await tellWhoseChecksExpire(app);
  const page = await today();
  expect(page).toContain("The background check runs out in 12 days.");
  expect(page).toContain(`/people/${world.people.mentor}/checks`);
  const reason = /name="rule" value="check-expiring"[^>]*>\s*<input[^>]*name="reason" value="([^"]*)"/.exec(page)![1]!;
  const at = `/organizations/${world.riverside}/today`;
  const line = { subjectId: world.participants.mentor!, rule: "check-expiring", reason };
  expect((await world.as("otherCoordinator").post(at, { act: "done", ...line })).status).toBe(404);
  expect((await world.as("coordinator").post(at, { act: "done", ...line })).status).toBe(303);
  expect(await today()).not.toContain("runs out");
  app.travel(new Date("2028-01-25T12:00:00Z"));
  expect(await today()).toContain("No valid background check for 5 days.");
  // Her mentee learns nothing of it, here or anywhere.
  expect((await world.as("mentee").get(`/organizations/${world.riverside}/people/${world.people.mentor}/checks`)).status).toBe(404);
  expect(await (await world.as("mentee").get(`/organizations/${world.riverside}/people/${world.people.mentor}`)).text()).not.toContain(
    "hecks",
  );
  expect(await (await world.as("mentor").get(`${program()}/me`)).text()).toContain("ran out on Thursday, January 20, 2028");
});
