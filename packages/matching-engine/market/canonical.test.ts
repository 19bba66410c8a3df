import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Market, marketFromPairs, marketFromRows, MAX_WEIGHT, weightOf } from "../index.ts";
import { marketOf, marketPlans } from "../testing/random-markets.ts";
import { canonicalForm, largestWeight, openPlaces } from "./canonical.ts";
import { lotteryOrder } from "./lottery.ts";
import { PairLists } from "./pair-lists.ts";

const entriesOf = ({ ptr, data, stride, shift, mask }: PairLists) =>
  Array.from({ length: ptr.length - 1 }, (_, i) => {
    const list: [weight: number, person: number][] = [];
    for (let k = stride * ptr[i]!; k < stride * ptr[i + 1]!; k += stride) list.push([data[k]! >>> shift, data[k + stride - 1]! & mask]);
    return list;
  });
const byWeightThenPerson = (a: readonly [number, number], b: readonly [number, number]) => b[0] - a[0] || b[1] - a[1];

describe("the canonical form", () => {
  /** Said once more, slowly: who is open, in the order of the lottery, with the open candidates by falling weight. */
  function slowly(market: Market, seed: string) {
    const open = Array.from(market.capacity, (places, j) => places - market.locked.filter((mentor) => mentor === j).length);
    const mentees = [...lotteryOrder(market.menteeCount, market.menteeKeys, seed, "mentees")].filter((i) => market.locked[i] === -1);
    const mentors = [...lotteryOrder(market.mentorCount, market.mentorKeys, seed, "mentors")].filter((j) => open[j]! > 0);
    const rows = mentees.map((i) =>
      mentors
        .map((j, number): [number, number] => [weightOf(market, i, j), number])
        .filter(([weight]) => weight >= 0)
        .toSorted(byWeightThenPerson),
    );
    const degree = mentors.map((_, number) => rows.flat().filter(([, j]) => j === number).length);
    const places = mentors.map((j, number) => Math.min(open[j]!, degree[number]! + 1));
    const least = mentors.map((j) => Math.max(0, (market.least?.[j] ?? 0) - market.locked.filter((mentor) => mentor === j).length));
    return { rows, menteeCount: mentees.length, mentorCount: mentors.length, places, least, degree, mentees, mentors };
  }
  function quickly(market: Market, seed: string) {
    const { rows, places, least, degree, mentees, mentors, maxWeight, ...counts } = canonicalForm(market, seed);
    expect(maxWeight).toBe(Math.max(0, ...market.weight));
    expect(rows.data.length).toBe(rows.stride * rows.ptr.at(-1)!);
    const said = { ...counts, rows: entriesOf(rows), places: [...places], least: [...least] };
    return { ...said, degree: [...degree], mentees: [...mentees], mentors: [...mentors] };
  }

  test("holds who is open, as it is said slowly", () => {
    fc.assert(
      fc.property(marketPlans({ mentees: 12, mentors: 8 }), fc.string(), (plan, seed) => {
        const market = marketOf(plan);
        expect(quickly(market, seed)).toEqual(slowly(market, seed));
      }),
      { numRuns: 300 },
    );
  });

  test("holds long lists, narrow and wide, and what mentors must have beside their locks", () => {
    for (const largest of [3, MAX_WEIGHT]) {
      const mentors = Array.from({ length: 90 }, (_, j) => j);
      const pairs = mentors.map((mentor) => ({ mentee: 0, mentor, weight: (mentor * 7919) % 11 === 0 ? largest : mentor % 4 }));
      const more = [1, 2, 3].flatMap((mentee) => mentors.slice(0, 5).map((mentor) => ({ mentee, mentor, weight: mentor % 3 })));
      const locked = [1, 2].map((mentee) => ({ mentee, mentor: 4 }));
      const least = mentors.map((mentor) => ({ 3: 2, 4: 3, 5: 1 })[mentor] ?? 0);
      const market = marketFromPairs({ menteeCount: 4, capacity: mentors.map(() => 3), least, pairs: [...pairs, ...more], locked });
      expect(quickly(market, "long")).toEqual(slowly(market, "long"));
    }
  });

  test("knows the places that no lock takes, and the largest weight, also of a pair that is not open", () => {
    const pairs = [5, 9, 9, 2].map((weight, mentee) => ({ mentee, mentor: mentee % 2, weight }));
    const market = marketFromPairs({ menteeCount: 4, capacity: [2, 1], pairs, locked: [{ mentee: 1, mentor: 1 }] });
    expect([...openPlaces(market)]).toEqual([2, 0]);
    expect([...market.capacity]).toEqual([2, 1]);
    expect(largestWeight(market)).toBe(9);
    expect(largestWeight(marketFromPairs({ menteeCount: 1, capacity: [1], pairs: [] }))).toBe(0);
  });
});

describe("lists of weighted pairs", () => {
  test.each([
    // [people, largest weight, stride, bits of the person]
    [1, 2 ** 31 - 1, 1, 1],
    [2, 2 ** 31 - 1, 1, 1],
    [3, 2 ** 30 - 1, 1, 2],
    [3, 2 ** 30, 2, 0],
    [1024, 2 ** 22 - 1, 1, 10],
    [1025, 2 ** 22 - 1, 2, 0],
    [0, 0, 1, 1],
  ])("of %i people with weights to %i take %i numbers a pair", (people, largest, stride, shift) => {
    const lists = new PairLists(Int32Array.of(0, 2), 2, people, largest);
    expect(lists).toMatchObject({ stride, shift, mask: stride === 1 ? 2 ** shift - 1 : -1 });
    expect(lists.data.length).toBe(2 * stride);
    lists.set(0, largest, Math.max(0, people - 1));
    lists.set(1, 0, 0);
    expect(entriesOf(lists)).toEqual([
      [
        [largest, Math.max(0, people - 1)],
        [0, 0],
      ],
    ]);
  });

  test.each([
    ["narrow", 2 ** 22 - 1],
    ["wide", MAX_WEIGHT],
  ])("%s ones are sorted by falling weight and then number, and nothing beside them moves", (_, largest) => {
    const entry = fc.tuple(fc.constantFrom(0, 1, 2, 3, largest - 1, largest), fc.integer({ min: 0, max: 1023 }));
    const lengths = fc.constantFrom(0, 1, 2, 3, 10, 63, 64, 65, 100);
    const list = lengths.chain((length) => fc.array(entry, { minLength: length, maxLength: length }));
    fc.assert(
      fc.property(fc.tuple(fc.array(entry, { maxLength: 3 }), list, fc.array(entry, { maxLength: 3 })), (parts) => {
        const [before, middle, after] = parts;
        const ptr = Int32Array.of(0, before.length, before.length + middle.length, parts.flat().length);
        const lists = new PairLists(ptr, ptr[3]!, 1024, largest);
        for (const [at, [weight, person]] of parts.flat().entries()) lists.set(at, weight, person);
        lists.sort(ptr[1]!, ptr[2]!);
        expect(entriesOf(lists)).toEqual([before, middle.toSorted(byWeightThenPerson), after]);
      }),
      { numRuns: 400 },
    );
  });
});

describe("what goes into a market stays what it was", () => {
  const terms = { menteeCount: 2, capacity: [0, 2], pairs: [] };

  test("keys and least numbers are kept, nothing is made up", () => {
    const plain = marketFromPairs(terms);
    expect(plain).toMatchObject({ menteeKeys: null, mentorKeys: null });
    expect("least" in plain).toBe(false);
    expect("least" in marketFromPairs({ ...terms, least: [0, 0] })).toBe(false);
    const keyed = marketFromPairs({ ...terms, menteeKeys: ["a", "b"], mentorKeys: ["c", "d"], least: [0, 2] });
    expect(keyed).toMatchObject({ menteeKeys: ["a", "b"], mentorKeys: ["c", "d"] });
    expect([...keyed.least!]).toEqual([0, 2]);
  });

  test("rows are taken over where nothing changes them, also where somebody has no candidates; weights at both ends are good", () => {
    const rows = { ptr: Int32Array.of(0, 0, 2), col: Int32Array.of(0, 1), weight: Int32Array.of(0, MAX_WEIGHT) };
    const lock = { mentee: 1, mentor: 1 };
    for (const market of [
      marketFromRows({ ...rows, capacity: [1, 1] }),
      marketFromRows({ ...rows, capacity: [1, 1], locked: [lock], forbidden: [] }),
    ]) {
      expect(market.ptr).toBe(rows.ptr);
      expect(market.col).toBe(rows.col);
      expect(market.weight).toBe(rows.weight);
    }
  });

  test("forbidden and locked pairs change the rows together or alone", () => {
    const rows = { ptr: Int32Array.of(0, 2, 4), col: Int32Array.of(0, 1, 0, 1), weight: Int32Array.of(1, 2, 3, 4), capacity: [2, 2, 2] };
    const rowsOf = ({ ptr, col, weight }: Market) => [[...ptr], [...col], [...weight]];
    const [forbidden, locked] = [[0, 1].map((mentor) => ({ mentee: 0, mentor })), [{ mentee: 1, mentor: 2 }]];
    expect(rowsOf(marketFromRows({ ...rows, forbidden }))).toEqual([
      [0, 0, 2],
      [0, 1],
      [3, 4],
    ]);
    expect(rowsOf(marketFromRows({ ...rows, locked }))).toEqual([
      [0, 2, 5],
      [0, 1, 0, 1, 2],
      [1, 2, 3, 4, 0],
    ]);
    expect(rowsOf(marketFromRows({ ...rows, locked, forbidden }))).toEqual([
      [0, 0, 3],
      [0, 1, 2],
      [3, 4, 0],
    ]);
  });

  test("two million people are not too many", () => {
    expect(marketFromPairs({ menteeCount: 2 ** 21, capacity: [], pairs: [] }).menteeCount).toBe(2 ** 21);
    expect(marketFromPairs({ menteeCount: 0, capacity: [], pairs: [] }).menteeCount).toBe(0);
  });
});
