/** What a round is told beside its objective. Pure. */
import type { ProgramFormat } from "../../networks/programs/program.ts";
import { hasRanking, type MatchingMode } from "../modes/mode.ts";
import type { RoundObjective } from "./round.ts";

export const fairRules = ["coverage", "parity", "floor"] as const;
/** A point between the largest total and the fairest coverage, chosen on their curve. */
export type CurveRule = "at-least";
/**
 * - `coverage`: of those whom each group could match alone, as equal a share as can be, the worst-off group first.
 * - `parity`: the shares of matched people lie within a band of so many points.
 * - `floor`: nobody's pair is weaker than need be, at a price of at most so many hundredths of the total.
 */
export type FairRule = (typeof fairRules)[number];

/** How much it counts that mentees of a group fit each other, beside how well each fits the mentor. */
export const companies = ["none", "half", "full"] as const;
export type Company = (typeof companies)[number];
export const companyShare: Readonly<Record<Company, number>> = { none: 0, half: 0.5, full: 1 };

/** Kept with the round, as JSON; each objective reads what is its own. */
export interface RoundSettings {
  /** By choices: what becomes of those who ranked nobody, and of those whom nobody ranked. */
  readonly unranked?: "by-weight" | "never";
  /** Fair: groups of this dimension (of `app/inclusion`). */
  readonly dimensionId?: string;
  readonly rule?: FairRule | CurveRule;
  /** Fair by parity: the width of the band, in points of a hundred. */
  readonly band?: number;
  /** Fair by floor: what the floor may cost, in hundredths of the total. */
  readonly price?: number;
  /** Fair by a point of the curve: which share of what is possible each group is to have, as far as it goes, 0 to 1. */
  readonly share?: number;
  /** First choices guaranteed: how many. */
  readonly choices?: number;
  /** Groups: from how many to how many mentees, and how much their company counts. */
  readonly group?: { readonly least: number; readonly most: number; readonly company: Company };
  /** Weights closer than this count as equal, and a lottery decides; probabilities are kept with the pairs. */
  readonly nearTies?: NearTies;
}
export interface NearTies {
  /** In the unit of weights: 10,000 is a whole strength. */
  readonly within: number;
  readonly draws: number;
}

/** Fewer than a whole list, so that the promise means something. */
export const usualGuarantee = 3;
export const defaultBand = 5;
export const defaultPrice = 5;
/** So many draws tell a probability to within seven points, nineteen times of twenty. */
export const nearTieDraws = 200;

/** Objectives that go by how people have ranked each other. */
export const goesByChoices = (objective: RoundObjective): boolean => objective === "stable" || objective === "top-choices";

/**
 * Fair between groups: whom it gave somebody else than another result does could tell which group she is in, so nobody is named
 * where the two stand side by side.
 */
export const isByGroups = ({ objective, settings }: { readonly objective: RoundObjective; readonly settings: RoundSettings }): boolean =>
  objective === "fair" && settings.dimensionId !== undefined;

/** What a round is proposed to go by: the first of those offered, but by no lists while nobody who could take part has one. */
export const proposedObjective = (offered: readonly RoundObjective[], ranked: number): RoundObjective | undefined =>
  ranked > 0 ? offered[0] : (offered.find((objective) => !goesByChoices(objective)) ?? offered[0]);

/**
 * Which objectives a program can choose: by choices only where people rank each other, fair only where there are groups to be fair
 * between. Groups around mentors come first where the program is made for them; peers can be paired in one way only.
 */
export function offeredObjectives(mode: MatchingMode, dimensions: number, format: ProgramFormat): RoundObjective[] {
  if (format === "peer") return ["peers"];
  const ranks = hasRanking(mode);
  return [
    ...(format === "group" ? (["groups"] as const) : []),
    ...(ranks ? (["stable"] as const) : []),
    "most-good",
    "most-people",
    ...(ranks ? (["top-choices"] as const) : []),
    ...(dimensions > 0 ? (["fair"] as const) : []),
  ];
}
