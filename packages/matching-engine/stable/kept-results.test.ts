/** Runs that are kept come out the same in every version: the same market, preferences and seed give the same stable matching. */
import { expect, test } from "vitest";
import { checkStability, preferencesFromWeights, stableMatching } from "../index.ts";
import { Fingerprint } from "../testing/fingerprint.ts";
import { drawPlan, marketOf } from "../testing/random-markets.ts";
import { drawPreferences } from "../testing/random-preferences.ts";

const drawn = (seed: number) => {
  const market = marketOf(
    drawPlan({
      menteeCount: 4 + (seed % 40),
      mentorCount: 2 + (seed % 13),
      mostPlaces: 1 + (seed % 6),
      mostWeight: 100,
      density: [0.3, 0.7, 1][seed % 3]!,
      lockedShare: seed % 2 === 0 ? 0 : 0.1,
      forbiddenShare: 0,
      seed,
    }),
  );
  return { market, preferences: drawPreferences(market, { ties: (["none", 2, 4, 9] as const)[seed % 4]!, refused: 0.1, seed }) };
};

test.each([
  ["mentees", "lottery", "88619739617c84f2"],
  ["mentors", "lottery", "79c884da7914b344"],
  ["mentees", "largest", "6bcd94f08d545289"],
  ["mentors", "largest", "303ab3bc0e57a1ea"],
] as const)("%s ask, ties by %s", (proposing, ties, kept) => {
  const print = new Fingerprint();
  for (let seed = 0; seed < 120; seed++) {
    const { market, preferences } = drawn(seed);
    const { assignment, total, matched, proposals, ranks, largest } = stableMatching(market, preferences, { proposing, ties, seed });
    print.add([[...assignment], total, matched, proposals, ranks, largest]);
  }
  expect(print.toString()).toBe(kept);
});

test("what the check says of matchings that are not stable, and preferences by weight", () => {
  const print = new Fingerprint();
  for (let seed = 0; seed < 120; seed++) {
    const { market, preferences } = drawn(seed);
    const { assignment } = stableMatching(market, preferences, { proposing: "mentees", ties: "lottery", seed });
    const turned = assignment.map((_, mentee) => assignment[(mentee + 1) % assignment.length]!);
    print.add([checkStability(market, preferences, assignment), checkStability(market, preferences, turned)]);
    for (const [mentee, mentor] of assignment.entries()) {
      const moved = assignment.with(mentee, mentor < 0 ? seed % market.mentorCount : -1);
      print.add(checkStability(market, preferences, moved, 1 + (seed % 4)));
    }
    const byWeight = preferencesFromWeights(market);
    print.add([[...byWeight.menteeRank], [...byWeight.mentorRank]]);
  }
  expect(print.toString()).toBe("5be3f671b90c252a");
});
