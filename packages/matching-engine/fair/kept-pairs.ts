import type { Market } from "../market/market.ts";

/**
 * The market with only the candidate pairs for which `keep` answers true. Locked pairs stay whatever it says.
 * @param keep asked with the pair's place in `market.col` and its mentee
 */
export function keepPairs(market: Market, keep: (edge: number, mentee: number) => boolean): Market {
  const { menteeCount, ptr, col, weight, locked } = market;
  const kept = { ptr: new Int32Array(menteeCount + 1), col: new Int32Array(col.length), weight: new Int32Array(col.length) };
  let n = 0;
  for (let mentee = 0; mentee < menteeCount; mentee++) {
    for (let e = ptr[mentee]!; e < ptr[mentee + 1]!; e++) {
      if (col[e] !== locked[mentee] && !keep(e, mentee)) continue;
      kept.col[n] = col[e]!;
      kept.weight[n++] = weight[e]!;
    }
    kept.ptr[mentee + 1] = n;
  }
  return { ...market, ptr: kept.ptr, col: kept.col.slice(0, n), weight: kept.weight.slice(0, n) };
}
