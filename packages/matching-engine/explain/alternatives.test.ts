import fc from "fast-check";
import { expect, test } from "vitest";
import { type Alternative, alternatives, type Market, type MatchingResult, maximumWeightMatching, type Objective } from "../index.ts";
import { marketOf, type MarketPlan, marketPlans } from "../testing/random-markets.ts";

const objectives = fc.constantFrom<Objective>("most-good", "most-people");
const openPlaces = (market: Market, mentor: number) => market.capacity[mentor]! - market.locked.filter((of) => of === mentor).length;

/** Carries out the moves and looks at what comes of them. */
function after(moves: Alternative["moves"], market: Market, result: MatchingResult) {
  const assignment = [...result.assignment];
  for (const { mentee, from } of moves) expect(result.assignment[mentee]).toBe(from);
  for (const { mentee, to } of moves) assignment[mentee] = to;
  expect(new Set(moves.map(({ mentee }) => mentee)).size).toBe(moves.length);
  market.capacity.forEach((places, mentor) => expect(assignment.filter((of) => of === mentor).length).toBeLessThanOrEqual(places));
  let total = 0;
  assignment.forEach((mentor, mentee) => {
    if (market.locked[mentee]! >= 0) expect(mentor).toBe(market.locked[mentee]);
    if (mentor < 0) return;
    const e = market.col.indexOf(mentor, market.ptr[mentee]);
    expect(e >= market.ptr[mentee]! && e < market.ptr[mentee + 1]!).toBe(true);
    total += market.weight[e]!;
  });
  return { total, matched: assignment.filter((mentor) => mentor >= 0).length };
}

function solveWith(plan: MarketPlan, pair: { mentee: number; mentor: number }, objective: Objective) {
  return maximumWeightMatching(marketOf({ ...plan, locked: [...plan.locked, pair] }), { objective, seed: 1 });
}

test("what an alternative costs is what solving again with the pair locked loses, and its moves carry it out", () => {
  let compared = 0;
  fc.assert(
    fc.property(marketPlans({ mentees: 9, mentors: 6 }), objectives, (plan, objective) => {
      const market = marketOf(plan);
      const result = maximumWeightMatching(market, { objective, seed: 1 });
      const ask = alternatives(market, result);
      for (let mentee = 0; mentee < market.menteeCount; mentee++) {
        for (const mentor of market.col.subarray(market.ptr[mentee], market.ptr[mentee + 1])) {
          const found = ask.ofPair(mentee, mentor);
          if (market.locked[mentee]! >= 0 ? market.locked[mentee] !== mentor : openPlaces(market, mentor) <= 0) {
            expect(found).toBeNull();
            continue;
          }
          const again = solveWith(plan, { mentee, mentor }, objective);
          expect(found).toMatchObject({ mentee, mentor, cost: result.total - again.total });
          if (objective === "most-people") expect(found!.fewerPeople).toBe(result.matched - again.matched);
          expect(after(found!.moves, market, result)).toEqual({ total: again.total, matched: result.matched - found!.fewerPeople });
          compared++;
        }
      }
    }),
    { numRuns: 800 },
  );
  expect(compared).toBeGreaterThan(1_200);
});

test("the runners-up of both sides are the cheapest, in order, and the same as pair by pair", () => {
  fc.assert(
    fc.property(marketPlans({ mentees: 10, mentors: 7 }), objectives, fc.integer({ min: 1, max: 4 }), (plan, objective, limit) => {
      const market = marketOf(plan);
      const result = maximumWeightMatching(market, { objective, seed: 1 });
      const ask = alternatives(market, result);
      const loss = ({ cost, fewerPeople }: Alternative) => cost + result.bonus * fewerPeople;
      const all: Alternative[] = [];
      for (let mentee = 0; mentee < market.menteeCount; mentee++) {
        for (const mentor of market.col.subarray(market.ptr[mentee], market.ptr[mentee + 1])) {
          const found = result.assignment[mentee] === mentor ? null : ask.ofPair(mentee, mentor);
          if (found) all.push(found);
        }
      }
      const expectCheapest = (listed: Alternative[], of: Alternative[]) => {
        expect(listed.map(loss)).toEqual(
          of
            .map(loss)
            .toSorted((a, b) => a - b)
            .slice(0, limit),
        );
        for (const one of listed) {
          const same = of.find(({ mentee, mentor }) => mentee === one.mentee && mentor === one.mentor)!;
          expect(loss(one)).toBe(loss(same));
          expect(after(one.moves, market, result).total).toBe(result.total - one.cost);
        }
      };
      for (let i = 0; i < market.menteeCount; i++)
        expectCheapest(
          ask.forMentee(i, limit),
          all.filter(({ mentee }) => mentee === i),
        );
      for (let j = 0; j < market.mentorCount; j++)
        expectCheapest(
          ask.forMentor(j, limit),
          all.filter(({ mentor }) => mentor === j),
        );
    }),
    { numRuns: 150 },
  );
});

test("every unmatched mentee gets her reason", () => {
  const reasons = new Set<string>();
  fc.assert(
    fc.property(marketPlans({ mentees: 12, mentors: 5 }), objectives, (plan, objective) => {
      const market = marketOf(plan);
      const result = maximumWeightMatching(market, { objective, seed: 1 });
      const ask = alternatives(market, result);
      for (let mentee = 0; mentee < market.menteeCount; mentee++) {
        const why = ask.whyUnmatched(mentee, 3);
        if (result.assignment[mentee]! >= 0) {
          expect(why).toBeNull();
          continue;
        }
        const candidates = [...market.col.subarray(market.ptr[mentee], market.ptr[mentee + 1])];
        const open = candidates.filter((mentor) => openPlaces(market, mentor) > 0);
        reasons.add(why!.reason);
        if (candidates.length === 0) expect(why).toEqual({ reason: "no-candidates" });
        else if (open.length === 0) expect(why).toEqual({ reason: "no-places", mentors: candidates });
        else if (why?.reason === "taken") {
          expect(why.mentors).toHaveLength(Math.min(3, open.length));
          for (const { mentor, heldBy, cost, fewerPeople } of why.mentors) {
            // All her places are held, and to give one away would cost something or at best nothing.
            expect(heldBy).toHaveLength(market.capacity[mentor]!);
            for (const holder of heldBy) expect(result.assignment[holder]).toBe(mentor);
            expect(cost + result.bonus * fewerPeople).toBeGreaterThanOrEqual(0);
          }
        } else expect.unreachable(why?.reason);
      }
    }),
    { numRuns: 200 },
  );
  expect([...reasons].toSorted()).toEqual(["no-candidates", "no-places", "taken"]);
});

test("a question about someone who does not exist is refused", () => {
  const market = marketOf({ menteeCount: 1, capacity: [1], pairs: [], locked: [], forbidden: [] });
  const ask = alternatives(market, maximumWeightMatching(market, { seed: 1 }));
  expect(() => ask.forMentee(1, 3)).toThrow("There is no mentee 1");
  expect(() => ask.forMentor(-1, 3)).toThrow("There is no mentor -1");
  expect(ask.ofPair(0, 0)).toBeNull();
});
