import { bindMust } from "./must.ts";
import type { Scoring } from "./rules.ts";
import { FULL_WEIGHT, neutralWeight, type ScoredPairs } from "./score.ts";
import { bindShould } from "./should.ts";

/** A change of rules that leaves the answers alone. */
export type RuleChange = {
  /** The weight of each *should* rule, 0 to 100, in their order. */
  readonly weights: readonly number[];
  /** *Must* rules that are switched off, by index. */
  readonly off: ReadonlySet<number>;
};

export type Rescoring = {
  /** The pairs and weights that `scorePairs` would give with these weights and without these rules, to the last digit. */
  readonly rescore: (change: RuleChange) => ScoredPairs;
};

const mostSwitches = 31;

/**
 * Opens a scoring to be done again and again under other weights: all answers are compared once, and each rescoring only adds up.
 * It keeps 8 bytes for each pair and *should* rule, and 4 for each pair.
 * @param switchable indexes of the *must* rules that may be switched off; at most 31
 * @throws {RangeError} for more of them
 * @throws {ScoringError} as `scorePairs` does
 */
export function openRescoring(scoring: Scoring, switchable: readonly number[]): Rescoring {
  if (switchable.length > mostSwitches) throw new RangeError(`${switchable.length} rules are to be switched; ${mostSwitches} can be.`);
  const should = bindShould(scoring);
  const neutral = neutralWeight(scoring);
  const [menteeCount, mentorCount] = [scoring.mentees.count, scoring.mentors.count];
  const broken = brokenRules(scoring, switchable);
  const degrees = should.map((rule) => {
    const all = new Float64Array(menteeCount * mentorCount);
    // Stryker disable next-line EqualityOperator: speed (there is nothing behind the last mentee)
    for (let i = 0, e = 0; i < menteeCount; i++) {
      // Stryker disable next-line ConditionalExpression: speed (what is never allowed is never asked for its degree)
      for (let j = 0; j < mentorCount; j++, e++) if (broken[e] !== never) all[e] = rule.degree(i, j);
    }
    return all;
  });

  function rescore({ weights, off }: RuleChange): ScoredPairs {
    const on = switchable.reduce((mask, rule, bit) => (off.has(rule) ? mask : mask | (1 << bit)), never & ~onlySwitches);
    let count = 0;
    for (let e = 0; e < broken.length; e++) if ((broken[e]! & on) === 0) count++;
    const ptr = new Int32Array(menteeCount + 1);
    const col = new Int32Array(count);
    const weight = new Int32Array(count);
    let n = 0;
    for (let i = 0; i < menteeCount; i++) {
      const counting = should.flatMap((rule, k) => (rule.counts(i) ? [{ weight: weights[k]!, degrees: degrees[k]! }] : []));
      const possible = counting.reduce((sum, rule) => sum + rule.weight, 0);
      for (let j = 0, e = i * mentorCount; j < mentorCount; j++, e++) {
        if ((broken[e]! & on) !== 0) continue;
        let earned = 0;
        for (const rule of counting) earned += rule.weight * rule.degrees[e]!;
        col[n] = j;
        weight[n++] = possible > 0 ? Math.round((FULL_WEIGHT * earned) / possible) : neutral;
      }
      ptr[i + 1] = n;
    }
    return { ptr, col, weight };
  }
  return { rescore };
}

/** All bits: a rule is broken that nobody can switch off. */
const never = -1;
const onlySwitches = 2 ** mostSwitches - 1;

/** For each pair a bit for each switchable rule that it breaks. */
function brokenRules(scoring: Scoring, switchable: readonly number[]): Int32Array {
  const { count: mentorCount } = scoring.mentors;
  const broken = new Int32Array(scoring.mentees.count * mentorCount);
  for (const [index, rule] of bindMust(scoring).entries()) {
    const bit = switchable.indexOf(index);
    const mark = bit < 0 ? never : 1 << bit;
    for (let e = 0; e < broken.length; e++) if (!rule.keeps(Math.floor(e / mentorCount), e % mentorCount)) broken[e]! |= mark;
  }
  return broken;
}
