/** Days are the organization's: over changes of clocks, over a leap day, and where the server slept. */
import { beforeEach, expect, test } from "vitest";
import { testApp, type TestApp } from "../../../testing/app.ts";
import { livingPair } from "../../../testing/living-pair.ts";
import { smallWorld, type World } from "../../../testing/world.ts";
import { letTimeGoOn } from "../life/time-goes-on.job.ts";
import { moveRelationship } from "../life/move-relationship.ts";
import { forgetRelationships } from "./forget-relationships.job.ts";

let app: TestApp;
let world: World;
let pair: Awaited<ReturnType<typeof livingPair>>;
async function begin(at: string, timeZone: string): Promise<void> {
  app = await testApp();
  app.travel(new Date(at));
  world = await smallWorld(app);
  pair = await livingPair(app, world);
  await pair.here(({ db }) => db.updateTable("organization").set({ time_zone: timeZone }).where("id", "=", world.riverside).execute());
}
beforeEach(() => () => app[Symbol.asyncDispose]());

/** It is this moment, and what is looked for each hour is looked for, twice. */
async function stateAt(moment: string): Promise<string> {
  app.travel(new Date(moment));
  for (let time = 0; time < 2; time++) await letTimeGoOn.run(app, {}, new AbortController().signal);
  await app.jobs.runDue(app);
  return (await pair.life()).state;
}
const close = (closesOn: string) => pair.here((ctx) => moveRelationship(ctx, pair.its, { move: "close", closesOn, ending: "planned" }));
const goodbyes = async (name: "mentor" | "mentee") => (await pair.lettersTo(name)).filter((subject) => /has ended/u.test(subject));
async function isForgottenAt(moment: string): Promise<boolean> {
  app.travel(new Date(moment));
  await forgetRelationships.run(app, {}, new AbortController().signal);
  await app.jobs.runDue(app);
  const { forgotten_at } = await pair.here(({ db }) =>
    db.selectFrom("relationship").select("forgotten_at").where("id", "=", pair.its.relationshipId).executeTakeFirstOrThrow(),
  );
  return forgotten_at !== null;
}

test("on the last day, of 25 hours, one can still write; with its end it is over, once", async () => {
  await begin("2027-10-25T12:00:00Z", "Europe/Madrid");
  await close("2027-10-31");
  expect(await stateAt("2027-10-31T22:59:00Z")).toBe("closing");
  expect(await stateAt("2027-10-31T23:00:00Z")).toBe("concluded");
  expect(await stateAt("2027-11-01T23:00:00Z")).toBe("concluded");
  for (const name of ["mentor", "mentee"] as const) expect(await goodbyes(name)).toHaveLength(1);
});

test("a last day of 23 hours, far west of here", async () => {
  await begin("2027-03-10T12:00:00Z", "America/Los_Angeles");
  await close("2027-03-14");
  expect(await stateAt("2027-03-15T06:59:00Z")).toBe("closing");
  expect(await stateAt("2027-03-15T07:00:00Z")).toBe("concluded");
});

test("where the server slept over the last day, it is over when it wakes, and everybody hears so once", async () => {
  await begin("2028-02-20T12:00:00Z", "Pacific/Auckland");
  await close("2028-02-29");
  expect(await stateAt("2028-03-02T12:00:00Z")).toBe("concluded");
  expect(await stateAt("2028-03-04T12:00:00Z")).toBe("concluded");
  for (const name of ["mentor", "mentee"] as const) expect(await goodbyes(name)).toHaveLength(1);
  const changes = await pair.here(({ db }) => db.selectFrom("relationship_change").select("move").where("move", "=", "conclude").execute());
  expect(changes).toHaveLength(1);
});

test("a break until the leap day ends on it", async () => {
  await begin("2028-02-20T12:00:00Z", "Europe/Madrid");
  await pair.here((ctx) => moveRelationship(ctx, pair.its, { move: "pause", by: "people", until: "2028-02-29" }));
  expect(await stateAt("2028-02-28T22:59:00Z")).toBe("paused");
  expect(await stateAt("2028-02-28T23:00:00Z")).toBe("active");
});

test("what was written goes on the day where the organization is, a leap day's a year later on the last of February", async () => {
  await begin("2028-02-29T20:00:00Z", "America/Los_Angeles");
  await pair.here((ctx) => moveRelationship(ctx, pair.its, { move: "conclude", ending: "stopped" }));
  await app.jobs.runDue(app);
  expect(await isForgottenAt("2029-02-28T07:59:00Z")).toBe(false);
  expect(await isForgottenAt("2029-02-28T08:01:00Z")).toBe(true);
});
