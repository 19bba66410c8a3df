/**
 * Shared background by wish: a mentee who wishes for it has it counted like one criterion more, for her alone. Pure.
 *
 * With criteria of the weights S in all that give a pair the strength w, and a wish of the weight v, the pair counts
 * (S·w + v·10,000·shared) / (S + v): as a *should* rule by wish does. It is reckoned beside the criteria and not among them, so
 * that strengths, reasons and what is kept of a round tell nothing of wishes.
 */
import { FULL_WEIGHT, type Market, type Scoring } from "../../../packages/matching-engine/index.ts";

export interface AffinityWish {
  /** 1 to 100, as the program set it. */
  readonly weight: number;
  /** For each mentee what she is in this dimension, as a number from 0; -1 where she does not wish to share it. */
  readonly mentees: readonly number[];
  /** For each mentor the same; -1 where she has not agreed to be matched by it, or has as many as she takes by this wish. */
  readonly mentors: readonly number[];
  /** For each mentor how many more she takes by this wish; null: as many as she has places. */
  readonly room: readonly (number | null)[];
}

export interface AffinityWishes {
  /** For each mentee the sum of the weights of the criteria that count for her. */
  readonly others: readonly number[];
  readonly wishes: readonly AffinityWish[];
}

/** Pairs for which a wish no longer counts, because the mentor has as many by it as she takes: `${wish} ${mentee} ${mentor}`. */
export type Ended = ReadonlySet<string>;
const nameOf = (wish: number, mentee: number, mentor: number): string => `${wish} ${mentee} ${mentor}`;

function counts({ mentees, mentors }: AffinityWish, mentee: number, mentor: number): boolean {
  return mentees[mentee]! >= 0 && mentees[mentee] === mentors[mentor];
}

/** For each mentee the sum of the weights of the criteria that count for her: all, but those by a wish that she does not have. */
export function weightsCounting({ mentees, should }: Scoring): number[] {
  return Array.from({ length: mentees.count }, (_, mentee) =>
    should.reduce((sum, { weight, byWish }) => {
      const column = byWish === undefined ? undefined : mentees.columns[byWish];
      return column?.kind === "flag" && column.flags[mentee] !== 1 ? sum : sum + weight;
    }, 0),
  );
}

/** The market with wishes counted in. Rows of mentees without a wish stay as they are. */
export function withWishes(market: Market, { others, wishes }: AffinityWishes, ended: Ended = new Set()): Market {
  const weight = market.weight.slice();
  for (let mentee = 0; mentee < market.menteeCount; mentee++) {
    const hers = [...wishes.entries()].filter(([, wish]) => wish.mentees[mentee]! >= 0);
    if (hers.length === 0) continue;
    const criteria = others[mentee]!;
    const possible = criteria + hers.reduce((sum, [, wish]) => sum + wish.weight, 0);
    for (let e = market.ptr[mentee]!; e < market.ptr[mentee + 1]!; e++) {
      const mentor = market.col[e]!;
      const shared = hers.reduce(
        (sum, [at, wish]) => sum + (counts(wish, mentee, mentor) && !ended.has(nameOf(at, mentee, mentor)) ? wish.weight : 0),
        0,
      );
      weight[e] = Math.round((criteria * market.weight[e]! + FULL_WEIGHT * shared) / possible);
    }
  }
  return { ...market, weight };
}

/**
 * Solves with wishes, such that no mentor gets more pairs by a wish than she takes: where it would be more, the wish goes on
 * counting for those of them that are strongest by it, and for nobody else with her, and the market is solved anew. (What is best
 * under such limits is hard to find exactly; each solution is the best for the wishes that count in the end.)
 */
export function solveWithWishes<Solved extends { readonly assignment: ArrayLike<number> }>(
  market: Market,
  wishes: AffinityWishes,
  solve: (market: Market) => Solved,
): { readonly solved: Solved; readonly market: Market } {
  const ended = new Set<string>();
  for (;;) {
    const wished = withWishes(market, wishes, ended);
    const solved = solve(wished);
    if (!endSome(wished, wishes, solved.assignment, ended)) return { solved, market: wished };
  }
}

/** Ends the wish with every mentor who has more by it than she takes; false where nobody has. */
function endSome(market: Market, { wishes }: AffinityWishes, assignment: ArrayLike<number>, ended: Set<string>): boolean {
  let isChanged = false;
  for (const [at, wish] of wishes.entries()) {
    for (const [mentor, room] of wish.room.entries()) {
      if (room === null || wish.mentors[mentor]! < 0) continue;
      const hers = Array.from(assignment).flatMap((assigned, mentee) =>
        assigned === mentor && counts(wish, mentee, mentor) && !ended.has(nameOf(at, mentee, mentor)) ? [mentee] : [],
      );
      if (hers.length <= room) continue;
      const kept = new Set(hers.toSorted((a, b) => weightIn(market, b, mentor) - weightIn(market, a, mentor) || a - b).slice(0, room));
      for (let mentee = 0; mentee < market.menteeCount; mentee++) {
        if (counts(wish, mentee, mentor) && !kept.has(mentee)) ended.add(nameOf(at, mentee, mentor));
      }
      isChanged = true;
    }
  }
  return isChanged;
}

function weightIn({ ptr, col, weight }: Market, mentee: number, mentor: number): number {
  return weight[ptr[mentee]! + col.subarray(ptr[mentee], ptr[mentee + 1]).indexOf(mentor)] ?? 0;
}
