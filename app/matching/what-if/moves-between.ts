/** Who would have somebody else, and whether that is better for her. Pure. */
import { type Market, weightOf } from "../../../packages/matching-engine/index.ts";
import type { RoundSnapshot } from "../rounds/round.ts";
import type { TrialMove } from "./trial.ts";

export interface Moves {
  readonly same: number;
  readonly moved: number;
  readonly gained: number;
  readonly lost: number;
  /** The first few who move, from the largest change down. */
  readonly moves: readonly TrialMove[];
}

const mostMoves = 50;

export function movesBetween(
  { menteeIds, mentorIds }: Pick<RoundSnapshot, "menteeIds" | "mentorIds">,
  market: Market,
  was: ArrayLike<number>,
  is: ArrayLike<number>,
): Moves {
  const moves: TrialMove[] = [];
  let same = 0;
  for (let mentee = 0; mentee < market.menteeCount; mentee++) {
    const [from, to] = [was[mentee]!, is[mentee]!];
    const weight = (mentor: number): number => (mentor < 0 ? 0 : Math.max(0, weightOf(market, mentee, mentor)));
    if (from === to) same += Number(to >= 0);
    else {
      moves.push({
        menteeId: menteeIds[mentee]!,
        from: mentorIds[from] ?? null,
        to: mentorIds[to] ?? null,
        weightFrom: weight(from),
        weightTo: weight(to),
      });
    }
  }
  const change = ({ weightFrom, weightTo }: TrialMove): number => weightTo - weightFrom;
  return {
    same,
    moved: moves.length,
    gained: moves.filter((move) => move.to !== null && (move.from === null || change(move) > 0)).length,
    lost: moves.filter((move) => move.from !== null && (move.to === null || change(move) < 0)).length,
    moves: moves.toSorted((a, b) => Math.abs(change(b)) - Math.abs(change(a)) || (a.menteeId < b.menteeId ? -1 : 1)).slice(0, mostMoves),
  };
}
