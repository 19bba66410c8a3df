/** Tries other weights on the people of a round. Pure; lives in the thread of open rounds, where the answers stay compared. */
import {
  assignedRanks,
  type Market,
  marketFromRows,
  openRescoring,
  type Rescoring,
  type RuleChange,
  type ScoredPairs,
  scorePairs,
  weightOf,
} from "../../../packages/matching-engine/index.ts";
import { rankedPairs } from "../rounds/choice-ranks.ts";
import type { RoundSnapshot } from "../rounds/round.ts";
import { type Matched, solveMarket } from "../rounds/solve-market.ts";
import type { Trial, TrialAnswer, TrialFigures, TrialMove } from "./trial.ts";

/** More numbers than so many would not fit beside the other open rounds; larger rounds are scored anew for each trial. */
const mostKept = 30_000_000;
const mostMoves = 50;
/** Beyond so many mentees the sums would not be exact. */
const mostStaying = 3_000;

export class TryOut {
  readonly #snapshot: RoundSnapshot;
  readonly #assignment: Int32Array;
  /** Without drawing near ties: two hundred draws are no answer at once. */
  readonly #terms: Matched;
  #rescoring: Rescoring | undefined;

  constructor(snapshot: RoundSnapshot, assignment: Int32Array) {
    this.#snapshot = snapshot;
    this.#assignment = assignment;
    const { nearTies: _drawn, ...settings } = snapshot.settings;
    this.#terms = { ...snapshot, settings };
  }

  answer(trial: Trial): TrialAnswer {
    const begun = performance.now();
    const market = this.market(trial);
    const was = this.#assignment;
    const solved = solveMarket(this.#terms, this.#staying(market), rankedPairs(market, this.#snapshot.choices));
    const moves: TrialMove[] = [];
    let same = 0;
    for (const [mentee, to] of solved.assignment.entries()) {
      const from = was[mentee]!;
      if (from === to) same += Number(to >= 0);
      else moves.push(this.#move(market, mentee, from, to));
    }
    const change = ({ weightFrom, weightTo }: TrialMove): number => weightTo - weightFrom;
    return {
      before: figures(market, was),
      after: figures(market, solved.assignment),
      same,
      moved: moves.length,
      gained: moves.filter((move) => change(move) > 0).length,
      lost: moves.filter((move) => change(move) < 0).length,
      moves: moves.toSorted((a, b) => Math.abs(change(b)) - Math.abs(change(a)) || (a.menteeId < b.menteeId ? -1 : 1)).slice(0, mostMoves),
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
    const scored = this.#score(this.#change(trial));
    return marketFromRows({
      ...scored,
      capacity: places,
      locked: locks,
      menteeKeys: menteeIds,
      mentorKeys: mentorIds,
    });
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
    if (numbers > mostKept) {
      const must = scoring.must.filter((_, rule) => !change.off.has(rule));
      return scorePairs({ ...scoring, must, should: scoring.should.map((rule, k) => ({ ...rule, weight: change.weights[k]! })) });
    }
    const switchable = [...keys.must.entries()].filter(([, key]) => typeof key !== "string").map(([rule]) => rule);
    this.#rescoring ??= openRescoring(scoring, switchable);
    return this.#rescoring.rescore(change);
  }

  #move(market: Market, mentee: number, from: number, to: number): TrialMove {
    const { menteeIds, mentorIds } = this.#snapshot;
    const weight = (mentor: number): number => (mentor < 0 ? 0 : Math.max(0, weightOf(market, mentee, mentor)));
    return {
      menteeId: menteeIds[mentee]!,
      from: mentorIds[from] ?? null,
      to: mentorIds[to] ?? null,
      weightFrom: weight(from),
      weightTo: weight(to),
    };
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
