import { expect, test } from "vitest";
import { drawNearTies, marketFromPairs } from "../../../packages/matching-engine/index.ts";
import { solveMarket } from "./solve-market.ts";

test("near ties drawn: each pair is told with the share of draws that gave it", () => {
  // Two who are nearly equal for one place, and one for whom there is no choice.
  const market = marketFromPairs({
    menteeCount: 3,
    capacity: [1, 1],
    pairs: [
      { mentee: 0, mentor: 0, weight: 5000 },
      { mentee: 1, mentor: 0, weight: 5010 },
      { mentee: 2, mentor: 1, weight: 7000 },
    ],
    locked: [],
    forbidden: [],
  });
  const terms = { within: 100, draws: 40, seed: 6, objective: "most-good" } as const;
  const log = drawNearTies(market, terms);
  const share = (mentee: number): number => log.pairs.find((pair) => pair.mentee === mentee && pair.mentor === 0)!.probability;
  expect(share(0) + share(1)).toBeCloseTo(1);
  expect(share(0)).toBeGreaterThan(0.2);

  const nobody = new Int32Array(market.col.length);
  const solved = solveMarket(
    {
      objective: "most-good",
      settings: { nearTies: { within: 100, draws: 40 } },
      seed: 6,
      groups: null,
      wishes: null,
      gathering: null,
    },
    market,
    { menteeRank: nobody, mentorRank: nobody },
  );
  // The other of the two has nobody in just as many.
  const got = solved.assignment.indexOf(0);
  expect(solved.drawn).toEqual([share(got), share(got), 1]);
});
