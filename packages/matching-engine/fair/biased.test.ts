import { expect, test } from "vitest";
import { checkFair, fairMatching, type FairRule, marketFromRows, maximumWeightMatching, tradeOffs } from "../index.ts";
import { randomFrom } from "../testing/random-markets.ts";

/** Places for 58 of 100; the weights of the groups are good, good, less good and bad, as where rules were learned from a biased past. */
function biasedMarket(menteeCount: number, factors = [1, 1, 0.86, 0.79]) {
  const random = randomFrom(11);
  const mentorCount = menteeCount / 4;
  const [perMentee, places] = [20, Math.round(menteeCount * 0.58)];
  const capacity = Array.from(
    { length: mentorCount },
    (_, j) => Math.floor(((j + 1) * places) / mentorCount) - Math.floor((j * places) / mentorCount),
  );
  const groupOf = Array.from({ length: menteeCount }, (_, i) => i % 4);
  const [col, weight]: [number[], number[]] = [[], []];
  for (const group of groupOf) {
    const mentors = new Set<number>();
    while (mentors.size < perMentee) mentors.add(Math.floor(random() * mentorCount));
    for (const mentor of mentors) {
      col.push(mentor);
      weight.push(Math.floor(10_000 * random() * factors[group]!));
    }
  }
  const ptr = Int32Array.from({ length: menteeCount + 1 }, (_, i) => i * perMentee);
  return { market: marketFromRows({ ptr, col: Int32Array.from(col), weight: Int32Array.from(weight), capacity }), groupOf };
}

const { market, groupOf } = biasedMarket(800);
const percent = (share: number | null): number => Math.round(100 * share!);

test("a biased market comes out equal, with as many matches, at a small price, and proven", () => {
  const rule: FairRule = { rule: "coverage", groupOf };
  const found = fairMatching(market, { ...rule, seed: 1 });
  expect(found.groups.map(({ before }) => percent(before.coverage))).toEqual([96, 93, 41, 3]);
  expect(found.groups.map(({ after }) => percent(after.coverage))).toEqual([58, 58, 58, 58]);
  expect(found.groups.map(({ group, size, attainable }) => [group, size, attainable])).toEqual([0, 1, 2, 3].map((g) => [g, 200, 200]));
  expect(found.matched).toBe(464);
  expect(found.matched).toBe(maximumWeightMatching(market, { seed: 1 }).matched);
  expect(found.price.matches).toBe(0);
  expect(found.price.total).toBeGreaterThan(0.04);
  expect(found.price.total).toBeLessThan(0.05);
  expect(checkFair(market, rule, found)).toEqual([]);
});

test("parity within points leaves each group so much nearer to its numbers before, and costs less", () => {
  const totals = [0, 5, 10, 30, 100].map((points) => {
    const rule: FairRule = { rule: "parity", groupOf, points };
    const found = fairMatching(market, { ...rule, seed: 1 });
    expect(found.matched).toBe(464);
    for (const { after } of found.groups) expect(Math.abs(after.matched - 116)).toBeLessThanOrEqual(2 * points);
    expect(checkFair(market, rule, found)).toEqual([]);
    return found.total;
  });
  expect(totals.toSorted((a, b) => a - b)).toEqual(totals);
  expect(new Set(totals).size).toBe(5);
  expect(totals[0]).toBe(fairMatching(market, { rule: "coverage", groupOf, seed: 1 }).total);
  expect(totals[4]).toBe(maximumWeightMatching(market, { seed: 1, objective: "most-people" }).total);
});

test("the curve has a point for each step, each proven", () => {
  const curve = tradeOffs(market, { groupOf, steps: 8, seed: 1 });
  expect(curve.length).toBe(9);
  for (const point of curve) {
    const { rule, total, assignment } = point;
    const asked = fairMatching(market, { ...rule, seed: 1 });
    expect(asked).toMatchObject({ total, assignment, price: point.price });
    expect(checkFair(market, rule, asked)).toEqual([]);
    for (const [g, share] of point.coverage.entries())
      expect(share).toBeGreaterThanOrEqual(Math.min(rule.share, [0.58, 0.58, 0.58, 0.58][g]!));
  }
});

test("with keys a fair matching does not depend on the order of the lists", () => {
  const small = biasedMarket(80);
  const reversed = marketFromRows({
    ptr: small.market.ptr,
    col: small.market.col.toReversed().map((mentor) => 19 - mentor),
    weight: small.market.weight.toReversed(),
    capacity: small.market.capacity.toReversed(),
    menteeKeys: small.groupOf.map((_, i) => `mentee-${79 - i}`),
    mentorKeys: Array.from({ length: 20 }, (_, j) => `mentor-${19 - j}`),
  });
  const keyed = {
    ...small.market,
    menteeKeys: small.groupOf.map((_, i) => `mentee-${i}`),
    mentorKeys: Array.from({ length: 20 }, (_, j) => `mentor-${j}`),
  };
  for (const rule of [{ rule: "coverage" }, { rule: "parity", points: 20 }, { rule: "at-least", share: 0.4 }] as const) {
    const one = fairMatching(keyed, { ...rule, groupOf: small.groupOf, seed: 3 });
    const other = fairMatching(reversed, { ...rule, groupOf: small.groupOf.toReversed(), seed: 3 });
    expect(other.assignment.toReversed().map((mentor) => (mentor < 0 ? -1 : 19 - mentor))).toEqual(one.assignment);
  }
});

test("a market in which hundreds are lacking to what is fair is as exact", () => {
  const large = biasedMarket(3_200);
  for (const rule of [{ rule: "coverage" }, { rule: "at-least", share: 0.5 }] as const) {
    const found = fairMatching(large.market, { ...rule, groupOf: large.groupOf, seed: 1 });
    expect(checkFair(large.market, { ...rule, groupOf: large.groupOf }, found)).toEqual([]);
    for (const { after } of found.groups) expect(after.matched).toBeGreaterThanOrEqual(rule.rule === "coverage" ? 464 : 400);
  }
});
