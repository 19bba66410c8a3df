import { afterAll, beforeAll, expect, test } from "vitest";
import { testApp, type TestApp } from "../../../testing/app.ts";
import { livingPair } from "../../../testing/living-pair.ts";
import { smallWorld, type World } from "../../../testing/world.ts";
import { daysAfter } from "../life/days.ts";
import { defaultSetting } from "../settings/setting.ts";
import { goOnToken } from "./go-on.ts";
import { lookForQuiet } from "./look-for-quiet.job.ts";
import { type Quiet, quietStep } from "./quiet.ts";

let app: TestApp;
let world: World;
beforeAll(async () => {
  app = await testApp();
  world = await smallWorld(app);
});
afterAll(() => app[Symbol.asyncDispose]());

type Pair = Awaited<ReturnType<typeof livingPair>>;
const look = () => lookForQuiet.run(app, {}, new AbortController().signal);
/** Days go by; each day it is looked twice. */
async function live(pair: Pair, days: number, everyDays = 1): Promise<void> {
  for (let day = 0; day < days; day += everyDays) {
    await pair.pass(everyDays);
    await look();
    await look();
  }
}
async function end(pair: Pair): Promise<void> {
  await app.jobs.runDue(app);
  await pair.here(async ({ db }) => {
    await db.deleteFrom("relationship").execute();
    await db.deleteFrom("offer").execute();
  });
  await pair.pass(1);
}
const starting = (subjects: readonly string[], start: string): number => subjects.filter((one) => one.startsWith(start)).length;

test("without contact: three reminders, asked, warned, concluded; each letter once, over a leap day and the clocks' change", async () => {
  app.travel(new Date("2028-01-10T10:00:00Z"));
  const pair = await livingPair(app, world);
  await live(pair, 22);
  expect(starting(await pair.lettersTo("mentee"), "A word to Jonas Mentor?")).toBe(3);
  await live(pair, 67);
  expect(starting(await pair.lettersTo("mentee"), "Does it go on")).toBe(0);
  await live(pair, 1);
  expect(starting(await pair.lettersTo("mentee"), "Does it go on with Jonas Mentor?")).toBe(1);
  await live(pair, 4);
  expect(starting(await pair.lettersTo("mentor"), "With Maya Mentee: please answer by")).toBe(1);
  await live(pair, 2);
  expect(await pair.life()).toMatchObject({ state: "active" });
  await live(pair, 1);
  expect(await pair.life()).toMatchObject({ state: "concluded", ending: "inactive" });
  await live(pair, 5);
  for (const name of ["mentor", "mentee"] as const) expect(await pair.lettersTo(name)).toHaveLength(6);
  await end(pair);
});

test("after two weeks asleep nobody is reminded twice, and nobody ends unasked or unwarned", async () => {
  const pair = await livingPair(app, world);
  await live(pair, 16, 16);
  expect(await pair.lettersTo("mentee")).toEqual(["A word to Jonas Mentor?"]);
  await live(pair, 200, 200);
  expect(starting(await pair.lettersTo("mentee"), "Does it go on")).toBe(1);
  expect(await pair.life()).toMatchObject({ state: "active" });
  await live(pair, 30, 30);
  expect(starting(await pair.lettersTo("mentee"), "With Jonas Mentor")).toBe(1);
  expect(await pair.life()).toMatchObject({ state: "active" });
  await live(pair, 2, 2);
  expect(await pair.life()).toMatchObject({ state: "active" });
  await live(pair, 2, 2);
  expect(await pair.life()).toMatchObject({ state: "concluded", ending: "inactive" });
  await end(pair);
});

test("one tap from the mail, without signing in, stops it; looking at the link does not", async () => {
  const pair = await livingPair(app, world);
  await live(pair, 91, 91);
  const path = `/going-on/${goOnToken(app, { ...pair.its, personId: world.people.mentee })}`;
  const letter = await pair.here(({ db }) =>
    db
      .selectFrom("letter")
      .select("text_body")
      .where("person_id", "=", world.people.mentee)
      .orderBy("id", "desc")
      .executeTakeFirstOrThrow(),
  );
  expect(letter.text_body).toContain(path);
  expect(await (await world.as("visitor").get(path)).text()).toContain("Yes, we go on");
  await live(pair, 4, 4);
  expect(starting(await pair.lettersTo("mentor"), "With Maya Mentee")).toBe(1);
  await world.as("visitor").post(path, { act: "goOn" });
  await live(pair, 6);
  expect(await pair.life()).toMatchObject({ state: "active" });
  // The silence begins anew.
  await live(pair, 2);
  expect(starting(await pair.lettersTo("mentor"), "A word to Maya Mentee?")).toBe(1);
  expect((await world.as("visitor").get(`/going-on/${"A".repeat(64)}.${"B".repeat(24)}`)).status).toBe(404);
  await end(pair);
});

test("who plans to meet, and who has a break, is left in peace", async () => {
  const pair = await livingPair(app, world);
  await world.as("mentee").post(`${pair.at}/changes`, { act: "pause", until: pair.day(60) });
  await live(pair, 40, 10);
  expect(await pair.lettersTo("mentee")).toEqual([]);
  await live(pair, 21, 21);
  await pair.here(({ db }) =>
    db
      .insertInto("session")
      .values({
        organization_id: pair.its.organizationId,
        id: pair.offerId,
        relationship_id: pair.its.relationshipId,
        starts_at: new Date(app.now().getTime() + 30 * 86_400_000),
        ends_at: new Date(app.now().getTime() + 30 * 86_400_000 + 3_600_000),
        time_zone: "UTC",
        place_kind: "phone",
        agreed_at: app.now(),
      })
      .execute(),
  );
  await live(pair, 28, 7);
  expect(starting(await pair.lettersTo("mentee"), "A word")).toBe(0);
});

test("steps follow each other by days alone", () => {
  const quiet: Quiet = { since: "2028-02-22", nudgedDays: 0, askedOn: null, warnedOn: null };
  const on = (days: number, known: Partial<Quiet> = {}) => quietStep({ ...quiet, ...known }, defaultSetting, daysAfter(quiet.since, days));
  expect(on(6)).toBeUndefined();
  expect(on(7)).toEqual({ step: "nudge", days: 7 });
  expect(on(7, { nudgedDays: 7 })).toBeUndefined();
  expect(on(20)).toEqual({ step: "nudge", days: 14 });
  expect(on(89, { nudgedDays: 21 })).toBeUndefined();
  expect(on(90, { nudgedDays: 21 })).toEqual({ step: "ask" });
  const [askedOn, warnedOn] = [daysAfter(quiet.since, 90), daysAfter(quiet.since, 94)];
  expect(on(93, { askedOn })).toBeUndefined();
  expect(on(94, { askedOn })).toEqual({ step: "warn" });
  expect(on(96, { askedOn, warnedOn })).toBeUndefined();
  expect(on(97, { askedOn, warnedOn })).toEqual({ step: "conclude" });
  const hasty = { ...defaultSetting, concludeDays: 1 };
  const at = (days: number, known: Partial<Quiet>) => quietStep({ ...quiet, ...known }, hasty, daysAfter(quiet.since, days));
  expect(at(90, { askedOn })).toBeUndefined();
  expect(at(91, { askedOn })).toEqual({ step: "warn" });
  expect(at(91, { askedOn, warnedOn: daysAfter(quiet.since, 91) })).toBeUndefined();
  expect(at(92, { askedOn, warnedOn: daysAfter(quiet.since, 91) })).toEqual({ step: "conclude" });
});
