/**
 * What is kept of a published round for as long as the program is: its market as numbers and what came of it, so that anybody can
 * run it again. Nothing that people answered is in it; ids of participants lead to nobody once somebody has gone. Pure.
 */
import type { RoundObjective } from "../rounds/round.ts";
import type { GroupTerms } from "../rounds/solve-groups.ts";
import type { RoundSettings } from "../rounds/round-settings.ts";

export interface KeptRun {
  readonly version: 1;
  readonly engineVersion: string;
  readonly seed: number;
  readonly objective: RoundObjective;
  readonly settings: RoundSettings;
  readonly menteeIds: readonly string[];
  readonly mentorIds: readonly string[];
  /** Candidates of mentee `i`: `col[ptr[i] .. ptr[i + 1])`, with `weight` beside them. */
  readonly ptr: Int32Array;
  readonly col: Int32Array;
  readonly weight: Int32Array;
  readonly capacity: Int32Array;
  readonly locked: Int32Array;
  /** Ranks beside `col`, where the objective goes by choices; 0: not ranked. */
  readonly preferences: { readonly menteeRank: Int32Array; readonly mentorRank: Int32Array } | null;
  /** A fingerprint of who was in which group (fair rounds); the groups themselves are not kept. */
  readonly groupsDigest: string | null;
  /** The same of wishes for a shared background. */
  readonly wishesDigest?: string | null;
  /** With wishes: for each mentee the sum of the weights of the criteria that counted for her. */
  readonly others?: readonly number[] | null;
  /** Rounds of groups: the least of each, and how well mentees fit each other, as numbers. */
  readonly gathering?: GroupTerms | null;
  /** The mentor of each mentee, or -1. */
  readonly assignment: Int32Array;
  readonly total: number;
  readonly matched: number;
}

/** What running it again gave. */
export type RunCheck =
  | {
      readonly kind: "ran";
      readonly samePairs: boolean;
      readonly sameTotal: boolean;
      readonly proven: boolean;
      readonly total: number;
      readonly matched: number;
      readonly engineVersion: string;
      readonly tookMs: number;
    }
  /** Fair rounds, and those with wishes: somebody has taken back her consent since, or gone; the kept result stands, but cannot be made again. */
  | { readonly kind: "groups-changed"; readonly engineVersion: string };
