/** Pieces of practice, two minutes each, and when somebody needs which. Pure. */
import type { LifeState } from "../life/life.ts";

export const moments = ["before-first-meeting", "after-first-meeting", "underway", "after-hard-pulse", "at-the-end", "any-time"] as const;
export type Moment = (typeof moments)[number];

/** Ready-made in every language; a program can say them otherwise, or hide them. */
export const readyMade = {
  "active-listening": "before-first-meeting",
  difference: "after-first-meeting",
  feedback: "underway",
  "saying-no": "underway",
  "when-to-refer": "after-hard-pulse",
  "ending-well": "at-the-end",
} as const satisfies Readonly<Record<string, Moment>>;
export type ReadyMade = keyof typeof readyMade;
export const readyMadeKeys = Object.keys(readyMade) as ReadyMade[];
export const isReadyMade = (key: string): key is ReadyMade => key in readyMade;

export const longest = { title: 120, body: 4000, reflection: 4000 } as const;
export const mostOwnPieces = 40;

/** What is known when somebody opens her page. */
export interface Standing {
  readonly state: LifeState;
  /** Sessions that took place; more than two need not be counted. */
  readonly held: number;
  /** She herself has lately said that it is hard; what others say of it is not asked. */
  readonly isHardForHer: boolean;
}

/** The moments that it is now, the most pressing first. */
export function momentsNow({ state, held, isHardForHer }: Standing): Moment[] {
  if (state === "concluded") return [];
  const now: Moment[] = [];
  if (isHardForHer) now.push("after-hard-pulse");
  if (state === "closing") now.push("at-the-end");
  else if (held === 0) now.push("before-first-meeting");
  else if (held === 1) now.push("after-first-meeting");
  else now.push("underway");
  return now;
}

interface Timed {
  readonly key: string;
  readonly moment: Moment;
}

/** The one that she needs now and has not read; undefined where there is none. */
export function pieceFor<P extends Timed>(pieces: readonly P[], standing: Standing, read: ReadonlySet<string>): P | undefined {
  for (const moment of momentsNow(standing)) {
    const piece = pieces.find((one) => one.moment === moment && !read.has(one.key));
    if (piece) return piece;
  }
  return undefined;
}

/** A pulse at or below this is hard: 1 is not at all, 5 is very much. */
export const hardLevel = 2.5;
/** After so many days it is no longer news. */
export const hardDays = 21;
/** So many days after a meeting there is a question of what it was like. */
export const reflectDays = 14;
