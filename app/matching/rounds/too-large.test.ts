import { afterAll, beforeAll, expect, test } from "vitest";
import { testApp, type TestApp } from "../../../testing/app.ts";
import { smallWorld, type World } from "../../../testing/world.ts";
import { type Context, inOrganization } from "../../platform/context.ts";
import { newId } from "../../platform/identifiers.ts";
import { mostPairs, pairLimit, type RoundObjective } from "./round.ts";
import { takeSnapshot } from "./take-snapshot.ts";

let app: TestApp;
let world: World;
const [mentees, mentors] = [340, 300];

/** More than a hundred thousand pairs of people about whom nothing is known. */
beforeAll(async () => {
  app = await testApp();
  world = await smallWorld(app);
  const organization_id = world.riverside;
  const people = Array.from({ length: mentees + mentors }, (_, at) => ({
    id: newId(),
    role: at < mentees ? ("mentee" as const) : ("mentor" as const),
    name: `Somebody ${at}`,
  }));
  await here(async ({ db, now }) => {
    await db
      .insertInto("auth.person")
      .values(people.map(({ id, name }) => ({ id, email: `${id}@example.org`, name, language: "en" })))
      .execute();
    await db
      .insertInto("member")
      .values(people.map(({ id }) => ({ organization_id, person_id: id, joined_at: now })))
      .execute();
    await db
      .insertInto("profile")
      .values(people.map(({ id, name }) => ({ organization_id, person_id: id, name, languages: ["en"] })))
      .execute();
    await db
      .insertInto("participant")
      .values(
        people.map(({ id, role }) => ({ organization_id, id: newId(), program_id: world.second, person_id: id, role, joined_at: now })),
      )
      .execute();
  });
});
afterAll(() => app[Symbol.asyncDispose]());

const here = <T>(work: (ctx: Context) => Promise<T>): Promise<T> => inOrganization(app, world.riverside, work);
const take = (objective: RoundObjective) =>
  here((ctx) =>
    takeSnapshot(ctx, world.riverside, world.second, { criteria: { criteria: [] }, chosen: { who: "everyone" }, seed: 1, objective }),
  );

test("a round of more pairs than can be searched is refused with both numbers, before anything is loaded", async () => {
  // With the two whom the program had before.
  const pairs = (mentees + 1) * (mentors + 1);
  await expect(take("groups")).rejects.toMatchObject({ problem: { kind: "too-many-pairs", pairs, limit: 100_000 } });
  expect((await take("most-good")).menteeIds).toHaveLength(mentees + 1);
});

test("what is searched for among all pairs can be asked of fewer people than what is proven", () => {
  expect([pairLimit("groups", {}), pairLimit("peers", {})]).toEqual([100_000, 1_000_000]);
  for (const objective of ["stable", "fair", "top-choices"] as const) expect(pairLimit(objective, {})).toBe(mostPairs);
});
