import { afterAll, beforeAll, expect, test } from "vitest";
import { testApp, type TestApp } from "../../../testing/app.ts";
import { letDescribe, saying } from "../../../testing/describing.ts";
import { fillWorld, type FilledWorld } from "../../../testing/filled-world.ts";
import { inventPeople } from "../../../testing/invented-people.ts";
import { inOrganization } from "../../platform/context.ts";
import { defaultCriteria } from "../criteria/default-criteria.ts";
import { addCriterion } from "../criteria/save-criterion.ts";
import { startRound } from "../rounds/start-round.ts";

let app: TestApp;
let world: FilledWorld;
let at: string;
let roundId: string;
let where: { organizationId: string; programId: string; dimensionId: string };
let mentees: string[];
let matched: Set<string>;
beforeAll(async () => {
  app = await testApp();
  world = await fillWorld(app);
  where = { organizationId: world.riverside, programId: world.first, dimensionId: world.examples["dimensionId"]! };
  await inventPeople(app, where, { mentees: 90, mentors: 30 });
  await inRiverside(async (ctx) => {
    for (const criterion of defaultCriteria) await addCriterion(ctx, world.riverside, world.first, criterion);
    await ctx.db
      .updateTable("participant")
      .set({ capacity: 2, completed_at: ctx.now })
      .where("program_id", "=", world.first)
      .where("role", "=", "mentor")
      .execute();
    await ctx.db.updateTable("participant").set({ completed_at: ctx.now }).where("program_id", "=", world.first).execute();
    roundId = await startRound(ctx, world.riverside, world.first, { chosen: { who: "ready" }, seed: 7, objective: "most-good" });
  });
  await app.jobs.runDue(app);
  const [pairs, unmatched] = await inRiverside((ctx) =>
    Promise.all([
      ctx.db.selectFrom("round_pair").select("mentee_id").where("round_id", "=", roundId).execute(),
      ctx.db.selectFrom("round_unmatched").select("mentee_id").where("round_id", "=", roundId).execute(),
    ]),
  );
  matched = new Set(pairs.map(({ mentee_id }) => mentee_id));
  mentees = [...pairs, ...unmatched].map(({ mentee_id }) => mentee_id).toSorted();
  at = `/organizations/${world.riverside}/programs/${world.first}/rounds/${roundId}/fairness`;
});
afterAll(() => app[Symbol.asyncDispose]());

const inRiverside = <T>(work: Parameters<typeof inOrganization<T>>[2]): Promise<T> => inOrganization(app, world.riverside, work);
const coordinator = () => world.as("coordinator");
const count = () => coordinator().post(at, { act: "count", dimensionId: where.dimensionId });
const text = async (): Promise<string> => (await (await coordinator().get(at)).text()).replaceAll(/<[^>]*>/g, " ").replaceAll(/\s+/g, " ");
const report = () =>
  inRiverside((ctx) => ctx.db.selectFrom("fairness_report").selectAll().where("round_id", "=", roundId).executeTakeFirstOrThrow());

test("a round is counted once, and says nothing of few", async () => {
  expect(matched.size).toBeGreaterThan(40);
  expect(mentees.length - matched.size).toBeGreaterThanOrEqual(10);
  await letDescribe(app, where, new Map(mentees.slice(0, 8).map((id) => [id, saying("yes")])));
  expect(await text()).toContain("Count this round");
  expect((await count()).status).toBe(303);
  expect(await text()).toContain("Too few people to tell");
  expect((await report()).report.groups).toEqual([]);
  // One more has described herself: counted again now, the two counts would tell what she said.
  await letDescribe(app, where, new Map([[mentees[8]!, saying("yes")]]));
  expect((await count()).status).toBe(409);
});

test("groups that are large enough stand side by side, with coverage and the price of closing the gap", async () => {
  // The first of their families have a mentor less often here: so it is made.
  const without = mentees.filter((id) => !matched.has(id));
  const withMentor = mentees.filter((id) => matched.has(id));
  const first = [...without.slice(0, 15), ...withMentor.slice(0, 10)];
  const others = [...without.slice(15), ...withMentor.slice(10)].slice(0, 40);
  await letDescribe(
    app,
    where,
    new Map([...first.map((id) => [id, saying("yes")] as const), ...others.map((id) => [id, saying("no")] as const)]),
  );
  expect((await count()).status).toBe(303);
  await app.jobs.runDue(app);
  const { report: kept } = await report();
  expect(kept.groups.map(({ key, people }) => [key, people])).toEqual([
    ["yes", 25],
    ["no", 40],
    ["rest", mentees.length - 65],
  ]);
  const [yes, no] = kept.groups;
  expect(yes!.matched).toMatchObject({ value: 0.4 });
  expect(yes!.beside.matched!.high).toBeLessThan(0);
  expect(kept.isPriced).toBe(true);
  // Sixty places for twenty-five: alone, each of them could have one whom a rule does not keep away.
  expect(yes!.coverage).toBeGreaterThanOrEqual(0.4);
  expect(yes!.coverage).toBeLessThan(no!.coverage!);
  expect(kept.price!.total).toBeGreaterThan(0);
  expect(kept.price!.total).toBeLessThan(0.5);
  expect(kept.price!.matched).toBe(0);
  const page = await text();
  for (const words of [
    "The first of us",
    "40%",
    "more than chance usually brings",
    "With equal coverage of all groups shown: the total would be",
  ])
    expect(page).toContain(words);
  expect(page).not.toMatch(/caused|blame|because of/i);
});

test("the file holds what the page shows, and no names", async () => {
  const response = await coordinator().get(`${at}/figures?by=${where.dimensionId}`);
  expect(response.headers.get("content-disposition")).toContain("fairness-round-");
  const lines = (await response.text()).trim().split(/\r?\n/);
  expect(lines).toHaveLength(4);
  expect(lines[1]).toMatch(/^The first of us,25,0\.4,/);
  expect(lines.join("\n")).not.toContain("Maya");
});

test("raising the smallest group takes away what was counted with smaller ones", async () => {
  const raise = (smallestGroup: string) =>
    coordinator().post(`/organizations/${world.riverside}/programs/${world.first}/fairness`, { act: "smallestGroup", smallestGroup });
  expect((await raise("30")).status).toBe(303);
  expect(await text()).toContain("Count this round");
  expect((await (await coordinator().get(`${at}/figures?by=${where.dimensionId}`)).text()).trim().split(/\r?\n/)).toHaveLength(1);
  expect((await count()).status).toBe(303);
  // Twenty-five are too few now, and so are the twenty-six who have said nothing; together they are not.
  expect((await report()).report.groups.map(({ key }) => key)).toEqual(["no"]);
  expect(await text()).toContain("Others before");
});

test("the report outlives the question, and is of this program's rounds alone", async () => {
  await coordinator().post(`/organizations/${world.riverside}/programs/${world.first}/fairness/${where.dimensionId}`, { act: "delete" });
  expect(await text()).toContain("Others before");
  expect((await count()).status).toBe(404);
  const elsewhere = at.replace(world.first, world.second);
  expect((await world.as("otherCoordinator").get(elsewhere)).status).toBe(404);
  expect((await world.as("otherCoordinator").post(elsewhere, { act: "count", dimensionId: where.dimensionId })).status).toBe(404);
});
