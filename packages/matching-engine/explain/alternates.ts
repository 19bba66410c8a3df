import { type MatchingResult, maximumWeightMatching } from "../assignment/maximum-weight.ts";
import type { Market } from "../market/market.ts";

/** One level of further choices: a matching of its own, with its proof, of the market without the pairs of the levels before. */
export type Alternate = {
  /** The market in which `result` is the best: `checkCertificate(market, result)` proves it. */
  readonly market: Market;
  readonly result: MatchingResult;
  /** The mentor of each mentee at this level; -1 for none, and for mentees who are locked. */
  readonly assignment: Int32Array;
};

/**
 * A second choice for each mentee, a third and so on, consistent with one another: within each level nobody is promised more places
 * than she has, so that the level could be carried out as it stands. A level is the best matching, by the objective of `result`,
 * that repeats no pair of the levels before it. Whoever is locked has no other choice, and her place is nobody's second choice.
 * @param result a best matching of this very market
 * @returns `choices` levels, the second choices first
 */
export function alternates(
  market: Market,
  result: Pick<MatchingResult, "assignment" | "objective">,
  options: { readonly choices: number; readonly seed: string | number; readonly cancelled?: (() => boolean) | undefined },
): Alternate[] {
  const levels: Alternate[] = [];
  let before = result.assignment;
  let open = market;
  for (let level = 0; level < options.choices; level++) {
    open = withoutPairs(open, before);
    const next = maximumWeightMatching(open, { seed: options.seed, objective: result.objective, cancelled: options.cancelled });
    before = next.assignment;
    const assignment = next.assignment.map((mentor, mentee) => (open.locked[mentee]! >= 0 ? -1 : mentor));
    levels.push({ market: open, result: next, assignment });
  }
  return levels;
}

/** The market without these pairs; locked pairs stay. */
function withoutPairs(market: Market, assignment: Int32Array): Market {
  const ptr = new Int32Array(market.menteeCount + 1);
  const col = new Int32Array(market.col.length);
  const weight = new Int32Array(market.col.length);
  let count = 0;
  for (let mentee = 0; mentee < market.menteeCount; mentee++) {
    const taken = market.locked[mentee]! >= 0 ? -1 : assignment[mentee]!;
    for (let e = market.ptr[mentee]!; e < market.ptr[mentee + 1]!; e++) {
      if (market.col[e] === taken) continue;
      col[count] = market.col[e]!;
      weight[count++] = market.weight[e]!;
    }
    ptr[mentee + 1] = count;
  }
  return { ...market, ptr, col: col.slice(0, count), weight: weight.slice(0, count) };
}
