/** Fair rounds that are kept come out the same in every version: the same market, groups and seed give the same matching, price and proof. */
import { expect, test } from "vitest";
import { checkFair, drawNearTies, fairMatching, type FairRule, type FloorChoice, tradeOffs } from "../index.ts";
import { Fingerprint } from "../testing/fingerprint.ts";
import { drawPlan, marketOf, randomFrom } from "../testing/random-markets.ts";

const drawn = (seed: number) => {
  const random = randomFrom(seed + 9_000);
  const market = marketOf(
    drawPlan({
      menteeCount: 4 + (seed % 20),
      mentorCount: 2 + (seed % 7),
      mostPlaces: 1 + (seed % 3),
      mostWeight: [2, 30, 1_000][seed % 3]!,
      density: [0.3, 0.6, 1][seed % 3]!,
      lockedShare: seed % 4 === 0 ? 0.15 : 0,
      forbiddenShare: 0,
      seed,
    }),
  );
  return { market, groupOf: Array.from({ length: market.menteeCount }, () => Math.floor(random() * 5) - 1) };
};

const floorOf = (seed: number): FloorChoice =>
  seed % 3 === 0 ? { least: seed % 7 } : { mostLoss: { of: seed % 3 === 1 ? "total" : "matches", share: (seed % 5) / 10 } };

test.each<[string, (groupOf: number[], seed: number) => FairRule, string]>([
  ["coverage", (groupOf) => ({ rule: "coverage", groupOf }), "3e3aed5e1dc61aaa"],
  [
    "parity",
    (groupOf, seed) => ({ rule: "parity", groupOf, points: [0, 10, 34][seed % 3]!, shareOf: seed % 2 === 0 ? "people" : "attainable" }),
    "55a1d4ef7b112e0a",
  ],
  ["at least a share", (groupOf, seed) => ({ rule: "at-least", groupOf, share: [0, 0.3, 0.5, 0.8, 1][seed % 5]! }), "ba9c1f021267d7cf"],
  ["a floor", (groupOf, seed) => ({ rule: "floor", groupOf, floor: floorOf(seed) }), "34d316acdc09c4d1"],
])("%s", (_, ruleOf, kept) => {
  const print = new Fingerprint();
  for (let seed = 0; seed < 60; seed++) {
    const { market, groupOf } = drawn(seed);
    const rule = ruleOf(groupOf, seed);
    const found = fairMatching(market, { ...rule, seed });
    print.add(found);
    // Of another matching: what the check says then.
    print.add(checkFair(market, rule, { ...found, assignment: found.assignment.toReversed() }));
  }
  expect(print.toString()).toBe(kept);
});

test("the curve of trade-offs", () => {
  const print = new Fingerprint();
  for (let seed = 0; seed < 40; seed++) {
    const { market, groupOf } = drawn(seed);
    print.add(tradeOffs(market, { groupOf, steps: 1 + (seed % 5), seed }));
  }
  expect(print.toString()).toBe("a9fde8c513a25e12");
});

test("draws among near ties", () => {
  const print = new Fingerprint();
  for (let seed = 0; seed < 40; seed++) {
    const { market } = drawn(seed);
    print.add(
      drawNearTies(market, { within: [0, 1, 20][seed % 3]!, draws: 4, seed, objective: seed % 2 === 0 ? "most-good" : "most-people" }),
    );
  }
  expect(print.toString()).toBe("4b7c87032d2650e8");
});
