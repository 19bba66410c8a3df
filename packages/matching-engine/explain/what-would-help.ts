import type { MatchingResult } from "../assignment/maximum-weight.ts";
import type { Market } from "../market/market.ts";
import type { Column, People, ScaleColumn, SetColumn } from "../scoring/columns.ts";
import { explainScores } from "../scoring/explain.ts";
import { bindMust } from "../scoring/must.ts";
import type { MustRule, Scoring } from "../scoring/rules.ts";
import { scorePairs } from "../scoring/score.ts";
import { Reassignments } from "./reassignments.ts";

/**
 * One change by which an unmatched mentee would be matched, found by the engine.
 *
 * `mentor` is whom the change is about; `gain` is exactly what the best total (with the bonus of `most-people`, where that is the
 * objective) would rise by, always above 0; `size` is how much has to change: one place, one rule, or so many ranks or elements.
 */
export type Help = { readonly mentor: number; readonly gain: number; readonly size: number } & (
  | /** One place more with this mentor. She may end with somebody else, by a chain of moves. */ { readonly kind: "place" }
  | /** This mentor gives her an exception from one *must* rule, which alone stands between them. For ranks, `size` of them. */ {
      readonly kind: "rule";
      readonly rule: number;
      readonly weight: number;
    }
  | /** She adds these elements to her set, for instance hours of the week that this mentor has. */ {
      readonly kind: "elements";
      readonly rule: number;
      readonly elements: readonly number[];
    }
);

export type HelpOptions = {
  /** Of each kind, and of each rule, so many mentors: the smallest change first, then the largest gain. */
  readonly limit: number;
  /** Whether a pair that a `not-these` rule keeps apart may be proposed as an exception. Default: never. */
  readonly mayLift?: ((mentee: number, mentor: number) => boolean) | undefined;
};

export type Helper = {
  /**
   * What would match this mentee: the smallest change first; among equal ones a place before elements before a rule, then the
   * largest gain. Empty where no single change does it, and for who is matched.
   */
  readonly forMentee: (mentee: number, options: HelpOptions) => Help[];
};

/**
 * Opens a matching for the question what would have to change for somebody who was left out. Every answer is certain, not a guess:
 *
 * - Only her own row changes (a rule, her hours): the old matching is still possible, so a best total that rises must use her row.
 *   It rises by `weight + bonus − cost of a place with that mentor`, where the cost is her price plus the shortest chain of moves
 *   by which the others make room (residual distances: Ahuja, Magnanti and Orlin 1993, ch. 9).
 * - One more place: the best total rises by the price of the mentor minus the shortest chain that ends there. She is named only
 *   where the chain that begins with her is strictly better than every other, and than leaving the place free.
 * @param market made from this scoring; pairs that it lacks although the rules allow them (forbidden, cut off) stay out
 * @param result a best matching of this very market
 */
export function whatWouldHelp(scoring: Scoring, market: Market, result: MatchingResult): Helper {
  const graph = new Reassignments(market, result);
  const explainer = explainScores(scoring);
  const must = bindMust(scoring);
  const costs = costsOfPlaces(graph, market, result);
  let anyone: Float64Array | null = null;

  function places(mentee: number): Help[] {
    const hers = graph.distancesFromMentee(mentee);
    // Stryker disable next-line UnaryOperator: speed (whoever else is left out: the bound is then only less often of use)
    anyone ??= graph.distancesFromOutside(-1);
    let others: Float64Array | null = null;
    const found: Help[] = [];
    for (let mentor = 0; mentor < market.mentorCount; mentor++) {
      const gain = result.prices[mentor]! - hers[mentor]!;
      if (!(gain > 0)) continue;
      // Stryker disable next-line ConditionalExpression,EqualityOperator: speed (whom anyone is nearer to, others are nearer to than she)
      if (hers[mentor]! > anyone[mentor]!) continue;
      others ??= graph.distancesFromOutside(mentee);
      if (hers[mentor]! < others[mentor]!) found.push({ kind: "place", mentor, gain, size: 1 });
    }
    return found;
  }

  function exceptions(mentee: number, options: HelpOptions): Help[] {
    const found: Help[] = [];
    for (const [mentor, cost] of costs.entries()) {
      // Stryker disable next-line ConditionalExpression: speed (what no weight pays for needs no look at the rules)
      if (cost === Infinity) continue;
      const rule = onlyBroken(mentee, mentor);
      if (rule < 0) continue;
      const kind = scoring.must[rule]!.kind;
      if (kind === "at-least-shared" || (kind === "not-these" && !options.mayLift?.(mentee, mentor))) continue;
      const { weight } = explainer.pair(mentee, mentor);
      const gain = weight + result.bonus - cost;
      if (gain > 0) found.push({ kind: "rule", rule, mentor, weight, gain, size: shortBy(scoring, rule, mentee, mentor) });
    }
    return found;
  }

  function elements(mentee: number): Help[] {
    const found: Help[] = [];
    for (const [rule, terms] of scoring.must.entries()) {
      if (terms.kind !== "at-least-shared") continue;
      const [own, theirs] = [setOf(scoring.mentees, terms.mentee), setOf(scoring.mentors, terms.mentor)];
      const hers = elementsOf(own, mentee);
      const tries: { mentor: number; adds: number[]; hope: number }[] = [];
      for (const [mentor, cost] of costs.entries()) {
        if (cost === Infinity || onlyBroken(mentee, mentor) !== rule) continue;
        const adds = nearestNew(hers, elementsOf(theirs, mentor), terms.atLeast);
        if (adds) tries.push({ mentor, adds, hope: explainer.pair(mentee, mentor).weight - cost });
      }
      tries.sort((a, b) => a.adds.length - b.adds.length || b.hope - a.hope);
      // Elements change what other rules give too, so each is scored anew; more than so many are not worth the time.
      for (const { mentor, adds } of tries.slice(0, MOST_TRIES)) {
        const gain = gainOfRow(mentee, withElements(scoring, mentee, terms.mentee, adds));
        if (gain > 0) found.push({ kind: "elements", rule, mentor, elements: adds, gain, size: adds.length });
      }
    }
    return found;
  }

  /** What the best total rises by when this mentee's row is as `changed` (a scoring of her alone) says. */
  function gainOfRow(mentee: number, changed: Scoring): number {
    const { col, weight } = scorePairs(changed);
    const candidates = new Set(market.col.subarray(market.ptr[mentee], market.ptr[mentee + 1]));
    let best = 0;
    for (const [e, mentor] of col.entries()) {
      if (!candidates.has(mentor) && must.every(({ keeps }) => keeps(mentee, mentor))) continue;
      best = Math.max(best, weight[e]! + result.bonus - costs[mentor]!);
    }
    return best;
  }

  /** The only rule that the two break, or -1 where they break none or several. */
  function onlyBroken(mentee: number, mentor: number): number {
    let broken = -1;
    for (const [rule, { keeps }] of must.entries()) {
      if (keeps(mentee, mentor)) continue;
      if (broken >= 0) return -1;
      broken = rule;
    }
    return broken;
  }

  return {
    forMentee(mentee, options) {
      if (!(Number.isInteger(mentee) && mentee >= 0 && mentee < market.menteeCount)) {
        throw new RangeError(`There is no mentee ${mentee}: they are numbered from 0 to ${market.menteeCount - 1}.`);
      }
      if (result.assignment[mentee]! >= 0) return [];
      const all = [...places(mentee), ...elements(mentee), ...exceptions(mentee, options)].toSorted(bySize);
      const counts = new Map<string, number>();
      return all.filter((help) => {
        const group = `${help.kind} ${ruleOf(help)}`;
        const count = (counts.get(group) ?? 0) + 1;
        counts.set(group, count);
        return count <= options.limit;
      });
    },
  };
}

const MOST_TRIES = 40;
const order: Readonly<Record<Help["kind"], number>> = { place: 0, elements: 1, rule: 2 };
const bySize = (a: Help, b: Help): number =>
  a.size - b.size || order[a.kind] - order[b.kind] || b.gain - a.gain || ruleOf(a) - ruleOf(b) || a.mentor - b.mentor;
// Stryker disable next-line ConditionalExpression,StringLiteral,UnaryOperator: the number stands for no rule, and is the same for all places
const ruleOf = (help: Help): number => (help.kind === "place" ? -1 : help.rule);

/** What it costs everybody else together when one place with each mentor goes to a newcomer; no price can pay for one who has none. */
function costsOfPlaces(graph: Reassignments, market: Market, result: MatchingResult): Float64Array {
  const costs = new Float64Array(market.mentorCount).fill(Infinity);
  graph.searchTo(graph.outside, (node, distance) => {
    // Stryker disable next-line ConditionalExpression,EqualityOperator: there is no cost to note for being unmatched
    if (node < graph.outside) costs[node] = result.prices[node]! + distance;
    return true;
  });
  return costs;
}

/** How many ranks a pair falls short of a rule of ranks; 1 for rules that are kept or not. */
function shortBy(scoring: Scoring, rule: number, mentee: number, mentor: number): number {
  const terms = scoring.must[rule]!;
  if (terms.kind !== "rank-at-least") return 1;
  const hers = scoring.mentees.columns[terms.mentee] as ScaleColumn;
  const theirs = scoring.mentors.columns[terms.mentor] as ScaleColumn;
  const short = terms.above - (theirs.values[mentor]! - hers.values[mentee]!);
  return Number.isNaN(short) ? 1 : short;
}

/** The column of a rule that compares sets, as was seen to when the rules were bound. */
function setOf(people: People, name: string): SetColumn {
  return people.columns[name] as SetColumn;
}

function elementsOf(column: SetColumn, person: number): number[] {
  const found: number[] = [];
  for (let element = 0; element < column.width * 32; element++) {
    if ((column.words[person * column.width + (element >> 5)]! >>> (element & 31)) & 1) found.push(element);
  }
  return found;
}

/**
 * The fewest elements of `theirs` that bring the two to `atLeast` in common: those nearest in number to one of hers, which for hours
 * of the week is nearest in time. Null where `theirs` are too few.
 */
function nearestNew(hers: readonly number[], theirs: readonly number[], atLeast: number): number[] | null {
  const own = new Set(hers);
  const fresh = theirs.filter((element) => !own.has(element));
  const missing = atLeast - (theirs.length - fresh.length);
  if (missing > fresh.length) return null;
  const distance = (element: number): number => hers.reduce((least, other) => Math.min(least, Math.abs(other - element)), Infinity);
  return fresh
    .map((element) => ({ element, away: distance(element) }))
    .toSorted((a, b) => a.away - b.away)
    .slice(0, missing)
    .map(({ element }) => element)
    .toSorted((a, b) => a - b);
}

/** The scoring of one mentee alone, with these elements added to one of her sets. */
function withElements(scoring: Scoring, mentee: number, name: string, elements: readonly number[]): Scoring {
  const columns = Object.fromEntries(Object.entries(scoring.mentees.columns).map(([key, column]) => [key, rowOf(column, mentee)]));
  const changed = columns[name] as SetColumn;
  for (const element of elements) changed.words[element >> 5]! |= 1 << (element & 31);
  const mentees: People = { count: 1, columns };
  const must = scoring.must.map((rule): MustRule => {
    if (rule.kind !== "not-these") return rule;
    return { ...rule, pairs: rule.pairs.filter((pair) => pair.mentee === mentee).map(({ mentor }) => ({ mentee: 0, mentor })) };
  });
  return { ...scoring, mentees, must };
}

function rowOf(column: Column, person: number): Column {
  if (column.kind === "set") {
    return { ...column, words: column.words.slice(person * column.width, (person + 1) * column.width) };
  }
  if (column.kind === "choice") return { kind: "choice", codes: column.codes.slice(person, person + 1) };
  if (column.kind === "scale") return { kind: "scale", values: column.values.slice(person, person + 1) };
  return { kind: "flag", flags: column.flags.slice(person, person + 1) };
}
