import type { Rows } from "./best-candidates.ts";
import { interestRows } from "./interests.ts";
import type { Supply } from "./places.ts";
import { geographicRows, oneRankingRows, steepRows, tiedRows, uniformRows } from "./stress-rows.ts";

export type Family = "interests" | "uniform" | "tied" | "one-ranking" | "geographic" | "steep";

export const candidatesEach = 50;

/** Every size has its own people. */
export const seedOf = (mentees: number): number => 20_260_000 + mentees;

type Size = { readonly mentees: number; readonly mentors: number; readonly candidates: number; readonly seed: number };

export const instanceOf: Readonly<Record<Family, (size: Size) => Rows>> = {
  interests: ({ mentees, mentors, candidates, seed }) => interestRows(mentees, mentors, candidates, seed),
  uniform: uniformRows,
  tied: tiedRows,
  "one-ranking": oneRankingRows,
  geographic: geographicRows,
  steep: steepRows,
};

/** What a solver finds hard, each in its own way. */
export const stressInstances: readonly (readonly [Family, Supply])[] = [
  ["uniform", "tight"],
  ["uniform", "surplus"],
  ["tied", "tight"],
  ["tied", "surplus"],
  ["one-ranking", "tight"],
  ["one-ranking", "surplus"],
  ["geographic", "tight"],
  ["geographic", "surplus"],
  ["steep", "tight"],
  ["steep", "surplus"],
  ["interests", "wide"],
];
