/** What is written about a run that is kept can be worked out again: the same market, result and question give the same answers. */
import { expect, test } from "vitest";
import { alternates, alternatives, maximumWeightMatching } from "../index.ts";
import { Fingerprint } from "../testing/fingerprint.ts";
import { drawPlan, marketOf } from "../testing/random-markets.ts";

const markets = Array.from({ length: 60 }, (_, seed) =>
  marketOf(
    drawPlan({
      menteeCount: 5 + (seed % 9),
      mentorCount: 2 + (seed % 6),
      mostPlaces: 1 + (seed % 3),
      mostWeight: [3, 20, 100][seed % 3]!,
      density: [0.4, 0.7, 1][seed % 3]!,
      lockedShare: seed % 2 === 0 ? 0 : 0.15,
      forbiddenShare: 0,
      seed,
    }),
  ),
);

test("runners-up, their cost and their moves, of both sides, and why somebody is unmatched", () => {
  const print = new Fingerprint();
  for (const [seed, market] of markets.entries()) {
    const result = maximumWeightMatching(market, { seed, objective: seed % 2 === 0 ? "most-good" : "most-people" });
    const ask = alternatives(market, result);
    for (let mentee = 0; mentee < market.menteeCount; mentee++) print.add([ask.forMentee(mentee, 4), ask.whyUnmatched(mentee, 3)]);
    for (let mentor = 0; mentor < market.mentorCount; mentor++) print.add(ask.forMentor(mentor, 5));
  }
  expect(print.toString()).toBe("3905f8271658c086");
});

test("second and third choices", () => {
  const print = new Fingerprint();
  for (const [seed, market] of markets.entries()) {
    const result = maximumWeightMatching(market, { seed });
    for (const level of alternates(market, result, { choices: 2, seed })) {
      print.add([[...level.assignment], level.result.total, [...level.market.ptr], [...level.market.col], [...level.market.weight]]);
    }
  }
  expect(print.toString()).toBe("c3f1be6d3d7f90c3");
});
