/** What would help, at the edges: which mentor is named, in which order, and what is not proposed. */
import { expect, test } from "vitest";
import {
  type Help,
  type HelpOptions,
  marketFromPairs,
  marketFromRows,
  maximumWeightMatching,
  type MustRule,
  scaleColumn,
  type Scoring,
  scorePairs,
  setColumn,
  whatWouldHelp,
} from "../index.ts";

type Person = { readonly hours?: number[]; readonly grade?: number; readonly age?: number; readonly skills?: number[] };
const both = (name: string) => ({ mentee: name, mentor: name });
const columns = (people: readonly Person[]) => ({
  count: people.length,
  columns: {
    hours: setColumn(
      40,
      people.map(({ hours = [] }) => hours),
    ),
    skills: setColumn(
      10,
      people.map(({ skills = [] }) => skills),
    ),
    grade: scaleColumn(people.map(({ grade = 0 }) => grade)),
    age: scaleColumn(people.map(({ age = 0 }) => age)),
  },
});
const twoHours: MustRule = { kind: "at-least-shared", atLeast: 2, ...both("hours"), missing: "refuse" };
const higher: MustRule = { kind: "rank-at-least", above: 1, ...both("grade"), missing: "refuse" };
const older: MustRule = { kind: "rank-at-least", above: 1, ...both("age"), missing: "refuse" };

/** 1,000 for each skill in common, up to ten. */
function scoringOf(mentees: readonly Person[], mentors: readonly Person[], must: readonly MustRule[]): Scoring {
  return {
    mentees: columns(mentees),
    mentors: columns(mentors),
    must,
    should: [{ kind: "shared-count", enough: 10, weight: 1, ...both("skills") }],
  };
}

function ask(scoring: Scoring, capacity: readonly number[], mentee: number, options: HelpOptions = { limit: 99 }): Help[] {
  const market = marketFromRows({ ...scorePairs(scoring), capacity });
  const result = maximumWeightMatching(market, { seed: 1 });
  expect(result.assignment[mentee]).toBe(-1);
  return whatWouldHelp(scoring, market, result).forMentee(mentee, options);
}

const skills = (count: number) => Array.from({ length: count }, (_, k) => k);

test("small changes before large ones, places before elements before rules, then the largest gain, then the first rule, then the first mentor", () => {
  const mentee = { hours: [8, 9], skills: skills(9) };
  const fitting = { hours: [8, 9], grade: 1, age: 1 };
  const mentors: Person[] = [
    { ...fitting, grade: -1, skills: skills(5) },
    { ...fitting, hours: [1, 2], skills: skills(5) },
    { ...fitting, age: 0, skills: skills(5) },
    { ...fitting, grade: 0, skills: skills(5) },
    { ...fitting, grade: 0, skills: skills(7) },
    { ...fitting, hours: [9, 10], skills: skills(2) },
    { ...fitting, skills: skills(3) },
    { ...fitting, skills: skills(4) },
    { ...fitting, grade: 0, skills: skills(5) },
  ];
  const found = ask(scoringOf([mentee], mentors, [twoHours, higher, older]), [1, 1, 1, 1, 1, 1, 0, 0, 1], 0);
  expect(found).toEqual([
    { kind: "place", mentor: 7, gain: 4_000, size: 1 },
    { kind: "place", mentor: 6, gain: 3_000, size: 1 },
    { kind: "elements", mentor: 5, rule: 0, elements: [10], gain: 2_000, size: 1 },
    { kind: "rule", mentor: 4, rule: 1, weight: 7_000, gain: 7_000, size: 1 },
    { kind: "rule", mentor: 3, rule: 1, weight: 5_000, gain: 5_000, size: 1 },
    { kind: "rule", mentor: 8, rule: 1, weight: 5_000, gain: 5_000, size: 1 },
    { kind: "rule", mentor: 2, rule: 2, weight: 5_000, gain: 5_000, size: 1 },
    { kind: "elements", mentor: 1, rule: 0, elements: [1, 2], gain: 5_000, size: 2 },
    { kind: "rule", mentor: 0, rule: 1, weight: 5_000, gain: 5_000, size: 2 },
  ]);
});

test("the limit counts each kind, and each rule by itself", () => {
  const mentee = { hours: [8, 9], skills: skills(9) };
  const fitting = { hours: [8, 9], grade: 1, age: 1, skills: skills(5) };
  const two = (person: Person) => [person, person];
  const mentors = [fitting, { ...fitting, hours: [9, 10] }, { ...fitting, grade: 0 }, { ...fitting, age: 0 }].flatMap(two);
  const scoring = scoringOf([mentee], mentors, [twoHours, higher, older]);
  const found = ask(scoring, [0, 0, 1, 1, 1, 1, 1, 1], 0, { limit: 1 });
  expect(found.map(({ kind, mentor }) => [kind, mentor])).toEqual([
    ["place", 0],
    ["elements", 2],
    ["rule", 4],
    ["rule", 6],
  ]);
});

test("the hours nearest to hers, in their order, no more than are missing; where there are too few, none", () => {
  const mentee = { hours: [20], skills: [0] };
  const elements = (hours: number[]) => {
    const found = ask(scoringOf([mentee], [{ hours, skills: [0] }], [{ ...twoHours, atLeast: 3 }]), [1], 0);
    return found.map((help) => help.kind === "elements" && help.elements);
  };
  expect(elements([2, 17, 21, 39])).toEqual([[2, 17, 21]]);
  expect(elements([15, 20, 22, 26])).toEqual([[15, 22]]);
  // As near before as after: the earlier one.
  expect(elements([17, 19, 21, 23])).toEqual([[17, 19, 21]]);
  expect(elements([19, 20])).toEqual([]);
});

test("hours are proposed for nobody whom they do not bring, though they bring somebody else", () => {
  const mentee = { hours: [1], skills: skills(9), grade: 0 };
  const mentors: Person[] = [
    // No place; too few hours; broken by another rule too; none of that.
    { hours: [1, 2], grade: 1, skills: skills(5) },
    { hours: [2], grade: 1, skills: skills(5) },
    { hours: [1, 2], grade: 0, skills: skills(5) },
    { hours: [1, 2], grade: 1, skills: skills(3) },
  ];
  expect(ask(scoringOf([mentee], mentors, [twoHours, higher]), [0, 1, 1, 1], 0)).toEqual([
    { kind: "elements", mentor: 3, rule: 0, elements: [2], gain: 3_000, size: 1 },
  ]);
});

test("what hours bring counts with everybody: with mentors who were possible before, but not with one whom a list keeps from her", () => {
  const mentees: Person[] = [
    { hours: [1, 2], skills: skills(4) },
    { hours: [1, 2], skills: skills(3) },
  ];
  const mentors: Person[] = [
    { hours: [1, 2, 5], skills: skills(9) },
    { hours: [1, 5, 6], skills: skills(2) },
    { hours: [5, 6], skills: skills(9) },
  ];
  const pairs = [{ mentee: 1, mentor: 2 }];
  const scoring: Scoring = {
    ...scoringOf(mentees, mentors, [twoHours, { kind: "not-these", pairs }]),
    should: [
      { kind: "shared-count", enough: 10, weight: 50, ...both("skills") },
      { kind: "shared-count", enough: 5, weight: 50, ...both("hours") },
    ],
  };
  expect(ask(scoring, [1, 1, 1], 1)).toEqual([
    { kind: "place", mentor: 0, gain: 3_500, size: 1 },
    { kind: "elements", mentor: 1, rule: 0, elements: [5], gain: 3_000, size: 1 },
  ]);
  // Where somebody needs the second mentor as much, the third hour still makes her 500 better with the first than who is there.
  const taken = scoringOf([...mentees, { hours: [5, 6], skills: skills(2) }], mentors.slice(0, 2), [twoHours]);
  expect(ask({ ...taken, should: scoring.should }, [1, 1], 1).filter(({ kind }) => kind === "elements")).toEqual([
    { kind: "elements", mentor: 1, rule: 0, elements: [5], gain: 500, size: 1 },
  ]);
  // A list that names another mentee keeps nobody from her.
  const other: Scoring = { ...scoring, must: [twoHours, { kind: "not-these", pairs: [{ mentee: 0, mentor: 2 }] }] };
  expect(ask(other, [1, 1, 1], 1).filter(({ kind }) => kind === "elements")).toEqual([
    { kind: "elements", mentor: 1, rule: 0, elements: [5], gain: 3_000, size: 1 },
    { kind: "elements", mentor: 2, rule: 0, elements: [5, 6], gain: 4_000, size: 2 },
  ]);
});

test("of a list that keeps pairs apart only her own count", () => {
  const mentees: Person[] = [{}, { hours: [1], skills: skills(9) }];
  const mentors: Person[] = [
    { hours: [5, 6], skills: skills(5) },
    { hours: [5, 6], skills: skills(9) },
  ];
  const pairs = [0, 1].map((person) => ({ mentee: person, mentor: person }));
  expect(ask(scoringOf(mentees, mentors, [twoHours, { kind: "not-these", pairs }]), [1, 1], 1)).toEqual([
    { kind: "elements", mentor: 0, rule: 0, elements: [5, 6], gain: 5_000, size: 2 },
  ]);
});

test("where very many mentors are a few hours away, those are tried who promise most: the fewest hours, then the largest gain", () => {
  const near: Person = { hours: [1, 2], skills: skills(3) };
  // Two hours away; near, but hardly a gain beside who is there; and alike, one more than are tried.
  const mentors: Person[] = [
    { hours: [3, 4], skills: skills(9) },
    { hours: [1, 2, 8, 9], skills: skills(9) },
    ...Array.from({ length: 41 }, () => near),
  ];
  const mentees: Person[] = [
    { hours: [1], skills: skills(9) },
    { hours: [8, 9], skills: skills(8) },
  ];
  const found = ask(
    scoringOf(mentees, mentors, [twoHours]),
    mentors.map(() => 1),
    0,
  );
  expect(found.map(({ mentor }) => mentor)).toEqual(Array.from({ length: 40 }, (_, k) => k + 2));
  expect(new Set(found.map(({ gain }) => gain))).toEqual(new Set([3_000]));
});

test("of mentors whom the same hours bring, the first is named first", () => {
  const mentors: Person[] = [
    { hours: [1, 2], skills: skills(3) },
    { hours: [1, 2], skills: skills(5) },
  ];
  expect(ask(scoringOf([{ hours: [1], skills: skills(9) }], mentors, [twoHours]), [1, 1], 0)).toEqual(
    [0, 1].map((mentor) => ({ kind: "elements", mentor, rule: 0, elements: [2], gain: 5_000, size: 1 })),
  );
});

const nothingKnown = (mentees: number, mentors: number): Scoring => ({
  mentees: { count: mentees, columns: {} },
  mentors: { count: mentors, columns: {} },
  must: [],
  should: [],
});

test.each([
  ["that gains nothing", 5, 5],
  ["that loses", 9, 4],
])("a place more with a mentor who must have somebody is not proposed where it is one %s", (_, liked, gain) => {
  // Two who like the second mentor best, one of whom the first mentor must have; and one who likes only the second.
  const market = marketFromPairs({
    menteeCount: 3,
    capacity: [1, 1],
    least: [1, 0],
    pairs: [0, 1]
      .flatMap((mentee) => [
        { mentee, mentor: 0, weight: 0 },
        { mentee, mentor: 1, weight: liked },
      ])
      .concat({ mentee: 2, mentor: 1, weight: 5 }),
  });
  const result = maximumWeightMatching(market, { seed: 1 });
  const left = result.assignment.indexOf(-1);
  const found = whatWouldHelp(nothingKnown(3, 2), market, result).forMentee(left, { limit: 9 });
  expect(found.filter(({ mentor }) => mentor === 0)).toEqual([]);
  expect(found).toMatchObject([{ kind: "place", mentor: 1 }]);
  expect(found[0]!.gain).toBeGreaterThanOrEqual(gain);
});

test("a mentee who does not exist is refused, with how many there are", () => {
  const market = marketFromPairs({ menteeCount: 3, capacity: [1], pairs: [] });
  const { forMentee } = whatWouldHelp(nothingKnown(3, 1), market, maximumWeightMatching(market, { seed: 1 }));
  for (const mentee of [-1, 3, 0.5]) {
    expect(() => forMentee(mentee, { limit: 1 })).toThrow(new RangeError(`There is no mentee ${mentee}: they are numbered from 0 to 2.`));
  }
});
