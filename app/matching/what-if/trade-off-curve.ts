/** The curve between the largest total and the fairest coverage, for the people of a round. Pure; lives in the thread of open rounds. */
import { type Market, type TradeOff, tradeOffs } from "../../../packages/matching-engine/index.ts";
import type { RoundGroups, RoundSnapshot } from "../rounds/round.ts";
import { type Moves, movesBetween } from "./moves-between.ts";

export interface CurvePoint {
  /** The share of what is possible that each group has, as far as it goes: by it the point can be made a round. */
  readonly share: number;
  readonly total: number;
  readonly matched: number;
  /** Of the largest total, 0 to 1. */
  readonly totalShare: number;
  /** The smallest share of what is possible among the groups that may be told of, 0 to 1; null where there are none. */
  readonly least: number | null;
  /** Whether the round itself is here. */
  readonly isRound: boolean;
}
export interface CurveAnswer {
  readonly points: readonly CurvePoint[];
  /** What the point that was asked for would change in the round. */
  readonly chosen: Moves | null;
}

const steps = 8;

export class TradeOffCurve {
  readonly #snapshot: RoundSnapshot;
  readonly #market: Market;
  readonly #assignment: Int32Array;
  #known: { readonly key: string; readonly curve: readonly TradeOff[] } | undefined;

  constructor(snapshot: RoundSnapshot, market: Market, assignment: Int32Array) {
    this.#snapshot = snapshot;
    this.#market = market;
    this.#assignment = assignment;
  }

  answer(groups: RoundGroups, point: number | null): CurveAnswer {
    const key = groups.of.join(" ");
    if (this.#known?.key !== key) {
      this.#known = { key, curve: tradeOffs(this.#market, { groupOf: [...groups.of], steps, seed: this.#snapshot.seed }) };
    }
    const { curve } = this.#known;
    const best = curve[0]?.total ?? 0;
    const told = toldGroups(groups);
    const chosen = point === null ? undefined : curve[point];
    return {
      points: curve.map(({ rule, total, matched, coverage, assignment }) => {
        const known = told.flatMap((group) => coverage[group] ?? []);
        return {
          share: rule.share,
          total,
          matched,
          totalShare: best === 0 ? 1 : total / best,
          least: known.length === 0 ? null : Math.min(...known),
          isRound: assignment.every((mentor, mentee) => mentor === this.#assignment[mentee]),
        };
      }),
      chosen: chosen ? movesBetween(this.#snapshot, this.#market, this.#assignment, chosen.assignment) : null,
    };
  }
}

/** Places in `coverage` of the groups with enough people; where nobody is in any group, of everybody together. */
function toldGroups({ of, smallest }: RoundGroups): number[] {
  const sizes = new Map<number, number>();
  for (const group of of) sizes.set(group, (sizes.get(group) ?? 0) + 1);
  const groups = [...sizes.keys()].filter((group) => group >= 0);
  if (groups.length === 0) return [0];
  return groups.filter((group) => sizes.get(group)! >= smallest);
}
