import { expect, test } from "vitest";
import { marketFromPairs, MAX_WEIGHT, maximumWeightMatching } from "../../index.ts";
import { canonicalForm } from "../../market/canonical.ts";
import { drawPlan } from "../../testing/random-markets.ts";
import { Columns } from "../columns.ts";
import { auction } from "./auction.ts";

test.each([
  // [largest weight, the smallest part of it that prices tell apart]
  [10_000, 1 / 64],
  [2 ** 24 - 1, 1 / 64],
  [2 ** 24, 1 / 32],
  [2 ** 29 - 1, 1 / 2],
  [2 ** 29, 1],
  [MAX_WEIGHT, 1],
])("weights up to %i are auctioned in parts of %d: nobody is further from what she likes best, no price is below 0", (largest, part) => {
  const shape = { menteeCount: 60, mentorCount: 20, mostPlaces: 3, density: 0.4, lockedShare: 0, forbiddenShare: 0 };
  const drawn = drawPlan({ ...shape, mostWeight: 1_000, seed: 5 });
  // All near the largest: the last places are paid for nearly in full.
  const pairs = drawn.pairs.map((pair) => ({ ...pair, weight: largest - pair.weight }));
  pairs[0]!.weight = largest;
  const market = marketFromPairs({ ...drawn, pairs });
  const canonical = canonicalForm(market, 1);
  const { beginning, bids } = auction(
    canonical,
    () => new Columns(canonical),
    () => {},
  );
  expect(bids).toBeGreaterThan(market.menteeCount);
  expect(Math.min(...beginning.price)).toBeGreaterThanOrEqual(0);
  expect(Math.max(...beginning.price)).toBeGreaterThan(largest / 2);
  expect(beginning.price.every((price) => Number.isInteger(price / part))).toBe(true);
  if (part < 1) expect(beginning.price.every((price) => Number.isInteger(price / (2 * part)))).toBe(false);
  const total = beginning.weightOf.reduce((sum, weight, i) => sum + (beginning.mentorOf[i]! < 0 ? 0 : weight), 0);
  const best = maximumWeightMatching(market, { seed: 1 }).total;
  expect(total).toBeLessThanOrEqual(best);
  expect(total).toBeGreaterThanOrEqual(best - part * market.menteeCount);
});
