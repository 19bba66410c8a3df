import type { CheckKind } from "../../networks/checks/background-check.ts";

/** What is known of one relationship, or one open offer, for the rules of the list. Days are given as "2027-02-01". */
export interface RelationshipSignals {
  readonly is: "relationship";
  readonly id: string;
  readonly programId: string;
  readonly ownerId: string | null;
  readonly isPaused: boolean;
  /** The first day on which it goes on by itself. */
  readonly pausedUntil: string | null;
  readonly begunOn: string;
  readonly isClosing: boolean;
  readonly lastHeldOn: string | null;
  /** A session is agreed on, and is still to come. */
  readonly isMeeting: boolean;
  readonly lastMessage: { readonly id: string; readonly on: string } | null;
  /** The talk that is due first. */
  readonly support: { readonly on: string; readonly personId: string } | null;
  readonly blockedAt: string | null;
  /** Somebody asks for another mentor, or a new start. */
  readonly newStartId: string | null;
  /** Somebody's newest answer is that it does not fit. */
  readonly unfitId: string | null;
  /** The newest pulse that anybody answered: the lowest of the answers, and the mean of each side. */
  readonly pulse: {
    readonly number: number;
    readonly lowest: number;
    readonly mentor: number | null;
    readonly mentee: number | null;
  } | null;
  readonly isAgreed: boolean;
}

export interface OfferSignals {
  readonly is: "offer";
  readonly id: string;
  readonly programId: string;
  readonly answerBy: Date;
  /** How many of the two have not answered. */
  readonly waitsFor: number;
}

/** Somebody of whom her program wants checks, and with whom something goes on, or waits to begin. */
export interface CheckSignals {
  readonly is: "mentor";
  /** Her part in the program. */
  readonly id: string;
  readonly programId: string;
  readonly personId: string;
  /** Who looks after the relationships that she is in. */
  readonly ownerIds: readonly string[];
  /** Both have said yes, and it waits for her check. */
  readonly isAwaited: boolean;
  /** The program's kinds, each with the newest check, if there is one. */
  readonly checks: readonly { readonly kind: CheckKind; readonly checkId: string | null; readonly expiresOn: string | null }[];
  /** Since when something goes on with her, or waits. */
  readonly since: string;
}

export type Signals = RelationshipSignals | OfferSignals | CheckSignals;
