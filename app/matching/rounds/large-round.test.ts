import { expect, test } from "vitest";
import {
  alternatives,
  explainScores,
  marketFromRows,
  maximumWeightMatching,
  scaleColumn,
  type Scoring,
  scorePairs,
  setColumn,
  weightOf,
} from "../../../packages/matching-engine/index.ts";
import { randomFrom } from "../../../testing/invented-people.ts";
import { costOfLeftOut } from "../board/cost-of-left-out.ts";
import { mostPairs, mostSearchedPairs, pairLimit, type RoundSnapshot } from "./round.ts";
import { marketOf } from "./solve-round.ts";

const [mentees, mentors] = [240, 120];

function inventSnapshot(objective: RoundSnapshot["objective"], places: (mentor: number) => number): RoundSnapshot {
  const random = randomFrom(5);
  const people = (count: number) => ({
    count,
    columns: {
      skills: setColumn(
        30,
        Array.from({ length: count }, () => Array.from({ length: 3 }, () => Math.floor(random() * 30))),
      ),
      level: scaleColumn(Array.from({ length: count }, () => Math.floor(random() * 6))),
    },
  });
  const scoring: Scoring = {
    mentees: people(mentees),
    mentors: people(mentors),
    must: [{ kind: "rank-at-least", above: 1, mentee: "level", mentor: "level", missing: "allow" }],
    should: [{ kind: "overlap", weight: 50, mentee: "skills", mentor: "skills" }],
  };
  return {
    version: 2,
    least: null,
    menteeIds: Array.from({ length: mentees }, (_, k) => `mentee ${k}`),
    mentorIds: Array.from({ length: mentors }, (_, k) => `mentor ${k}`),
    visibility: { mentees: Array.from({ length: mentees }, () => ({})), mentors: Array.from({ length: mentors }, () => ({})) },
    scoring,
    // What the rules are called is not asked here.
    keys: { must: ["forbidden"], should: [] },
    places: Array.from({ length: mentors }, (_, k) => places(k)),
    locks: [{ mentee: 7, mentor: 1 }],
    seed: 3,
    objective,
    settings: {},
    choices: { mentees: [], mentors: [] },
    groups: null,
    wishes: null,
  };
}

test.each(["most-good", "most-people"] as const)("%s: a large round keeps few pairs and comes to the same as with all", (objective) => {
  const snapshot = inventSnapshot(objective, (mentor) => mentor % 3);
  const explainer = explainScores(snapshot.scoring);
  const [large, small] = [0, mostPairs].map((mostKept) => marketOf(snapshot, explainer, undefined, mostKept));
  expect(large!.col.length).toBeLessThan(small!.col.length);
  const [few, all] = [large!, small!].map((market) => maximumWeightMatching(market, { seed: 3, objective }));
  expect([few!.total, few!.matched]).toEqual([all!.total, objective === "most-people" ? all!.matched : few!.matched]);
  expect(few!.assignment[7]).toBe(1);
  // Whoever is left without anybody is left so truly: nobody possible has a place.
  const taken = new Int32Array(mentors);
  for (const mentor of few!.assignment) if (mentor >= 0) taken[mentor]! += 1;
  const lonely = [...few!.assignment.keys()].filter((mentee) => few!.assignment[mentee]! < 0);
  expect(lonely.length).toBeGreaterThan(0);
  for (const mentee of lonely) {
    const { allowed, allowedButFull } = explainer.possibilities(mentee, (mentor) => taken[mentor]! >= snapshot.places[mentor]!);
    expect(allowedButFull).toEqual(allowed);
  }
});

test("what a pair costs that was not kept is never less than with all pairs, and nothing that is not so", () => {
  const snapshot = inventSnapshot("most-good", (mentor) => mentor % 3);
  const explainer = explainScores(snapshot.scoring);
  const large = marketOf(snapshot, explainer, undefined, 0);
  const all = marketFromRows({
    ...scorePairs(snapshot.scoring),
    capacity: snapshot.places,
    locked: [{ mentee: 7, mentor: 1, weight: explainer.pair(7, 1).weight }],
  });
  const result = maximumWeightMatching(large, { seed: 3 });
  const truth = alternatives(all, maximumWeightMatching(all, { seed: 3 }));
  let asked = 0;
  for (let mentee = 0; mentee < 40; mentee++) {
    for (let mentor = 0; mentor < mentors; mentor++) {
      const { allowed, weight } = explainer.pair(mentee, mentor);
      if (!allowed || weightOf(large, mentee, mentor) >= 0 || snapshot.places[mentor] === 0 || mentee === 7 || mentor === 1) continue;
      asked++;
      const cost = costOfLeftOut(large, result, { mentee, mentor, weight })!.cost;
      expect(cost).toBeGreaterThanOrEqual(truth.ofPair(mentee, mentor)!.cost);
    }
  }
  expect(asked).toBeGreaterThan(20);
});

test("opened again, a large round has the pairs that were kept, without looking for them", () => {
  const snapshot = inventSnapshot("most-good", (mentor) => mentor % 3);
  const explainer = explainScores(snapshot.scoring);
  const found = marketOf(snapshot, explainer, undefined, 0);
  const { ptr, col, weight } = found;
  const looked: number[] = [];
  const again = marketOf({ ...snapshot, pairs: { ptr, col, weight } }, explainer, () => void looked.push(1), 0);
  expect(again).toEqual(found);
  expect(looked).toEqual([]);
});

test("as many pairs as can be searched are allowed where only the total counts, and fewer elsewhere", () => {
  expect([pairLimit("most-good", {}), pairLimit("most-people", {})]).toEqual([mostSearchedPairs, mostSearchedPairs]);
  expect([pairLimit("stable", {}), pairLimit("fair", {}), pairLimit("top-choices", {})]).toEqual([mostPairs, mostPairs, mostPairs]);
  expect(pairLimit("most-good", { nearTies: { within: 100, draws: 20 } })).toBe(mostPairs);
});
