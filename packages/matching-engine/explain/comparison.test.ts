import fc from "fast-check";
import { expect, test } from "vitest";
import { assignedRanks, compareMatchings, marketFromPairs, maximumWeightMatching } from "../index.ts";
import { marketOf, marketPlans } from "../testing/random-markets.ts";

const pairs = [
  { mentee: 0, mentor: 0, weight: 90 },
  { mentee: 0, mentor: 1, weight: 50 },
  { mentee: 1, mentor: 0, weight: 80 },
  { mentee: 1, mentor: 1, weight: 80 },
  { mentee: 2, mentor: 1, weight: 30 },
];
const market = marketFromPairs({ menteeCount: 3, capacity: [1, 1], pairs, menteeKeys: ["ada", "bea", "cem"], mentorKeys: ["mia", "nur"] });

test("a coordinator sees who moved, who gained and who lost between two runs", () => {
  const compared = compareMatchings({ market, assignment: [0, 1, -1] }, { market, assignment: [-1, 0, 1] });
  expect(compared).toEqual({
    before: { mentees: 3, matched: 2, total: 170, ranks: [2], firstChoices: 2 },
    after: { mentees: 3, matched: 2, total: 110, ranks: [2], firstChoices: 2 },
    changes: [
      { mentee: "ada", kind: "unmatched", before: { mentor: "mia", weight: 90, rank: 1 }, after: { mentor: null, weight: 0, rank: null } },
      { mentee: "bea", kind: "moved", before: { mentor: "nur", weight: 80, rank: 1 }, after: { mentor: "mia", weight: 80, rank: 1 } },
      { mentee: "cem", kind: "matched", before: { mentor: null, weight: 0, rank: null }, after: { mentor: "nur", weight: 30, rank: 1 } },
    ],
    unchanged: 0,
    gained: { people: 1, weight: 30 },
    lost: { people: 1, weight: 90 },
    onlyBefore: [],
    onlyAfter: [],
  });
});

test("people are known by their keys, also when the lists differ between the runs", () => {
  const later = marketFromPairs({
    menteeCount: 2,
    capacity: [1, 1],
    pairs: [
      { mentee: 0, mentor: 1, weight: 60 },
      { mentee: 1, mentor: 0, weight: 10 },
    ],
    menteeKeys: ["bea", "dov"],
    mentorKeys: ["nur", "mia"],
  });
  const compared = compareMatchings({ market, assignment: [-1, 0, -1] }, { market: later, assignment: [1, 0] });
  expect(compared).toMatchObject({
    changes: [],
    unchanged: 1,
    lost: { people: 1, weight: 20 },
    onlyBefore: ["ada", "cem"],
    onlyAfter: ["dov"],
  });
});

test("a rank counts the candidates who weigh more; ties share the best rank", () => {
  expect([...assignedRanks(market, [1, 1, -1])]).toEqual([2, 1, 0]);
});

test("what is gained minus what is lost is the change of the total, and a run compared with itself is unchanged", () => {
  fc.assert(
    fc.property(marketPlans({ mentees: 12, mentors: 6 }), fc.nat(3), (plan, more) => {
      const first = { market: marketOf(plan), assignment: [] as ArrayLike<number> };
      const second = {
        market: marketOf({ ...plan, capacity: plan.capacity.map((places) => places + more) }),
        assignment: first.assignment,
      };
      first.assignment = maximumWeightMatching(first.market, { seed: 1 }).assignment;
      second.assignment = maximumWeightMatching(second.market, { seed: 2 }).assignment;
      const { gained, lost, before, after, changes, unchanged } = compareMatchings(first, second);
      expect(gained.weight - lost.weight).toBe(after.total - before.total);
      expect(changes.length + unchanged).toBe(plan.menteeCount);
      expect(before.ranks.reduce((sum, count) => sum + count, 0)).toBe(before.matched);
      expect(compareMatchings(first, first)).toMatchObject({
        changes: [],
        unchanged: plan.menteeCount,
        gained: { people: 0 },
        lost: { people: 0 },
      });
    }),
  );
});

test("a matching of another market is refused", () => {
  expect(() => compareMatchings({ market, assignment: [0] }, { market, assignment: [0, 1, -1] })).toThrow("1 entries for 3 mentees");
  expect(() => compareMatchings({ market, assignment: [0, 1, 0] }, { market, assignment: [0, 1, -1] })).toThrow("no candidate");
});
