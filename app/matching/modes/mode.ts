/** How the people of a program find each other. Pure. */
export const modes = ["round", "ranked-round", "mentee-asks", "choose-among-three", "mixed"] as const;
/**
 * - `round`: the coordinator matches, by criteria alone.
 * - `ranked-round`: participants rank each other first; the round goes by that.
 * - `mentee-asks`: mentees ask mentors themselves.
 * - `choose-among-three`: the coordinator suggests three, participants choose.
 * - `mixed`: mentees ask first, a round matches the rest.
 */
export type Mode = (typeof modes)[number];

export const identities = ["at-once", "after-match"] as const;
export type Identity = (typeof identities)[number];

export interface MatchingMode {
  readonly mode: Mode;
  /** How many mentors a mentee may rank. */
  readonly menteeChoices: number;
  readonly mentorsRank: boolean;
  /** Whoever has ranked gets one of her first so many, or nobody; null: no such promise. */
  readonly guaranteedChoices: number | null;
  readonly openRequests: number;
  readonly requestDays: number;
  readonly groupLeast: number;
  readonly groupMost: number;
  /** When names and pictures show in the directory. */
  readonly identity: Identity;
}

export const defaultMode: MatchingMode = {
  mode: "round",
  menteeChoices: 5,
  mentorsRank: false,
  guaranteedChoices: null,
  openRequests: 3,
  requestDays: 7,
  groupLeast: 3,
  groupMost: 6,
  identity: "at-once",
};

/** Whether participants look for each other in the directory, and say whom they would like. */
export const hasDirectory = ({ mode, mentorsRank }: MatchingMode): boolean => mode !== "round" || mentorsRank;
export const hasRanking = ({ mode }: MatchingMode): boolean => mode === "ranked-round" || mode === "mixed";
export const hasRequests = ({ mode }: MatchingMode): boolean => mode === "mentee-asks" || mode === "mixed";
export const hasSuggestions = ({ mode }: MatchingMode): boolean => mode === "choose-among-three";
export const hasRounds = ({ mode }: MatchingMode): boolean => mode !== "mentee-asks";
