/**
 * The life of a relationship, as one state machine. Pure: days are given as "2027-02-01", and what day it is, too.
 *
 *     active ⇄ paused        active, paused → closing → concluded        closing → active, as long as its day has not come
 *
 * A pause for safety can be put on anything that lives, and only safeguarding lifts it; what was closing closes afterwards.
 */
export type LifeState = "active" | "paused" | "closing" | "concluded";
/** Who can take the pause off again. */
export type PausedBy = "people" | "coordinator" | "safeguarding";
/**
 * - `planned`: its time was over, or what it was for is reached.
 * - `early`: both ended it before.
 * - `one-sided`: one of them did.
 * - `inactive`: nobody answered any more.
 * - `stopped`: the program ended it, as for safety.
 */
export const endings = ["planned", "early", "one-sided", "inactive", "stopped"] as const;
export type Ending = (typeof endings)[number];

export interface Life {
  readonly state: LifeState;
  readonly pausedBy: PausedBy | null;
  /** The first day on which it goes on by itself; null: not by itself. */
  readonly pausedUntil: string | null;
  /** The planned last day; null: open-ended. */
  readonly endsOn: string | null;
  /** The day on which its channels close. */
  readonly closesOn: string | null;
  readonly ending: Ending | null;
}

export type Move =
  | { readonly move: "pause"; readonly by: PausedBy; readonly until: string | null }
  | { readonly move: "resume"; readonly by: PausedBy | "time" }
  | { readonly move: "extend"; readonly endsOn: string | null }
  | { readonly move: "close"; readonly closesOn: string; readonly ending: Ending }
  | { readonly move: "reopen" }
  | { readonly move: "conclude"; readonly ending: Ending | null };
export type MoveName = Move["move"];

/** Why a move cannot be made. */
export type Impossible =
  | "concluded"
  | "already-paused"
  | "not-paused"
  | "held-for-safety"
  | "already-closing"
  | "not-closing"
  | "day-past"
  | "day-not-come";

export type Moved = { readonly life: Life } | { readonly impossible: Impossible };

const rank: Readonly<Record<PausedBy, number>> = { people: 0, coordinator: 1, safeguarding: 2 };

/** What becomes of a life by a move on a day; or why it cannot be made. */
export function moved(life: Life, move: Move, today: string): Moved {
  if (life.state === "concluded") return { impossible: "concluded" };
  const isHeld = life.pausedBy === "safeguarding";
  switch (move.move) {
    case "pause": {
      if (move.until !== null && move.until <= today) return { impossible: "day-past" };
      if (life.state === "closing" && move.by !== "safeguarding") return { impossible: "already-closing" };
      // Whoever stands higher may take a pause over, with her own day; the same again changes the day.
      if (life.pausedBy !== null && rank[move.by] < rank[life.pausedBy])
        return { impossible: isHeld ? "held-for-safety" : "already-paused" };
      return { life: { ...life, state: "paused", pausedBy: move.by, pausedUntil: move.until } };
    }
    case "resume": {
      if (life.state !== "paused" || life.pausedBy === null) return { impossible: "not-paused" };
      if (isHeld && move.by !== "safeguarding") return { impossible: "held-for-safety" };
      if (move.by === "time") {
        if (life.pausedUntil === null || life.pausedUntil > today) return { impossible: "day-not-come" };
      } else if (rank[move.by] < rank[life.pausedBy]) return { impossible: "already-paused" };
      return { life: { ...life, state: life.closesOn === null ? "active" : "closing", pausedBy: null, pausedUntil: null } };
    }
    case "extend": {
      if (life.closesOn !== null) return { impossible: "already-closing" };
      if (move.endsOn !== null && move.endsOn <= today) return { impossible: "day-past" };
      return { life: { ...life, endsOn: move.endsOn } };
    }
    case "close": {
      if (isHeld) return { impossible: "held-for-safety" };
      if (life.closesOn !== null) return { impossible: "already-closing" };
      if (move.closesOn < today) return { impossible: "day-past" };
      return { life: { ...life, state: "closing", pausedBy: null, pausedUntil: null, closesOn: move.closesOn, ending: move.ending } };
    }
    case "reopen": {
      if (isHeld) return { impossible: "held-for-safety" };
      if (life.state !== "closing") return { impossible: "not-closing" };
      return { life: { ...life, state: "active", closesOn: null, ending: null } };
    }
    case "conclude": {
      // By itself (without a reason of its own) only what is closing, once its last day is over; the program can stop anything at once.
      if (move.ending === null) {
        if (life.state !== "closing") return { impossible: "not-closing" };
        if (life.closesOn !== null && life.closesOn >= today) return { impossible: "day-not-come" };
      }
      return {
        life: {
          ...life,
          state: "concluded",
          pausedBy: null,
          pausedUntil: null,
          closesOn: life.closesOn ?? today,
          ending: move.ending ?? life.ending,
        },
      };
    }
  }
}

/** Nothing has changed: a second click, or a day that was saved as it was. Then nobody need hear of it. */
export const isSameLife = (one: Life, other: Life): boolean =>
  (["state", "pausedBy", "pausedUntil", "endsOn", "closesOn", "ending"] as const).every((part) => one[part] === other[part]);

/** Whether a button for it is shown. */
export const canMove = (life: Life, move: Move, today: string): boolean => "life" in moved(life, move, today);

/** People of it write, plan and note: always but in a pause for safety, and when it is over. */
export const isOpen = (life: Life): boolean => life.state !== "concluded" && life.pausedBy !== "safeguarding";
/** Reminders, pulses and nudges go out: not in a break, and not at its end. */
export const isRunning = (life: Life): boolean => life.state === "active";
