import fc from "fast-check";
import { expect, test } from "vitest";
import {
  checkStability,
  type Market,
  marketFromPairs,
  marketFromRows,
  MatchingCancelled,
  type Preferences,
  type StableProgress,
  stableMatching,
} from "../index.ts";
import { lotteryOrder } from "../market/lottery.ts";
import { type MarketPlan, marketOf, marketPlans } from "../testing/random-markets.ts";
import { drawPreferences, type PreferencesShape } from "../testing/random-preferences.ts";
import { rankOfOwn, ranksOfHeld, stableMatchingsByTrying, totalOf } from "../testing/stable-by-trying.ts";

const seeds = fc.integer({ min: 0, max: 2 ** 30 });
const shapes = (ties: readonly PreferencesShape["ties"][]): fc.Arbitrary<PreferencesShape> =>
  fc.record({ ties: fc.constantFrom(...ties), refused: fc.constantFrom(0, 0.2, 0.5), seed: seeds });
const small = marketPlans({ mentees: 5, mentors: 4 });
const sides = fc.constantFrom("mentees", "mentors");
const options = { proposing: "mentees", ties: "lottery", seed: 1 } as const;
const people = (count: number) => Array.from({ length: count }, (_, person) => person);

test("nobody would rather have each other, whatever the market, the ties and who proposes", () => {
  const plans = marketPlans({ mentees: 30, mentors: 12 });
  fc.assert(
    fc.property(
      plans,
      shapes(["none", 1, 3]),
      sides,
      fc.constantFrom("lottery", "largest"),
      seeds,
      (plan, shape, proposing, ties, seed) => {
        const market = marketOf(plan);
        const preferences = drawPreferences(market, shape);
        const result = stableMatching(market, preferences, { proposing, ties, seed });
        const check = checkStability(market, preferences, result.assignment);
        expect(check.violations).toEqual([]);
        expect([result.total, result.matched]).toEqual([check.total, check.matched]);
        expect([result.proposing, result.ties]).toEqual([proposing, ties]);
      },
    ),
    { numRuns: 400 },
  );
});

test("it is one of the stable matchings that trying everything finds, and ties change nothing about that", () => {
  fc.assert(
    fc.property(small, shapes(["none", 1, 2]), sides, fc.constantFrom("lottery", "largest"), (plan, shape, proposing, ties) => {
      const market = marketOf(plan);
      const preferences = drawPreferences(market, shape);
      const { assignment, total } = stableMatching(market, preferences, { proposing, ties, seed: shape.seed });
      expect(stableMatchingsByTrying(market, preferences)).toContainEqual([...assignment]);
      expect(total).toBe(totalOf(market, assignment));
    }),
    { numRuns: 300 },
  );
});

test("with mentees proposing, no mentee does better in any stable matching, and no mentor does worse", () => {
  fc.assert(
    fc.property(small, shapes(["none"]), (plan, shape) => {
      const market = marketOf(plan);
      const preferences = drawPreferences(market, shape);
      const { assignment } = stableMatching(market, preferences, options);
      for (const other of stableMatchingsByTrying(market, preferences)) {
        for (const mentee of people(market.menteeCount)) {
          expect(rankOfOwn(market, preferences, assignment, mentee)).toBeLessThanOrEqual(rankOfOwn(market, preferences, other, mentee));
        }
        for (const mentor of people(market.mentorCount)) {
          const [own, others] = [ranksOfHeld(market, preferences, assignment, mentor), ranksOfHeld(market, preferences, other, mentor)];
          expect(own).toHaveLength(others.length);
          own.forEach((rank, k) => expect(rank).toBeGreaterThanOrEqual(others[k]!));
        }
      }
    }),
    { numRuns: 300 },
  );
});

test("with mentors proposing, no mentor does better in any stable matching, and no mentee does worse", () => {
  fc.assert(
    fc.property(small, shapes(["none"]), (plan, shape) => {
      const market = marketOf(plan);
      const preferences = drawPreferences(market, shape);
      const { assignment } = stableMatching(market, preferences, { ...options, proposing: "mentors" });
      for (const other of stableMatchingsByTrying(market, preferences)) {
        for (const mentee of people(market.menteeCount)) {
          expect(rankOfOwn(market, preferences, assignment, mentee)).toBeGreaterThanOrEqual(rankOfOwn(market, preferences, other, mentee));
        }
        for (const mentor of people(market.mentorCount)) {
          const others = ranksOfHeld(market, preferences, other, mentor);
          ranksOfHeld(market, preferences, assignment, mentor).forEach((rank, k) => expect(rank).toBeLessThanOrEqual(others[k]!));
        }
      }
    }),
    { numRuns: 300 },
  );
});

test("without ties every stable matching has the same people, and mentors with free places the same mentees (rural hospitals)", () => {
  fc.assert(
    fc.property(marketPlans({ mentees: 25, mentors: 10 }), shapes(["none"]), (plan, shape) => {
      const market = marketOf(plan);
      const preferences = drawPreferences(market, shape);
      const [one, other] = (["mentees", "mentors"] as const).map((proposing) =>
        stableMatching(market, preferences, { ...options, proposing }),
      );
      const menteesOf = (assignment: Int32Array, mentor: number) =>
        people(market.menteeCount).filter((mentee) => assignment[mentee] === mentor);
      for (const mentee of people(market.menteeCount)) expect(one!.assignment[mentee]! < 0).toBe(other!.assignment[mentee]! < 0);
      for (const mentor of people(market.mentorCount)) {
        const [held, heldThere] = [menteesOf(one!.assignment, mentor), menteesOf(other!.assignment, mentor)];
        expect(held).toHaveLength(heldThere.length);
        if (held.length < market.capacity[mentor]!) expect(held).toEqual(heldThere);
      }
    }),
    { numRuns: 300 },
  );
});

/** Every list that one could hand in instead: some of the candidates, in any order. */
function* otherLists(candidates: readonly number[]): Generator<readonly number[]> {
  yield [];
  for (const first of candidates) for (const rest of otherLists(candidates.filter((one) => one !== first))) yield [first, ...rest];
}

test("with mentees proposing, no mentee gains by handing in another list, in another order or shorter", () => {
  fc.assert(
    fc.property(marketPlans({ mentees: 4, mentors: 3 }), shapes(["none", 2]), (plan, shape) => {
      const market = marketOf(plan);
      const honest = drawPreferences(market, shape);
      const { assignment } = stableMatching(market, honest, options);
      for (const mentee of people(market.menteeCount)) {
        const [from, to] = [market.ptr[mentee]!, market.ptr[mentee + 1]!];
        const best = rankOfOwn(market, honest, assignment, mentee);
        for (const list of otherLists(people(to - from))) {
          const menteeRank = honest.menteeRank.slice().fill(0, from, to);
          list.forEach((k, place) => (menteeRank[from + k] = place + 1));
          const got = stableMatching(market, { ...honest, menteeRank }, options).assignment;
          // By what she really thinks; whom she really refuses is no gain.
          const rank = rankOfOwn(market, honest, got, mentee);
          expect(rank === 0 ? Infinity : rank).toBeGreaterThanOrEqual(best);
        }
      }
    }),
    { numRuns: 150 },
  );
});

function keyed(plan: MarketPlan, menteeOrder: readonly number[], mentorOrder: readonly number[]): Market {
  const [menteeAt, mentorAt] = [menteeOrder, mentorOrder].map((order) => new Map(order.map((person, place) => [person, place])));
  const moved = ({ mentee, mentor }: { mentee: number; mentor: number }) => ({
    mentee: menteeAt!.get(mentee)!,
    mentor: mentorAt!.get(mentor)!,
  });
  return marketFromPairs({
    menteeCount: plan.menteeCount,
    capacity: mentorOrder.map((mentor) => plan.capacity[mentor]!),
    pairs: plan.pairs.map((pair) => ({ ...moved(pair), weight: pair.weight })).toReversed(),
    locked: plan.locked.map(moved),
    forbidden: plan.forbidden.map(moved),
    menteeKeys: menteeOrder.map((person) => `mentee ${person}`),
    mentorKeys: mentorOrder.map((person) => `mentor ${person}`),
  });
}

test("the order of the lists makes no difference where people have keys, nor does a second run", () => {
  fc.assert(
    fc.property(
      marketPlans({ mentees: 12, mentors: 8 }),
      fc.constantFrom(1, 2, 4),
      sides,
      fc.constantFrom("lottery", "largest"),
      seeds,
      (plan, ties, proposing, how, seed) => {
        const rankBetween = (mentee: number, mentor: number, side: number) => 1 + ((7 * mentee + 5 * mentor + 3 * side) % (ties + 1));
        const run = (menteeOrder: readonly number[], mentorOrder: readonly number[]) => {
          const market = keyed(plan, menteeOrder, mentorOrder);
          const menteeOf = people(market.menteeCount).flatMap((i) =>
            people(market.ptr[i + 1]! - market.ptr[i]!).map(() => menteeOrder[i]!),
          );
          const rank = (side: number) => market.col.map((mentor, e) => rankBetween(menteeOf[e]!, mentorOrder[mentor]!, side));
          const { assignment } = stableMatching(market, { menteeRank: rank(0), mentorRank: rank(1) }, { proposing, ties: how, seed });
          return menteeOrder
            .map((mentee, place) => [mentee, assignment[place]! < 0 ? -1 : mentorOrder[assignment[place]!]!] as const)
            .toSorted(([a], [b]) => a - b);
        };
        const [mentees, mentors] = [people(plan.menteeCount), people(plan.capacity.length)];
        const straight = run(mentees, mentors);
        expect(run(mentees.toReversed(), mentors.toReversed())).toEqual(straight);
        expect(run(mentees, mentors)).toEqual(straight);
      },
    ),
    { numRuns: 200 },
  );
});

const couple = (menteeCount: number, capacity: number[], pairs: [number, number, number, number][]): [Market, Preferences] => {
  const market = marketFromPairs({
    menteeCount,
    capacity,
    pairs: pairs.map(([mentee, mentor]) => ({ mentee, mentor, weight: 10 * mentee + mentor })),
  });
  return [market, { menteeRank: Int32Array.from(pairs, (pair) => pair[2]), mentorRank: Int32Array.from(pairs, (pair) => pair[3]) }];
};

test("two who like each other's second best: whoever proposes gets the better one", () => {
  const [market, preferences] = couple(
    2,
    [1, 1],
    [
      [0, 0, 1, 2],
      [0, 1, 2, 1],
      [1, 0, 2, 1],
      [1, 1, 1, 2],
    ],
  );
  const forMentees = stableMatching(market, preferences, options);
  expect(forMentees).toMatchObject({ total: 11, matched: 2, proposals: 2, largest: null, proposing: "mentees", ties: "lottery" });
  expect([...forMentees.assignment]).toEqual([0, 1]);
  expect(forMentees.ranks).toEqual({
    mentees: { ranks: [{ rank: 1, pairs: 2 }], unranked: 0 },
    mentors: { ranks: [{ rank: 2, pairs: 2 }], unranked: 0 },
  });
  const forMentors = stableMatching(market, preferences, { ...options, proposing: "mentors" });
  expect([...forMentors.assignment]).toEqual([1, 0]);
  expect(forMentors.ranks.mentees.ranks).toEqual([{ rank: 2, pairs: 2 }]);
});

test("ranks are counted as they were given, however large", () => {
  const given = [1, 1_023, 1_024, 1_024, 1_000_000_000];
  const [market, preferences] = couple(
    given.length,
    given.map(() => 1),
    given.map((rank, k) => [k, k, rank, 3]),
  );
  expect(stableMatching(market, preferences, options).ranks).toEqual({
    mentees: {
      ranks: [
        { rank: 1, pairs: 1 },
        { rank: 1_023, pairs: 1 },
        { rank: 1_024, pairs: 2 },
        { rank: 1_000_000_000, pairs: 1 },
      ],
      unranked: 0,
    },
    mentors: { ranks: [{ rank: 3, pairs: 5 }], unranked: 0 },
  });
});

test("a locked pair stands outside: it takes a place, and its ranks need not be there", () => {
  const market = marketFromPairs({
    menteeCount: 3,
    capacity: [2],
    pairs: [0, 1, 2].map((mentee) => ({ mentee, mentor: 0, weight: 5 })),
    locked: [{ mentee: 2, mentor: 0 }],
  });
  const preferences = { menteeRank: Int32Array.of(4, 4, 0), mentorRank: Int32Array.of(2, 1, 0) };
  for (const proposing of ["mentees", "mentors"] as const) {
    for (const ties of ["lottery", "largest"] as const) {
      const result = stableMatching(market, preferences, { proposing, ties, seed: 1 });
      expect([...result.assignment]).toEqual([-1, 0, 0]);
      expect(result.ranks.mentees).toEqual({ ranks: [{ rank: 4, pairs: 1 }], unranked: 1 });
      expect(result.ranks.mentors).toEqual({ ranks: [{ rank: 1, pairs: 1 }], unranked: 1 });
    }
  }
});

test("edges: nobody, no places, everyone refused, one mentor for all with far more places than people", () => {
  for (const ties of ["lottery", "largest"] as const) {
    for (const proposing of ["mentees", "mentors"] as const) {
      const how = { proposing, ties, seed: "edge" };
      const nobody = stableMatching(...couple(0, [], []), how);
      expect([nobody.matched, nobody.total, nobody.proposals]).toEqual([0, 0, 0]);
      expect([...stableMatching(...couple(1, [0], [[0, 0, 1, 1]]), how).assignment]).toEqual([-1]);
      for (const refused of [
        [0, 0, 1, 0],
        [0, 0, 0, 1],
      ] as [number, number, number, number][]) {
        const result = stableMatching(...couple(1, [1], [refused]), how);
        expect([result.matched, result.proposals]).toEqual([0, 0]);
      }
      const all = couple(
        60,
        [2_000_000_000],
        people(60).map((mentee) => [mentee, 0, 1, 1]),
      );
      expect(stableMatching(...all, how).matched).toBe(60);
      const some = couple(
        60,
        [20],
        people(60).map((mentee) => [mentee, 0, 1, 60 - mentee]),
      );
      expect([...stableMatching(...some, how).assignment].map((mentor) => mentor + 1).join("")).toBe("0".repeat(40) + "1".repeat(20));
    }
  }
});

test("among equals the published lottery decides, the same for everyone", () => {
  const keys = { menteeKeys: ["ada", "ben", "cleo"], mentorKeys: ["x", "y", "z"] };
  for (const seed of people(20)) {
    // Three mentees for one place, and one mentee between three mentors.
    const three = people(3).map((mentee) => ({ mentee, mentor: 0, weight: 1 }));
    const asked = marketFromPairs({ menteeCount: 3, capacity: [1, 1, 1], pairs: three, ...keys });
    const equal = { menteeRank: Int32Array.of(1, 1, 1), mentorRank: Int32Array.of(1, 1, 1) };
    const winner = lotteryOrder(3, keys.menteeKeys, seed, "mentees")[0]!;
    const choice = marketFromPairs({
      menteeCount: 3,
      capacity: [1, 1, 1],
      pairs: people(3).map((mentor) => ({ mentee: 0, mentor, weight: 1 })),
      ...keys,
    });
    const chosen = lotteryOrder(3, keys.mentorKeys, seed, "mentors")[0];
    for (const proposing of ["mentees", "mentors"] as const) {
      for (const ties of ["lottery", "largest"] as const) {
        expect([...stableMatching(asked, equal, { proposing, ties, seed }).assignment].indexOf(0)).toBe(winner);
        expect(stableMatching(choice, equal, { proposing, ties, seed }).assignment[0]).toBe(chosen);
      }
    }
    // By lot the two who lose ask once; for the largest everyone asks twice.
    expect(stableMatching(asked, equal, { ...options, seed }).proposals).toBe(3);
    expect(stableMatching(asked, equal, { ...options, ties: "largest", seed }).proposals).toBe(6);
  }
});

test("progress is told, and a cancelled matching decides nothing", () => {
  // Everyone likes everyone in the same order, so that there is much to propose.
  const [mentees, mentors] = [1_000, 700];
  const col = Int32Array.from({ length: mentees * mentors }, (_, e) => e % mentors);
  const market = marketFromRows({
    ptr: Int32Array.from({ length: mentees + 1 }, (_, mentee) => mentee * mentors),
    col,
    weight: new Int32Array(col.length),
    capacity: new Int32Array(mentors).fill(1),
  });
  const preferences = { menteeRank: col.map((mentor) => mentor + 1), mentorRank: col.map((_, e) => 1 + Math.floor(e / mentors)) };
  for (const ties of ["lottery", "largest"] as const) {
    const told: StableProgress[] = [];
    const result = stableMatching(market, preferences, { ...options, ties, onProgress: (progress) => told.push(progress) });
    expect(result.matched).toBe(700);
    expect(told[0]).toEqual({ stage: "sorting", done: 0, of: 700_000 });
    expect(told.filter(({ stage }) => stage === "sorting").map(({ done }) => done)).toEqual([0, 500_500]);
    const proposing = told.filter(({ stage }) => stage === "proposing");
    const most = ties === "lottery" ? 700_000 : 1_402_000;
    expect(proposing.every(({ done, of }) => done > 0 && done <= of && of === most)).toBe(true);
    expect(proposing.length).toBeGreaterThan(0);
    expect(told.at(-1)).toEqual({ stage: "done", done: 1, of: 1 });
  }
  for (const ties of ["lottery", "largest"] as const) {
    for (let refuseAt = 1; refuseAt <= 3; refuseAt++) {
      let asked = 0;
      const cancelled = () => ++asked === refuseAt;
      expect(() => stableMatching(market, preferences, { ...options, ties, cancelled })).toThrow(MatchingCancelled);
      expect(asked).toBe(refuseAt);
    }
  }
});

test("preferences that do not fit are refused", () => {
  const [market, preferences] = couple(1, [1], [[0, 0, 1, 1]]);
  const short = { ...preferences, mentorRank: new Int32Array(0) };
  expect(() => stableMatching(market, short, options)).toThrow(
    "mentorRank has 0 ranks for 1 candidate pairs. Give one for each, 0 where there is none.",
  );
});
