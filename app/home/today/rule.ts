/** What a rule of the list is. Pure. */
import type { CheckKind } from "../../networks/checks/background-check.ts";
import type { RelationshipSetting } from "../../relationships/settings/setting.ts";
import type { RelationshipSignals, Signals } from "./signals.ts";

export interface Looked {
  /** 0 … 100. */
  readonly urgency: number;
  /** Names the reason. */
  readonly reason: string;
  /** What the sentence says: days, or a level. */
  readonly figure?: number;
  /** With whom. */
  readonly personId?: string;
  readonly at?: Date;
  /** Of which checks. */
  readonly kinds?: readonly CheckKind[];
}

export interface Asked {
  readonly threshold: number;
  readonly setting: RelationshipSetting;
  readonly today: string;
  readonly now: Date;
}

export const ruleNames = [
  "blocked",
  "new-start",
  "fit",
  "check-missing",
  "no-owner",
  "low-pulse",
  "first-meeting",
  "offer",
  "support",
  "silence",
  "check-expiring",
  "unanswered",
  "diverging",
  "pause",
  "agreement",
] as const;
export type RuleName = (typeof ruleNames)[number];

/** What is asked in confidence of one coordinator is answered by nobody else. */
/** Whoever asks for a new start waits for an answer, and only that ends it. */
export const canBeFinished = (rule: RuleName): boolean => rule !== "new-start";
export const canBeGiven = (rule: RuleName): boolean => rule !== "new-start";

export type Unit = "days" | "points" | "times";

export interface Rule<S extends Signals = RelationshipSignals> {
  readonly name: RuleName;
  /** Nothing to set: the thing is there, or it is not. */
  readonly unit: Unit | null;
  readonly least: number;
  readonly most: number;
  /** Where the program has not said otherwise. */
  readonly usual: (setting: RelationshipSetting) => number;
  readonly look: (signals: S, asked: Asked) => Looked | undefined;
}

export const daysBetween = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
/** Comes again after each further stretch of days. */
export const stretch = (days: number, length: number): number => Math.floor(days / Math.max(1, length));
export const none = { unit: null, least: 0, most: 0, usual: () => 0 } as const;
export const days = { unit: "days", least: 1, most: 365 } as const;
