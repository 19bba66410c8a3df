import { describe, expect, test } from "vitest";
import {
  checkCoMentors,
  checkMentoringGroups,
  checkPeerPairs,
  coMentorsHeuristic,
  type Market,
  marketFromPairs,
  MatchingCancelled,
  mentoringGroupsHeuristic,
  peerPairsHeuristic,
} from "../index.ts";

type Row = readonly (readonly [mentor: number, weight: number])[];

/** The same market with other rows. */
function withRows(market: Market, rows: readonly Row[]): Market {
  const ptr = [0];
  for (const row of rows) ptr.push(ptr.at(-1)! + row.length);
  const [col, weight] = [0, 1].map((k) => Int32Array.from(rows.flat(), (pair) => pair[k]!));
  return { ...market, ptr: Int32Array.from(ptr), col: col!, weight: weight! };
}
const rowsOf = ({ ptr, col, weight }: Market): Row[] =>
  Array.from({ length: ptr.length - 1 }, (_, i) =>
    Array.from({ length: ptr[i + 1]! - ptr[i]! }, (__, k) => [col[ptr[i]! + k]!, weight[ptr[i]! + k]!] as const),
  );
const another = "the bound is of another market";

/** Asks again and again, stopping at each question once: nothing may go on after a yes. */
function expectStoppable(run: (cancelled: () => boolean) => unknown): void {
  let asked = 0;
  run(() => {
    asked++;
    return false;
  });
  for (let at = 1; at <= asked; at++) {
    let count = 0;
    expect(() => run(() => ++count === at)).toThrow(MatchingCancelled);
  }
}

describe("co-mentors", () => {
  const pairs = [
    { mentee: 0, mentor: 0, weight: 10 },
    { mentee: 0, mentor: 1, weight: 9 },
    { mentee: 0, mentor: 2, weight: 8 },
    { mentee: 1, mentor: 0, weight: 3 },
    { mentee: 1, mentor: 2, weight: 2 },
  ];
  const complement = (one: number, other: number) => one + other;
  const plan = { market: marketFromPairs({ menteeCount: 2, capacity: [1, 1, 2], pairs }), complement, seed: 1 };
  const found = coMentorsHeuristic(plan);
  const { market: relaxed, result } = found.relaxed;
  const verdict = (change: Partial<Market>, of = plan.market) =>
    checkCoMentors({ ...plan, market: of }, { ...found, relaxed: { market: { ...relaxed, ...change }, result } }).problems.includes(
      another,
    );
  const rows = rowsOf(relaxed);
  const changed = (half: number, row: Row) => withRows(relaxed, rows.with(half, row));

  test("the market of the bound: twice the weight and the best complement, in the second half without the heaviest", () => {
    expect(rows).toEqual([
      [
        [0, 22],
        [1, 21],
        [2, 19],
      ],
      [
        [0, 8],
        [2, 6],
      ],
      [
        [1, 21],
        [2, 19],
      ],
      [[2, 6]],
    ]);
    expect(checkCoMentors(plan, found)).toEqual({ valid: true, total: found.total, bound: found.bound, problems: [] });
  });

  test("a bound of another market is refused, a looser one is not", () => {
    expect(verdict({})).toBe(false);
    expect(verdict({ mentorCount: 4 })).toBe(true);
    expect(verdict({ locked: Int32Array.of(0, -1, -1, -1) })).toBe(true);
    expect(verdict({ locked: Int32Array.of(-1, -1, -1, 2) })).toBe(true);
    expect(verdict(changed(0, rows[0]!.slice(1)))).toBe(true);
    expect(verdict(changed(1, [[0, 7], rows[1]![1]!]))).toBe(true);
    expect(verdict(changed(1, [[0, 9], rows[1]![1]!]))).toBe(false);
    expect(verdict(changed(2, [[1, 20], rows[2]![1]!]))).toBe(true);
    expect(verdict(changed(2, [[1, 22], rows[2]![1]!]))).toBe(false);
    expect(verdict(changed(2, rows[0]!))).toBe(false);
    expect(verdict(changed(2, [rows[2]![0]!]))).toBe(true);
    expect(verdict(changed(3, []))).toBe(true);
  });

  test("the second half of somebody who is locked may lack her lock and nobody else", () => {
    const locked = Int32Array.of(0, -1);
    const twice = { locked: Int32Array.of(0, -1, -1, -1) };
    const of = { ...plan.market, locked };
    expect(verdict(twice, of)).toBe(false);
    const all = rows[0]!;
    expect(verdict({ ...changed(2, all), ...twice }, of)).toBe(false);
    expect(verdict({ ...changed(2, [all[0]!, all[2]!]), ...twice }, of)).toBe(true);
    // Without a lock the first half can be the one to have whom the second lacks.
    expect(verdict(changed(2, [all[0]!, all[2]!]))).toBe(false);
  });

  test("more than the bound, or worth something else, is not valid", () => {
    const poor = { market: relaxed, result: { ...result, total: 8 } };
    const check = checkCoMentors(plan, { ...found, bound: 4, relaxed: poor });
    expect(check).toMatchObject({ valid: false, total: found.total, bound: 4 });
    expect(check.problems).toContain(`the total ${found.total} is above the bound 4`);
  });

  test("with keys the order of the lists makes no difference", () => {
    const keyed = (turned: boolean) => {
      const [people, mentors] = turned ? [(i: number) => 1 - i, (j: number) => 2 - j] : [(i: number) => i, (j: number) => j];
      const terms = {
        menteeCount: 2,
        capacity: [0, 1, 2].map((j) => [1, 1, 2][mentors(j)]!),
        menteeKeys: [0, 1].map((i) => `mentee ${people(i)}`),
        mentorKeys: [0, 1, 2].map((j) => `mentor ${mentors(j)}`),
        pairs: pairs.map(({ mentee, mentor, weight }) => ({ mentee: people(mentee), mentor: mentors(mentor), weight: weight % 2 })),
      };
      const given = { market: marketFromPairs(terms), complement: () => 1, seed: 5 };
      const { first, second, relaxed: of } = coMentorsHeuristic(given);
      const names = (list: Int32Array) => Array.from([0, 1], (i) => (list[people(i)]! < 0 ? -1 : mentors(list[people(i)]!)));
      return { chosen: [names(first), names(second)], keys: of.market.menteeKeys };
    };
    expect(keyed(true).chosen).toEqual(keyed(false).chosen);
    expect(keyed(false).keys).toEqual(["1 mentee 0", "1 mentee 1", "2 mentee 0", "2 mentee 1"]);
    expect(relaxed.menteeKeys).toBeNull();
  });

  test("it can be stopped wherever it asks", () => {
    expect(() => expectStoppable((cancelled) => coMentorsHeuristic({ ...plan, cancelled }))).not.toThrow();
  });
});

describe("mentoring groups", () => {
  const pairs = [0, 1, 2, 3].flatMap((mentee) => [0, 1].map((mentor) => ({ mentee, mentor, weight: 5 })));
  const fit = (one: number, other: number) => one + other;
  const plan = { market: marketFromPairs({ menteeCount: 4, capacity: [2, 2], pairs }), least: [2, 2], fit, seed: 1 };
  const found = mentoringGroupsHeuristic(plan);
  const { market, result } = found.relaxed;
  const rows = rowsOf(market);

  test("the market of the bound: twice the weight and the best company", () => {
    expect(rows).toEqual([3, 4, 5, 5].map((most) => [0, 1].map((mentor) => [mentor, 10 + most])));
  });

  test("a bound of another market is refused, a looser one is not", () => {
    const verdict = (change: Partial<Market>) =>
      checkMentoringGroups(plan, { ...found, relaxed: { market: { ...market, ...change }, result } }).problems.includes(another);
    expect(verdict({})).toBe(false);
    expect(verdict(withRows(market, rows.with(3, [rows[3]![0]!, [1, 14]])))).toBe(true);
    expect(verdict(withRows(market, rows.with(3, [rows[3]![0]!, [1, 16]])))).toBe(false);
    expect(verdict(withRows(market, rows.with(0, rows[0]!.toReversed())))).toBe(true);
    expect(verdict({ locked: Int32Array.of(0, -1, -1, -1) })).toBe(true);
    expect(verdict({ capacity: Int32Array.of(2) })).toBe(true);
    expect(verdict({ capacity: Int32Array.of(2, 2, 2) })).toBe(true);
  });

  test("whoever is locked elsewhere is no company, and her group may stay small", () => {
    const locked = marketFromPairs({ menteeCount: 4, capacity: [2, 2], pairs, locked: [{ mentee: 0, mentor: 1 }] });
    const least = [2, 2];
    const alone = { ...plan, market: locked, least };
    const grouping = mentoringGroupsHeuristic(alone);
    expect(rowsOf(grouping.relaxed.market)[1]).toEqual([
      [0, 14],
      [1, 14],
    ]);
    expect(rowsOf(grouping.relaxed.market)[3]).toEqual([
      [0, 15],
      [1, 15],
    ]);
    expect(checkMentoringGroups(alone, grouping).valid).toBe(true);
    const small = { ...grouping, assignment: Int32Array.of(1, -1, -1, -1), total: 5 };
    expect(checkMentoringGroups(alone, small)).toEqual({ valid: true, total: 5, bound: grouping.bound, problems: [] });
    const other = { ...grouping, assignment: Int32Array.of(0, -1, -1, -1), total: 5 };
    expect(checkMentoringGroups(alone, other)).toMatchObject({ valid: false, problems: ["mentee 0 is not where she is locked"] });
    const lockedFirst = { ...plan, market: { ...plan.market, locked: Int32Array.of(0, -1, -1, -1) } };
    expect(checkMentoringGroups(lockedFirst, { ...found, assignment: Int32Array.of(1, 1, -1, -1) }).problems).toContain(
      "mentee 0 is not where she is locked",
    );
  });

  test("more than the bound is not valid, and too short a list leaves the rest without a group", () => {
    const check = checkMentoringGroups(plan, { ...found, bound: 4, relaxed: { market, result: { ...result, total: 8 } } });
    expect(check).toMatchObject({ valid: false, bound: 4 });
    expect(check.problems).toContain(`the total ${found.total} is above the bound 4`);
    expect(checkMentoringGroups(plan, { ...found, assignment: Int32Array.of(0, 0), total: 11 }).problems).toEqual([]);
  });

  test("it can be stopped wherever it asks", () => {
    expect(() => expectStoppable((cancelled) => mentoringGroupsHeuristic({ ...plan, cancelled }))).not.toThrow();
  });
});

describe("peer pairs", () => {
  const pairs = [
    { one: 0, other: 1, weight: 10 },
    { one: 3, other: 2, weight: 4 },
    { one: 1, other: 2, weight: 5 },
  ];
  const plan = { count: 4, pairs };
  const found = peerPairsHeuristic({ ...plan, seed: 1 });
  const { market, result } = found.cover;
  const rows = rowsOf(market);
  const problemsOf = (change: Partial<Market>) =>
    checkPeerPairs(plan, { ...found, cover: { market: { ...market, ...change }, result } }).problems;
  const others = "the cover is of other people";

  test("everybody stands on both sides of the cover", () => {
    expect(rows).toEqual([
      [[1, 10]],
      [
        [0, 10],
        [2, 5],
      ],
      [
        [3, 4],
        [1, 5],
      ],
      [[2, 4]],
    ]);
  });

  test("a cover of other people is refused", () => {
    expect(problemsOf({})).toEqual([]);
    expect(problemsOf(withRows(market, rows.with(0, [[1, 9]])))).toContain(others);
    expect(problemsOf(withRows(market, rows.with(3, [])))).toContain(others);
    expect(problemsOf({ capacity: Int32Array.of(1, 2, 1, 1) })).toContain(others);
    expect(problemsOf({ locked: Int32Array.of(1, -1, -1, -1) })).toContain(others);
    expect(problemsOf({ mentorCount: 5 })).toContain(others);
    const more = checkPeerPairs({ count: 5, pairs }, { ...found, partner: Int32Array.of(1, 0, 3, 2, -1) });
    expect(more).toMatchObject({ valid: false, problems: [others] });
  });

  test("a pair counts once, from whichever side", () => {
    expect(checkPeerPairs(plan, { ...found, partner: Int32Array.of(1, 0, -1, -1), total: 10 })).toEqual({
      valid: true,
      total: 10,
      bound: 14,
      problems: [],
    });
  });
});
