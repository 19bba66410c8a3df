/** Fair rounds that are kept come out the same in every version: the same market, groups and seed give the same matching, price and proof. */
import { expect, test } from "vitest";
import { checkFair, drawNearTies, type FairMatching, fairMatching, type FairRule, type FloorChoice, tradeOffs } from "../index.ts";
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

/** The same with one of its numbers one more or one less. */
function withOneWrong(found: FairMatching, seed: number): FairMatching {
  const random = randomFrom(seed);
  const copy = JSON.parse(JSON.stringify(found)) as FairMatching;
  const places: [list: Record<string, unknown>, key: string][] = [];
  const look = (value: unknown): void => {
    if (typeof value !== "object" || value === null) return;
    for (const [key, part] of Object.entries(value)) {
      if (typeof part === "number") places.push([value as Record<string, unknown>, key]);
      else look(part);
    }
  };
  // The report of the groups is not what is proven.
  for (const part of [copy.proof, copy.price]) look(part);
  const [list, key] = places[Math.floor(random() * places.length)]!;
  list[key] = (list[key] as number) + (random() < 0.5 ? 1 : -1);
  return copy;
}

test.each<[string, (groupOf: number[], seed: number) => FairRule, string]>([
  ["coverage", (groupOf) => ({ rule: "coverage", groupOf }), "e0c1d00334f5cdf0"],
  [
    "parity",
    (groupOf, seed) => ({ rule: "parity", groupOf, points: [0, 10, 34][seed % 3]!, shareOf: seed % 2 === 0 ? "people" : "attainable" }),
    "26eadb671a3b353e",
  ],
  ["at least a share", (groupOf, seed) => ({ rule: "at-least", groupOf, share: [0, 0.3, 0.5, 0.8, 1][seed % 5]! }), "0b52e7ca23ce68c5"],
  ["a floor", (groupOf, seed) => ({ rule: "floor", groupOf, floor: floorOf(seed) }), "1931bd69967481e4"],
])("%s", (_, ruleOf, kept) => {
  const print = new Fingerprint();
  for (let seed = 0; seed < 60; seed++) {
    const { market, groupOf } = drawn(seed);
    const rule = ruleOf(groupOf, seed);
    const found = fairMatching(market, { ...rule, seed });
    print.add(found);
    // Of another matching, and of one with a wrong number: what the check says then.
    print.add(checkFair(market, rule, { ...found, assignment: found.assignment.toReversed() }));
    for (let at = 0; at < 25; at++) print.add(checkFair(market, rule, withOneWrong(found, seed * 25 + at)));
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
