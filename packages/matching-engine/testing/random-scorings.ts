import fc from "fast-check";
import { choiceColumn, flagColumn, type MustRule, type People, scaleColumn, type Scoring, setColumn, type ShouldRule } from "../index.ts";
import { randomFrom } from "./random-markets.ts";

const both = <Name extends string>(name: Name) => ({ mentee: name, mentor: name });

const missing = fc.constantFrom("allow" as const, "refuse" as const);
const mustRules: fc.Arbitrary<MustRule> = fc.oneof(
  missing.map((rule): MustRule => ({ kind: "share-any", ...both("languages"), missing: rule })),
  fc
    .record({ rule: missing, atLeast: fc.integer({ min: 0, max: 12 }) })
    .map(({ rule, atLeast }): MustRule => ({ kind: "at-least-shared", atLeast, ...both("hours"), missing: rule })),
  missing.map((rule): MustRule => ({ kind: "different", ...both("organization"), missing: rule })),
  missing.map((rule): MustRule => ({ kind: "same", ...both("organization"), missing: rule })),
  fc
    .record({ rule: missing, above: fc.integer({ min: -2, max: 2 }) })
    .map(({ rule, above }): MustRule => ({ kind: "rank-at-least", above, ...both("grade"), missing: rule })),
  missing.map((rule): MustRule => ({ kind: "rank-at-least", above: 0.1, mentee: "age", mentor: "age", missing: rule })),
  fc.array(fc.record({ mentee: fc.nat(3), mentor: fc.nat(3) }), { maxLength: 5 }).map((pairs): MustRule => ({ kind: "not-these", pairs })),
);
const shouldRules: fc.Arbitrary<ShouldRule> = fc
  .record({
    weight: fc.oneof(fc.integer({ min: 0, max: 100 }), fc.constantFrom(0, 0.3, 100)),
    wished: fc.boolean(),
    which: fc.nat(6),
    number: fc.integer({ min: 1, max: 20 }),
  })
  .map(({ weight, wished, which, number }) => {
    const base = { weight, ...(wished ? { byWish: "wish" } : {}) };
    const rules: ShouldRule[] = [
      { kind: "overlap", ...both("languages"), ...base },
      { kind: "overlap", elementWeights: [number, 0, 0.3], ...both("languages"), ...base },
      { kind: "same", ...both("organization"), ...base },
      { kind: "closeness", range: number, ...both("grade"), ...base },
      { kind: "closeness", range: number / 7, ...both("age"), ...base },
      { kind: "shared-count", enough: number, ...both("hours"), ...base },
      { kind: "overlap", ...both("hours"), ...base },
    ];
    return rules[which]!;
  });

export type ScoringPlan = {
  readonly mentees: number;
  readonly mentors: number;
  readonly must: readonly MustRule[];
  readonly should: readonly ShouldRule[];
  readonly missing: number;
  readonly seed: number;
};

/** Rules and people of all kinds: with and without wishes, missing answers, ties, few and many mentors. */
export function scoringPlans(most: { readonly mentees: number; readonly mentors: number }): fc.Arbitrary<ScoringPlan> {
  return fc.record({
    mentees: fc.noBias(fc.integer({ min: 4, max: most.mentees })),
    mentors: fc.noBias(fc.integer({ min: 4, max: most.mentors })),
    must: fc.array(mustRules, { maxLength: 3 }),
    should: fc.array(shouldRules, { maxLength: 5 }),
    missing: fc.constantFrom(0, 0.2, 1),
    seed: fc.nat(),
  });
}

export function drawScoring({ mentees, mentors, must, should, missing: share, seed }: ScoringPlan): Scoring {
  const random = randomFrom(seed);
  const people = (count: number, languages: number): People => {
    const each = <T>(none: T, draw: () => T): T[] => Array.from({ length: count }, () => (random() < share ? none : draw()));
    const some = (size: number, part: number) => Array.from({ length: size }, (_, k) => k).filter(() => random() < part);
    return {
      count,
      columns: {
        // The two sides may know different numbers of elements.
        languages: setColumn(
          languages,
          each<number[]>([], () => some(languages, 0.06)),
        ),
        hours: setColumn(
          168,
          each<number[]>([], () => some(168, 0.15)),
        ),
        organization: choiceColumn(each<number | null>(null, () => Math.floor(random() * 5))),
        grade: scaleColumn(each<number | null>(null, () => Math.floor(random() * 6))),
        age: scaleColumn(each<number | null>(null, () => random() * 3)),
        wish: flagColumn(each(false, () => random() < 0.5)),
      },
    };
  };
  return { mentees: people(mentees, 70), mentors: people(mentors, 40), must, should };
}
