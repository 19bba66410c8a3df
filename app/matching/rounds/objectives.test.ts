import { afterAll, beforeAll, expect, test } from "vitest";
import { testApp, type TestApp } from "../../../testing/app.ts";
import { letDescribe, saying } from "../../../testing/describing.ts";
import { inventPeople, type InventedPeople, randomFrom } from "../../../testing/invented-people.ts";
import { smallWorld, type World } from "../../../testing/world.ts";
import { makeDimension } from "../../inclusion/self-description/save-dimension.ts";
import { listDimensions } from "../../inclusion/self-description/list-dimensions.ts";
import { type Context, inOrganization } from "../../platform/context.ts";
import { defaultCriteria } from "../criteria/default-criteria.ts";
import { addCriterion } from "../criteria/save-criterion.ts";
import { helpFor, priceOf, runnersUp, tryOut } from "../board/ask-round.ts";
import { checkRun } from "../reports/check-run.ts";
import { keepRun } from "../reports/keep-run.job.ts";
import { loadGroups } from "./load-groups.ts";
import { startRound, type RoundWish } from "./start-round.ts";
import { unpackSnapshot } from "./take-snapshot.ts";

let app: TestApp;
let world: World;
let people: InventedPeople;
let dimensionId: string;
/** Mentee → whom she ranked, first choice first. */
const ranked = new Map<string, string[]>();

beforeAll(async () => {
  app = await testApp();
  world = await smallWorld(app);
  people = await inventPeople(app, place(), { mentees: 44, mentors: 12, seed: 4, capacity: () => 2 });
  await inRiverside(async (ctx) => {
    const hopes = defaultCriteria.find(({ strength }) => strength === "should");
    await addCriterion(ctx, world.riverside, world.first, hopes!);
    await ctx.db
      .insertInto("matching_mode")
      .values({ organization_id: world.riverside, program_id: world.first, mode: "ranked-round", guaranteed_choices: 2 })
      .execute();
    const random = randomFrom(8);
    for (const mentee of people.mentees.slice(0, 30)) {
      const list = people.mentors.toSorted(() => random() - 0.5).slice(0, 4);
      ranked.set(mentee, list);
      for (const [index, mentor] of list.entries())
        await ctx.db
          .insertInto("choice")
          .values({ organization_id: world.riverside, program_id: world.first, participant_id: mentee, about_id: mentor, rank: index + 1 })
          .execute();
    }
    dimensionId = await makeDimension(ctx, world.riverside, world.first, {
      label: "First in the family at university",
      reason: "To see whether all are served",
      options: ["Yes", "No"],
      wishWeight: 0,
    });
  });
  const [first, others] = await optionsOf();
  const said = people.mentees.map((id, index) => [id, saying((index % 3 === 0 ? first : others)!.key)] as const);
  await letDescribe(app, { ...place(), dimensionId }, new Map(said));
});
afterAll(() => app[Symbol.asyncDispose]());

const place = () => ({ organizationId: world.riverside, programId: world.first });
const optionsOf = async () => (await inRiverside((ctx) => listDimensions(ctx, world.riverside, world.first)))[0]!.options;
const inRiverside = <T>(work: (ctx: Context) => Promise<T>): Promise<T> => inOrganization(app, world.riverside, work);
async function run(wish: Omit<RoundWish, "chosen" | "seed">): Promise<string> {
  const id = await inRiverside((ctx) => startRound(ctx, world.riverside, world.first, { chosen: { who: "ready" }, seed: 3, ...wish }));
  await app.jobs.runDue(app);
  return id;
}
const roundOf = (id: string) => inRiverside((ctx) => ctx.db.selectFrom("round").selectAll().where("id", "=", id).executeTakeFirstOrThrow());
const pairsOf = (id: string) => inRiverside((ctx) => ctx.db.selectFrom("round_pair").selectAll().where("round_id", "=", id).execute());
const board = async (id: string) =>
  (await world.as("coordinator").get(`/organizations/${world.riverside}/programs/${world.first}/rounds/${id}`)).text();

test("by choices: nobody and no mentor would both rather have each other, and who has not ranked takes part by weight", async () => {
  const id = await run({ objective: "stable", settings: { unranked: "by-weight" } });
  const round = await roundOf(id);
  expect([round.problem, round.certificate?.check.proven]).toEqual([null, true]);
  const pairs = await pairsOf(id);
  // Twelve mentors with two places each, and Jonas with one.
  expect(pairs.length).toBe(25);
  const mentorOf = new Map(pairs.map((pair) => [pair.mentee_id, pair]));
  // Looked for by hand: a mentee's better choice all of whose mentees are weaker for that mentor than she would be.
  const weightOf = async (mentee: string, mentor: string) => {
    const price = await inRiverside((ctx) => priceOf(ctx, { organizationId: world.riverside, roundId: id }, mentee, mentor));
    return price.kind === "priced" ? price.pair.weight : mentorOf.get(mentee)!.weight;
  };
  for (const [mentee, list] of ranked) {
    const got = list.indexOf(mentorOf.get(mentee)?.mentor_id ?? "");
    for (const better of list.slice(0, got < 0 ? list.length : got)) {
      const theirs = pairs.filter(({ mentor_id }) => mentor_id === better);
      const hers = await weightOf(mentee, better);
      expect(theirs.length === 2 && theirs.every(({ weight }) => weight >= hers)).toBe(true);
    }
  }
  const { choices } = round.certificate!;
  expect(choices!.ranked).toBe(30);
  expect(choices!.got.reduce((sum, count) => sum + count, 0) + choices!.other + choices!.unmatched).toBe(30);
  expect(choices!.got[0]).toBe([...ranked].filter(([mentee, [first]]) => mentorOf.get(mentee)?.mentor_id === first).length);
  const page = await board(id);
  expect(page).toContain("no mentee and mentor would both rather have each other");
  expect(page).toContain("Who got which choice");
  const [other] = await inRiverside((ctx) =>
    runnersUp(ctx, { organizationId: world.riverside, roundId: id }, "mentee", pairs[0]!.mentee_id, 1),
  );
  expect(other!.cost).toBeNull();
});

test("by choices without the unranked: only who was ranked is paired", async () => {
  const pairs = await pairsOf(await run({ objective: "stable", settings: { unranked: "never" } }));
  expect(pairs.length).toBeGreaterThan(0);
  for (const { mentee_id, mentor_id, choice } of pairs) expect(ranked.get(mentee_id)!.indexOf(mentor_id) + 1).toBe(choice);
});

test("first choices guaranteed: whoever has ranked gets one of her first two, or nobody", async () => {
  const id = await run({ objective: "top-choices", settings: { choices: 2 } });
  expect((await roundOf(id)).certificate!.check).toEqual({ proven: true, gap: 0, violations: 0 });
  for (const { mentee_id, mentor_id } of await pairsOf(id)) {
    const list = ranked.get(mentee_id);
    if (list) expect(list.slice(0, 2)).toContain(mentor_id);
  }
  // Nor is anybody else told beside hers as one whom she could have instead.
  const which = { organizationId: world.riverside, roundId: id };
  const beside = await Promise.all(
    [...ranked].slice(0, 12).map(async ([mentee, list]) => {
      const others = await inRiverside((ctx) => runnersUp(ctx, which, "mentee", mentee, 5));
      return others.map(({ mentorId }) => list.indexOf(mentorId));
    }),
  );
  expect(new Set(beside.flat())).toEqual(new Set([0, 1]));
});

test("fair between groups: proven, told by group, and nothing of who is in which group is kept", async () => {
  // A single one without a group would keep the smaller group from being told of.
  const alone = world.participants.mentee!;
  await letDescribe(app, { ...place(), dimensionId }, new Map([[alone, saying((await optionsOf())[1]!.key)]]));
  const id = await run({ objective: "fair", settings: { dimensionId, rule: "coverage" } });
  const round = await roundOf(id);
  expect([round.problem, round.certificate?.check.proven]).toEqual([null, true]);
  const { groups, hidden } = round.certificate!.groups!;
  expect([groups.map(({ people: count }) => count), hidden]).toEqual([[15, 30], 0]);
  expect(groups.reduce((sum, { matched }) => sum + matched, 0)).toBe((await pairsOf(id)).length);
  const [yes, no] = groups.map(({ matched, possible }) => matched / possible);
  expect(Math.abs(yes! - no!)).toBeLessThan(0.08);
  const kept = await inRiverside((ctx) =>
    ctx.db.selectFrom("round_snapshot").select("bytes").where("round_id", "=", id).executeTakeFirstOrThrow(),
  );
  expect((await unpackSnapshot(kept.bytes)).groups).toBeNull();
  expect(await board(id)).toContain("How the groups fared");

  // Kept and run again it is the same, until somebody takes her consent back.
  await keepRun.run(app, { ...place(), roundId: id }, new AbortController().signal);
  const check = () => inRiverside((ctx) => checkRun(ctx, world.riverside, world.first, id));
  expect(await check()).toMatchObject({ kind: "ran", samePairs: true, proven: true });
  await inRiverside((ctx) => ctx.db.deleteFrom("self_description").where("participant_id", "in", [people.mentees[5]!, alone]).execute());
  expect(await check()).toMatchObject({ kind: "groups-changed" });
});

test("a handful of people is no group of its own: nobody can be worked out from whom a fair round moves", async () => {
  const groups = (ids: readonly string[]) => inRiverside((ctx) => loadGroups(ctx, world.riverside, world.first, dimensionId, ids));
  const first = people.mentees.filter((_, index) => index % 3 === 0);
  // One of them has taken back her consent by now.
  const others = people.mentees.filter((_, index) => index % 3 !== 0 && index !== 5);
  const nine = await groups([...first.slice(0, 9), ...others.slice(0, 12)]);
  expect(nine!.of.slice(0, 9)).toEqual(first.slice(0, 9).map(() => -1));
  expect(new Set(nine!.of.slice(9)).size).toBe(1);
  expect(await groups([...first.slice(0, 9), ...others.slice(0, 9)])).toBeNull();
});

test("near ties drawn: the total loses no more than is told, and each pair says how likely it was", async () => {
  const best = (await roundOf(await run({ objective: "most-good" }))).total!;
  const id = await run({ objective: "most-good", settings: { nearTies: { within: 500, draws: 40 } } });
  const round = await roundOf(id);
  const pairs = await pairsOf(id);
  expect(round.certificate).toMatchObject({ check: { proven: true }, nearTies: { draws: 40, within: 500, mostLost: 500 * pairs.length } });
  expect(best - round.total!).toBeLessThanOrEqual(500 * pairs.length);
  expect(best - round.total!).toBeGreaterThanOrEqual(0);
  for (const { drawn } of pairs) expect(drawn! > 0 && drawn! <= 1).toBe(true);
  expect(pairs.some(({ drawn }) => drawn! < 1)).toBe(true);
});

test("other weights can be tried on rounds of every kind: their own weights move nobody", async () => {
  const wishes: Omit<RoundWish, "chosen" | "seed">[] = [
    { objective: "most-people" },
    { objective: "stable", settings: { unranked: "by-weight" } },
    { objective: "top-choices", settings: { choices: 2 } },
    { objective: "fair", settings: { dimensionId, rule: "parity", band: 10 } },
    { objective: "fair", settings: { dimensionId, rule: "floor", price: 10 } },
  ];
  for (const wish of wishes) {
    const roundId = await run(wish);
    expect((await roundOf(roundId)).problem).toBeNull();
    const answer = await inRiverside((ctx) => tryOut(ctx, { organizationId: world.riverside, roundId }, { weights: {}, off: [] }));
    expect({ ...wish, moved: answer?.moved, proven: answer?.proven }).toEqual({ ...wish, moved: 0, proven: true });
    const text = await board(roundId);
    expect(text).toContain("Proven:");
  }
});

test("a program offers only what makes sense in it", async () => {
  const at = `/organizations/${world.riverside}/programs/${world.first}/rounds/new`;
  const page = await (await world.as("coordinator").get(at)).text();
  for (const objective of ["stable", "top-choices", "fair"]) expect(page).toContain(`value="${objective}"`);
  await inRiverside((ctx) => ctx.db.updateTable("matching_mode").set({ mode: "round" }).execute());
  expect(await (await world.as("coordinator").get(at)).text()).not.toContain('value="stable"');
  const refused = await world.as("coordinator").post(at, { who: "ready", objective: "stable", seed: "5" });
  expect([refused.status, (await refused.text()).includes("This program has no such rounds.")]).toEqual([422, true]);
});

test("the curve between total and coverage: each point can be looked at, and becomes the round that it promises", async () => {
  const at = `/organizations/${world.riverside}/programs/${world.first}/rounds`;
  const first = await run({ objective: "most-good" });
  const page = await (await world.as("coordinator").get(`${at}/${first}/trade-offs`)).text();
  const points = [...page.matchAll(/Point (\d+)<\/a>/gu)].length;
  expect(points).toBeGreaterThan(1);
  expect([...page.matchAll(/<a href="[^"]*point=\d+#changes" aria-label=/gu)].length).toBe(points);
  const last = await (await world.as("coordinator").get(`${at}/${first}/trade-offs?dimension=${dimensionId}&point=${points - 1}`)).text();
  expect(last).toContain("would have another mentor");
  const share = /name="share" value="(\d+)"/u.exec(last)![1]!;
  const made = await world.as("coordinator").post(`${at}/${first}/trade-offs`, { act: "make", dimension: dimensionId, share });
  await app.jobs.runDue(app);
  const round = await roundOf(made.headers.get("location")!.split("/").at(-1)!);
  expect([round.state, round.certificate?.check.proven, round.settings.rule]).toEqual(["done", true, "at-least"]);
  expect(round.total!).toBeLessThan((await roundOf(first)).total!);
  expect(last).toContain((round.total! / 100).toLocaleString("en", { maximumFractionDigits: 1 }));

  // Who would move beside a fair round is not told: not by its groups, not without them, not with other weights.
  const beside = `${at}/${round.id}/trade-offs`;
  for (const dimension of [dimensionId, ""]) {
    const view = await (await world.as("coordinator").get(`${beside}?dimension=${dimension}&point=0`)).text();
    expect(view).toContain("would have another mentor");
    expect(view).toContain("Who would move is not listed");
    expect(view).not.toContain(`${round.id}/participants/`);
  }
  const weighed = round.criteria.criteria.find(({ strength }) => strength === "should");
  const tried = await (await world.as("coordinator").get(`${at}/${round.id}/what-if?weight-${weighed!.id}=0`)).text();
  expect(tried).toContain("Who would move is not listed");
  expect(tried).not.toContain(`${round.id}/participants/`);
  const compared = await (await world.as("coordinator").get(`${at}/${first}/compare/${round.id}`)).text();
  expect(compared).toContain("Who moved is not listed");
  expect(compared).not.toContain(`${round.id}/participants/`);

  const withoutGroups = await (await world.as("coordinator").get(`${at}/${first}/trade-offs?dimension=`)).text();
  expect(withoutGroups).toContain("more in total means fewer people matched");
});

test("what would help is exact where it is told: with that place, and nothing else changed, she is matched", async () => {
  const wishes: Omit<RoundWish, "chosen" | "seed">[] = [
    { objective: "stable", settings: { unranked: "by-weight" } },
    { objective: "stable", settings: { unranked: "never" } },
    { objective: "top-choices", settings: { choices: 2 } },
  ];
  for (const wish of wishes) {
    const id = await run(wish);
    const left = await inRiverside(({ db }) => db.selectFrom("round_unmatched").select("mentee_id").where("round_id", "=", id).execute());
    const ids = left.map(({ mentee_id }) => mentee_id);
    const help = await inRiverside((ctx) => helpFor(ctx, { organizationId: world.riverside, roundId: id }, ids, 2));
    expect(
      help.every((parts) => parts?.every(({ kind }) => kind === "place")),
      wish.objective,
    ).toBe(true);
    const index = help.findIndex((parts) => parts!.length > 0);
    expect(index, wish.objective).toBeGreaterThanOrEqual(0);
    const [part] = help[index]!;
    const page = await (
      await world
        .as("coordinator")
        .get(`/organizations/${world.riverside}/programs/${world.first}/rounds/${id}/participants/${ids[index]!}`)
    ).text();
    expect(page).toContain("Each line alone would be enough, with the same people, rules and lists.");
    const places = (capacity: number) =>
      inRiverside(({ db }) => db.updateTable("participant").set({ capacity }).where("id", "=", part!.mentorId).execute());
    await places(3);
    const again = await pairsOf(await run(wish));
    expect(
      again.map(({ mentee_id }) => mentee_id),
      wish.objective,
    ).toContain(ids[index]!);
    await places(2);
  }
});

test("where it cannot be told, the board and her page say why, and nothing is empty", async () => {
  const at = `/organizations/${world.riverside}/programs/${world.first}/rounds`;
  const told: [Omit<RoundWish, "chosen" | "seed">, string][] = [
    [{ objective: "most-good", settings: { nearTies: { within: 300, draws: 50 } } }, "so no single change is certain to help"],
    [{ objective: "fair", settings: { dimensionId, rule: "coverage" } }, "who is in which group. What would help could tell that"],
  ];
  for (const [wish, why] of told) {
    const id = await run(wish);
    const [left] = await inRiverside(({ db }) => db.selectFrom("round_unmatched").select("mentee_id").where("round_id", "=", id).execute());
    for (const page of [`${at}/${id}?view=unmatched`, `${at}/${id}/participants/${left!.mentee_id}`])
      expect(await (await world.as("coordinator").get(page)).text()).toContain(why);
  }
});
