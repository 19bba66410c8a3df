import fc from "fast-check";
import { expect, test } from "vitest";
import {
  checkCertificate,
  type Market,
  MarketError,
  marketFromPairs,
  maximumWeightMatching,
  type Objective,
  openMatching,
  type OpenMatching,
} from "../../index.ts";
import { drawPlan, marketPlans, randomFrom } from "../../testing/random-markets.ts";

/** Makes one random change; returns false where the market refuses it. */
function change(open: OpenMatching, market: Market, random: () => number): string | null {
  const below = (count: number) => Math.floor(random() * count);
  const mentee = below(market.menteeCount);
  const mentor = below(market.mentorCount);
  const row = () =>
    [...market.capacity.keys()].filter(() => random() < 0.5).map((of) => ({ mentor: of, weight: below(random() < 0.3 ? 3 : 101) }));
  const acts: [string, () => void][] = [
    ["join", () => open.join(row())],
    ["leave", () => open.leave(mentee)],
    ["pin", () => open.pin(mentee, mentor, below(50))],
    ["unpin", () => open.unpin(mentee)],
    ["setPlaces", () => open.setPlaces(mentor, below(4))],
    ["changeRow", () => open.changeRow(mentee, row())],
  ];
  const [name, act] = acts[below(acts.length)]!;
  try {
    act();
    return name;
  } catch (error) {
    if (error instanceof MarketError) return null;
    throw error;
  }
}

function expectBest(open: OpenMatching, objective: Objective): void {
  const [market, result] = [open.toMarket(), open.toResult()];
  expect(checkCertificate(market, result).violations).toEqual([]);
  const anew = maximumWeightMatching(market, { objective, seed: 1 });
  expect([result.total, objective === "most-people" ? result.matched : 0]).toEqual([
    anew.total,
    objective === "most-people" ? anew.matched : 0,
  ]);
  expect([open.total, open.matched]).toEqual([result.total, result.matched]);
  expect([...result.assignment]).toEqual([...result.assignment.keys()].map((mentee) => open.mentorOf(mentee)));
}

test("after every change the matching is the best again, as if solved anew, and proven", () => {
  const done = new Map<string, number>();
  fc.assert(
    fc.property(
      marketPlans({ mentees: 10, mentors: 5 }),
      fc.constantFrom<Objective>("most-good", "most-people"),
      fc.nat(),
      fc.boolean(),
      (plan, objective, seed, hasLeast) => {
        const random = randomFrom(seed);
        const least = plan.capacity.map((places) => (hasLeast && random() < 0.5 ? Math.min(1, places) : 0));
        const start = marketFromPairs({ ...plan, least });
        if (start.mentorCount === 0 || start.menteeCount === 0) return;
        let open: OpenMatching;
        try {
          open = openMatching(start, maximumWeightMatching(start, { objective, seed: 1 }));
        } catch (error) {
          expect((error as MarketError).problem).toBe("least-not-reachable");
          return;
        }
        for (let step = 0; step < 25; step++) {
          const before = open.toMarket();
          const name = change(open, before, random);
          if (name === null) expect(same(open.toMarket(), before)).toBe(true);
          else done.set(`${name}${hasLeast ? " with least" : ""}`, (done.get(`${name}${hasLeast ? " with least" : ""}`) ?? 0) + 1);
          expectBest(open, objective);
        }
      },
    ),
    { numRuns: 150 },
  );
  expect(done.size).toBe(12);
  for (const count of done.values()) expect(count).toBeGreaterThan(10);
});

/** The same people, places, pins and pairs, whatever the order of a row. */
function same(one: Market, other: Market): boolean {
  const plain = (market: Market) => ({
    ...market,
    capacity: [...market.capacity],
    least: [...(market.least ?? [])],
    locked: [...market.locked],
    ptr: [...market.ptr],
    col: [],
    weight: [],
    rows: [...market.locked.keys()].map((i) => {
      const [from, to] = [market.ptr[i]!, market.ptr[i + 1]!];
      return [...market.col.subarray(from, to)].map((mentor, k) => `${mentor}:${market.weight[from + k]}`).toSorted();
    }),
  });
  return JSON.stringify(plain(one)) === JSON.stringify(plain(other));
}

test("larger markets stay the best through many changes", () => {
  const shape = { menteeCount: 150, mentorCount: 40, mostPlaces: 5, density: 0.3, lockedShare: 0.1, forbiddenShare: 0 };
  for (const [seed, mostWeight] of [3, 40, 10_000].entries()) {
    const market = marketFromPairs(drawPlan({ ...shape, mostWeight, seed }));
    for (const objective of ["most-good", "most-people"] as const) {
      const open = openMatching(market, maximumWeightMatching(market, { objective, seed: 1 }));
      const random = randomFrom(seed + 7);
      for (let step = 0; step < 60; step++) change(open, open.toMarket(), random);
      expect(open.matched).toBeGreaterThan(50);
      expectBest(open, objective);
    }
  }
});

const pairs = [
  { mentee: 0, mentor: 0, weight: 90 },
  { mentee: 1, mentor: 0, weight: 80 },
  { mentee: 1, mentor: 1, weight: 10 },
];

test("people come, go, are pinned and let go; the others move as far as that pays", () => {
  const open = openMatching(marketFromPairs({ menteeCount: 2, capacity: [1, 1], pairs }));
  const now = () => [[0, 1, 2].map((mentee) => open.mentorOf(mentee)), open.total, open.matched];
  expect(now()).toEqual([[0, 1, -1], 100, 2]);
  expect(open.join([{ mentor: 0, weight: 100 }])).toBe(2);
  expect(now()).toEqual([[-1, 1, 0], 110, 2]);
  open.pin(1, 0);
  expect(now()).toEqual([[-1, 0, -1], 80, 1]);
  open.unpin(1);
  expect(now()).toEqual([[-1, 1, 0], 110, 2]);
  open.setPlaces(0, 3);
  expect(now()).toEqual([[0, 0, 0], 270, 3]);
  open.pin(2, 1, 7);
  expect(now()).toEqual([[0, 0, 1], 177, 3]);
  open.leave(0);
  open.changeRow(1, [{ mentor: 1, weight: 500 }]);
  expect(now()).toEqual([[-1, -1, 1], 7, 1]);
  open.unpin(2);
  expect(now()).toEqual([[-1, 1, 0], 600, 2]);
  expect([...open.toMarket().col]).toEqual([1, 0]);
});

test.each<[string, (open: OpenMatching) => unknown, string]>([
  ["nobody of this number", (open) => open.leave(2), "There is no mentee 2"],
  ["no such mentor", (open) => open.join([{ mentor: 2, weight: 1 }]), "There is no mentor 2"],
  ["a weight that is none", (open) => open.changeRow(0, [{ mentor: 1, weight: -1 }]), "is -1. Give a whole number"],
  [
    "a mentor twice",
    (open) =>
      open.join([
        { mentor: 1, weight: 1 },
        { mentor: 1, weight: 2 },
      ]),
    "listed twice",
  ],
  ["unpinning who is not pinned", (open) => open.unpin(0), "Mentee 0 is not pinned"],
  ["places that are none", (open) => open.setPlaces(0, 0.5), "Mentor 0 has 0.5 places. Give a whole number from 0 up."],
  ["fewer places than she must have mentees", (open) => open.setPlaces(0, 0), "Mentor 0 must have 1 mentees at the least"],
  ["leaving a mentor who must have somebody", (open) => [open.leave(1), open.leave(0)], "This would leave mentor 0 with fewer mentees"],
])("refused, and nothing is changed: %s", (name, act, sentence) => {
  const open = openMatching(marketFromPairs({ menteeCount: 2, capacity: [1, 1], least: [1, 0], pairs }));
  expect(() => act(open)).toThrow(sentence);
  expect([open.mentorOf(0), open.total]).toEqual([0, name.startsWith("leaving") ? 90 : 100]);
  expectBest(open, "most-good");
});

test("pins that contradict each other or the places are refused", () => {
  const open = openMatching(marketFromPairs({ menteeCount: 2, capacity: [1, 1], pairs }));
  open.pin(0, 0);
  open.pin(0, 0);
  expect(() => open.pin(0, 1)).toThrow("Mentee 0 is pinned to mentor 0. Unpin her before she is pinned to mentor 1.");
  expect(() => open.pin(1, 0)).toThrow("All 1 places of mentor 0 are pinned.");
  expect(() => open.setPlaces(0, 0)).toThrow("Mentor 0 has 0 places and 1 pinned pairs.");
  expect([open.total, open.matched]).toEqual([100, 2]);
});

test("whoever cannot go from a mentor who must have her keeps her candidates as they were", () => {
  const only = (mentee: number, of: typeof pairs = pairs) => {
    const open = openMatching(marketFromPairs({ menteeCount: 2, capacity: [1, 1], least: [1, 0], pairs: of }));
    open.leave(1 - mentee);
    const before = open.toMarket();
    const refused = (act: () => void) => {
      expect(act).toThrow("This would leave mentor 0 with fewer mentees than they must have, and nobody else can come instead.");
      expect(same(open.toMarket(), before)).toBe(true);
      expect([open.mentorOf(mentee), open.matched]).toEqual([0, 1]);
      expectBest(open, "most-good");
    };
    return { open, refused };
  };
  // To a mentor who is no candidate of hers, and to one who is.
  const first = only(0);
  first.refused(() => first.open.pin(0, 1, 7));
  first.refused(() => first.open.changeRow(0, [{ mentor: 1, weight: 500 }]));
  const second = only(1);
  second.refused(() => second.open.pin(1, 1, 7));
  second.refused(() => second.open.changeRow(1, []));
});

test("places are whole numbers from 0 to below 2^31", () => {
  const open = openMatching(marketFromPairs({ menteeCount: 2, capacity: [1, 1], pairs }));
  for (const places of [-1, 0.5, 2 ** 31, Number.NaN]) {
    expect(() => open.setPlaces(0, places)).toThrow(`Mentor 0 has ${places} places. Give a whole number from 0 up.`);
  }
  open.setPlaces(0, 2 ** 31 - 1);
  expect(open.total).toBe(170);
  open.setPlaces(0, 0);
  expect(open.total).toBe(10);
});

test("a price below 0 is told as it is", () => {
  const start = marketFromPairs({
    menteeCount: 1,
    capacity: [1, 1],
    least: [1, 0],
    pairs: [
      { mentee: 0, mentor: 0, weight: 0 },
      { mentee: 0, mentor: 1, weight: 9 },
    ],
  });
  const result = maximumWeightMatching(start, { seed: 1 });
  expect([...result.prices]).toEqual([-9, 0]);
  expect([...openMatching(start, result).toResult().prices]).toEqual([-9, 0]);
});

test("an error about a weight names the two whom it is about", () => {
  const open = openMatching(marketFromPairs({ menteeCount: 2, capacity: [1, 1], pairs }));
  expect(() => open.changeRow(1, [{ mentor: 1, weight: -1 }])).toThrow(expect.objectContaining({ mentee: 1, mentor: 1 }));
});
