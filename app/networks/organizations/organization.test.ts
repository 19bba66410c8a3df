import { afterAll, beforeAll, expect, test } from "vitest";
import { testApp, type TestApp } from "../../../testing/app.ts";
import { smallWorld, type World } from "../../../testing/world.ts";
import { inOrganization, inRequest } from "../../platform/context.ts";
import { foundOrganization } from "./found-organization.ts";

let app: TestApp;
let world: World;
let at: string;
beforeAll(async () => {
  app = await testApp();
  world = await smallWorld(app);
  at = `/organizations/${world.riverside}`;
});
afterAll(() => app[Symbol.asyncDispose]());

test("administrators see every program, a coordinator her own, and who takes part goes to her own page", async () => {
  const owner = await (await world.as("owner").get(at)).text();
  expect([owner.includes("First Steps"), owner.includes("Second Wind"), owner.includes("Far Away")]).toEqual([true, true, false]);
  expect(owner).toContain("New program");
  const coordinator = await (await world.as("coordinator").get(at)).text();
  expect([coordinator.includes("First Steps"), coordinator.includes("Second Wind")]).toEqual([true, false]);
  expect(coordinator).not.toContain("New program");
  const mentor = await world.as("mentor").get(at);
  expect([mentor.status, mentor.headers.get("location")]).toEqual([303, "/"]);
  expect((await world.as("strangerOwner").get(at)).status).toBe(404);
});

test("an organization is founded with its owner, and nobody else sees it", async () => {
  const entry = { sessionToken: undefined, organizationId: undefined, isPublic: true, language: "en", isLanguageChosen: false } as const;
  const id = await inRequest(app, entry, (ctx) =>
    foundOrganization(
      ctx,
      { name: "Lakeside", language: "es", timeZone: "America/Lima" },
      { personId: world.people.mentee, name: "Maya M." },
    ),
  );
  expect((await world.as("mentee").get(`/organizations/${id}`)).status).toBe(200);
  expect((await world.as("mentee").get(`/organizations/${id}/settings`)).status).toBe(200);
  expect((await world.as("owner").get(`/organizations/${id}`)).status).toBe(404);
});

test("a second organization is made by the installation's owner alone", async () => {
  const wish = { name: "Third Place", language: "en", timeZone: "Asia/Amman" };
  expect((await world.as("owner").post("/organizations/new", wish)).status).toBe(404);
  const made = await world.as("installationOwner").post("/organizations/new", wish);
  expect(made.status).toBe(303);
  const page = await (await world.as("installationOwner").get(made.headers.get("location")!)).text();
  expect(page).toContain("Third Place");
  expect(page).toContain("No programs yet");
  const wrong = await world.as("installationOwner").post("/organizations/new", { ...wish, timeZone: "Mars/Olympus" });
  expect([wrong.status, (await wrong.text()).includes("choose one of the options")]).toEqual([422, true]);
});

test("settings are the administrators' affair, and a second factor is asked for from the next request on", async () => {
  const wish = {
    name: "Riverside U",
    language: "ar",
    timeZone: "Asia/Amman",
    purpose: "We learn together.",
    secondFactorRoles: ["coordinator", "nonsense"],
    keepMonths: "6",
  };
  expect((await world.as("coordinator").post(`${at}/settings`, wish)).status).toBe(404);
  expect((await world.as("administrator").post(`${at}/settings`, wish)).status).toBe(303);
  const kept = await inOrganization(app, world.riverside, ({ db }) =>
    db
      .selectFrom("organization")
      .select(["name", "language", "time_zone", "purpose", "second_factor_roles", "keep_months"])
      .executeTakeFirstOrThrow(),
  );
  expect(kept).toEqual({
    name: "Riverside U",
    language: "ar",
    time_zone: "Asia/Amman",
    purpose: "We learn together.",
    second_factor_roles: ["coordinator"],
    keep_months: 6,
  });
  const sentAway = await world.as("coordinator").get(at);
  expect(sentAway.headers.get("location")).toContain("second-factor");
  expect((await world.as("administrator").get(at)).status).toBe(200);
});
