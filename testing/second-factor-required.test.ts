import { afterAll, beforeAll, expect, test } from "vitest";
import { inOrganization } from "../app/platform/context.ts";
import { testApp, type TestApp } from "./app.ts";
import { fillWorld, type FilledWorld } from "./filled-world.ts";

let app: TestApp;
let world: FilledWorld;
beforeAll(async () => {
  app = await testApp();
  world = await fillWorld(app);
});
afterAll(() => app[Symbol.asyncDispose]());

test("an organization that asks its mentees for a second factor shows them nothing before, wherever they look from", async () => {
  const mentee = world.as("mentee");
  expect(await (await mentee.get("/")).text()).toContain("Jonas Mentor");
  await inOrganization(app, world.riverside, ({ db }) =>
    db
      .updateTable("organization")
      .set({ second_factor_roles: ["mentee"] })
      .where("id", "=", world.riverside)
      .execute(),
  );
  const page = await (await mentee.get("/")).text();
  expect(page).not.toContain("Jonas Mentor");
  expect(page).toContain("Riverside University asks you for a second factor");
  const inside = await mentee.get(world.address("/organizations/:organizationId/relationships/:relationshipId"));
  expect(inside.headers.get("location")).toContain("/account/second-factor");
  // The mentor was not asked for one.
  expect(await (await world.as("mentor").get("/")).text()).toContain("Maya Mentee");
});
