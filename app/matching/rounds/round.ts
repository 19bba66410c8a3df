/** What a round is: one run of the engine over chosen people, and what it needs to be told and repeated. Pure. */
import type { Market, Scoring } from "../../../packages/matching-engine/index.ts";
import type { AskedQuestion, ProfileField, ShownTo } from "../criteria/answer-source.ts";
import type { Criterion } from "../criteria/criterion.ts";
import type { ReasonKeys } from "../explanations/read-explanation.ts";
import type { AffinityWishes } from "../affinity/wish-weights.ts";
import type { RoundSettings } from "./round-settings.ts";

export const roundStates = ["waiting", "running", "done", "failed", "cancelled", "published"] as const;
export type RoundState = (typeof roundStates)[number];
export const roundObjectives = ["most-good", "most-people", "stable", "fair", "top-choices", "groups", "peers"] as const;
/**
 * - `stable`: by choices; no mentee and mentor would both rather have each other (mentees propose).
 * - `fair`: between groups, by the rule of the settings.
 * - `top-choices`: whoever has ranked gets one of her first choices or nobody; weights decide the rest.
 * - `groups`: mentees who fit each other gather around a mentor; only where the program's format is a group.
 * - `peers`: everybody is paired with another one like her; always and only where the format says so.
 */
export type RoundObjective = (typeof roundObjectives)[number];

/** Who takes part: those who are ready, everyone who has not withdrawn or paused, or those on a list. */
export interface ChosenPeople {
  readonly who: "ready" | "everyone" | "picked";
  /** Participants; an empty side means all who are ready on it. */
  readonly mentees?: readonly string[];
  readonly mentors?: readonly string[];
}

/** The rules and weights as they were, and how the questions were called. */
export interface RoundCriteria {
  readonly criteria: readonly Criterion[];
  readonly questions: readonly AskedQuestion[];
}

export type RoundStage = "loading" | "scoring" | "matching" | "explaining" | "writing";
export interface RoundProgress {
  readonly stage: RoundStage;
  readonly done: number;
  readonly of: number;
  /** When it was told, as an ISO moment. */
  readonly at: string;
}

/** Why a round came to nothing, for words in whichever language it will be read. */
export type RoundProblem =
  | { readonly kind: "nobody"; readonly side: "mentees" | "mentors" }
  | { readonly kind: "too-many-pairs"; readonly pairs: number; readonly limit: number }
  | {
      readonly kind: "locks-beyond-places";
      readonly mentorId: string;
      readonly name: string;
      readonly places: number;
      readonly locks: number;
    }
  | { readonly kind: "took-too-long"; readonly minutes: number }
  | { readonly kind: "out-of-memory" }
  | { readonly kind: "not-proven" }
  | { readonly kind: "people-left" }
  | { readonly kind: "no-choices" }
  | { readonly kind: "no-groups" }
  | { readonly kind: "bug" };

/** Everything a round needs, without names: kept with it, so that its market can be opened again. Plain data. */
export interface RoundSnapshot {
  /** 1 had neither settings nor choices; it is read as one without any. */
  readonly version: 2;
  readonly menteeIds: readonly string[];
  readonly mentorIds: readonly string[];
  readonly visibility: {
    readonly mentees: readonly Readonly<Partial<Record<ProfileField, ShownTo>>>[];
    readonly mentors: readonly Readonly<Partial<Record<ProfileField, ShownTo>>>[];
  };
  readonly scoring: Scoring;
  readonly keys: ReasonKeys;
  /** Free places of each mentor. */
  readonly places: readonly number[];
  readonly locks: readonly { readonly mentee: number; readonly mentor: number }[];
  readonly seed: number;
  readonly objective: RoundObjective;
  readonly settings: RoundSettings;
  /** Who has ranked whom, by number; empty where the objective does not go by it. */
  readonly choices: { readonly mentees: readonly RankedChoice[]; readonly mentors: readonly RankedChoice[] };
  /** Who is in which group, of those who agreed to be counted. Never kept: what people say of themselves stays where they said it. */
  readonly groups: RoundGroups | null;
  /** Rounds of groups: the least that each mentor's group may have. Null in all others. */
  readonly least: readonly number[] | null;
  /** Who wishes for a mentor of a shared background, and who agreed to be matched so. Never kept either. */
  readonly wishes: AffinityWishes | null;
  /** Of a large round the pairs that can matter, once they have been found: finding them takes as long as the round. */
  readonly pairs?: Pick<Market, "ptr" | "col" | "weight"> | undefined;
}

/** `of` ranked `about` (of the other side) as her `rank`th, from 1. */
export interface RankedChoice {
  readonly of: number;
  readonly about: number;
  readonly rank: number;
}
export interface RoundGroups {
  /** Empty for those who describe themselves in their own words. */
  readonly labels: readonly string[];
  /** The group of each mentee; -1: in none, or in one that is too small to be told of. */
  readonly of: readonly number[];
  /** Fewer people than so many are not told of. */
  readonly smallest: number;
}

/** More pairs than so many would not fit the memory that a round may take. */
export const mostPairs = 40_000_000;
/** Of more than those, only the pairs are kept that can matter for the largest total; more than these would take too long to search. */
export const mostSearchedPairs = 2_500_000_000;
/** Groups are searched for among the company that each mentee could have with each mentor. */
const mostGroupPairs = 100_000;
/** Everybody with everybody: a thousand people. */
const mostPeerPairs = 1_000_000;

/** By a search that finds good results and says how much better the best can be at most; all others are proven to be the best. */
export const isSearched = (objective: RoundObjective): boolean => objective === "groups" || objective === "peers";

/** How many pairs a round can choose from: what goes by ranks, groups or chance needs every one of them. */
export function pairLimit(objective: RoundObjective, settings: RoundSettings): number {
  if (objective === "groups") return mostGroupPairs;
  if (objective === "peers") return mostPeerPairs;
  return (objective === "most-good" || objective === "most-people") && !settings.nearTies ? mostSearchedPairs : mostPairs;
}
export const timeLimitMinutes = 4;
export const memoryLimitMegabytes = 1536;

export const isOver = (state: RoundState): boolean => state !== "waiting" && state !== "running";
export const hasResult = (state: RoundState): boolean => state === "done" || state === "published";

/** Strength as people read it: 0 to 100. */
export const strengthOf = (weight: number): number => weight / 100;
