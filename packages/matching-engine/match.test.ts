import fc from "fast-check";
import { expect, test } from "vitest";
import { checkOutcome, type Market, match, type MatchObjective, MatchingCancelled, type Outcome, type Preferences } from "./index.ts";
import { bestByTrying } from "./testing/independent-solvers.ts";
import { marketOf, marketPlans, randomFrom } from "./testing/random-markets.ts";

const seeds = fc.integer({ min: 0, max: 1_000 });

/** Ranks from 0 (not ranked) to 3, with ties; some mentees rank nobody. */
function drawPreferences(market: Market, seed: number): Preferences {
  const random = randomFrom(seed);
  const menteeRank = new Int32Array(market.col.length);
  for (let mentee = 0; mentee < market.menteeCount; mentee++) {
    const ranks = random() < 0.7;
    for (let e = market.ptr[mentee]!; e < market.ptr[mentee + 1]!; e++) menteeRank[e] = ranks ? Math.floor(random() * 4) : 0;
  }
  return { menteeRank, mentorRank: new Int32Array(market.col.length) };
}

const throughJson = (outcome: Outcome): Outcome => JSON.parse(JSON.stringify(outcome)) as Outcome;

test.each(["most-good", "most-people"] as const)(
  "%s is as good as by trying every matching, and proven after a way through JSON",
  (kind) => {
    fc.assert(
      fc.property(marketPlans({ mentees: 6, mentors: 4 }), seeds, (plan, seed) => {
        const market = marketOf(plan);
        const outcome = match(market, { objective: { kind }, seed });
        const most = kind === "most-people" ? 1_000_000 : 0;
        expect(outcome.total + most * outcome.matched).toBe(bestByTrying(market, (weight) => weight + most));
        expect(checkOutcome(market, throughJson(outcome))).toEqual({ proven: true, violations: [], violationCount: 0 });
      }),
      { numRuns: 200 },
    );
  },
);

test("top choices: nobody who ranked is matched beyond her choices, and nothing better is possible so", () => {
  fc.assert(
    fc.property(marketPlans({ mentees: 6, mentors: 4 }), seeds, fc.integer({ min: 1, max: 3 }), (plan, seed, choices) => {
      const market = marketOf(plan);
      const preferences = drawPreferences(market, seed);
      const outcome = match(market, { objective: { kind: "top-choices", choices }, preferences, seed });
      const refused = plan.pairs.filter(({ mentee, mentor }) => {
        const row = [...market.col.keys()].filter((e) => e >= market.ptr[mentee]! && e < market.ptr[mentee + 1]!);
        const rank = preferences.menteeRank[row.find((e) => market.col[e] === mentor) ?? -1] ?? 0;
        return row.some((e) => preferences.menteeRank[e]! > 0) && (rank === 0 || rank > choices);
      });
      const isLocked = (pair: { mentee: number; mentor: number }) =>
        plan.locked.some(({ mentee, mentor }) => pair.mentee === mentee && pair.mentor === mentor);
      const smaller = marketOf({ ...plan, forbidden: [...plan.forbidden, ...refused.filter((pair) => !isLocked(pair))] });
      expect(outcome.total).toBe(bestByTrying(smaller, (weight) => weight));
      for (const { mentee, mentor } of refused) if (!isLocked({ mentee, mentor })) expect(outcome.assignment[mentee]).not.toBe(mentor);
      expect(checkOutcome(market, throughJson(outcome), { preferences }).violations).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

/** Two mentees, two mentors; mentee 0 has ranked mentor 0 first and mentor 1 second and third; mentee 1 has ranked nobody. */
const small = marketOf({
  menteeCount: 2,
  capacity: [1, 1],
  pairs: [
    { mentee: 0, mentor: 0, weight: 1 },
    { mentee: 0, mentor: 1, weight: 9 },
    { mentee: 1, mentor: 0, weight: 7 },
  ],
  locked: [],
  forbidden: [],
});
const ranks = { menteeRank: Int32Array.of(1, 2, 0), mentorRank: new Int32Array(3) };
const chosen = (choices: number): MatchObjective => ({ kind: "top-choices", choices });

test("weights decide among the first choices, and who ranked nobody keeps all", () => {
  const first = match(small, { objective: chosen(1), preferences: ranks, seed: 1 });
  expect(first).toMatchObject({ assignment: [-1, 0], total: 7, matched: 1, objective: { kind: "top-choices", choices: 1 } });
  const second = match(small, { objective: chosen(2), preferences: ranks, seed: 1 });
  expect(second).toMatchObject({ assignment: [1, 0], total: 16, matched: 2 });
});

test("a matching beyond the choices is not accepted, however good", () => {
  const outcome = match(small, { objective: chosen(2), preferences: ranks, seed: 1 });
  const check = checkOutcome(small, { ...outcome, objective: chosen(1) }, { preferences: ranks });
  expect(check.proven).toBe(false);
  expect(check.violations).toContainEqual({ rule: "beyond-choices", mentee: 0, mentor: 1, rank: 2 });
  expect(checkOutcome(small, outcome).violations).toContainEqual({ rule: "preferences-missing" });
});

test("an outcome that says something else than its proof is not accepted", () => {
  const outcome = match(small, { objective: { kind: "most-good" }, seed: 1 });
  const wrong = (changed: Partial<Outcome>) => checkOutcome(small, { ...outcome, ...changed });
  const about = (what: string) => [{ rule: "proof-of-something-else", what }];
  expect(wrong({ assignment: [1, -1] })).toMatchObject({ proven: false, violations: about("assignment") });
  expect(wrong({ assignment: [1, 0, -1] })).toMatchObject({ proven: false, violations: about("assignment") });
  expect(wrong({ total: 17 })).toMatchObject({ proven: false, violations: about("total") });
  expect(wrong({ matched: 1 })).toMatchObject({ proven: false, violations: about("matched") });
  expect(wrong({ objective: { kind: "most-people" } })).toMatchObject({ proven: false, violations: about("objective") });
});

test("what is missing or wrong is told with how to mend it", () => {
  const run = (objective: MatchObjective, preferences?: Preferences) => () => match(small, { objective, preferences, seed: 1 });
  expect(run(chosen(1))).toThrow("goes by preferences");
  expect(run(chosen(0), ranks)).toThrow("The number of choices is 0. Give a whole number from 1 up.");
  expect(run(chosen(1.5), ranks)).toThrow(RangeError);
  expect(run(chosen(1), { ...ranks, menteeRank: new Int32Array(2) })).toThrow("The market has 3 candidate pairs");
  expect(run(chosen(1), { ...ranks, mentorRank: new Int32Array(2) })).toThrow("The market has 3 candidate pairs");
});

test("cancelling reaches the solver", () => {
  expect(() => match(small, { objective: { kind: "most-good" }, seed: 1, cancelled: () => true })).toThrow(MatchingCancelled);
});

test("fair matchings come with how each group fares and what it costs, and are checked as such", () => {
  // One place, wanted by everybody; group 1 weighs less throughout.
  const market = marketOf({
    menteeCount: 4,
    capacity: [2],
    pairs: [9, 8, 2, 1].map((weight, mentee) => ({ mentee, mentor: 0, weight })),
    locked: [],
    forbidden: [],
  });
  const groupOf = Int32Array.of(0, 0, 1, 1);
  const outcome = match(market, { objective: { kind: "fair", rule: "coverage", groupOf }, seed: 1 });
  expect(outcome).toMatchObject({
    objective: { kind: "fair", rule: "coverage", groupOf: [0, 0, 1, 1] },
    assignment: [0, -1, 0, -1],
    total: 11,
    matched: 2,
    fairness: {
      price: { bestTotal: 17, mostMatched: 2, total: 1 - 11 / 17, matches: 0 },
      groups: [
        { group: 0, size: 2, attainable: 2, before: { matched: 2, coverage: 1, meanWeight: 8.5 }, after: { matched: 1, coverage: 0.5 } },
        { group: 1, size: 2, attainable: 2, before: { matched: 0, coverage: 0, meanWeight: null }, after: { matched: 1, meanWeight: 2 } },
      ],
    },
  });
  expect(checkOutcome(market, throughJson(outcome))).toEqual({ proven: true, violations: [], violationCount: 0 });
  expect(checkOutcome(market, { ...outcome, fairness: null }).violations).toEqual([{ rule: "proof-of-something-else", what: "price" }]);
  const best = match(market, { objective: { kind: "most-good" }, seed: 1 });
  expect(checkOutcome(market, { ...outcome, proof: best.proof }).violations).toEqual([{ rule: "proof-of-something-else", what: "kind" }]);
  expect(checkOutcome(market, { ...best, proof: outcome.proof }).violations).toEqual([{ rule: "proof-of-something-else", what: "kind" }]);
});

test("stable: nobody would both rather have each other, whoever proposes; checked as such", () => {
  const objectives = fc.record({ proposing: fc.constantFrom("mentees", "mentors"), ties: fc.constantFrom("lottery", "largest") });
  fc.assert(
    fc.property(marketPlans({ mentees: 8, mentors: 5 }), seeds, objectives, (plan, seed, how) => {
      const market = marketOf(plan);
      const { menteeRank } = drawPreferences(market, seed);
      const preferences = { menteeRank, mentorRank: drawPreferences(market, seed + 1).menteeRank };
      const outcome = match(market, { objective: { kind: "stable", ...how }, preferences, seed });
      expect(checkOutcome(market, throughJson(outcome), { preferences })).toEqual({ proven: true, violations: [], violationCount: 0 });
    }),
    { numRuns: 200 },
  );
});

test("whoever proposes gets the better stable matching, and another one is told by its blocking pair", () => {
  // Each mentee likes the mentor best who likes the other mentee best: both ways round it is stable.
  const market = marketOf({
    menteeCount: 2,
    capacity: [1, 1],
    pairs: [0, 0, 1, 1].map((mentee, k) => ({ mentee, mentor: k % 2, weight: k })),
    locked: [],
    forbidden: [],
  });
  const preferences = { menteeRank: Int32Array.of(1, 2, 2, 1), mentorRank: Int32Array.of(2, 1, 1, 2) };
  const run = (proposing: "mentees" | "mentors") =>
    match(market, { objective: { kind: "stable", proposing, ties: "lottery" }, preferences, seed: 1 });
  expect(run("mentees")).toMatchObject({ assignment: [0, 1], total: 3, matched: 2, proof: { kind: "stability" } });
  expect(run("mentors").assignment).toEqual([1, 0]);
  const first = run("mentees");
  const check = (changed: Partial<Outcome>, given?: Preferences) => checkOutcome(market, { ...first, ...changed }, { preferences: given });
  expect(check({}).violations).toEqual([{ rule: "preferences-missing" }]);
  expect(check({ total: 4, matched: 1 }, preferences).violations).toEqual([
    { rule: "proof-of-something-else", what: "total" },
    { rule: "proof-of-something-else", what: "matched" },
  ]);
  expect(check({ assignment: [0, -1], total: 0, matched: 1 }, preferences).violations).toContainEqual(
    expect.objectContaining({ rule: "blocking-pair", mentee: 1, mentor: 1 }),
  );
  const { proof } = match(market, { objective: { kind: "most-good" }, seed: 1 });
  expect(check({ proof }, preferences).violations).toEqual([{ rule: "proof-of-something-else", what: "kind" }]);
});
