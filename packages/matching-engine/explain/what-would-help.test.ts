import fc from "fast-check";
import { expect, test } from "vitest";
import {
  choiceColumn,
  explainScores,
  type Help,
  type Market,
  marketFromPairs,
  marketFromRows,
  maximumWeightMatching,
  type Objective,
  scaleColumn,
  type Scoring,
  scorePairs,
  setColumn,
  whatWouldHelp,
} from "../index.ts";
import { randomFrom } from "../testing/random-markets.ts";

type People = { readonly hours: number[]; readonly house: number | null; readonly grade: number | null; readonly skills: number[] };
type Case = { readonly mentees: People[]; readonly mentors: People[]; readonly capacity: number[]; readonly objective: Objective };

const cases: fc.Arbitrary<Case> = fc
  .record({
    mentees: fc.integer({ min: 1, max: 8 }),
    mentors: fc.integer({ min: 1, max: 5 }),
    seed: fc.integer({ min: 0, max: 2 ** 30 }),
    objective: fc.constantFrom<Objective>("most-good", "most-people"),
  })
  .map(({ mentees, mentors, seed, objective }) => {
    const random = randomFrom(seed);
    const some = (size: number, share: number) => Array.from({ length: size }, (_, k) => k).filter(() => random() < share);
    const below = (n: number) => (random() < 0.1 ? null : Math.floor(random() * n));
    const person = (): People => ({ hours: some(8, 0.4), house: below(3), grade: below(4), skills: some(6, 0.5) });
    const list = (count: number) => Array.from({ length: count }, person);
    return {
      mentees: list(mentees),
      mentors: list(mentors),
      capacity: Array.from({ length: mentors }, () => Math.floor(random() * 3)),
      objective,
    };
  });

function scoringOf({ mentees, mentors }: Pick<Case, "mentees" | "mentors">): Scoring {
  const columns = (people: People[]) => ({
    count: people.length,
    columns: {
      hours: setColumn(
        8,
        people.map(({ hours }) => hours),
      ),
      house: choiceColumn(people.map(({ house }) => house)),
      grade: scaleColumn(people.map(({ grade }) => grade)),
      skills: setColumn(
        6,
        people.map(({ skills }) => skills),
      ),
    },
  });
  const both = (name: string) => ({ mentee: name, mentor: name });
  return {
    mentees: columns(mentees),
    mentors: columns(mentors),
    must: [
      { kind: "at-least-shared", atLeast: 2, ...both("hours"), missing: "refuse" },
      { kind: "different", ...both("house"), missing: "allow" },
      { kind: "rank-at-least", above: 1, ...both("grade"), missing: "refuse" },
      { kind: "not-these", pairs: [{ mentee: 0, mentor: 0 }] },
    ],
    should: [
      { kind: "overlap", weight: 60, ...both("skills") },
      { kind: "shared-count", weight: 40, enough: 5, ...both("hours") },
    ],
  };
}

const solve = (market: Market, objective: Objective) => maximumWeightMatching(market, { seed: 1, objective });
/** What the objective counts, with the bonus of the run before. */
const worth = (market: Market, objective: Objective, bonus: number): number => {
  const { total, matched } = solve(market, objective);
  return total + bonus * matched;
};
const withPlaces = (market: Market, mentor: number, more: number): Market => ({
  ...market,
  capacity: market.capacity.map((places, j) => places + (j === mentor ? more : 0)),
});
const pairsOf = (market: Market) =>
  Array.from({ length: market.menteeCount }, (_, mentee) =>
    [...market.col.subarray(market.ptr[mentee], market.ptr[mentee + 1])].map((mentor, k) => ({
      mentee,
      mentor,
      weight: market.weight[market.ptr[mentee]! + k]!,
    })),
  ).flat();
const without = (market: Market, mentee: number): Market =>
  marketFromPairs({
    menteeCount: market.menteeCount,
    capacity: market.capacity,
    pairs: pairsOf(market).filter((pair) => pair.mentee !== mentee),
  });

test("carried out, each change matches her, by exactly its gain, and no change that would is left out", () => {
  const seen = { place: 0, rule: 0, elements: 0 };
  let nothing = 0;
  fc.assert(
    fc.property(cases, (one) => {
      const { capacity, objective } = one;
      const scoring = scoringOf(one);
      const market = marketFromRows({ ...scorePairs(scoring), capacity });
      const result = solve(market, objective);
      const before = result.total + result.bonus * result.matched;
      const explain = explainScores(scoring);
      const helper = whatWouldHelp(scoring, market, result);
      for (const [mentee, has] of result.assignment.entries()) {
        const found = helper.forMentee(mentee, { limit: 99, mayLift: () => true });
        if (has >= 0) {
          expect(found).toEqual([]);
          continue;
        }
        if (found.length === 0) nothing++;
        const of = (kind: Help["kind"], mentor: number) => found.filter((help) => help.kind === kind && help.mentor === mentor);
        for (let mentor = 0; mentor < capacity.length; mentor++) {
          // One more place: certain where nothing as good comes about without her.
          const more = withPlaces(market, mentor, 1);
          const gained = worth(more, objective, result.bonus) - before;
          const isCertain = gained > worth(without(more, mentee), objective, result.bonus) - before;
          expect(of("place", mentor).map(({ gain }) => gain)).toEqual(isCertain ? [gained] : []);
          if (isCertain) expect(solve(more, objective).assignment[mentee]).toBeGreaterThanOrEqual(0);
          seen.place += Number(isCertain);

          const pair = explain.pair(mentee, mentor);
          const broken = pair.must.filter(({ kept }) => !kept);
          const [only] = broken;
          if (broken.length !== 1 || scoring.must[only!.rule]!.kind === "at-least-shared") {
            expect(of("rule", mentor)).toEqual([]);
            continue;
          }
          const excepted = marketFromPairs({
            menteeCount: market.menteeCount,
            capacity,
            pairs: [...pairsOf(market), { mentee, mentor, weight: pair.weight }],
          });
          const gain = worth(excepted, objective, result.bonus) - before;
          const expected = gain > 0 ? [{ rule: only!.rule, gain, weight: pair.weight }] : [];
          expect(of("rule", mentor)).toMatchObject(expected);
          expect(of("rule", mentor)).toHaveLength(expected.length);
          if (gain > 0) expect(solve(excepted, objective).assignment[mentee]).toBe(mentor);
          seen.rule += expected.length;
        }
        for (const help of found) {
          if (help.kind !== "elements") continue;
          const mentees = one.mentees.map((person, k) =>
            k === mentee ? { ...person, hours: [...person.hours, ...help.elements] } : person,
          );
          const changed = marketFromRows({ ...scorePairs(scoringOf({ ...one, mentees })), capacity });
          expect(worth(changed, objective, result.bonus) - before).toBe(help.gain);
          expect(solve(changed, objective).assignment[mentee]).toBeGreaterThanOrEqual(0);
          const shared = mentees[mentee]!.hours.filter((hour) => one.mentors[help.mentor]!.hours.includes(hour));
          expect(shared).toHaveLength(2);
          expect(help.elements.every((hour) => !one.mentees[mentee]!.hours.includes(hour))).toBe(true);
          expect(help.size).toBe(help.elements.length);
          seen.elements++;
        }
      }
    }),
    { numRuns: 500 },
  );
  expect(Math.min(seen.place, seen.rule, seen.elements, nothing)).toBeGreaterThan(100);
});

const alone = (person: Partial<People>): People => ({ hours: [], house: null, grade: null, skills: [], ...person });
function ask(mentees: People[], mentors: People[], capacity: number[], mentee: number, limit = 9): Help[] {
  const scoring = { ...scoringOf({ mentees, mentors }), must: scoringOf({ mentees, mentors }).must.slice(0, 3) };
  const market = marketFromRows({ ...scorePairs(scoring), capacity });
  return whatWouldHelp(scoring, market, solve(market, "most-good")).forMentee(mentee, { limit });
}

test("the smallest change comes first, with the hours nearest to hers", () => {
  const mentee = alone({ hours: [3, 4], grade: 0, skills: [1, 2] });
  const twoRanks = alone({ hours: [3, 4], grade: -1, skills: [1, 2] });
  const oneHour = alone({ hours: [0, 3, 5, 7], grade: 2, skills: [1, 2] });
  const full = alone({ hours: [3, 4], grade: 2, skills: [1] });
  expect(ask([mentee], [twoRanks, oneHour, full], [1, 1, 0], 0)).toEqual([
    { kind: "place", mentor: 2, gain: 4_600, size: 1 },
    { kind: "elements", rule: 0, mentor: 1, elements: [5], gain: 7_600, size: 1 },
    { kind: "rule", rule: 2, mentor: 0, weight: 7_600, gain: 7_600, size: 2 },
  ]);
});

test("of each kind no more than the limit", () => {
  const mentee = alone({ hours: [3, 4], house: 1, grade: 0, skills: [1] });
  const mentor = alone({ hours: [3, 4], grade: 2, skills: [1] });
  const kept = ask([mentee], [mentor, mentor, mentor], [0, 0, 0], 0, 2);
  expect(kept).toEqual([
    { kind: "place", mentor: 0, gain: 7_600, size: 1 },
    { kind: "place", mentor: 1, gain: 7_600, size: 1 },
  ]);
});

test("a pair that is kept apart is proposed only where the caller says that it may be", () => {
  const people = { mentees: [alone({ hours: [1, 2], grade: 0 })], mentors: [alone({ hours: [1, 2], grade: 2, skills: [0] })] };
  const scoring = scoringOf(people);
  const market = marketFromRows({ ...scorePairs(scoring), capacity: [1] });
  const helper = whatWouldHelp(scoring, market, solve(market, "most-good"));
  expect(helper.forMentee(0, { limit: 5 })).toEqual([]);
  expect(helper.forMentee(0, { limit: 5, mayLift: () => false })).toEqual([]);
  expect(helper.forMentee(0, { limit: 5, mayLift: () => true })).toMatchObject([{ kind: "rule", rule: 3, mentor: 0, size: 1 }]);
});

test("a forbidden pair is not brought back by more hours", () => {
  const people = {
    mentees: [alone({ hours: [1, 2], grade: 0, skills: [1] })],
    mentors: [alone({ hours: [1, 2, 3], grade: 2, skills: [1] })],
  };
  const scoring = scoringOf({ ...people, mentors: [...people.mentors, alone({ hours: [4, 5], grade: 2 })] });
  const must = scoring.must.slice(0, 3);
  const rows = scorePairs({ ...scoring, must });
  const market = marketFromRows({ ...rows, capacity: [1, 1], forbidden: [{ mentee: 0, mentor: 0 }] });
  const helps = whatWouldHelp({ ...scoring, must }, market, solve(market, "most-good")).forMentee(0, { limit: 5 });
  // Hours 4 and 5 bring the second mentor, not the first with whom she is forbidden.
  expect(helps).toEqual([{ kind: "elements", rule: 0, mentor: 1, elements: [4, 5], gain: 1_600, size: 2 }]);
});

test("people who do not exist are refused", () => {
  const scoring = scoringOf({ mentees: [], mentors: [] });
  const market = marketFromRows({ ...scorePairs({ ...scoring, must: [] }), capacity: [] });
  const helper = whatWouldHelp({ ...scoring, must: [] }, market, solve(market, "most-good"));
  expect(() => helper.forMentee(0, { limit: 1 })).toThrow("There is no mentee 0");
  expect(() => helper.forMentee(-1, { limit: 1 })).toThrow(RangeError);
});
