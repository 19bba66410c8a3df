import { expect, test } from "vitest";
import { type Market, marketFromPairs } from "../../../packages/matching-engine/index.ts";
import { peerWeight, solvePeers } from "./solve-peers.ts";

type Weights = readonly (readonly [one: number, other: number, there: number, back: number])[];

/** Everybody twice, with the same number on both sides; -1: a must stands against that direction. */
function market(count: number, weights: Weights, locked: readonly { mentee: number; mentor: number; weight: number }[] = []): Market {
  return marketFromPairs({
    menteeCount: count,
    capacity: new Int32Array(count).fill(1),
    pairs: weights.flatMap(([one, other, there, back]) =>
      [
        { mentee: one, mentor: other, weight: there },
        { mentee: other, mentor: one, weight: back },
      ].filter(({ weight }) => weight >= 0),
    ),
    locked,
    menteeKeys: Array.from({ length: count }, (_, person) => `mentee ${person}`),
    mentorKeys: Array.from({ length: count }, (_, person) => `mentor ${person}`),
  });
}
/** Who is with whom, whichever of the two stands as the mentee. */
const pairsOf = (assignment: Int32Array): string[] =>
  [...assignment.entries()].flatMap(([one, other]) => (other < 0 ? [] : [`${Math.min(one, other)} ${Math.max(one, other)}`])).toSorted();

test("each pair stands once, and is worth the mean of both directions", () => {
  const four = market(4, [
    [0, 1, 9000, 1000],
    [0, 2, 6000, 6001],
    [1, 3, 3000, 3000],
    [2, 3, 1000, 1000],
  ]);
  const { assignment, total, matched, check, asMentor } = solvePeers(four, 3);
  expect(pairsOf(assignment)).toEqual(["0 2", "1 3"]);
  expect([total, matched, check]).toEqual([6001 + 3000, 2, { proven: true, gap: 0, violations: 0 }]);
  // Whoever is a mentor in her pair is nobody's mentee.
  expect(asMentor!.size).toBe(2);
  for (const person of asMentor!) expect(assignment[person]).toBe(-1);
  expect([peerWeight(four, 0, 1), peerWeight(four, 0, 2), peerWeight(four, 2, 0), peerWeight(four, 0, 3)]).toEqual([5000, 6001, 6001, -1]);
});

test("where a must stands against one direction the two are no pair, and one of three is left over", () => {
  const three = market(3, [
    [0, 1, 9000, -1],
    [0, 2, 2000, 2000],
    [1, 2, 1000, 1000],
  ]);
  const { assignment, matched, asMentor } = solvePeers(three, 1);
  expect(pairsOf(assignment)).toEqual(["0 2"]);
  expect(matched).toBe(1);
  expect([assignment[1], asMentor!.has(1)]).toEqual([-1, false]);
});

test("three who all suit each other: the bound says honestly that half a pair more was thinkable", () => {
  const three = market(3, [
    [0, 1, 1000, 1000],
    [1, 2, 1000, 1000],
    [0, 2, 1000, 1000],
  ]);
  expect(solvePeers(three, 1)).toMatchObject({ total: 1000, matched: 1, check: { proven: true, gap: 500, violations: 0 } });
});

test("a lock keeps its two together, in its own direction, even against a must", () => {
  for (const lock of [
    { mentee: 0, mentor: 1, weight: 200 },
    { mentee: 1, mentor: 0, weight: 200 },
  ]) {
    const four = market(
      4,
      [
        [0, 2, 6000, 6000],
        [1, 3, 3000, 3000],
        [2, 3, 1000, 1000],
      ],
      [lock],
    );
    const { assignment, total, check } = solvePeers(four, 3);
    expect(assignment[lock.mentee]).toBe(lock.mentor);
    expect([total, check.proven]).toEqual([100 + 1000, true]);
  }
});

test("the lottery says who is called the mentee, the same each time", () => {
  const pairs: Weights = Array.from({ length: 20 }, (_, pair) => [2 * pair, 2 * pair + 1, 5000, 5000] as const);
  const forty = market(40, pairs);
  const runs = [1, 1, 2].map((seed) => [...solvePeers(forty, seed).assignment]);
  expect(runs[0]).toEqual(runs[1]);
  expect(runs[0]).not.toEqual(runs[2]);
  expect(runs.map((run) => run.filter((mentor) => mentor >= 0).length)).toEqual([20, 20, 20]);
});
