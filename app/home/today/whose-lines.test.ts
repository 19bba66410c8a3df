import { afterAll, beforeAll, expect, test } from "vitest";
import { testApp, type TestApp } from "../../../testing/app.ts";
import { livingPair } from "../../../testing/living-pair.ts";
import { type PersonName, smallWorld, type World } from "../../../testing/world.ts";

let app: TestApp;
let world: World;
let pair: Awaited<ReturnType<typeof livingPair>>;
let today: string;
beforeAll(async () => {
  app = await testApp();
  world = await smallWorld(app);
  today = `/organizations/${world.riverside}/today`;
  pair = await livingPair(app, world);
  await app.jobs.runDue(app);
  await coordinates("otherCoordinator");
  await world.as("mentee").post(`${pair.at}/new-start`, { act: "ask", reason: "style", words: "He mocks my accent." });
});
afterAll(() => app[Symbol.asyncDispose]());

const coordinates = (person: PersonName): Promise<unknown> =>
  pair.here(({ db }) =>
    db
      .insertInto("coordinator")
      .values({ organization_id: world.riverside, program_id: world.first, person_id: world.people[person] })
      .execute(),
  );
const read = async (person: PersonName, path = `${today}?whose=all`): Promise<string> => (await world.as(person).get(path)).text();
const mark = async (person: PersonName, act: string, rule: string, more: Record<string, string> = {}): Promise<number> =>
  (await world.as(person).post(today, { act, subjectId: pair.its.relationshipId, rule, reason: "any", line: `${rule} any`, ...more }))
    .status;

test("that somebody asks for a new start is on one list only, from where it is read and answered", async () => {
  const page = await read("coordinator");
  const answer = `${pair.at}/new-start/answer`;
  expect(page).toContain("asks for a new start");
  expect(page).toContain(`href="${answer}"`);
  expect(await read("coordinator", answer)).toContain("He mocks my accent.");
  for (const person of ["otherCoordinator", "owner", "administrator"] as const)
    expect(await read(person), person).not.toContain("asks for a new start");
  expect(await mark("otherCoordinator", "snooze", "new-start", { untilOn: pair.day(9) })).toBe(404);
  expect(await mark("coordinator", "handOver", "new-start", { toId: world.people.otherCoordinator })).toBe(422);
  // Somebody waits for an answer: it can wait, and is not done without one.
  expect(await mark("coordinator", "done", "new-start")).toBe(409);
  expect(await read("coordinator")).toContain("asks for a new start");
});

test("who is in a relationship herself sets none of its lines aside, and is given none", async () => {
  await coordinates("mentor");
  const untilOn = pair.day(9);
  expect(await mark("otherCoordinator", "snooze", "low-pulse", { untilOn })).toBe(303);
  for (const [act, more] of [
    ["done", {}],
    ["snooze", { untilOn }],
    ["handOver", { toId: world.people.otherCoordinator }],
    ["undo", {}],
  ] as const)
    expect(await mark("mentor", act, "low-pulse", more), act).toBe(404);
  expect(await mark("coordinator", "handOver", "low-pulse", { toId: world.people.mentor })).toBe(422);
});

test("where a program is archived its relationships still need a hand, as long as one goes on", async () => {
  app.travel(new Date(app.now().getTime() + 40 * 86_400_000));
  const settings = `/organizations/${world.riverside}/programs/${world.first}/settings`;
  expect((await world.as("coordinator").post(settings, { act: "archive" })).status).toBe(303);
  expect(await read("coordinator")).toContain("they have not met");
  await world.as("coordinator").post(`${pair.at}/closure`, { act: "stop" });
  expect(await read("coordinator")).not.toContain("Maya");
});
