import { checkCertificate } from "../assignment/certificate.ts";
import type { MatchingResult } from "../assignment/maximum-weight.ts";
import type { Market } from "../market/market.ts";

/** What a search claims: its total, and a bound that half the best matching of a relaxed market proves. */
export type Claim = {
  readonly total: number;
  readonly bound: number;
  readonly relaxed: { readonly market: Market; readonly result: MatchingResult };
};

export type Found = {
  /** Whether every solution is one of the relaxed market, worth at least twice as much there. */
  readonly isRelaxation: boolean;
  /** The total as it was counted anew. */
  readonly total: number;
  readonly worth: "groups are" | "choice is";
};

/** What is wrong with the claimed total and bound, a sentence each; empty where the proof holds. */
export function boundProblems(
  { total: claimedTotal, bound: claimedBound, relaxed }: Claim,
  { isRelaxation, total, worth }: Found,
): string[] {
  const problems: string[] = [];
  if (!isRelaxation) problems.push("the bound is of another market");
  else if (!checkCertificate(relaxed.market, relaxed.result).proven) problems.push("the bound is not proven");
  const bound = Math.floor(relaxed.result.total / 2);
  if (bound !== claimedBound) problems.push(`the bound is ${bound}, not ${claimedBound}`);
  if (total !== claimedTotal) problems.push(`the ${worth} worth ${total}, not ${claimedTotal}`);
  if (total > bound) problems.push(`the total ${total} is above the bound ${bound}`);
  return problems;
}
