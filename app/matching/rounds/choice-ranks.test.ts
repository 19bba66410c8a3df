import { expect, test } from "vitest";
import type { Market, Preferences } from "../../../packages/matching-engine/index.ts";
import { choiceOfEach } from "./choice-ranks.ts";

/** Two mentees, either of whom could have either of two mentors. */
const market = {
  menteeCount: 2,
  mentorCount: 2,
  ptr: Int32Array.of(0, 2, 4),
  col: Int32Array.of(0, 1, 0, 1),
  weight: Int32Array.of(9, 5, 8, 3),
} as unknown as Market;
const ranked = (...menteeRank: number[]): Preferences => ({ menteeRank: Int32Array.from(menteeRank), mentorRank: new Int32Array(4) });
const got = Int32Array.of(1, 0);
const byWeight = Int32Array.of(2, 1);

test("where some have ranked, whoever ranked nobody got no choice of hers; where nobody has, strength counts", () => {
  expect([...choiceOfEach(market, got, ranked(0, 1, 0, 0), byWeight)]).toEqual([1, 0]);
  expect([...choiceOfEach(market, got, ranked(0, 0, 0, 0), byWeight)]).toEqual([2, 1]);
});
