/** What only the engine knows of groups: how many of each could be matched if it were alone, and what equal coverage costs. Pure. */
import { explainScores, fairMatching } from "../../../packages/matching-engine/index.ts";
import type { RoundSnapshot } from "../rounds/round.ts";
import { marketOf } from "../rounds/solve-round.ts";
import type { Price } from "./fairness-report.ts";

export interface PricedGroups {
  /** For each group, how many of it could be matched if it were alone. */
  readonly attainable: readonly number[];
  /** Equal coverage of all of them. */
  readonly price: Price;
  /** For each group, equal coverage of it and of everybody else together. */
  readonly prices: readonly Price[];
}

/** @param groupOf for each mentee of the round the number of her group, -1 for everybody of whom nothing is shown */
export function priceGroups(snapshot: RoundSnapshot, groupOf: readonly number[], groupCount: number): PricedGroups {
  const market = marketOf(snapshot, explainScores(snapshot.scoring));
  const fair = (of: readonly number[]) => fairMatching(market, { rule: "coverage", groupOf: of, seed: snapshot.seed });
  const priceOf = ({ price }: ReturnType<typeof fair>): Price => ({ total: price.total, matched: price.matches });
  const all = fair(groupOf);
  const attainable = Array.from({ length: groupCount }, (_, group) => all.groups.find((one) => one.group === group)?.attainable ?? 0);
  const prices = attainable.map((_, group) => priceOf(fair(groupOf.map((of) => (of === group ? 0 : -1)))));
  return { attainable, price: priceOf(all), prices };
}
