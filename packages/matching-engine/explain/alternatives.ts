import { type Market, weightOf } from "../market/market.ts";
import type { MatchingResult } from "../assignment/maximum-weight.ts";
import { type Move, Reassignments } from "./reassignments.ts";

/** A pair that was not chosen, and what choosing it would cost. */
export type Alternative = {
  readonly mentee: number;
  readonly mentor: number;
  readonly weight: number;
  /** Exactly how much the best total falls when these two are paired. (With `most-people` it can be negative where `fewerPeople` is above 0.) */
  readonly cost: number;
  /** How many people fewer are matched in the cheapest way to do it (negative: more). */
  readonly fewerPeople: number;
  /** The cheapest way to do it, the pair itself included: who would move where. */
  readonly moves: readonly Move[];
};

export type UnmatchedReason =
  /** No mentor passed the must rules. */
  | { readonly reason: "no-candidates" }
  /** There are candidates, but none has a place that is not locked. */
  | { readonly reason: "no-places"; readonly mentors: readonly number[] }
  /** Each candidate's places went to pairs for whom more would be lost. Cheapest first. */
  | { readonly reason: "taken"; readonly mentors: readonly TakenMentor[] };

export type TakenMentor = {
  readonly mentor: number;
  readonly weight: number;
  /** What the total loses if this mentee takes a place here nevertheless. */
  readonly cost: number;
  readonly fewerPeople: number;
  /** Who has her places. */
  readonly heldBy: readonly number[];
};

export type Alternatives = {
  /** The cheapest other mentors for a mentee, cheapest first (then by weight). Empty for a locked mentee. */
  forMentee(mentee: number, limit: number): Alternative[];
  /** The cheapest other mentees for a mentor, cheapest first (then by weight). Locked mentees and mentors without an unlocked place: none. */
  forMentor(mentor: number, limit: number): Alternative[];
  /** What one pair would cost (nothing where they are paired already); null where they are no candidates, the mentee is locked elsewhere, or the mentor has no unlocked place. */
  ofPair(mentee: number, mentor: number): Alternative | null;
  /** Why a mentee is unmatched; null if she is matched. */
  whyUnmatched(mentee: number, limit: number): UnmatchedReason | null;
};

/**
 * Opens a matching for questions. Each answer is one shortest-path search over the market from the result's prices, and exact:
 * the same as solving again with the pair locked.
 *
 * Why: pairing i with j needs a place more with j and leaves one where i was. The cheapest chain of moves from the one to the
 * other, measured by what each step loses against the prices, is exactly the loss in total.
 * @param result a proven best matching of this very market
 */
export function alternatives(market: Market, result: MatchingResult): Alternatives {
  const graph = new Reassignments(market, result);

  /** Adds the cheapest chain that the last search found between `found` and `begin` to the move of the pair itself. */
  function priced(pair: Priced, moves: readonly Move[]): Alternative {
    const all = [{ mentee: pair.mentee, from: result.assignment[pair.mentee]!, to: pair.mentor }, ...moves];
    let fewerPeople = 0;
    for (const { from, to } of all) fewerPeople += Number(to < 0) - Number(from < 0);
    const { mentee, mentor, weight } = pair;
    return { mentee, mentor, weight, cost: pair.loss - result.bonus * fewerPeople, fewerPeople, moves: all };
  }

  function forMentee(mentee: number, limit: number, only?: number): Alternative[] {
    requirePerson(mentee, market.menteeCount, "mentee");
    if (market.locked[mentee]! >= 0 || limit <= 0) return [];
    const begin = graph.nodeOf(mentee);
    const weights = new Map<number, number>();
    for (let e = market.ptr[mentee]!; e < market.ptr[mentee + 1]!; e++) {
      const mentor = market.col[e]!;
      if (mentor !== begin && graph.isOpen(mentor) && (only ?? mentor) === mentor) weights.set(mentor, market.weight[e]!);
    }
    const cheapest = new Cheapest(Math.min(limit, weights.size));
    if (weights.size === 0) return [];
    graph.searchTo(begin, (mentor, distance) => {
      // Stryker disable next-line ConditionalExpression,BooleanLiteral: speed (what is found later is dearer, and not kept)
      if (cheapest.isComplete(distance)) return false;
      const weight = weights.get(mentor);
      if (weight !== undefined) cheapest.add({ mentee, mentor, weight, loss: distance + graph.shortfall(mentee, mentor, weight) });
      return true;
    });
    return cheapest.list.map((pair) => priced(pair, graph.movesTo(pair.mentor, begin, "to")));
  }

  function forMentor(mentor: number, limit: number): Alternative[] {
    requirePerson(mentor, market.mentorCount, "mentor");
    if (!graph.isOpen(mentor) || limit <= 0) return [];
    const { ptr, row, weight } = graph.columns;
    const byNode = new Map<number, { mentee: number; weight: number }[]>();
    let count = 0;
    for (let e = ptr[mentor]!; e < ptr[mentor + 1]!; e++) {
      const node = graph.nodeOf(row[e]!);
      if (node === mentor) continue;
      const there = byNode.get(node) ?? [];
      there.push({ mentee: row[e]!, weight: weight[e]! });
      byNode.set(node, there);
      count++;
    }
    if (count === 0) return [];
    const cheapest = new Cheapest(Math.min(limit, count));
    graph.searchFrom(mentor, (node, distance) => {
      // Stryker disable next-line ConditionalExpression,BooleanLiteral: speed (what is found later is dearer, and not kept)
      if (cheapest.isComplete(distance)) return false;
      for (const one of byNode.get(node) ?? []) {
        cheapest.add({ ...one, mentor, loss: distance + graph.shortfall(one.mentee, mentor, one.weight) });
      }
      return true;
    });
    return cheapest.list.map((pair) => priced(pair, graph.movesTo(graph.nodeOf(pair.mentee), mentor, "from")));
  }

  function whyUnmatched(mentee: number, limit: number): UnmatchedReason | null {
    requirePerson(mentee, market.menteeCount, "mentee");
    if (result.assignment[mentee]! >= 0) return null;
    const candidates = [...market.col.subarray(market.ptr[mentee], market.ptr[mentee + 1])];
    if (candidates.length === 0) return { reason: "no-candidates" };
    if (!candidates.some((mentor) => graph.isOpen(mentor))) return { reason: "no-places", mentors: candidates };
    const mentors = forMentee(mentee, limit).map(({ mentor, weight, cost, fewerPeople }) => {
      const heldBy = [...result.assignment.keys()].filter((other) => result.assignment[other] === mentor);
      return { mentor, weight, cost, fewerPeople, heldBy };
    });
    return { reason: "taken", mentors };
  }

  return {
    forMentee: (mentee, limit) => forMentee(mentee, limit),
    forMentor,
    ofPair(mentee, mentor) {
      requirePerson(mentor, market.mentorCount, "mentor");
      const [found] = forMentee(mentee, 1, mentor);
      if (found || result.assignment[mentee] !== mentor) return found ?? null;
      return { mentee, mentor, weight: weightOf(market, mentee, mentor), cost: 0, fewerPeople: 0, moves: [] };
    },
    whyUnmatched,
  };
}

type Priced = { readonly mentee: number; readonly mentor: number; readonly weight: number; readonly loss: number };

/** The cheapest few of what a search finds, cheapest first, then by weight. */
class Cheapest {
  readonly list: Priced[] = [];
  readonly #limit: number;

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** Whether nothing found from this distance on can be among them. */
  // Stryker disable next-line BlockStatement: speed (what is found later is dearer, and not kept)
  isComplete(distance: number): boolean {
    // Stryker disable next-line ConditionalExpression,EqualityOperator: speed (the same)
    return this.list.length >= this.#limit && this.list.at(-1)!.loss < distance;
  }

  add(pair: Priced): void {
    const after = (other: Priced) =>
      other.loss - pair.loss || pair.weight - other.weight || other.mentee - pair.mentee || other.mentor - pair.mentor;
    let at = this.list.length;
    while (at > 0 && after(this.list[at - 1]!) > 0) at--;
    this.list.splice(at, 0, pair);
    if (this.list.length > this.#limit) this.list.pop();
  }
}

function requirePerson(person: number, count: number, role: string): void {
  if (!(Number.isInteger(person) && person >= 0 && person < count)) {
    throw new RangeError(`There is no ${role} ${person}: they are numbered from 0 to ${count - 1}.`);
  }
}
