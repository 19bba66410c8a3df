/** Tries other weights on the people of a round. Pure; lives in the thread of open rounds, where the answers stay compared. */
import {
  assignedRanks,
  explainScores,
  type Market,
  marketFromRows,
  openRescoring,
  type Rescoring,
  type RuleChange,
  type ScoredPairs,
  type Scoring,
  scorePairs,
  weightOf,
} from "../../../packages/matching-engine/index.ts";
import { rankedPairs } from "../rounds/choice-ranks.ts";
import { mostPairs, type RoundSnapshot } from "../rounds/round.ts";
import { type Matched, solveMarket } from "../rounds/solve-market.ts";
import { marketOf } from "../rounds/solve-round.ts";
import { solveWithWishes } from "../affinity/wish-weights.ts";
import { movesBetween } from "./moves-between.ts";
import type { Trial, TrialAnswer, TrialFigures } from "./trial.ts";

/** More numbers than so many would not fit beside the other open rounds; larger rounds are scored anew for each trial. */
const mostKept = 16_000_000;
/** Beyond so many mentees the sums would not be exact. */
const mostStaying = 3_000;

export class TryOut {
  readonly #snapshot: RoundSnapshot;
  readonly #assignment: Int32Array;
  /** Without drawing near ties: two hundred draws are no answer at once. And without wishes, which are counted in beforehand. */
  readonly #terms: Matched;
  #rescoring: Rescoring | undefined;

  constructor(snapshot: RoundSnapshot, assignment: Int32Array) {
    this.#snapshot = snapshot;
    this.#assignment = assignment;
    const { nearTies: _drawn, ...settings } = snapshot.settings;
    this.#terms = { ...snapshot, settings, wishes: null, gathering: null };
  }

  answer(trial: Trial): TrialAnswer {
    const begun = performance.now();
    const market = this.market(trial);
    const was = this.#assignment;
    const ranks = rankedPairs(market, this.#snapshot.choices);
    const solve = (counted: Market) => solveMarket(this.#terms, this.#staying(counted), ranks);
    const { wishes } = this.#snapshot;
    const solved = wishes ? solveWithWishes(market, wishes, solve).solved : solve(market);
    return {
      before: figures(market, was),
      after: figures(market, solved.assignment),
      ...movesBetween(this.#snapshot, market, was, solved.assignment),
      proven: solved.check.proven,
      tookMs: Math.round(performance.now() - begun),
    };
  }

  /**
   * Among equally good results the one nearest to the round, so that nobody is shown to move for nothing: each weight counts more
   * than all pairs that stay together.
   */
  #staying(market: Market): Market {
    const goesByTotal = this.#snapshot.objective === "most-good" || this.#snapshot.objective === "most-people";
    if (!goesByTotal || market.menteeCount > mostStaying) return market;
    const weight = market.weight.map((each) => each * (market.menteeCount + 1));
    for (let mentee = 0; mentee < market.menteeCount; mentee++) {
      for (let e = market.ptr[mentee]!; e < market.ptr[mentee + 1]!; e++) if (market.col[e] === this.#assignment[mentee]) weight[e]! += 1;
    }
    return { ...market, weight };
  }

  /** The market of the round's people under the rules of the trial. */
  market(trial: Trial): Market {
    const { places, locks, menteeIds, mentorIds } = this.#snapshot;
    if (menteeIds.length * mentorIds.length > mostPairs) return this.#largeMarket(this.#change(trial));
    const scored = this.#score(this.#change(trial));
    return marketFromRows({
      ...scored,
      capacity: places,
      locked: locks,
      menteeKeys: menteeIds,
      mentorKeys: mentorIds,
    });
  }

  #largeMarket(change: RuleChange): Market {
    const scoring = this.#changed(change);
    return marketOf({ ...this.#snapshot, scoring, pairs: undefined }, explainScores(scoring));
  }

  #changed(change: RuleChange): Scoring {
    const { scoring } = this.#snapshot;
    const must = scoring.must.filter((_, rule) => !change.off.has(rule));
    return { ...scoring, must, should: scoring.should.map((rule, k) => ({ ...rule, weight: change.weights[k]! })) };
  }

  #change({ weights, off }: Trial): RuleChange {
    const { keys, scoring } = this.#snapshot;
    return {
      weights: keys.should.map(({ criterion }, rule) => weights[criterion.id] ?? scoring.should[rule]!.weight),
      off: new Set(
        [...keys.must.entries()].filter(([, key]) => typeof key !== "string" && off.includes(key.criterion.id)).map(([rule]) => rule),
      ),
    };
  }

  #score(change: RuleChange): ScoredPairs {
    const { scoring, keys } = this.#snapshot;
    const numbers = scoring.mentees.count * scoring.mentors.count * (1 + scoring.should.length);
    if (numbers > mostKept) return scorePairs(this.#changed(change));
    const switchable = [...keys.must.entries()].filter(([, key]) => typeof key !== "string").map(([rule]) => rule);
    this.#rescoring ??= openRescoring(scoring, switchable);
    return this.#rescoring.rescore(change);
  }
}

function figures(market: Market, assignment: Int32Array): TrialFigures {
  const ranks = assignedRanks(market, assignment);
  let total = 0;
  let matched = 0;
  for (const [mentee, mentor] of assignment.entries()) {
    if (mentor < 0) continue;
    matched++;
    total += Math.max(0, weightOf(market, mentee, mentor));
  }
  return { total, matched, firstChoices: ranks.filter((rank) => rank === 1).length };
}
