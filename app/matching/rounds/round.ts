/** What a round is: one run of the engine over chosen people, and what it needs to be told and repeated. Pure. */
import type { Scoring } from "../../../packages/matching-engine/index.ts";
import type { AskedQuestion, ProfileField, ShownTo } from "../criteria/answer-source.ts";
import type { Criterion } from "../criteria/criterion.ts";
import type { ReasonKeys } from "../explanations/read-explanation.ts";

export const roundStates = ["waiting", "running", "done", "failed", "cancelled", "published"] as const;
export type RoundState = (typeof roundStates)[number];
export type RoundObjective = "most-good" | "most-people";

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
  | { readonly kind: "bug" };

/** Everything a round needs, without names: kept with it, so that its market can be opened again. Plain data. */
export interface RoundSnapshot {
  readonly version: 1;
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
}

/** More pairs than so many would not fit the memory that a round may take. */
export const mostPairs = 40_000_000;
export const timeLimitMinutes = 4;
export const memoryLimitMegabytes = 1536;

export const isOver = (state: RoundState): boolean => state !== "waiting" && state !== "running";
export const hasResult = (state: RoundState): boolean => state === "done" || state === "published";

/** Strength as people read it: 0 to 100. */
export const strengthOf = (weight: number): number => weight / 100;
