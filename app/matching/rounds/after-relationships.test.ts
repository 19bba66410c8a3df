/** What an ended relationship means for the next round: the mentor's place, the mentee's wish, and that the two are not paired again. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { testApp, type TestApp } from "../../../testing/app.ts";
import { livingPair } from "../../../testing/living-pair.ts";
import { addParticipant, smallWorld, type World } from "../../../testing/world.ts";
import { defaultCriteria } from "../criteria/default-criteria.ts";
import { addCriterion } from "../criteria/save-criterion.ts";
import { listStandings } from "../directory/list-standings.ts";
import { endOffers } from "../offers/end-offers.job.ts";
import { listCandidates } from "./list-candidates.ts";

let app: TestApp;
let world: World;
let pair: Awaited<ReturnType<typeof livingPair>>;
let at: string;
beforeAll(async () => {
  app = await testApp();
  world = await smallWorld(app);
  pair = await livingPair(app, world);
  at = `/organizations/${world.riverside}/programs/${world.first}`;
  const hopes = defaultCriteria.find(({ strength }) => strength === "should")!;
  await pair.here((ctx) => addCriterion(ctx, world.riverside, world.first, hopes));
  await pair.here(({ db }) => db.updateTable("program").set({ default_capacity: 1 }).where("id", "=", world.first).execute());
});
afterAll(() => app[Symbol.asyncDispose]());

const places = async (): Promise<Record<string, number>> => {
  const candidates = await pair.here((ctx) => listCandidates(ctx, world.riverside, world.first));
  return Object.fromEntries(candidates.map(({ name, role, places: free }) => [`${name} as ${role}`, free]));
};
const freeInDirectory = async (): Promise<number | undefined> => {
  const standings = await pair.here((ctx) =>
    listStandings(ctx, {
      organizationId: world.riverside,
      programId: world.first,
      role: "mentor",
      ownId: undefined,
      today: app.now().toISOString().slice(0, 10),
      isNameless: false,
    }),
  );
  return standings.find(({ personId }) => personId === world.people.mentor)?.freePlaces;
};
const pairsOfARound = async (): Promise<string[][]> => {
  const sent = await world.as("coordinator").post(`${at}/rounds/new`, { who: "everyone", seed: "7", objective: "most-good" });
  const roundId = sent.headers.get("location")!.split("/").at(-1)!.split("?")[0]!;
  expect(sent.status).toBe(303);
  await app.jobs.runDue(app);
  const { rows } = await pair.here(async ({ db }) => ({
    rows: await db.selectFrom("round_pair").select(["mentee_id", "mentor_id"]).where("round_id", "=", roundId).execute(),
  }));
  return rows.map((row) => [row.mentee_id, row.mentor_id]);
};
const post = (who: "mentor" | "mentee" | "coordinator", act: string, fields: Record<string, string> = {}) =>
  world.as(who).post(`${pair.at}/closure`, { act, ...fields });

test("as long as it lasts, and until it is concluded, nobody of it is free", async () => {
  expect(await places()).toEqual({ "Jonas Mentor as mentor": 0, "Maya Mentee as mentee": 0 });
  await post("mentee", "begin", { ending: "planned" });
  expect(await places()).toEqual({ "Jonas Mentor as mentor": 0, "Maya Mentee as mentee": 0 });
  expect(await freeInDirectory()).toBe(0);
});

test("then the mentor's place is free at once, and the mentee waits until she would like another and has had a rest", async () => {
  await pair.pass(15);
  expect(await pair.life()).toMatchObject({ state: "concluded" });
  expect(await places()).toEqual({ "Jonas Mentor as mentor": 1, "Maya Mentee as mentee": 0 });
  expect(await freeInDirectory()).toBe(1);
  const offer = await pair.here(({ db }) =>
    db.selectFrom("offer").select("state").where("id", "=", pair.offerId).executeTakeFirstOrThrow(),
  );
  expect(offer.state).toBe("ended");
  await post("mentee", "again", { learned: "Somebody who works at night, too." });
  expect(await places()).toMatchObject({ "Maya Mentee as mentee": 0 });
  await pair.pass(12);
  expect(await places()).toMatchObject({ "Maya Mentee as mentee": 0 });
  await pair.pass(3);
  expect(await places()).toMatchObject({ "Maya Mentee as mentee": 1 });
  await post("mentee", "rest");
  expect(await places()).toMatchObject({ "Maya Mentee as mentee": 0 });
  // Her coordinator can say it for her, too; it is not so long ago any more.
  expect((await post("mentor", "openAgain", { personId: world.people.mentee })).status).toBe(403);
  await post("coordinator", "openAgain", { personId: world.people.mentee });
  expect(await places()).toMatchObject({ "Maya Mentee as mentee": 1 });
});

test("the two are not paired again, though nobody else were left, unless a coordinator wishes it", async () => {
  expect(await pairsOfARound()).toEqual([]);
  const other = await addParticipant(app, { organizationId: world.riverside, programId: world.first, role: "mentor", name: "Nora New" });
  const mentee = world.participants.mentee!;
  expect(await pairsOfARound()).toEqual([[mentee, other.participantId]]);
  await pair.here(({ db }) =>
    db
      .insertInto("pair_wish")
      .values({
        organization_id: world.riverside,
        program_id: world.first,
        mentee_id: mentee,
        mentor_id: world.participants.mentor!,
        kind: "lock",
      })
      .execute(),
  );
  expect(await pairsOfARound()).toEqual([[mentee, world.participants.mentor!]]);
});

test("told again that it is over, the offer of a new beginning stays", async () => {
  await pair.here(({ db }) =>
    db
      .updateTable("offer")
      .set({ state: "accepted", created_at: new Date(app.now().getTime() + 1000) })
      .where("id", "=", pair.offerId)
      .execute(),
  );
  await endOffers.run(
    app,
    { organizationId: world.riverside, programId: world.first, relationshipId: pair.its.relationshipId },
    new AbortController().signal,
  );
  const offer = await pair.here(({ db }) =>
    db.selectFrom("offer").select("state").where("id", "=", pair.offerId).executeTakeFirstOrThrow(),
  );
  expect(offer.state).toBe("accepted");
});
