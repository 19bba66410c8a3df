/** Who asks a mentor herself rests after a relationship as who waits for a round does; a coordinator can let her. */
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { testApp, type TestApp } from "../../../testing/app.ts";
import { livingPair } from "../../../testing/living-pair.ts";
import { addParticipant, smallWorld, type World } from "../../../testing/world.ts";
import { moveRelationship } from "../../relationships/life/move-relationship.ts";
import { listCandidates } from "../rounds/list-candidates.ts";

let app: TestApp;
let world: World;
let pair: Awaited<ReturnType<typeof livingPair>>;
let ask: string;
let part: string;
beforeAll(async () => {
  app = await testApp();
  world = await smallWorld(app);
  const { participantId } = await addParticipant(app, {
    organizationId: world.riverside,
    programId: world.first,
    role: "mentor",
    name: "Nora New",
    capacity: 9,
  });
  const at = `/organizations/${world.riverside}/programs/${world.first}`;
  ask = `${at}/mentors/${participantId}/ask`;
  part = `${at}/participants/${world.participants.mentee!}`;
});
afterAll(() => app[Symbol.asyncDispose]());
beforeEach(async () => {
  await app.jobs.runDue(app);
  app.travel(new Date("2027-03-01T12:00:00Z"));
  pair = await livingPair(app, world);
  await pair.here(async ({ db }) => {
    for (const table of ["request", "relationship", "offer"] as const)
      await db.deleteFrom(table).where("id", "not in", [pair.its.relationshipId, pair.offerId]).execute();
    await db
      .insertInto("matching_mode")
      .values({ organization_id: world.riverside, program_id: world.first, mode: "mentee-asks" })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  });
});

const end = async (ending: "planned" | "stopped"): Promise<void> => {
  await pair.here((ctx) => moveRelationship(ctx, pair.its, { move: "conclude", ending }));
  await app.jobs.runDue(app);
};
const asks = () => world.as("mentee").post(ask, { words: "Would you walk with me?" });
const page = async (): Promise<string> => (await world.as("mentee").get(ask)).text();
const places = async (): Promise<number | undefined> => {
  const candidates = await pair.here((ctx) => listCandidates(ctx, world.riverside, world.first));
  return candidates.find(({ id }) => id === world.participants.mentee)?.places;
};

test("for the days of the program's rest she can ask nobody, and reads until when", async () => {
  await end("planned");
  expect(await page()).toContain("from Monday, March 15, 2027 on you can ask somebody");
  expect((await asks()).status).toBe(409);
  await pair.pass(13);
  expect((await asks()).status).toBe(409);
  await pair.pass(1);
  expect((await asks()).status).toBe(303);
});

test("a coordinator lets her ask before, and with that take part in rounds", async () => {
  await end("planned");
  expect(await places()).toBe(0);
  expect(await (await world.as("coordinator").get(part)).text()).toContain("Rests after a relationship until Monday, March 15, 2027");
  expect((await world.as("otherCoordinator").post(part, { act: "endRest" })).status).toBe(404);
  expect((await world.as("coordinator").post(part, { act: "endRest" })).status).toBe(303);
  expect(await (await world.as("coordinator").get(part)).text()).not.toContain("Rests after");
  expect(await places()).toBe(1);
  expect((await asks()).status).toBe(303);
});

test("what the program ended itself a coordinator opens, however long ago it was", async () => {
  await end("stopped");
  await pair.pass(40);
  expect(await page()).toContain("Your coordinator would like to talk with you first");
  expect((await asks()).status).toBe(409);
  expect(await (await world.as("coordinator").get(part)).text()).toContain("A relationship was ended by the program.");
  await world.as("coordinator").post(part, { act: "endRest" });
  expect((await asks()).status).toBe(303);
});

test("a mentor rests after none", async () => {
  await end("planned");
  const mentors = part.replace(world.participants.mentee!, world.participants.mentor!);
  expect(await (await world.as("coordinator").get(mentors)).text()).not.toContain("Rests after");
});
