import { expect, test } from "vitest";
import {
  coMentorsHeuristic,
  completePreferences,
  type Market,
  marketFromPairs,
  match,
  type MatchObjective,
  mentoringGroupsHeuristic,
  tradeOffs,
} from "../index.ts";

const pairs = [
  { mentee: 0, mentor: 0, weight: 4 },
  { mentee: 0, mentor: 1, weight: 5 },
  { mentee: 1, mentor: 1, weight: 7 },
];
const marketOf = (least: number[]): Market => marketFromPairs({ menteeCount: 2, capacity: [1, 2], pairs, least });
const ranked = (market: Market, objective: MatchObjective) => {
  const { length } = market.col;
  const preferences = completePreferences(market, { menteeRank: new Int32Array(length), mentorRank: new Int32Array(length) });
  return match(market, { objective, preferences, seed: 1 });
};
const groupOf = [0, 1];

const without: [string, (market: Market) => unknown][] = [
  ["a stable matching", (market) => ranked(market, { kind: "stable", proposing: "mentees", ties: "lottery" })],
  ["a stable matching", (market) => ranked(market, { kind: "stable", proposing: "mentors", ties: "largest" })],
  ["a fair matching", (market) => ranked(market, { kind: "fair", rule: "coverage", groupOf })],
  ["a fair matching", (market) => ranked(market, { kind: "fair", rule: "floor", floor: { least: 1 } })],
  ["a fair matching", (market) => tradeOffs(market, { groupOf, steps: 2, seed: 1 })],
  ["groups", (market) => mentoringGroupsHeuristic({ market, least: [1, 1], fit: () => 0, seed: 1 })],
  ["a matching with co-mentors", (market) => coMentorsHeuristic({ market, complement: () => 0, seed: 1 })],
];

test.each(without)("%s says so where mentors are to have somebody, and does not where nobody must", (what, solve) => {
  const refused = { name: "MarketError", problem: "least-not-kept", mentors: [0], mentor: 0 };
  expect(() => solve(marketOf([1, 0]))).toThrow(
    expect.objectContaining({ ...refused, message: expect.stringMatching(`^Mentor 0 is to have mentees at the least, and ${what}`) }),
  );
  expect(() => solve(marketOf([1, 2]))).toThrow(
    expect.objectContaining({ mentors: [0, 1], message: expect.stringMatching(/^2 mentors/u) }),
  );
  expect(() => solve(marketOf([0, 0]))).not.toThrow();
  const none = marketOf([0, 0]);
  expect(() => solve({ ...none, least: new Int32Array(2) })).not.toThrow();
});

test("the largest total, the most people and first choices keep it", () => {
  for (const kind of ["most-good", "most-people"] as const) expect(ranked(marketOf([1, 0]), { kind }).assignment[0]).toBe(0);
  expect(ranked(marketOf([1, 0]), { kind: "top-choices", choices: 9 }).assignment[0]).toBe(0);
});
