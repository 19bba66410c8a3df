import { bindColumns, type BoundColumns, type RulePlace } from "../scoring/bound-columns.ts";
import type { ChoiceColumn, ScaleColumn, SetColumn } from "../scoring/columns.ts";
import type { Scoring, ShouldRule } from "../scoring/rules.ts";
import { sharedCount, sharedWeight } from "../scoring/sets.ts";
import { elementsOf, indexCodes, indexSets } from "./mentor-index.ts";

/** Bounds are whole numbers of this part of a weight, always rounded up: sums of them stay bounds, and compare fast. */
export const FINE = 1_024;

/** What a *should* rule can give at most, for one mentee with all mentors at once. */
export type Bounder = {
  /** What the rule gives to no mentor more than, where `full` (in parts of `FINE`) is what a degree of 1 gives. */
  readonly most: (mentee: number, full: number) => number;
  /** What `add` costs for this mentee, in additions. */
  readonly cost: (mentee: number) => number;
  /** Adds for each mentor, by place, no less than what the rule gives her. */
  readonly add: (mentee: number, full: number, bounds: Int32Array) => void;
};

/** Up, with room for what sums of doubles may be off. */
function upward(bound: number): number {
  return Math.ceil(bound + 1e-3);
}

export function makeBounder(rule: ShouldRule, scoring: Scoring, mentorAt: Int32Array, place: RulePlace): Bounder {
  switch (rule.kind) {
    case "overlap": {
      const weights = rule.elementWeights;
      const columns = bindColumns(scoring, rule, "set", place);
      const { mentee } = columns;
      const wanted = (i: number) => (weights ? sharedWeight(mentee, i, mentee, i, weights) : sharedCount(mentee, i, mentee, i));
      return bySets(
        columns,
        mentorAt,
        (element) => weights?.[element] ?? 1,
        (i, full) => (wanted(i) > 0 ? full / wanted(i) : 0),
        () => 1,
      );
    }
    case "shared-count": {
      const columns = bindColumns(scoring, rule, "set", place);
      const { mentee } = columns;
      return bySets(
        columns,
        mentorAt,
        () => 1,
        (_, full) => full / rule.enough,
        (i) => Math.min(1, sharedCount(mentee, i, mentee, i) / rule.enough),
      );
    }
    case "same":
      return byCode(bindColumns(scoring, rule, "choice", place), mentorAt);
    case "closeness":
      return byNearness(bindColumns(scoring, rule, "scale", place), rule.range, mentorAt);
  }
}

/** Each shared element gives `worth(element) · part(mentee, full)`, altogether no more than the `share(mentee)` of the whole. */
function bySets(
  columns: BoundColumns<SetColumn>,
  mentorAt: Int32Array,
  worth: (element: number) => number,
  part: (mentee: number, full: number) => number,
  share: (mentee: number) => number,
): Bounder {
  const { mentee, menteeMissing } = columns;
  const sets = indexSets(columns.mentor, mentorAt);
  const own = new Int32Array(32 * mentee.width);
  const shareable = (i: number): number => {
    let count = elementsOf(mentee, i, own);
    while (count > 0 && own[count - 1]! >= sets.elements) count--;
    return count;
  };
  return {
    most: (i, full) => (menteeMissing[i] === 1 ? 0 : upward(full * share(i))),
    cost: (i) => {
      let cost = 0;
      for (let k = shareable(i) - 1; k >= 0; k--) cost += sets.ptr[own[k]! + 1]! - sets.ptr[own[k]!]!;
      return cost;
    },
    add: (i, full, bounds) => {
      const each = part(i, full);
      const { ptr, places } = sets;
      for (let k = shareable(i) - 1; k >= 0; k--) {
        const given = worth(own[k]!) * each;
        if (given === 0) continue;
        const bound = upward(given);
        const end = ptr[own[k]! + 1]!;
        for (let at = ptr[own[k]!]!; at < end; at++) bounds[places[at]!]! += bound;
      }
    },
  };
}

function byCode({ mentee, mentor, menteeMissing }: BoundColumns<ChoiceColumn>, mentorAt: Int32Array): Bounder {
  const placesOf = indexCodes(mentor, mentorAt);
  const alike = (i: number): readonly number[] => (menteeMissing[i] === 1 ? [] : (placesOf.get(mentee.codes[i]!) ?? []));
  return {
    most: (i, full) => (alike(i).length > 0 ? upward(full) : 0),
    cost: (i) => alike(i).length,
    add: (i, full, bounds) => {
      const bound = upward(full);
      for (const place of alike(i)) bounds[place]! += bound;
    },
  };
}

const MOST_STRETCHES = 256;

/** Mentors by stretches of the scale with about as many in each; within a stretch the nearest point gives the bound. */
function byNearness(columns: BoundColumns<ScaleColumn>, range: number, mentorAt: Int32Array): Bounder {
  const { mentee, mentor, menteeMissing, mentorMissing } = columns;
  const values = mentor.values.filter((_, j) => mentorMissing[j] === 0).toSorted();
  const different = values.filter((value, k) => k === 0 || value !== values[k - 1]);
  const count = Math.min(MOST_STRETCHES, different.length);
  const lows = Float64Array.from({ length: count }, (_, k) => different[Math.floor((k * different.length) / count)]!);
  const highs = Float64Array.from({ length: count }, (_, k) => different[Math.floor(((k + 1) * different.length) / count) - 1]!);
  // The last stretch is for those without an answer, who earn nothing.
  const stretchAt = Uint16Array.from(mentorAt, (j) => (mentorMissing[j] === 1 ? count : lastAtMost(lows, mentor.values[j]!)));
  const bounds = new Int32Array(count + 1);
  return {
    most: (i, full) => (menteeMissing[i] === 1 ? 0 : upward(full)),
    cost: () => mentorAt.length,
    add: (i, full, into) => {
      const value = mentee.values[i]!;
      for (let k = 0; k < count; k++) {
        const nearest = Math.max(lows[k]!, Math.min(highs[k]!, value));
        const degree = Math.max(0, 1 - Math.abs(value - nearest) / range);
        bounds[k] = degree > 0 ? upward(full * degree) : 0;
      }
      for (let place = 0; place < into.length; place++) into[place]! += bounds[stretchAt[place]!]!;
    },
  };
}

function lastAtMost(sorted: Float64Array, value: number): number {
  let [low, high] = [0, sorted.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (sorted[middle]! <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}
