import fc from "fast-check";
import { expect, test } from "vitest";
import { randomFrom } from "../testing/random-markets.ts";
import {
  choiceColumn,
  explainScores,
  flagColumn,
  marketFromRows,
  MatchingCancelled,
  maximumWeightMatching,
  type MustRule,
  type PairExplanation,
  scaleColumn,
  type Scoring,
  ScoringError,
  scorePairs,
  setColumn,
  type ShouldRule,
} from "../index.ts";

/** The answers of made-up people, as plain lists: what the columns are made of, and what the expected results are computed from. */
type Answers = {
  readonly languages: readonly number[];
  readonly hours: readonly number[];
  readonly organization: number | null;
  readonly grade: number | null;
  readonly wish: boolean;
};

const HOURS = 168;

function drawAnswers(random: () => number): Answers {
  const some = (size: number, share: number) => Array.from({ length: size }, (_, k) => k).filter(() => random() < share);
  return {
    languages: random() < 0.2 ? [] : some(40, 0.1),
    hours: random() < 0.2 ? [] : some(HOURS, 0.3),
    organization: random() < 0.2 ? null : Math.floor(random() * 3),
    grade: random() < 0.2 ? null : Math.floor(random() * 5),
    wish: random() < 0.5,
  };
}

function columnsOf(people: readonly Answers[]) {
  return {
    count: people.length,
    columns: {
      languages: setColumn(
        40,
        people.map(({ languages }) => languages),
      ),
      hours: setColumn(
        HOURS,
        people.map(({ hours }) => hours),
      ),
      organization: choiceColumn(people.map(({ organization }) => organization)),
      grade: scaleColumn(people.map(({ grade }) => grade)),
      wish: flagColumn(people.map(({ wish }) => wish)),
    },
  };
}

const languages = { mentee: "languages", mentor: "languages" };
const hours = { mentee: "hours", mentor: "hours" };
const organization = { mentee: "organization", mentor: "organization" };
const grade = { mentee: "grade", mentor: "grade" };

const missing = fc.constantFrom("allow" as const, "refuse" as const);
const mustRules: fc.Arbitrary<MustRule> = fc.oneof(
  missing.map((rule): MustRule => ({ kind: "share-any", ...languages, missing: rule })),
  fc
    .record({ rule: missing, atLeast: fc.integer({ min: 0, max: 20 }) })
    .map(({ rule, atLeast }): MustRule => ({ kind: "at-least-shared", atLeast, ...hours, missing: rule })),
  missing.map((rule): MustRule => ({ kind: "different", ...organization, missing: rule })),
  missing.map((rule): MustRule => ({ kind: "same", ...organization, missing: rule })),
  fc
    .record({ rule: missing, above: fc.integer({ min: -2, max: 2 }) })
    .map(({ rule, above }): MustRule => ({ kind: "rank-at-least", above, ...grade, missing: rule })),
  fc.constant<MustRule>({
    kind: "not-these",
    pairs: [
      { mentee: 0, mentor: 0 },
      { mentee: 1, mentor: 2 },
    ],
  }),
);
const shouldRules: fc.Arbitrary<ShouldRule> = fc
  .record({ weight: fc.integer({ min: 0, max: 100 }), wished: fc.boolean(), which: fc.nat(4), number: fc.integer({ min: 1, max: 20 }) })
  .map(({ weight, wished, which, number }) => {
    const common = { weight, ...(wished ? { byWish: "wish" } : {}) };
    const rules: ShouldRule[] = [
      { kind: "overlap", ...languages, ...common },
      { kind: "overlap", elementWeights: [number, 0, 0.5], ...languages, ...common },
      { kind: "same", ...organization, ...common },
      { kind: "closeness", range: number, ...grade, ...common },
      { kind: "shared-count", enough: number, ...hours, ...common },
    ];
    return rules[which]!;
  });

const cases = fc.record({
  must: fc.array(mustRules, { maxLength: 3 }),
  should: fc.array(shouldRules, { maxLength: 5 }),
  seed: fc.nat(),
});

function drawCase({ must, should, seed }: { must: MustRule[]; should: ShouldRule[]; seed: number }) {
  const random = randomFrom(seed);
  const mentees = Array.from({ length: 2 + Math.floor(random() * 6) }, () => drawAnswers(random));
  const mentors = Array.from({ length: 3 + Math.floor(random() * 6) }, () => drawAnswers(random));
  return { mentees, mentors, scoring: { mentees: columnsOf(mentees), mentors: columnsOf(mentors), must, should } satisfies Scoring };
}

const shared = (a: readonly number[], b: readonly number[]) => a.filter((element) => b.includes(element));

/** The must rules once more, as one would say them, on plain lists. */
function keeps(rule: MustRule, i: number, j: number, mentee: Answers, mentor: Answers): boolean {
  if (rule.kind === "not-these") return !rule.pairs.some((pair) => pair.mentee === i && pair.mentor === j);
  const [a, b] = [mentee[rule.mentee as keyof Answers], mentor[rule.mentor as keyof Answers]];
  if ([a, b].some((answer) => answer === null || (Array.isArray(answer) && answer.length === 0))) return rule.missing === "allow";
  if (rule.kind === "share-any") return shared(mentee.languages, mentor.languages).length > 0;
  if (rule.kind === "at-least-shared") return shared(mentee.hours, mentor.hours).length >= rule.atLeast;
  if (rule.kind === "rank-at-least") return mentor.grade! >= mentee.grade! + rule.above;
  return (a === b) === (rule.kind === "same");
}

/** How far a should rule is fulfilled, computed from nothing but the facts of an explanation. */
function degreeFrom(rule: ShouldRule, part: PairExplanation["should"][number], mentee: Answers): number {
  const { facts } = part;
  if (facts.kind === "missing") return 0;
  if (rule.kind === "overlap" && facts.kind === "elements") {
    const weigh = (elements: readonly number[]) => elements.reduce((sum, element) => sum + (rule.elementWeights?.[element] ?? 1), 0);
    return weigh(mentee.languages) > 0 ? weigh(facts.shared) / weigh(mentee.languages) : 0;
  }
  if (rule.kind === "shared-count" && facts.kind === "elements") return Math.min(1, facts.shared.length / rule.enough);
  if (rule.kind === "same" && facts.kind === "codes") return Number(facts.mentee === facts.mentor);
  if (rule.kind === "closeness" && facts.kind === "values") return Math.max(0, 1 - Math.abs(facts.mentee - facts.mentor) / rule.range);
  throw new Error(`The facts ${facts.kind} do not fit the rule ${rule.kind}.`);
}

test("the allowed pairs are those that keep every must rule, with the weight that the explanation gives", () => {
  fc.assert(
    fc.property(cases, (drawn) => {
      const { mentees, mentors, scoring } = drawCase(drawn);
      const { ptr, col, weight } = scorePairs(scoring);
      const explain = explainScores(scoring);
      mentees.forEach((mentee, i) => {
        const expected = mentors.flatMap((mentor, j) => (scoring.must.every((rule) => keeps(rule, i, j, mentee, mentor)) ? [j] : []));
        expect([...col.subarray(ptr[i], ptr[i + 1])]).toEqual(expected);
        expect([...weight.subarray(ptr[i], ptr[i + 1])]).toEqual(expected.map((j) => explain.pair(i, j).weight));
        mentors.forEach((mentor, j) => {
          const { must, allowed } = explain.pair(i, j);
          expect(must.map(({ kept }) => kept)).toEqual(scoring.must.map((rule) => keeps(rule, i, j, mentee, mentor)));
          expect(allowed).toBe(expected.includes(j));
        });
      });
    }),
    { numRuns: 300 },
  );
});

test("a weight can be computed again from the parts and the facts of its explanation", () => {
  fc.assert(
    fc.property(cases, (drawn) => {
      const { mentees, mentors, scoring } = drawCase(drawn);
      const explain = explainScores(scoring);
      mentees.forEach((mentee, i) =>
        mentors.forEach((mentor, j) => {
          const { weight, neutral, should } = explain.pair(i, j);
          let earned = 0;
          let possible = 0;
          scoring.should.forEach((rule, k) => {
            const part = should[k]!;
            expect(part.degree).toBeCloseTo(degreeFrom(rule, part, mentee), 12);
            if (part.facts.kind === "elements") {
              const [a, b] = rule.mentee === "hours" ? [mentee.hours, mentor.hours] : [mentee.languages, mentor.languages];
              expect(part.facts).toEqual({ kind: "elements", shared: shared(a, b), wanted: a.length });
            }
            expect(part.counts).toBe(rule.byWish === undefined || mentee.wish);
            if (!part.counts) expect(part.points).toBe(0);
            else {
              earned += rule.weight * part.degree;
              possible += rule.weight;
              expect(Math.abs(part.points - part.possible * part.degree)).toBeLessThan(1 + 1e-6);
            }
          });
          expect(weight).toBe(possible > 0 ? Math.round((10_000 * earned) / possible) : 5_000);
          expect(neutral + should.reduce((sum, { points }) => sum + points, 0)).toBe(weight);
          expect(weight).toBeGreaterThanOrEqual(0);
          expect(weight).toBeLessThanOrEqual(10_000);
        }),
      );
    }),
    { numRuns: 300 },
  );
});

const isFull = (mentor: number) => mentor % 2 === 0;

test("for one mentee, every mentor is either possible or counted with the rules that keep her away", () => {
  fc.assert(
    fc.property(cases, (drawn) => {
      const { mentees, mentors, scoring } = drawCase(drawn);
      const explain = explainScores(scoring);
      mentees.forEach((mentee, i) => {
        const broken = mentors.map((mentor, j) => scoring.must.map((rule) => !keeps(rule, i, j, mentee, mentor)));
        const { refusals, allowed, allowedButFull } = explain.possibilities(i, isFull);
        refusals.forEach(({ rule, mentors: count, alone }) => {
          expect(count).toBe(broken.filter((of) => of[rule]).length);
          expect(alone).toBe(broken.filter((of) => of[rule] && of.filter(Boolean).length === 1).length);
        });
        expect(allowed).toEqual(broken.flatMap((of, j) => (of.includes(true) ? [] : [j])));
        expect(allowedButFull).toEqual(allowed.filter(isFull));
      });
    }),
    { numRuns: 150 },
  );
});

function peopleWith(answers: Partial<Answers>[]) {
  return columnsOf(answers.map((one) => ({ languages: [], hours: [], organization: null, grade: null, wish: false, ...one })));
}

test("a missing answer never refuses a pair by a should rule, and never earns anything", () => {
  const scoring: Scoring = {
    mentees: peopleWith([{ languages: [1, 2] }, {}]),
    mentors: peopleWith([{ languages: [1, 2] }, { languages: [2] }, {}]),
    must: [],
    should: [
      { kind: "overlap", weight: 30, ...languages },
      { kind: "same", weight: 10, ...organization },
    ],
  };
  const { ptr, weight } = scorePairs(scoring);
  expect([[...ptr], [...weight]]).toEqual([
    [0, 3, 6],
    [7_500, 3_750, 0, 0, 0, 0],
  ]);
});

test("by wish counts only for those who asked, in what they can reach too", () => {
  const people = (wish: boolean) => columnsOf([{ languages: [1], hours: [], organization: 1, grade: null, wish }]);
  const should: ShouldRule[] = [
    { kind: "overlap", weight: 20, ...languages },
    { kind: "same", weight: 20, byWish: "wish", ...organization },
  ];
  const mentors = columnsOf([{ languages: [1], hours: [], organization: 2, grade: null, wish: false }]);
  expect([...scorePairs({ mentees: people(true), mentors, must: [], should }).weight]).toEqual([5_000]);
  expect([...scorePairs({ mentees: people(false), mentors, must: [], should }).weight]).toEqual([10_000]);
  expect([...scorePairs({ mentees: people(false), mentors, must: [], should: should.slice(1), neutralWeight: 1_234 }).weight]).toEqual([
    1_234,
  ]);
});

test.each<[string, MustRule[], ShouldRule[]]>([
  [
    'the column "tongue" of the mentees, which does not exist',
    [{ kind: "share-any", mentee: "tongue", mentor: "languages", missing: "allow" }],
    [],
  ],
  [
    'the column "toString" of the mentors, which does not exist',
    [{ kind: "share-any", mentee: "languages", mentor: "toString", missing: "allow" }],
    [],
  ],
  ["which is a scale; this rule compares choice columns", [], [{ kind: "same", weight: 1, ...grade }]],
  ["a number from 0 to 100", [], [{ kind: "overlap", weight: 101, ...languages }]],
  ["a number above 0", [], [{ kind: "closeness", weight: 1, range: 0, ...grade }]],
  ["whole number from 1 up", [], [{ kind: "shared-count", weight: 1, enough: 0, ...hours }]],
  ["whole number from 0 up", [{ kind: "at-least-shared", atLeast: -1, missing: "allow", ...hours }], []],
  ["no number of ranks", [{ kind: "rank-at-least", above: Number.NaN, missing: "allow", ...grade }], []],
  ["there is no such pair", [{ kind: "not-these", pairs: [{ mentee: 0, mentor: 9 }] }], []],
  ["numbers from 0 up", [], [{ kind: "overlap", weight: 1, elementWeights: [-1], ...languages }]],
  ['must say "allow" or "refuse"', [{ kind: "same", ...organization } as unknown as MustRule], []],
  ["of no known kind", [{ kind: "odd" } as unknown as MustRule], []],
  ["of no known kind", [], [{ kind: "odd", weight: 1 } as unknown as ShouldRule]],
])("a rule that cannot be used is refused: %s", (sentence, must, should) => {
  const people = columnsOf([drawAnswers(randomFrom(1))]);
  expect(() => scorePairs({ mentees: people, mentors: people, must, should })).toThrow(sentence);
  expect(() => explainScores({ mentees: people, mentors: people, must, should })).toThrow(ScoringError);
});

test("columns refuse elements that do not exist, and people who are too few", () => {
  expect(() => setColumn(3, [[3]])).toThrow("from 0 to 2");
  const people = { count: 2, columns: { organization: choiceColumn([1]) } };
  expect(() =>
    scorePairs({ mentees: people, mentors: people, must: [{ kind: "same", ...organization, missing: "allow" }], should: [] }),
  ).toThrow("1 entries for 2 people");
  expect(() => scorePairs({ mentees: people, mentors: people, must: [], should: [], neutralWeight: -1 })).toThrow(ScoringError);
});

test("scoring tells its progress, can be cancelled between chunks, and its rows make a market", () => {
  const random = randomFrom(7);
  const people = columnsOf(Array.from({ length: 700 }, () => drawAnswers(random)));
  const scoring: Scoring = {
    mentees: people,
    mentors: people,
    must: [{ kind: "share-any", ...languages, missing: "allow" }],
    should: [{ kind: "shared-count", weight: 10, enough: 40, ...hours }],
  };
  const told: number[] = [];
  const scored = scorePairs(scoring, { onProgress: ({ done }) => told.push(done) });
  expect(told[0]).toBe(0);
  expect(told.at(-1)).toBe(700);
  expect(told.length).toBeGreaterThan(3);
  let asked = 0;
  expect(() => scorePairs(scoring, { cancelled: () => ++asked === 3 })).toThrow(MatchingCancelled);
  const market = marketFromRows({ ...scored, capacity: new Int32Array(700).fill(1) });
  expect(maximumWeightMatching(market, { seed: 1 }).gap).toBe(0);
});
