import type { Certificate, Outcome } from "../../../packages/matching-engine/index.ts";
import type { GroupFigures } from "./group-figures.ts";
import type { ChoiceFigures } from "./choice-ranks.ts";

/** What shows that the pairs are what the round was asked for, and what the independent check found. Kept with the round, as JSON. */
export interface RoundProof {
  /** The claim that no other set of pairs is better, with prices; for rounds by weights. */
  readonly certificate?: Certificate;
  /** Rounds by choices: the outcome with the claim of its own. */
  readonly outcome?: Outcome;
  /** Groups: what the total has from mentees of a group who fit each other. */
  readonly company?: number;
  /** Fair rounds, groups, peers, and near ties drawn: who is paired with whom; what proves it is checked, but not kept. */
  readonly assignment?: readonly number[];
  readonly check: { readonly proven: boolean; readonly gap: number; readonly violations: number };
  /** Pairs that keep all musts. */
  readonly candidates: number;
  /** Wall-clock milliseconds of the worker. */
  readonly took: number;
  /** Where people had ranked each other: who got which choice. */
  readonly choices?: ChoiceFigures;
  /** Fair rounds: the groups large enough to be told of. */
  readonly groups?: GroupFigures;
  /** Fair rounds: a fingerprint of who was in which group, so that running it again can tell whether it still is so. */
  readonly groupsDigest?: string;
  /** Wishes for a shared background were counted in; whose, nothing here tells. */
  readonly isWished?: boolean;
  /** A fingerprint of the wishes, likewise. */
  readonly wishesDigest?: string;
  /** Near ties drawn: how often, and what the total could lose by it at most. */
  readonly nearTies?: { readonly draws: number; readonly within: number; readonly mostLost: number };
}

/** The mentor of each mentee, or -1. */
export const assignmentOf = (proof: RoundProof): readonly number[] =>
  proof.assignment ?? proof.outcome?.assignment ?? proof.certificate?.assignment ?? [];
