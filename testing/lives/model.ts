/**
 * The life of a relationship, written a second time and apart from app/relationships/life: by what lies on it (a hold, an end that
 * has been set) instead of by named states, and by lists of what stands against a move. The two are to agree, whatever is tried.
 */
import type { Ending, Impossible, Life, Move, PausedBy } from "../../app/relationships/life/life.ts";

export interface Model {
  readonly isOver: boolean;
  readonly hold: { readonly by: PausedBy; readonly until: string | null } | undefined;
  readonly end: { readonly on: string; readonly how: Ending } | undefined;
  readonly planned: string | null;
}
export const begun: Model = { isOver: false, hold: undefined, end: undefined, planned: null };

type Against = readonly [Impossible, boolean];
const power = ["people", "coordinator", "safeguarding"];

/** Everything that could stand against it, the weightiest first. */
function against({ isOver, hold, end }: Model, move: Move, today: string): readonly Against[] {
  const forSafety = hold?.by === "safeguarding";
  const isWeaker = (by: PausedBy): boolean => hold !== undefined && power.indexOf(by) < power.indexOf(hold.by);
  const over: Against = ["concluded", isOver];
  switch (move.move) {
    case "pause":
      return [
        over,
        ["day-past", move.until !== null && !(today < move.until)],
        ["already-closing", end !== undefined && hold === undefined && move.by !== "safeguarding"],
        ["held-for-safety", forSafety && isWeaker(move.by)],
        ["already-paused", isWeaker(move.by)],
      ];
    case "resume":
      return [
        over,
        ["not-paused", hold === undefined],
        ["held-for-safety", forSafety && move.by !== "safeguarding"],
        ["day-not-come", move.by === "time" && !(hold?.until != null && hold.until <= today)],
        ["already-paused", move.by !== "time" && isWeaker(move.by)],
      ];
    case "extend":
      return [over, ["already-closing", end !== undefined], ["day-past", move.endsOn !== null && !(today < move.endsOn)]];
    case "close":
      return [over, ["held-for-safety", forSafety], ["already-closing", end !== undefined], ["day-past", move.closesOn < today]];
    case "reopen":
      return [over, ["held-for-safety", forSafety], ["not-closing", end === undefined]];
    case "conclude":
      return [
        over,
        ["not-closing", move.ending === null && (end === undefined || hold !== undefined)],
        ["day-not-come", move.ending === null && end !== undefined && !(end.on < today)],
      ];
  }
}

function after(model: Model, move: Move, today: string): Model {
  switch (move.move) {
    case "pause":
      return { ...model, hold: { by: move.by, until: move.until } };
    case "resume":
      return { ...model, hold: undefined };
    case "extend":
      return { ...model, planned: move.endsOn };
    case "close":
      return { ...model, hold: undefined, end: { on: move.closesOn, how: move.ending } };
    case "reopen":
      return { ...model, end: undefined };
    case "conclude":
      return { ...model, isOver: true, hold: undefined, end: { on: model.end?.on ?? today, how: move.ending ?? model.end!.how } };
  }
}

/** What becomes of it, or what stands against it. */
export function tried(model: Model, move: Move, today: string): Model | Impossible {
  const reason = against(model, move, today).find(([, holds]) => holds);
  return reason ? reason[0] : after(model, move, today);
}

/** As the machine says it. */
export const lifeOf = ({ isOver, hold, end, planned }: Model): Life => ({
  state: isOver ? "concluded" : hold ? "paused" : end ? "closing" : "active",
  pausedBy: hold?.by ?? null,
  pausedUntil: hold?.until ?? null,
  endsOn: planned,
  closesOn: end?.on ?? null,
  ending: end?.how ?? null,
});
