/** How the people of a program find each other. Pure. */
import type { ProgramFormat } from "../../networks/programs/program.ts";

export const modes = ["round", "ranked-round", "mentee-asks", "choose-among-three", "mixed"] as const;
/**
 * - `round`: the coordinator matches, by criteria alone.
 * - `ranked-round`: participants rank each other first; the round goes by that.
 * - `mentee-asks`: mentees ask mentors themselves.
 * - `choose-among-three`: the coordinator suggests three, participants choose.
 * - `mixed`: mentees ask first, a round matches the rest.
 */
export type Mode = (typeof modes)[number];

/** Between peers a round goes by how well two fit, not by lists; and whoever chose among three would be chosen at the same time. */
const notForPeers: ReadonlySet<Mode> = new Set(["ranked-round", "choose-among-three"]);
export const suits = (mode: Mode, format: ProgramFormat): boolean => format !== "peer" || !notForPeers.has(mode);

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
  /** Mixed: the last day on which mentees ask, "2027-02-01"; null: until the coordinator closes asking. */
  readonly askingUntil: string | null;
  readonly askingClosedAt: Date | null;
  /** Days to choose among suggestions. */
  readonly suggestionDays: number;
  /** Whoever has not chosen by then has chosen the first. */
  readonly takesFirst: boolean;
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
  askingUntil: null,
  askingClosedAt: null,
  suggestionDays: 7,
  takesFirst: false,
};

/** What a coordinator settles for each mode; nothing that the mode does not need is asked. */
export const settingsOf = {
  round: [],
  "ranked-round": ["menteeChoices", "guaranteedChoices", "mentorsRank", "identity"],
  "mentee-asks": ["openRequests", "requestDays", "menteeChoices", "identity"],
  "choose-among-three": ["suggestionDays", "takesFirst", "identity"],
  mixed: ["openRequests", "requestDays", "askingUntil", "menteeChoices", "guaranteedChoices", "mentorsRank", "identity"],
} as const satisfies Readonly<Record<Mode, readonly (keyof MatchingMode)[]>>;
export type ModeSetting = (typeof settingsOf)[Mode][number];

/** Whether participants look for each other in the directory, and say whom they would like. */
export const hasDirectory = ({ mode, mentorsRank }: MatchingMode): boolean => mode !== "round" || mentorsRank;
export const hasRanking = ({ mode }: MatchingMode): boolean => mode === "ranked-round" || mode === "mixed";
export const hasRequests = ({ mode }: Pick<MatchingMode, "mode">): boolean => mode === "mentee-asks" || mode === "mixed";
/** Rounds are published as suggestions, and not as offers. */
export const publishesSuggestions = ({ mode }: MatchingMode, format: ProgramFormat): boolean =>
  mode === "choose-among-three" && suits(mode, format);
export const hasSuggestions = ({ mode }: MatchingMode): boolean => mode === "choose-among-three";
export const hasRounds = ({ mode }: MatchingMode): boolean => mode !== "mentee-asks";

/** Whether mentees may ask today, the calendar day where the organization is. */
export const isAskingOpen = (mode: MatchingMode, today: string): boolean =>
  hasRequests(mode) &&
  (mode.mode !== "mixed" || (mode.askingClosedAt === null && (mode.askingUntil === null || mode.askingUntil >= today)));
