import { afterEach, beforeEach, expect, test } from "vitest";
import { asSystem, inOrganization } from "../../platform/context.ts";
import { testApp, type TestApp } from "../../../testing/app.ts";
import { type PersonName, smallWorld, type World } from "../../../testing/world.ts";
import { listWhoLooksAfterSafety } from "./safeguarding-leads.ts";

let app: TestApp;
let world: World;
let at: string;
beforeEach(async () => {
  app = await testApp();
  world = await smallWorld(app);
  at = `/organizations/${world.riverside}/safeguarding`;
});
afterEach(() => app[Symbol.asyncDispose]());

const who = () =>
  inOrganization(app, world.riverside, async (ctx) => (await listWhoLooksAfterSafety(ctx, world.riverside)).map(({ name }) => name));
const name = (by: PersonName, person: PersonName) => world.as(by).post(at, { act: "name", personId: world.people[person] });
const end = (by: PersonName, person: PersonName) => world.as(by).post(at, { act: "end", personId: world.people[person] });
const letters = () =>
  asSystem(app, async ({ db }) =>
    (
      await db
        .selectFrom("letter")
        .select(["to_address", "subject", "unsubscribe_token"])
        .where("kind", "=", "concern")
        .orderBy("id")
        .execute()
    ).map(({ to_address, subject, unsubscribe_token }) => `${to_address}: ${subject}${unsubscribe_token ? " (can be unsubscribed)" : ""}`),
  );

test("the owner looks after safety until somebody is named, and again when nobody is any more", async () => {
  expect(await who()).toEqual(["Olga Owner"]);
  expect(await (await world.as("administrator").get(at)).text()).toContain("Nobody is named yet, so the owner does it: Olga Owner");
  expect((await name("administrator", "coordinator")).status).toBe(303);
  expect(await who()).toEqual(["Ruth Coordinator"]);
  expect((await name("owner", "otherCoordinator")).status).toBe(303);
  expect(await who()).toEqual(["Cora Other", "Ruth Coordinator"]);
  expect((await end("owner", "coordinator")).status).toBe(303);
  expect((await end("owner", "otherCoordinator")).status).toBe(303);
  expect(await who()).toEqual(["Olga Owner"]);
  const acts = await inOrganization(app, world.riverside, ({ db }) =>
    db.selectFrom("audit_entry").select(["act", "subject_id"]).where("act", "like", "safeguarding%").orderBy("id").execute(),
  );
  expect(acts).toEqual([
    { act: "safeguarding-lead.named", subject_id: world.people.coordinator },
    { act: "safeguarding-lead.named", subject_id: world.people.otherCoordinator },
    { act: "safeguarding-lead.ended", subject_id: world.people.coordinator },
    { act: "safeguarding-lead.ended", subject_id: world.people.otherCoordinator },
  ]);
});

test("who gets the role, who has it beside her, and who loses it are told, and cannot unsubscribe from that", async () => {
  await name("owner", "coordinator");
  await name("owner", "otherCoordinator");
  await end("administrator", "coordinator");
  await end("administrator", "otherCoordinator");
  expect((await letters()).toSorted()).toEqual(
    [
      "coordinator@example.org: You look after safety at Riverside University now",
      "othercoordinator@example.org: You look after safety at Riverside University now",
      "coordinator@example.org: Another person looks after safety at Riverside University",
      "coordinator@example.org: You no longer look after safety at Riverside University",
      "othercoordinator@example.org: One person fewer looks after safety at Riverside University",
      "othercoordinator@example.org: You no longer look after safety at Riverside University",
      "owner@example.org: One person fewer looks after safety at Riverside University",
    ].toSorted(),
  );
});

test("twice is refused, and so is somebody who has never signed in, or is no member at all", async () => {
  await name("owner", "coordinator");
  expect((await name("administrator", "coordinator")).status).toBe(409);
  await inOrganization(app, world.riverside, ({ db }) =>
    db.updateTable("member").set({ joined_at: null }).where("person_id", "=", world.people.otherCoordinator).execute(),
  );
  expect((await name("owner", "otherCoordinator")).status).toBe(409);
  expect((await name("owner", "strangerCoordinator")).status).toBe(404);
  expect((await name("coordinator", "coordinator")).status).toBe(404);
  expect(await who()).toEqual(["Ruth Coordinator"]);
});

test("whoever leaves the team loses the role with it, at once", async () => {
  await name("owner", "coordinator");
  await world.as("owner").post(`/organizations/${world.riverside}/members/${world.people.coordinator}`, { act: "remove" });
  expect(await who()).toEqual(["Olga Owner"]);
});

test("how long closed cases are kept is a setting with limits", async () => {
  expect((await world.as("owner").post(at, { act: "keep", years: "10" })).status).toBe(303);
  expect((await world.as("owner").post(at, { act: "keep", years: "0" })).status).toBe(422);
  const { keep_case_years } = await inOrganization(app, world.riverside, ({ db }) =>
    db.selectFrom("organization").select("keep_case_years").where("id", "=", world.riverside).executeTakeFirstOrThrow(),
  );
  expect(keep_case_years).toBe(10);
});
