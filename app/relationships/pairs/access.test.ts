import { afterAll, beforeAll, expect, test } from "vitest";
import { testApp, type TestApp } from "../../../testing/app.ts";
import { livingPair } from "../../../testing/living-pair.ts";
import { smallWorld, type World } from "../../../testing/world.ts";
import { inOrganization } from "../../platform/context.ts";

let app: TestApp;
let world: World;
beforeAll(async () => {
  app = await testApp();
  world = await smallWorld(app);
});
afterAll(() => app[Symbol.asyncDispose]());

test("a coordinator who is in a relationship herself sees of it what its people see, and nothing that the other tells coordinators", async () => {
  await inOrganization(app, world.riverside, ({ db }) =>
    db
      .insertInto("coordinator")
      .values({
        organization_id: world.riverside,
        program_id: world.first,
        person_id: world.people.mentor,
        // Longer there than the other, so that it would be hers.
        created_at: new Date(0),
      })
      .execute(),
  );
  const pair = await livingPair(app, world);
  expect((await pair.life()).ownerId).toBe(world.people.coordinator);
  await pair.here(({ db }) => db.updateTable("relationship").set({ owner_id: world.people.mentor }).execute());
  await world.as("mentee").post(`${pair.at}/new-start`, { act: "ask", reason: "style", words: "We do not get on." });
  app.travel(new Date(app.now().getTime() + 20 * 86_400_000));
  const today = `/organizations/${world.riverside}/today?whose=all`;
  expect(await (await world.as("coordinator").get(today)).text()).toContain("Maya Mentee");
  expect(await (await world.as("mentor").get(today)).text()).not.toContain("Maya Mentee");

  for (const page of ["support", "new-start/answer"]) {
    expect((await world.as("coordinator").get(`${pair.at}/${page}`)).status, page).toBe(200);
    expect((await world.as("mentor").get(`${pair.at}/${page}`)).status, page).toBe(404);
  }
  await app.jobs.runDue(app);
  const told = await pair.here(({ db }) =>
    db.selectFrom("letter").select(["person_id", "dedupe_key"]).where("dedupe_key", "like", "new start%").execute(),
  );
  expect(told.map(({ person_id }) => person_id)).toEqual([world.people.coordinator]);
  // Also when she has left it, or it is over.
  await pair.here(({ db }) => db.updateTable("relationship_person").set({ left_at: app.now() }).where("role", "=", "mentor").execute());
  for (const page of ["support", "closure", "changes"]) expect((await world.as("mentor").get(`${pair.at}/${page}`)).status, page).toBe(404);
});
