import fc from "fast-check";
import { type Market, marketFromPairs, type Pair, type WeightedPair } from "../index.ts";

/** What a random market is made of, so that a test can change one thing and make it again. */
export type MarketPlan = {
  readonly menteeCount: number;
  readonly capacity: readonly number[];
  readonly pairs: readonly WeightedPair[];
  readonly locked: readonly Pair[];
  readonly forbidden: readonly Pair[];
};

export function marketOf(plan: MarketPlan): Market {
  return marketFromPairs(plan);
}

/** Markets of all kinds: many ties or none, weights of 0, no places or far too many, locked and forbidden pairs, sparse and dense. */
export function marketPlans(largest: { readonly mentees: number; readonly mentors: number }): fc.Arbitrary<MarketPlan> {
  return fc
    .record({
      // Without bias towards small numbers: small markets have little to go wrong.
      menteeCount: fc.noBias(fc.integer({ min: 0, max: largest.mentees })),
      mentorCount: fc.noBias(fc.integer({ min: 0, max: largest.mentors })),
      mostPlaces: fc.constantFrom(0, 1, 2, 3, largest.mentees),
      mostWeight: fc.constantFrom(0, 1, 4, 100, 10_000),
      density: fc.constantFrom(0.2, 0.6, 1),
      lockedShare: fc.constantFrom(0, 0.2),
      forbiddenShare: fc.constantFrom(0, 0, 0.2),
      // One number decides all the rest: shrinking then goes for fewer people, which is what one wants to read.
      seed: fc.integer({ min: 0, max: 2 ** 30 }),
    })
    .map((shape) => drawPlan(shape));
}

type Shape = {
  readonly menteeCount: number;
  readonly mentorCount: number;
  readonly mostPlaces: number;
  readonly mostWeight: number;
  readonly density: number;
  readonly lockedShare: number;
  readonly forbiddenShare: number;
  readonly seed: number;
};

export function drawPlan(shape: Shape): MarketPlan {
  const random = randomFrom(shape.seed);
  const below = (n: number) => Math.floor(random() * n);
  const capacity = Array.from({ length: shape.mentorCount }, () => below(shape.mostPlaces + 1));
  const pairs: WeightedPair[] = [];
  const forbidden: Pair[] = [];
  for (let mentee = 0; mentee < shape.menteeCount; mentee++) {
    for (let mentor = 0; mentor < shape.mentorCount; mentor++) {
      if (random() < shape.density) pairs.push({ mentee, mentor, weight: below(shape.mostWeight + 1) });
      if (random() < shape.forbiddenShare) forbidden.push({ mentee, mentor });
    }
  }
  const left = [...capacity];
  const locked: Pair[] = [];
  for (let mentee = 0; mentee < shape.menteeCount; mentee++) {
    const mentor = below(shape.mentorCount);
    const isForbidden = forbidden.some((pair) => pair.mentee === mentee && pair.mentor === mentor);
    if (random() >= shape.lockedShare || isForbidden || !((left[mentor] ?? 0) > 0)) continue;
    left[mentor]! -= 1;
    locked.push({ mentee, mentor });
  }
  return { menteeCount: shape.menteeCount, capacity, pairs, locked, forbidden };
}

/** A small repeatable source of numbers from 0 to 1: a linear congruential generator, of which the upper bits are used. */
export function randomFrom(seed: number): () => number {
  let state = BigInt(seed);
  return () => {
    state = BigInt.asUintN(64, state * 6_364_136_223_846_793_005n + 1_442_695_040_888_963_407n);
    return Number(state >> 32n) / 2 ** 32;
  };
}
