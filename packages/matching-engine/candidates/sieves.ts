import { bindColumns, type BoundColumns, type RulePlace } from "../scoring/bound-columns.ts";
import type { ChoiceColumn, ScaleColumn, SetColumn } from "../scoring/columns.ts";
import type { BoundMust } from "../scoring/must.ts";
import type { MustRule, Scoring } from "../scoring/rules.ts";
import { allBits, type Bits, bitsOf, elementsOf, indexCodes, indexSets, wordsFor } from "./mentor-index.ts";

/** Takes those whom a rule refuses to a mentee out of `allowed`, for all mentors at once. */
export type Sieve = (mentee: number, allowed: Bits) => void;

export type Sieves = {
  readonly sieves: readonly Sieve[];
  /** The rules that are asked pair by pair, because for all mentors at once they would cost more. */
  readonly asked: readonly BoundMust["keeps"][];
};

/** More in common than so many are counted pair by pair. */
const MOST_COUNTED = 8;
/** More different ranks than so many are compared pair by pair. */
const MOST_RANKS = 1_024;

export function makeSieves(scoring: Scoring, must: readonly BoundMust[], mentorAt: Int32Array): Sieves {
  const sieves: Sieve[] = [];
  const asked: BoundMust["keeps"][] = [];
  scoring.must.forEach((rule, index) => {
    // Stryker disable next-line ObjectLiteral,StringLiteral: for errors, which binding the rules has thrown already
    const sieve = sieveFor(rule, scoring, mentorAt, { list: "must", index });
    if (sieve) sieves.push(sieve);
    else asked.push(must[index]!.keeps);
  });
  return { sieves, asked };
}

function sieveFor(rule: MustRule, scoring: Scoring, mentorAt: Int32Array, place: RulePlace): Sieve | null {
  switch (rule.kind) {
    case "share-any":
      return answered(rule, bindColumns(scoring, rule, "set", place), mentorAt, (columns) => sharing(columns, 1, mentorAt));
    case "at-least-shared":
      if (rule.atLeast > MOST_COUNTED) return null;
      return answered(rule, bindColumns(scoring, rule, "set", place), mentorAt, (columns) => sharing(columns, rule.atLeast, mentorAt));
    case "same":
    case "different":
      return answered(rule, bindColumns(scoring, rule, "choice", place), mentorAt, (columns) =>
        choosing(columns, rule.kind === "same", mentorAt),
      );
    case "rank-at-least": {
      const columns = bindColumns(scoring, rule, "scale", place);
      const ranks = new Set(columns.mentor.values);
      if (ranks.size > MOST_RANKS) return null;
      return answered(rule, columns, mentorAt, () => ranking(columns, rule.above, mentorAt));
    }
    case "not-these":
      return unlisted(rule.pairs, mentorAt);
  }
}

/** The mentors with an answer whom the rule keeps; the array is used again for the next mentee. Who has no answer may be in it. */
type Kept = (mentee: number) => Bits;

function answered<Column extends BoundColumns>(
  rule: { readonly missing: "allow" | "refuse" },
  columns: Column,
  mentorAt: Int32Array,
  keptBy: (columns: Column) => Kept,
): Sieve {
  const words = wordsFor(mentorAt.length);
  const ifMissing = rule.missing === "allow";
  const silent = bitsOf(
    [...mentorAt.keys()].filter((place) => columns.mentorMissing[mentorAt[place]!] === 1),
    words,
  );
  const kept = keptBy(columns);
  return (mentee, allowed) => {
    if (columns.menteeMissing[mentee] === 1) {
      if (!ifMissing) allowed.fill(0);
      return;
    }
    const keeps = kept(mentee);
    if (ifMissing) for (let w = 0; w < words; w++) allowed[w]! &= keeps[w]! | silent[w]!;
    else for (let w = 0; w < words; w++) allowed[w]! &= keeps[w]! & ~silent[w]!;
  };
}

/** `levels[k]` holds who shares more than `k` elements so far; each further element moves its mentors up by one. */
function sharing({ mentee, mentor }: BoundColumns<SetColumn>, atLeast: number, mentorAt: Int32Array): Kept {
  if (atLeast === 0) {
    const all = allBits(mentorAt.length);
    return () => all;
  }
  const sets = indexSets(mentor, mentorAt);
  const words = wordsFor(mentorAt.length);
  const levels = Array.from({ length: atLeast }, () => new Int32Array(words));
  const own = new Int32Array(32 * mentee.width);
  return (person) => {
    for (const level of levels) level.fill(0);
    const count = elementsOf(mentee, person, own);
    for (let k = 0; k < count; k++) {
      const element = own[k]!;
      if (element >= sets.elements) break;
      const bits = sets.bits[element];
      if (bits) {
        for (let up = atLeast - 1; up > 0; up--) {
          const [below, level] = [levels[up - 1]!, levels[up]!];
          for (let w = 0; w < words; w++) level[w]! |= below[w]! & bits[w]!;
        }
        const lowest = levels[0]!;
        for (let w = 0; w < words; w++) lowest[w]! |= bits[w]!;
      } else {
        for (let at = sets.ptr[element]!; at < sets.ptr[element + 1]!; at++) {
          const [w, bit] = [sets.places[at]! >> 5, 1 << (sets.places[at]! & 31)];
          const level = levels.find((reached) => (reached[w]! & bit) === 0);
          if (level) level[w]! |= bit;
        }
      }
    }
    return levels[atLeast - 1]!;
  };
}

function choosing({ mentee, mentor }: BoundColumns<ChoiceColumn>, same: boolean, mentorAt: Int32Array): Kept {
  const placesOf = indexCodes(mentor, mentorAt);
  const [none, all] = [new Int32Array(wordsFor(mentorAt.length)), allBits(mentorAt.length)];
  const kept = none.slice();
  return (person) => {
    kept.set(same ? none : all);
    for (const place of placesOf.get(mentee.codes[person]!) ?? []) kept[place >> 5]! ^= 1 << (place & 31);
    return kept;
  };
}

function ranking({ mentee, mentor }: BoundColumns<ScaleColumn>, above: number, mentorAt: Int32Array): Kept {
  const words = wordsFor(mentorAt.length);
  const ranks = Float64Array.from(new Set(mentor.values))
    .filter((rank) => !Number.isNaN(rank))
    .toSorted();
  const from = new Map<number, Bits>();
  return (person) => {
    // The lowest rank that the rule keeps; all ranks above it are kept too.
    let [low, high] = [0, ranks.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (ranks[middle]! - mentee.values[person]! >= above) high = middle;
      else low = middle + 1;
    }
    let kept = from.get(low);
    // Stryker disable next-line ConditionalExpression: speed (who is kept from a rank on is found out once)
    if (!kept) {
      const least = ranks[low] ?? Infinity;
      const places = [...mentorAt.keys()].filter((place) => low < ranks.length && mentor.values[mentorAt[place]!]! >= least);
      kept = bitsOf(places, words);
      // Stryker disable next-line CallExpression: speed (the same)
      from.set(low, kept);
    }
    return kept;
  };
}

function unlisted(pairs: readonly { readonly mentee: number; readonly mentor: number }[], mentorAt: Int32Array): Sieve {
  const placeOf = new Int32Array(mentorAt.length);
  mentorAt.forEach((mentor, place) => (placeOf[mentor] = place));
  const refused = new Map<number, number[]>();
  for (const { mentee, mentor } of pairs) {
    const places = refused.get(mentee);
    if (places) places.push(placeOf[mentor]!);
    else refused.set(mentee, [placeOf[mentor]!]);
  }
  return (mentee, allowed) => {
    for (const place of refused.get(mentee) ?? []) allowed[place >> 5]! &= ~(1 << (place & 31));
  };
}
