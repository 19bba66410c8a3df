/** Runs that are kept come out the same in every version: the same market and seed give the same matching. Prices may be others. */
import { expect, test } from "vitest";
import {
  certificate,
  checkCertificate,
  type Market,
  marketFromPairs,
  MarketError,
  type MatchingResult,
  maximumWeightMatching,
  openMatching,
  rematch,
} from "../index.ts";
import { Fingerprint } from "../testing/fingerprint.ts";
import { drawPlan, randomFrom } from "../testing/random-markets.ts";

const MENTEES = [0, 1, 3, 7, 12, 25, 40, 80];
function drawn(seed: number, hasLeast: boolean): Market {
  const plan = drawPlan({
    menteeCount: MENTEES[seed % MENTEES.length]!,
    mentorCount: 1 + ((seed * 5) % 17),
    mostPlaces: 1 + (seed % 5),
    mostWeight: [0, 1, 10, 1_000, 1_000_000_000][seed % 5]!,
    density: [0.2, 0.6, 1][seed % 3]!,
    lockedShare: seed % 4 === 0 ? 0.1 : 0,
    forbiddenShare: 0,
    seed,
  });
  return marketFromPairs({
    ...plan,
    ...(hasLeast && { least: plan.capacity.map((places, mentor) => Number(mentor % 3 === 0 && places > 0)) }),
  });
}
const told = ({ assignment, total, matched, bonus }: MatchingResult) => [[...assignment], total, matched, bonus];
const objectiveOf = (seed: number) => (seed % 2 === 0 ? ("most-good" as const) : ("most-people" as const));

function resultOrProblem<T>(act: () => T): T | string {
  try {
    return act();
  } catch (error) {
    if (error instanceof MarketError) return JSON.stringify([error.problem, error.message, error.mentee, error.mentors]);
    throw error;
  }
}

test.each([
  [false, "efa720154450d2c7"],
  [true, "e701ca5c3c6ba43e"],
])("matchings and their proofs, with mentors who must have mentees: %s", (hasLeast, kept) => {
  const print = new Fingerprint();
  for (let seed = 0; seed < 160; seed++) {
    const market = drawn(seed, hasLeast);
    const result = resultOrProblem(() => maximumWeightMatching(market, { seed, objective: objectiveOf(seed) }));
    print.add(typeof result === "string" ? result : told(result));
    if (typeof result !== "string") expect(checkCertificate(market, certificate(result)).violations).toEqual([]);
  }
  expect(print.toString()).toBe(kept);
});

test("matched again with few changes", () => {
  const print = new Fingerprint();
  for (let seed = 0; seed < 80; seed++) {
    const market = drawn(seed, false);
    const before = maximumWeightMatching(market, { seed, objective: objectiveOf(seed) });
    const changed = { ...market, weight: market.weight.map((weight, e) => (e % 5 === 0 ? (weight * 7) % 900 : weight)) };
    const again = resultOrProblem(() =>
      rematch(changed, {
        previous: before.assignment,
        stay: [0, 3, 60][seed % 3]!,
        seed,
        objective: objectiveOf(seed),
        prices: seed % 4 < 2 ? before.prices : undefined,
      }),
    );
    print.add(typeof again === "string" ? again : [told(again.result), again.total, again.stayTotal, again.kept]);
  }
  expect(print.toString()).toBe("0e0d65b06edda38b");
});

test("what becomes of an open matching", () => {
  const print = new Fingerprint();
  for (let seed = 0; seed < 50; seed++) {
    const random = randomFrom(seed + 77);
    const below = (count: number) => Math.floor(random() * count);
    const market = drawn(seed, seed % 2 === 0);
    const open = resultOrProblem(() => openMatching(market, maximumWeightMatching(market, { seed, objective: objectiveOf(seed) })));
    if (typeof open === "string") continue;
    const row = () => [...market.capacity.keys()].filter(() => random() < 0.5).map((mentor) => ({ mentor, weight: below(1_000) }));
    for (let step = 0; step < 12; step++) {
      const [mentee, mentor] = [below(market.menteeCount + 1), below(market.mentorCount)];
      const acts = [
        () => open.join(row()),
        () => open.leave(mentee),
        () => open.pin(mentee, mentor, below(50)),
        () => open.unpin(mentee),
        () => open.setPlaces(mentor, below(4)),
        () => open.changeRow(mentee, row()),
      ];
      const done = resultOrProblem(acts[below(acts.length)]!);
      print.add([done ?? null, open.total, open.matched]);
    }
    const after = open.toMarket();
    print.add([told(open.toResult()), [...after.ptr], [...after.col], [...after.weight], [...after.locked], [...after.capacity]]);
  }
  expect(print.toString()).toBe("fadf563051c06f11");
});
