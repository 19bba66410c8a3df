/** Runs that are kept come out the same in every version: the same answers, rules and seed give the same candidates. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { candidatesOfRange, marketFromRows, maximumWeightMatching, missingPairs, sufficientCandidates, topCandidates } from "../index.ts";
import { Fingerprint } from "../testing/fingerprint.ts";
import { drawScoring, scoringPlans } from "../testing/random-scorings.ts";

const scorings = (most: number) =>
  fc.sample(scoringPlans({ mentees: most, mentors: most }), { numRuns: 60, seed: 11 }).map((plan) => drawScoring(plan));

test("the best candidates of each", () => {
  const print = new Fingerprint();
  for (const [seed, scoring] of scorings(50).entries()) {
    const options = { perMentee: 1 + (seed % 6), perMentor: seed % 4, seed };
    const { ptr, col, weight } = topCandidates(scoring, options);
    print.add([[...ptr], [...col], [...weight]]);
    const { rows, ofMentors } = candidatesOfRange(scoring, { from: 1, to: 3 }, options);
    print.add([[...rows.ptr], [...rows.col], [...rows.weight], [...ofMentors.keys], [...ofMentors.ptr]]);
  }
  expect(print.toString()).toBe("66b1db56356558b3");
});

test("as many candidates as the best of all needs", () => {
  const print = new Fingerprint();
  for (const [seed, scoring] of scorings(30).entries()) {
    const capacity = Array.from({ length: scoring.mentors.count }, (_, mentor) => (mentor + seed) % 3);
    const objective = seed % 2 === 0 ? ("most-good" as const) : ("most-people" as const);
    const { ptr, col, weight } = sufficientCandidates(scoring, { capacity }, { perMentee: 1 + (seed % 3), objective, seed });
    print.add([[...ptr], [...col], [...weight]]);
    const few = marketFromRows({ ...topCandidates(scoring, { perMentee: 1, seed }), capacity });
    print.add(missingPairs(scoring, few, maximumWeightMatching(few, { seed, objective }), 1 + (seed % 3), { margin: (seed % 4) * 500 }));
  }
  expect(print.toString()).toBe("94c917b25cd5fe17");
});
