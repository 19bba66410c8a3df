import fc from "fast-check";
import { expect, test } from "vitest";
import {
  checkFair,
  type FairMatching,
  fairMatching,
  type FairRule,
  type FairViolation,
  marketFromPairs,
  MatchingCancelled,
} from "../index.ts";
import { drawPlan, marketOf, randomFrom } from "../testing/random-markets.ts";

/** Four mentees who all want the two places of one mentor, and one who has a mentor of her own. Groups 0, 0, 1, 1 and none. */
const market = marketFromPairs({
  menteeCount: 5,
  capacity: [2, 3],
  pairs: [
    { mentee: 0, mentor: 0, weight: 9 },
    { mentee: 1, mentor: 0, weight: 8 },
    { mentee: 2, mentor: 0, weight: 3 },
    { mentee: 3, mentor: 0, weight: 1 },
    { mentee: 4, mentor: 1, weight: 5 },
  ],
});
const groupOf = [0, 0, 1, 1, -1];
const coverage: FairRule = { rule: "coverage", groupOf };
const parity: FairRule = { rule: "parity", groupOf, points: 50 };
const half: FairRule = { rule: "at-least", groupOf, share: 0.5 };
const run = (rule: FairRule) => fairMatching(market, { ...rule, seed: 1 });
const rulesOf = (rule: FairRule, claim: FairMatching): FairViolation["rule"][] => [
  ...new Set(checkFair(market, rule, claim).map((violation) => violation.rule)),
];

/** The claim with part of its proof replaced. */
function forged(claim: FairMatching, part: "matching" | "best" | "fairest", changed: object, outer: object = {}): FairMatching {
  const proof = claim.proof as unknown as Record<string, object>;
  return { ...claim, ...outer, proof: { ...proof, [part]: { ...proof[part], ...changed } } } as unknown as FairMatching;
}

test("what is found here, so that the forgeries below are about something", () => {
  expect(run(coverage)).toMatchObject({
    assignment: [0, -1, 0, -1, 1],
    total: 17,
    matched: 3,
    price: { bestTotal: 22, mostMatched: 3, total: 1 - 17 / 22, matches: 0 },
  });
  expect(run(coverage).groups).toEqual([
    {
      group: 0,
      size: 2,
      attainable: 2,
      before: { matched: 2, coverage: 1, meanWeight: 8.5, firstThree: 1 },
      after: { matched: 1, coverage: 0.5, meanWeight: 9, firstThree: 1 },
    },
    {
      group: 1,
      size: 2,
      attainable: 2,
      before: { matched: 0, coverage: 0, meanWeight: null, firstThree: null },
      after: { matched: 1, coverage: 0.5, meanWeight: 3, firstThree: 1 },
    },
    {
      group: -1,
      size: 1,
      attainable: 1,
      before: { matched: 1, coverage: 1, meanWeight: 5, firstThree: 1 },
      after: { matched: 1, coverage: 1, meanWeight: 5, firstThree: 1 },
    },
  ]);
  expect(run(parity)).toMatchObject({ assignment: [0, 0, -1, -1, 1], total: 22 });
  expect(run(half)).toMatchObject({ assignment: [0, -1, 0, -1, 1], total: 17 });
  expect(run({ ...half, share: 0 })).toMatchObject({ total: 22, matched: 3 });
  expect(fairMatching(market, { rule: "floor", floor: { least: 4 }, groupOf, seed: 1 })).toMatchObject({
    assignment: [0, 0, -1, -1, 1],
    groups: [{ attainable: 2, after: { matched: 2 } }, { attainable: 2, after: { matched: 0, coverage: 0 } }, { group: -1 }],
  });
});

test.each<[string, FairRule, (claim: FairMatching) => FairMatching, FairViolation["rule"]]>([
  ["a proof of another kind", coverage, () => run(parity), "proof-of-something-else"],
  ["another assignment beside the proof", coverage, (claim) => ({ ...claim, assignment: [-1, 0, 0, -1, 1] }), "proof-of-something-else"],
  ["another total", coverage, (claim) => ({ ...claim, total: 18 }), "proof-of-something-else"],
  ["another number of pairs", coverage, (claim) => ({ ...claim, matched: 4 }), "proof-of-something-else"],
  ["another price", coverage, (claim) => ({ ...claim, price: { ...claim.price, total: 0 } }), "proof-of-something-else"],
  ["an unfair matching", coverage, (claim) => forged(claim, "matching", { assignment: [0, 0, -1, -1, 1] }), "fairer-exchange"],
  [
    "an unfair matching with its own prices",
    coverage,
    (claim) => forged(claim, "matching", (claim.proof as { best: object }).best, { assignment: [0, 0, -1, -1, 1], total: 22 }),
    "fairer-exchange",
  ],
  ["a fair matching with less weight", coverage, (claim) => forged(claim, "matching", { assignment: [-1, 0, 0, -1, 1] }), "gap-not-closed"],
  ["a matching of fewer", coverage, (claim) => forged(claim, "matching", { assignment: [0, -1, 0, -1, -1] }), "gap-not-closed"],
  ["more than a mentor's places", coverage, (claim) => forged(claim, "matching", { assignment: [0, 0, 0, -1, 1] }), "overbooked"],
  ["no candidates", coverage, (claim) => forged(claim, "matching", { assignment: [1, -1, 0, -1, 1] }), "not-allowed"],
  ["people who do not exist", coverage, (claim) => forged(claim, "matching", { assignment: [0, -1, 0, -1, 7] }), "not-allowed"],
  ["too few people", coverage, (claim) => forged(claim, "matching", { assignment: [0, -1, 0, -1] }), "wrong-length"],
  ["too few prices", coverage, (claim) => forged(claim, "matching", { prices: [8] }), "wrong-length"],
  ["too few subsidies", coverage, (claim) => forged(claim, "matching", { subsidies: [0, 0] }), "wrong-length"],
  ["a negative price", coverage, (claim) => forged(claim, "matching", { prices: [-1, 0] }), "bad-price"],
  ["no price", coverage, (claim) => forged(claim, "matching", { prices: [Number.NaN, 0] }), "bad-price"],
  ["a negative profit", coverage, (claim) => forged(claim, "matching", { profits: [1, -1, 0, 0, 5] }), "bad-profit"],
  ["an endless subsidy", coverage, (claim) => forged(claim, "matching", { subsidies: [0, Infinity, 0] }), "bad-subsidy"],
  ["a pair that is worth more", coverage, (claim) => forged(claim, "matching", { profits: [0, 0, 0, 0, 5] }), "pair-underpriced"],
  ["a best total with subsidies", coverage, (claim) => forged(claim, "best", { subsidies: [0, 1, 0] }), "bad-subsidy"],
  ["a best total that is not the best", coverage, (claim) => forged(claim, "best", { assignment: [-1, -1, 0, 0, 1] }), "gap-not-closed"],
  [
    "places alone that there are not",
    coverage,
    (claim) => ({ ...claim, proof: { ...claim.proof, alone: [0, 0, 0, 0, 0] } }) as FairMatching,
    "attainable-not-shown",
  ],
  [
    "fewer alone than possible",
    coverage,
    (claim) => ({ ...claim, proof: { ...claim.proof, alone: [0, -1, 0, 0, 1] } }) as FairMatching,
    "attainable-not-shown",
  ],
  [
    "nothing of those alone",
    coverage,
    (claim) => ({ ...claim, proof: { ...claim.proof, alone: [] } }) as FairMatching,
    "attainable-not-shown",
  ],
])("not accepted: %s", (_, rule, forge, violation) => {
  expect(rulesOf(rule, forge(run(rule)))).toContain(violation);
});

test("a narrower band, a larger share and a fairest matching that is none are told", () => {
  expect(rulesOf({ ...parity, points: 49 }, run(parity))).toEqual(["outside-band"]);
  expect(checkFair(market, { ...parity, points: 49 }, run(parity))).toContainEqual({
    rule: "outside-band",
    group: 0,
    matched: 2,
    least: 1,
    most: 1,
  });
  const free = { ...half, share: 0 } as FairRule;
  expect(checkFair(market, half, run(free))).toEqual([{ rule: "below-share", group: 1, matched: 0, least: 1 }]);
  // What was subsidized for a half is not the best for nothing.
  expect(rulesOf(free, run(half))).toContain("subsidized-beyond-share");
  const unfair = (run(parity).proof as { best: object }).best;
  expect(rulesOf(parity, forged(run(parity), "fairest", unfair))).toContain("fairer-exchange");
  // Within so wide a band the fairest is not the best.
  const { proof } = run(parity);
  const fairest = (proof as { fairest: object }).fairest;
  const narrow = forged(run(parity), "matching", fairest, { assignment: [0, -1, 0, -1, 1], total: 17 });
  expect(rulesOf(parity, { ...narrow, price: run(coverage).price })).toEqual(["exchange-may-gain"]);
});

test("floors: below it, too dear, not the highest, or another than was asked for", () => {
  const rule = (share: number): FairRule => ({ rule: "floor", floor: { mostLoss: { of: "total", share } } });
  const given: FairRule = { rule: "floor", floor: { least: 8 } };
  const dear = run(rule(0.3));
  expect(dear.proof).toMatchObject({ kind: "floor", floor: 8, next: { floor: 9 } });
  expect(dear.total).toBe(17);
  expect(rulesOf(rule(0.2), dear)).toEqual(["floor-too-dear"]);
  expect(rulesOf(rule(0.9), dear)).toEqual(["floor-could-be-higher"]);
  expect(rulesOf(given, run(given))).toEqual([]);
  expect(rulesOf({ rule: "floor", floor: { least: 7 } }, run(given))).toEqual(["proof-of-something-else"]);
  expect(rulesOf({ rule: "floor", floor: { mostLoss: { of: "matches", share: 1 / 3 } } }, dear)).toContain("proof-of-something-else");
  const raised = { ...dear, proof: { ...dear.proof, floor: 9 } } as FairMatching;
  expect(rulesOf(rule(0.3), raised)).toContain("below-floor");
  const skipped = { ...dear, proof: { ...dear.proof, next: null } } as FairMatching;
  expect(checkFair(market, rule(0.3), skipped)).toEqual([{ rule: "floor-could-be-higher", floor: 9 }]);
  // Above the highest weight there is nothing more to show.
  expect(run(rule(1)).proof).toMatchObject({ floor: 9, next: null });
  expect(rulesOf(rule(1), run(rule(1)))).toEqual([]);
});

test("each of 1,000 proofs with one wrong number is rejected or still proves what is claimed", () => {
  const shape = { menteeCount: 14, mentorCount: 5, mostPlaces: 2, mostWeight: 9, density: 0.6, lockedShare: 0.1, forbiddenShare: 0 };
  let rejected = 0;
  for (let seed = 0; seed < 1_000; seed++) {
    const random = randomFrom(seed);
    const below = (n: number) => Math.floor(random() * n);
    const some = marketOf(drawPlan({ ...shape, seed: seed % 40 }));
    const groups = Array.from({ length: 14 }, (_, i) => i % 3);
    const rule = ([{ rule: "coverage" }, { rule: "parity", points: 20 }, { rule: "at-least", share: 0.6 }] as const)[seed % 3]!;
    const claim = fairMatching(some, { ...rule, groupOf: groups, seed });
    const copy = JSON.parse(JSON.stringify(claim)) as { assignment: number[]; proof: { matching: Record<string, number[]> } };
    // An assignment that was changed in claim and proof alike.
    const mentee = below(14);
    const before = copy.assignment[mentee]!;
    const after = below(6) - 1;
    copy.assignment[mentee] = after;
    copy.proof.matching["assignment"]![mentee] = after;
    const violations = checkFair(some, { ...rule, groupOf: groups }, copy as unknown as FairMatching);
    if (after === before) expect(violations).toEqual([]);
    else {
      expect(violations).not.toEqual([]);
      rejected++;
    }
  }
  expect(rejected).toBeGreaterThan(700);
});

test("what is wrong is told with how to mend it, and cancelling works", () => {
  expect(() => run({ ...coverage, groupOf: [0] })).toThrow("There are groups for 1 mentees and the market has 5.");
  for (const group of [-2, 0.5, 1_000]) {
    expect(() => run({ ...coverage, groupOf: [0, 0, 0, 0, group] })).toThrow(`Mentee 4 is in group ${group}. Number`);
  }
  expect(run({ ...coverage, groupOf: [0, 0, 0, 0, 999] }).groups.length).toBe(1_000);
  for (const points of [-1, 101, Number.NaN]) {
    expect(() => run({ ...parity, points })).toThrow(`The band is ${points} points. Give a number from 0 to 100.`);
  }
  for (const share of [-0.1, 1.1]) {
    expect(() => run({ ...half, share })).toThrow(`The least share is ${share}. Give a number from 0 to 1.`);
    expect(() => run({ rule: "floor", floor: { mostLoss: { of: "total", share } } })).toThrow(`may cost is ${share}.`);
  }
  for (const least of [-1, 0.5]) expect(() => run({ rule: "floor", floor: { least } })).toThrow(`The floor is ${least}.`);
  let asked = 0;
  const cancelled = () => ++asked > 3;
  expect(() => fairMatching(market, { ...coverage, seed: 1, cancelled })).toThrow(MatchingCancelled);
});

test("whoever is in no group has the same claim as everybody else", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10_000 }), (seed) => {
      const shape = { menteeCount: 8, mentorCount: 4, mostPlaces: 1, mostWeight: 9, density: 0.7, lockedShare: 0, forbiddenShare: 0, seed };
      const some = marketOf(drawPlan(shape));
      const named = Array.from({ length: 8 }, (_, i) => i % 3);
      const one = fairMatching(some, { rule: "coverage", groupOf: named, seed });
      const other = fairMatching(some, { rule: "coverage", groupOf: named.map((group) => (group === 2 ? -1 : group)), seed });
      expect(other.assignment).toEqual(one.assignment);
      expect(other.groups.map(({ group }) => group)).toEqual([0, 1, -1]);
    }),
    { numRuns: 50 },
  );
});
