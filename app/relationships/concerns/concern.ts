/** A concern: what it is about, how far it has come, and when somebody has to look. Pure. */
export const categories = ["unsafe", "pressure", "sexual", "put-down", "money", "privacy", "wellbeing", "message", "other"] as const;
export type Category = (typeof categories)[number];
/** What one can choose; `message` comes from the button at a message. */
export const chosenCategories = [
  "unsafe",
  "pressure",
  "sexual",
  "put-down",
  "money",
  "privacy",
  "wellbeing",
  "other",
] as const satisfies readonly Category[];

export const urgencies = ["now", "soon", "can-wait"] as const;
export type Urgency = (typeof urgencies)[number];

export const severities = ["low", "medium", "high", "critical"] as const;
export type Severity = (typeof severities)[number];

/**
 *     open → acknowledged → in-work → resolved, passed-on, unfounded → reopened → acknowledged → …
 *
 * Whoever takes it has acknowledged it; what she first writes down puts it in work.
 */
export const concernStates = ["open", "acknowledged", "in-work", "resolved", "passed-on", "unfounded", "reopened"] as const;
export type ConcernState = (typeof concernStates)[number];
/** How it can end: something was done; others take it from here; there was nothing to it. */
export const outcomes = ["resolved", "passed-on", "unfounded"] as const satisfies readonly ConcernState[];
export type Outcome = (typeof outcomes)[number];

export const isClosed = (state: ConcernState): state is Outcome => (outcomes as readonly ConcernState[]).includes(state);
/** Nobody has said yet that she looks into it. */
export const isUnacknowledged = (state: ConcernState): boolean => state === "open" || state === "reopened";

export type ConcernMove = "take" | "work" | "close" | "reopen";

/** What becomes of a state; undefined where the move cannot be made. */
export function stateAfter(state: ConcernState, move: Exclude<ConcernMove, "close">): ConcernState | undefined {
  switch (move) {
    case "take":
      return isUnacknowledged(state) ? "acknowledged" : isClosed(state) ? undefined : state;
    case "work":
      return state === "acknowledged" || state === "in-work" ? "in-work" : undefined;
    case "reopen":
      return isClosed(state) ? "reopened" : undefined;
  }
}
/** It can be closed once somebody has taken it. */
export const canClose = (state: ConcernState): boolean => state === "acknowledged" || state === "in-work";

const minute = 60_000;
/** Somebody takes it within this time, or all of them are reminded; and after that time the owners hear that nobody has. */
export const acknowledgeMinutes = 60;
const escalateMinutes = 240;

export const dueAt = (openedAt: Date): Date => new Date(openedAt.getTime() + acknowledgeMinutes * minute);
const escalatesAt = (openedAt: Date): Date => new Date(openedAt.getTime() + escalateMinutes * minute);

interface Clock {
  readonly state: ConcernState;
  readonly openedAt: Date;
  readonly remindedAt: Date | null;
  readonly escalatedAt: Date | null;
}

/** What the clock asks for now; each once. Whoever comes late is told the graver of the two. */
export function clockAsks({ state, openedAt, remindedAt, escalatedAt }: Clock, now: Date): "remind" | "escalate" | undefined {
  if (!isUnacknowledged(state)) return undefined;
  if (escalatedAt === null && now >= escalatesAt(openedAt)) return "escalate";
  if (remindedAt === null && escalatedAt === null && now >= dueAt(openedAt)) return "remind";
  return undefined;
}

const appealDays = 20;
export const appealUntil = (closedAt: Date): Date => new Date(closedAt.getTime() + appealDays * 24 * 60 * minute);
export const canAppeal = ({ state, closedAt }: { state: ConcernState; closedAt: Date | null }, now: Date): boolean =>
  isClosed(state) && closedAt !== null && now < appealUntil(closedAt);

/** By which people speak of it on the telephone; tells nothing of how many there are. */
export const referenceOf = (concernId: string): string => concernId.slice(-6).toUpperCase();

export const longestWords = 8000;

export const entryKinds = [
  "raised",
  "snapshot",
  "added",
  "told",
  "reminded",
  "escalated",
  "taken",
  "handed-over",
  "released",
  "note",
  "contact",
  "severity",
  "named",
  "paused",
  "lifted",
  "closed",
  "appealed",
  "reopened",
  "objected",
  "objection-answered",
] as const;
export type EntryKind = (typeof entryKinds)[number];
/** `person`: whom a decision touches. */
export type ByPart = "reporter" | "lead" | "program" | "person";

export interface OneConcern {
  readonly organizationId: string;
  readonly concernId: string;
}
export const concernsPath = (organizationId: string): string => `/organizations/${organizationId}/concerns`;
