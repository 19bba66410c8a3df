/** What a pair would cost that a large round did not keep, because it cannot matter for the result. Pure. */
import {
  type Alternative,
  alternatives,
  type Market,
  type MatchingResult,
  type WeightedPair,
} from "../../../packages/matching-engine/index.ts";

/**
 * The prices say that the result is the best also with this pair among the candidates, and so they price it like any other. The
 * chain of moves goes by kept pairs.
 */
export function costOfLeftOut(market: Market, result: MatchingResult, pair: WeightedPair): Alternative | null {
  return alternatives(withPair(market, pair), result).ofPair(pair.mentee, pair.mentor);
}

function withPair(market: Market, { mentee, mentor, weight }: WeightedPair): Market {
  const at = market.ptr[mentee + 1]!;
  const inserted = (list: Int32Array, value: number): Int32Array => {
    const longer = new Int32Array(list.length + 1);
    longer.set(list.subarray(0, at));
    longer[at] = value;
    longer.set(list.subarray(at), at + 1);
    return longer;
  };
  const ptr = market.ptr.map((begin, row) => (row > mentee ? begin + 1 : begin));
  return { ...market, ptr, col: inserted(market.col, mentor), weight: inserted(market.weight, weight) };
}
