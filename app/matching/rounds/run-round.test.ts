import { afterAll, beforeAll, expect, test } from "vitest";
import { inOrganization } from "../../platform/context.ts";
import { inventPeople, type InventedPeople } from "../../../testing/invented-people.ts";
import { testApp, type TestApp } from "../../../testing/app.ts";
import { smallWorld, type World } from "../../../testing/world.ts";
import { defaultCriteria } from "../criteria/default-criteria.ts";
import { questionSource } from "../criteria/answer-source.ts";
import { addCriterion } from "../criteria/save-criterion.ts";
import { runRound } from "./run-round.job.ts";
import { solveInThread } from "./solve-in-thread.ts";
import { startRound } from "./start-round.ts";
import { takeSnapshot } from "./take-snapshot.ts";

let app: TestApp;
let world: World;
let invented: InventedPeople;
beforeAll(async () => {
  app = await testApp();
  world = await smallWorld(app);
  invented = await inventPeople(app, { organizationId: world.riverside, programId: world.first }, { mentees: 30, mentors: 20 });
  await inOrganization(app, world.riverside, async (ctx) => {
    for (const criterion of defaultCriteria) await addCriterion(ctx, world.riverside, world.first, criterion);
    await addCriterion(ctx, world.riverside, world.first, {
      strength: "must",
      rule: "different",
      settings: { mentee: questionSource(invented.department), mentor: questionSource(invented.department), missing: "allow" },
      weight: 50,
    });
    await addCriterion(ctx, world.riverside, world.first, {
      strength: "must",
      rule: "above",
      settings: { mentee: questionSource(invented.grade), mentor: questionSource(invented.grade), missing: "allow", above: 1 },
      weight: 50,
    });
  });
});
afterAll(() => app[Symbol.asyncDispose]());

const inRiverside = <T>(work: Parameters<typeof inOrganization<T>>[2]): Promise<T> => inOrganization(app, world.riverside, work);

async function runOnce(seed = 7): Promise<string> {
  const roundId = await inRiverside((ctx) =>
    startRound(ctx, world.riverside, world.first, { chosen: { who: "ready" }, seed, objective: "most-good" }),
  );
  await app.jobs.runDue(app);
  return roundId;
}
const roundOf = (roundId: string) =>
  inRiverside((ctx) => ctx.db.selectFrom("round").selectAll().where("id", "=", roundId).executeTakeFirstOrThrow());
const pairsOf = (roundId: string) =>
  inRiverside((ctx) => ctx.db.selectFrom("round_pair").selectAll().where("round_id", "=", roundId).orderBy("mentee_id").execute());
const unmatchedOf = (roundId: string) =>
  inRiverside((ctx) => ctx.db.selectFrom("round_unmatched").selectAll().where("round_id", "=", roundId).orderBy("mentee_id").execute());

test("a round matches everyone it can, proves it, and gives every part of every strength a reason", async () => {
  const roundId = await runOnce();
  const round = await roundOf(roundId);
  expect(round.problem).toBeNull();
  expect(round.state).toBe("done");
  expect(round.certificate?.check).toEqual({ proven: true, gap: 0, violations: 0 });
  const pairs = await pairsOf(roundId);
  const unmatched = await unmatchedOf(roundId);
  expect(pairs.length + unmatched.length).toBe(31); // thirty invented, and Maya
  expect(pairs.reduce((sum, { weight }) => sum + weight, 0)).toBe(round.total);
  for (const { parts, weight } of pairs) {
    expect(parts.reduce((sum, { points }) => sum + points, 0)).toBe(weight);
    expect(parts.every((part) => part.strength === "should" || part.counts)).toBe(true);
  }
  for (const { reason } of unmatched) expect(reason.refusals.length > 0 || reason.fitting > 0).toBe(true);
});

test("the same people and the same number of the draw give the same pairs", async () => {
  const strip = (rows: readonly { round_id: string }[]) => rows.map((row) => ({ ...row, round_id: "" }));
  const [first, second] = [await runOnce(11), await runOnce(11)];
  expect(strip(await pairsOf(second))).toEqual(strip(await pairsOf(first)));
  expect(strip(await unmatchedOf(second))).toEqual(strip(await unmatchedOf(first)));
  expect((await roundOf(second)).certificate?.certificate).toEqual((await roundOf(first)).certificate?.certificate);
});

test("a round that is asked to stop at its last moment writes nothing", async () => {
  const roundId = await inRiverside((ctx) =>
    startRound(ctx, world.riverside, world.first, { chosen: { who: "ready" }, seed: 1, objective: "most-people" }),
  );
  const job = app.jobs.runDue(app);
  while ((await roundOf(roundId)).state === "waiting") await new Promise((resolve) => setTimeout(resolve, 5));
  await inRiverside((ctx) => ctx.db.updateTable("round").set({ cancel_asked: true }).where("id", "=", roundId).execute());
  await job;
  expect((await roundOf(roundId)).state).toBe("cancelled");
  expect([...(await pairsOf(roundId)), ...(await unmatchedOf(roundId))]).toEqual([]);
});

test("the thread of a round ends when it is told to", async () => {
  const snapshot = await inRiverside((ctx) =>
    takeSnapshot(ctx, world.riverside, world.first, {
      criteria: { criteria: [] },
      chosen: { who: "ready" },
      seed: 1,
      objective: "most-good",
    }),
  );
  const ended = new AbortController();
  const solving = solveInThread(snapshot, ended.signal, () => undefined);
  ended.abort(new Error("enough"));
  await expect(solving).rejects.toThrow("enough");
});

test("a round whose server died is taken up again from its beginning", async () => {
  const roundId = await runOnce(21);
  const before = await pairsOf(roundId);
  // As a killed server leaves it: taken up, nothing written, the job given out again.
  await inRiverside(async (ctx) => {
    for (const table of ["round_pair", "round_unmatched", "round_mentor", "round_snapshot"] as const) {
      await ctx.db.deleteFrom(table).where("round_id", "=", roundId).execute();
    }
    await ctx.db.updateTable("round").set({ state: "running", total: null, certificate: null }).where("id", "=", roundId).execute();
    await app.jobs.enqueue(ctx, runRound, { organizationId: world.riverside, roundId });
  });
  await app.jobs.runDue(app);
  expect(await pairsOf(roundId)).toEqual(before);
  // Given out once more, it changes nothing.
  await inRiverside((ctx) => app.jobs.enqueue(ctx, runRound, { organizationId: world.riverside, roundId }));
  await app.jobs.runDue(app);
  expect(await pairsOf(roundId)).toEqual(before);
});
