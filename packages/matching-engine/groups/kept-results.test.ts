/**
 * Programs keep their runs and run them again years later: the same plan and seed give the same groups in every version. Whoever changes
 * a search on purpose changes these names too, and says so.
 */
import { expect, test } from "vitest";
import { coMentorsHeuristic, mentoringGroupsHeuristic, type PeerPair, peerPairsHeuristic } from "../index.ts";
import { Fingerprint } from "../testing/fingerprint.ts";
import { drawPlan, marketOf, randomFrom } from "../testing/random-markets.ts";

function table(count: number, least: number, most: number, seed: number) {
  const random = randomFrom(seed);
  const values = Array.from({ length: count * count }, () => least + Math.floor(random() * (most - least + 1)));
  return (one: number, other: number) => values[Math.min(one, other) * count + Math.max(one, other)]!;
}
const marketOfSeed = (seed: number, mostPlaces: number) =>
  marketOf(
    drawPlan({
      menteeCount: 6 + (seed % 12),
      mentorCount: 2 + (seed % 5),
      mostPlaces,
      mostWeight: [3, 20, 100][seed % 3]!,
      density: [0.4, 0.7, 1][seed % 3]!,
      lockedShare: seed % 2 === 0 ? 0 : 0.15,
      forbiddenShare: 0,
      seed,
    }),
  );

/** It should end; a search that goes round in circles is stopped. */
function patience(asks: number) {
  let asked = 0;
  return () => ++asked > asks;
}

test("mentoring groups", () => {
  const print = new Fingerprint();
  for (let seed = 0; seed < 80; seed++) {
    const market = marketOfSeed(seed, 5);
    const fit = table(market.menteeCount, [-30, 0, -5][seed % 3]!, 40, seed);
    const least = market.capacity.map((places) => Math.min(places, seed % 4));
    const { assignment, total, bound } = mentoringGroupsHeuristic({ market, least, fit, seed, cancelled: patience(1_000) });
    print.add([[...assignment], total, bound]);
  }
  expect(print.toString()).toBe("0267535e6661179a");
});

test("co-mentors", () => {
  const print = new Fingerprint();
  for (let seed = 0; seed < 80; seed++) {
    const market = marketOfSeed(seed, 4);
    const complement = table(market.mentorCount, 0, [0, 30, 80][seed % 3]!, seed);
    const { first, second, total, bound } = coMentorsHeuristic({ market, complement, seed, cancelled: patience(1_000) });
    print.add([[...first], [...second], total, bound]);
  }
  expect(print.toString()).toBe("298977093153b59e");
});

test("peer pairs", () => {
  const print = new Fingerprint();
  for (let seed = 0; seed < 120; seed++) {
    const random = randomFrom(seed);
    const [count, most] = [3 + (seed % 14), [2, 10, 50][seed % 3]!];
    const pairs: PeerPair[] = [];
    for (let one = 0; one < count; one++) {
      for (let other = one + 1; other < count; other++) {
        if (random() < 0.5) pairs.push({ one: other, other: one, weight: Math.floor(random() * (most + 1)) });
      }
    }
    const { partner, total, bound } = peerPairsHeuristic({ count, pairs, seed, cancelled: patience(1_000) });
    print.add([[...partner], total, bound]);
  }
  expect(print.toString()).toBe("912111810d2e38a4");
});
