import { afterAll, beforeAll, expect, test } from "vitest";
import { testApp, type TestApp } from "../../../testing/app.ts";
import { smallWorld, type World } from "../../../testing/world.ts";
import { inOrganization } from "../../platform/context.ts";

let app: TestApp;
let world: World;
let at: string;
beforeAll(async () => {
  app = await testApp();
  world = await smallWorld(app);
  at = `/organizations/${world.riverside}/programs/${world.first}/rounds`;
});
afterAll(() => app[Symbol.asyncDispose]());

const run = (lists: { mentees: string; mentors: string }) =>
  world.as("coordinator").post(`${at}/new`, { who: "picked", objective: "most-good", seed: "7", ...lists });
const chosen = () =>
  inOrganization(app, world.riverside, async ({ db }) =>
    (await db.selectFrom("round").select("chosen").where("program_id", "=", world.first).execute()).map((round) => round.chosen),
  );

test("only those on a list needs a list: an empty one is refused at its field, and nothing runs", async () => {
  const refused = await run({ mentees: " \n", mentors: "" });
  expect(refused.status).toBe(422);
  const page = await refused.text();
  expect(/<textarea[^>]*name="mentees"[^>]*>/.exec(page)?.[0]).toContain('aria-invalid="true"');
  expect(page).toContain("Nobody is on the list.");
  expect(page).toMatch(/<details[^>]* open/);
  expect(await chosen()).toEqual([]);
});

test("a list of one side runs with those on it, and with everyone who is ready on the other", async () => {
  expect((await run({ mentees: "Maya Mentee", mentors: "" })).status).toBe(303);
  expect(await chosen()).toEqual([{ who: "picked", mentees: [world.participants.mentee], mentors: [] }]);
});
