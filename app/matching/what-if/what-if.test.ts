import { afterAll, beforeAll, expect, test } from "vitest";
import { testApp, type TestApp } from "../../../testing/app.ts";
import { inventPeople } from "../../../testing/invented-people.ts";
import { smallWorld, type World } from "../../../testing/world.ts";
import { type Context, inOrganization } from "../../platform/context.ts";
import { tryOut } from "../board/ask-round.ts";
import type { Criterion } from "../criteria/criterion.ts";
import { defaultCriteria } from "../criteria/default-criteria.ts";
import { listCriteria } from "../criteria/list-criteria.ts";
import { addCriterion } from "../criteria/save-criterion.ts";
import { startRound } from "../rounds/start-round.ts";
import type { ShownTrial } from "./show-trial.ts";

let app: TestApp;
let world: World;
let at: string;
let round: string;
let criteria: Criterion[];
beforeAll(async () => {
  app = await testApp();
  world = await smallWorld(app);
  at = `/organizations/${world.riverside}/programs/${world.first}/rounds`;
  await inventPeople(app, { organizationId: world.riverside, programId: world.first }, { mentees: 40, mentors: 25, seed: 5 });
  await inRiverside(async (ctx) => {
    for (const criterion of defaultCriteria) await addCriterion(ctx, world.riverside, world.first, criterion);
    // Weighs nothing in the round, and can be tried nevertheless.
    await addCriterion(ctx, world.riverside, world.first, {
      strength: "should",
      rule: "same",
      settings: { mentee: "profile.country", mentor: "profile.country" },
      weight: 0,
    });
    criteria = await listCriteria(ctx, world.riverside, world.first);
  });
  round = await run();
});
afterAll(() => app[Symbol.asyncDispose]());

const inRiverside = <T>(work: (ctx: Context) => Promise<T>): Promise<T> => inOrganization(app, world.riverside, work);
async function run(tried?: Criterion[]): Promise<string> {
  const id = await inRiverside((ctx) =>
    startRound(ctx, world.riverside, world.first, {
      chosen: { who: "ready" },
      seed: 3,
      objective: "most-good",
      ...(tried && { criteria: tried }),
    }),
  );
  await app.jobs.runDue(app);
  return id;
}
const roundOf = (id: string) => inRiverside((ctx) => ctx.db.selectFrom("round").selectAll().where("id", "=", id).executeTakeFirstOrThrow());
const ask = (trial: Parameters<typeof tryOut>[2]) =>
  inRiverside((ctx) => tryOut(ctx, { organizationId: world.riverside, roundId: round }, trial));
const should = () => criteria.filter(({ strength }) => strength === "should");
const must = () => criteria.filter(({ strength }) => strength === "must");

test("the round's own weights move nobody", async () => {
  const answer = await ask({ weights: {}, off: [] });
  expect(answer).toMatchObject({ moved: 0, gained: 0, lost: 0, proven: true });
  expect(answer!.after.total).toBe((await roundOf(round)).total);
});

test("a trial's total is that of a round with these criteria, also where a must is left out and a weight comes from nothing", async () => {
  const [first, ...others] = should();
  const weightless = criteria.find(({ weight }) => weight === 0)!;
  const trial = {
    weights: { [first!.id]: 5, [weightless.id]: 80, ...Object.fromEntries(others.slice(0, 1).map(({ id }) => [id, 100])) },
    off: must().map(({ id }) => id),
  };
  const answer = (await ask(trial))!;
  const after = await roundOf(
    await run(
      criteria
        .filter(({ id }) => !trial.off.includes(id))
        .map((one) => ({ ...one, weight: (trial.weights as Record<string, number>)[one.id] ?? one.weight })),
    ),
  );
  expect(answer.after.total).toBe(after.total);
  expect(answer.after.total).toBeGreaterThanOrEqual(answer.before.total);
  expect(answer.moved).toBeGreaterThan(0);
  expect(answer.gained + answer.lost).toBeLessThanOrEqual(answer.moved);
});

test("the page answers without scripts, the sliders by the same numbers, and a trial becomes a round of its own", async () => {
  const query = new URLSearchParams({ [`weight-${should()[0]!.id}`]: "0", musts: "shown" });
  for (const { id } of must()) query.append("on", id);
  const page = await (await world.as("coordinator").get(`${at}/${round}/what-if?${query.toString()}`)).text();
  const { shown } = (await (await world.as("coordinator").get(`${at}/${round}/what-if/result?${query.toString()}`)).json()) as {
    shown: ShownTrial;
  };
  expect(page).toContain(shown.figures[1]!.after);
  for (const { mentee } of shown.moves) expect(page).toContain(mentee);

  const made = await world
    .as("coordinator")
    .post(`${at}/${round}/what-if`, { act: "make", ...Object.fromEntries(query), on: must()[0]!.id });
  expect(made.status).toBe(303);
  await app.jobs.runDue(app);
  const next = await roundOf(made.headers.get("location")!.split("/").at(-1)!);
  expect(next.criteria.criteria.find(({ id }) => id === should()[0]!.id)!.weight).toBe(0);
  expect(await inRiverside((ctx) => listCriteria(ctx, world.riverside, world.first))).toEqual(criteria);
});

test("kept, the weights are the program's, and a must without its tick is taken away", async () => {
  const [gone] = must();
  const sent = { act: "make", keep: "yes", musts: "shown", [`weight-${should()[0]!.id}`]: "35" };
  expect((await world.as("coordinator").post(`${at}/${round}/what-if`, sent)).status).toBe(303);
  await app.jobs.runDue(app);
  const now = await inRiverside((ctx) => listCriteria(ctx, world.riverside, world.first));
  expect(now.find(({ id }) => id === should()[0]!.id)!.weight).toBe(35);
  expect(now.map(({ id }) => id)).not.toContain(gone!.id);
});
