import { afterAll, beforeAll, expect, test } from "vitest";
import { testApp, type TestApp } from "../../../testing/app.ts";
import { smallWorld, type World } from "../../../testing/world.ts";
import { type Context, inOrganization } from "../../platform/context.ts";
import { beginRelationship } from "../pairs/begin-relationship.ts";
import { findRelationship } from "./find-life.ts";
import { moveRelationship } from "./move-relationship.ts";
import { letTimeGoOn } from "./time-goes-on.job.ts";

let app: TestApp;
let world: World;
beforeAll(async () => {
  app = await testApp();
  world = await smallWorld(app);
});
afterAll(() => app[Symbol.asyncDispose]());

const here = <T>(work: (ctx: Context) => Promise<T>): Promise<T> => inOrganization(app, world.riverside, work);
const day = (days: number): string => new Date(app.now().getTime() + days * 86_400_000).toISOString().slice(0, 10);
const pass = (days: number): void => app.travel(new Date(app.now().getTime() + days * 86_400_000));

async function begin() {
  const one = (name: "mentor" | "mentee") => ({ participantId: world.participants[name]!, personId: world.people[name] });
  const relationshipId = await here((ctx) =>
    beginRelationship(ctx, {
      organizationId: world.riverside,
      programId: world.first,
      offerId: null as unknown as string,
      mentor: one("mentor"),
      mentees: [one("mentee")],
      reasons: { mentor: {}, mentee: {} },
    }),
  );
  const its = { organizationId: world.riverside, relationshipId };
  return {
    its,
    at: `/organizations/${world.riverside}/relationships/${relationshipId}`,
    life: () => here((ctx) => findRelationship(ctx, its)),
  };
}
const lettersTo = async (name: "mentor" | "mentee" | "coordinator"): Promise<string[]> => {
  await app.jobs.runDue(app);
  const rows = await here(({ db }) =>
    db
      .selectFrom("letter")
      .select("subject")
      .where("person_id", "=", world.people[name])
      .where("kind", "=", "relationship")
      .orderBy("id")
      .execute(),
  );
  return rows.map(({ subject }) => subject);
};
const time = () => letTimeGoOn.run(app, {}, new AbortController().signal);

test("one of the two takes a break, the other hears of it and ends it sooner; time ends another by itself", async () => {
  const { at, life } = await begin();
  const until = day(30);
  const text = await (await world.as("mentee").post(`${at}/changes`, { act: "pause", until: "" })).text();
  expect(text).toContain("Choose the day on which it goes on.");
  expect(await (await world.as("mentee").post(`${at}/changes`, { act: "pause", until: day(500) })).text()).toContain("a year at most");
  await world.as("mentee").post(`${at}/changes`, { act: "pause", until });
  expect(await life()).toMatchObject({ state: "paused", pausedBy: "people", pausedUntil: until });
  expect(await lettersTo("mentor")).toEqual(["A break with Maya Mentee"]);
  expect(await lettersTo("mentee")).toEqual([]);
  await world.as("mentor").post(`${at}/changes`, { act: "resume" });
  expect(await life()).toMatchObject({ state: "active", pausedUntil: null });
  expect(await lettersTo("mentee")).toEqual(["It goes on with Jonas Mentor"]);

  await world.as("coordinator").post(`${at}/changes`, { act: "pause", until: day(3) });
  expect(await (await world.as("mentor").get(`${at}/changes`)).text()).toContain("Your coordinator has set it.");
  expect((await world.as("mentor").post(`${at}/changes`, { act: "resume" })).status).toBe(409);
  // The server sleeps two days over it.
  pass(5);
  await time();
  await time();
  expect(await life()).toMatchObject({ state: "active" });
  expect((await lettersTo("mentee")).filter((subject) => subject === "It goes on with Jonas Mentor")).toHaveLength(2);
});

test("on its planned last day it begins to close, after a word in time, and every letter comes once", async () => {
  const { at, its, life } = await begin();
  const endsOn = day(60);
  await world.as("mentor").post(`${at}/changes`, { act: "extend", endsOn });
  expect(await life()).toMatchObject({ endsOn });
  await time();
  const before = await lettersTo("mentee");
  expect(before.at(-1)).toBe("The last day with Jonas Mentor");
  pass(45);
  for (let hour = 0; hour < 3; hour++) await time();
  const soon = (await lettersTo("mentee")).filter((subject) => subject.startsWith("With Jonas Mentor until"));
  expect(soon).toHaveLength(1);
  pass(17);
  await time();
  await time();
  expect(await life()).toMatchObject({ state: "closing", ending: "planned", closesOn: day(14) });
  expect((await lettersTo("mentee")).at(-1)).toBe("Your mentoring with Jonas Mentor comes to its end");
  expect((await lettersTo("coordinator")).at(-1)).toContain("comes to an end");
  pass(14);
  await time();
  expect((await life()).state).toBe("closing");
  pass(1);
  await time();
  expect(await life()).toMatchObject({ state: "concluded", ending: "planned" });
  expect((await lettersTo("mentor")).at(-1)).toBe("Your mentoring with Maya Mentee has ended");
  await expect(here((ctx) => moveRelationship(ctx, its, { move: "extend", endsOn: null }))).rejects.toThrow("concluded");
});

test("what is saved as it was is no change, and nobody hears of it again", async () => {
  const { at, its } = await begin();
  const before = (await lettersTo("mentor")).length;
  const send = (fields: Record<string, string>) => world.as("coordinator").post(`${at}/changes`, fields);
  const [until, endsOn] = [day(30), day(90)];
  for (let twice = 0; twice < 2; twice++) {
    expect((await send({ act: "extend", endsOn })).status).toBe(303);
    expect((await send({ act: "pause", until })).status).toBe(303);
  }
  const changes = await here(({ db }) =>
    db.selectFrom("relationship_change").select("move").where("relationship_id", "=", its.relationshipId).orderBy("id").execute(),
  );
  expect(changes.map(({ move }) => move)).toEqual(["extend", "pause"]);
  expect(await lettersTo("mentor")).toHaveLength(before + 2);
});
