/**
 * Times the engine on made-up markets: `node packages/matching-engine/bench.ts`. One line per market and objective.
 * For comparisons with other solvers see the benchmarks of the whole project.
 */
import {
  alternatives,
  choiceColumn,
  flagColumn,
  type Market,
  marketFromRows,
  maximumWeightMatching,
  type Objective,
  type People,
  scaleColumn,
  type Scoring,
  scorePairs,
  setColumn,
} from "./index.ts";

const both = (name: string) => ({ mentee: name, mentor: name });

/** All pairs of made-up people, with three must rules and five should rules. */
function madeUpScoring(mentees: number, mentors: number): Scoring {
  const random = randomFrom(3);
  const some = (size: number, share: number) => Array.from({ length: size }, (_, k) => k).filter(() => random() < share);
  const people = (count: number): People => {
    const each = <T>(draw: () => T): T[] => Array.from({ length: count }, draw);
    return {
      count,
      columns: {
        languages: setColumn(
          60,
          each(() => [0, ...some(60, 0.03)]),
        ),
        skills: setColumn(
          200,
          each(() => some(200, 0.05)),
        ),
        hours: setColumn(
          168,
          each(() => some(168, 0.2)),
        ),
        organization: choiceColumn(each(() => Math.floor(random() * 30))),
        profession: choiceColumn(each(() => Math.floor(random() * 12))),
        grade: scaleColumn(each(() => Math.floor(random() * 8))),
        wish: flagColumn(each(() => random() < 0.3)),
      },
    };
  };
  return {
    mentees: people(mentees),
    mentors: people(mentors),
    must: [
      { kind: "share-any", ...both("languages"), missing: "refuse" },
      { kind: "at-least-shared", atLeast: 1, ...both("hours"), missing: "allow" },
      { kind: "different", ...both("organization"), missing: "allow" },
    ],
    should: [
      { kind: "overlap", weight: 80, ...both("skills") },
      { kind: "overlap", weight: 20, ...both("languages"), elementWeights: [0.5] },
      { kind: "shared-count", weight: 40, enough: 10, ...both("hours") },
      { kind: "closeness", weight: 30, range: 7, ...both("grade") },
      { kind: "same", weight: 30, byWish: "wish", ...both("profession") },
    ],
  };
}

/** A small repeatable source of numbers from 0 to 1 (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

type Family = "similar-interests" | "uniform" | "tied" | "all-equal" | "one-ranking" | "geographic";

/** `candidates` per mentee, `places` as a share of the mentees. */
function madeUp(family: Family, mentees: number, mentors: number, candidates: number, places: number, seed: number): Market {
  const random = randomFrom(seed);
  const features = (count: number) => Float64Array.from({ length: count * 8 }, () => random() ** 3);
  const wants = features(mentees);
  const gives = features(mentors);
  const popularity = Float64Array.from({ length: mentors }, () => random());
  const weigh = (i: number, j: number): number => {
    if (family === "uniform") return Math.floor(random() * 10_001);
    if (family === "tied") return 1_000 * Math.floor(random() * 5);
    if (family === "all-equal") return 5_000;
    if (family === "one-ranking") return Math.floor(9_000 * popularity[j]! + 1_000 * wants[i * 8]!);
    if (family === "geographic") {
      return Math.max(0, Math.floor(10_000 - 9_000 * Math.hypot(wants[i * 8]! - gives[j * 8]!, wants[i * 8 + 1]! - gives[j * 8 + 1]!)));
    }
    let sum = 0;
    for (let k = 0; k < 8; k++) sum += wants[i * 8 + k]! * gives[j * 8 + k]!;
    return Math.min(10_000, Math.floor(2_500 * sum + 2_000 * popularity[j]!));
  };
  const kept = Math.min(candidates, mentors);
  const ptr = Int32Array.from({ length: mentees + 1 }, (_, i) => i * kept);
  const col = new Int32Array(mentees * kept);
  const weight = new Int32Array(mentees * kept);
  const row = new Float64Array(mentors);
  for (let i = 0; i < mentees; i++) {
    // Where many are equal or all want the same, the best few would be the same few for everyone: candidates are drawn instead.
    const drawn = kept < mentors && family !== "similar-interests" && family !== "geographic";
    for (let j = 0; j < mentors; j++) row[j] = (drawn && random() > (2 * kept) / mentors ? 0 : weigh(i, j)) * mentors + j;
    row.sort();
    for (let k = 0; k < kept; k++) {
      col[i * kept + k] = row[mentors - 1 - k]! % mentors;
      weight[i * kept + k] = Math.floor(row[mentors - 1 - k]! / mentors);
    }
  }
  const capacity = new Int32Array(mentors);
  for (let left = Math.round(places * mentees); left > 0; left--) capacity[Math.floor(random() * mentors)]! += 1;
  return marketFromRows({ ptr, col, weight, capacity });
}

function time(label: string, market: Market, objective: Objective): void {
  const begin = performance.now();
  const { total, matched, gap, stats } = maximumWeightMatching(market, { seed: "bench", objective });
  const took = Math.round(performance.now() - begin);
  console.log(`${label} ${objective}: ${took} ms, ${matched} matched, total ${total}, gap ${gap}, ${JSON.stringify(stats)}`);
}

const scoring = madeUpScoring(2_000, 1_000);
const beforeScoring = performance.now();
const scored = scorePairs(scoring);
const scoringTook = performance.now() - beforeScoring;
const scoredMarket = marketFromRows({ ...scored, capacity: new Int32Array(1_000).fill(2) });
const makingTook = performance.now() - beforeScoring - scoringTook;
console.log(`2000 x 1000 scored: ${Math.round(scoringTook)} ms, ${scored.col.length} pairs, market made in ${Math.round(makingTook)} ms`);
time("2000 x 1000, scored,", scoredMarket, "most-good");
const ask = alternatives(scoredMarket, maximumWeightMatching(scoredMarket, { seed: 1 }));
const beforeAsking = performance.now();
for (let person = 0; person < 200; person++) {
  ask.forMentee(person, 3);
  ask.forMentor(person, 3);
}
console.log(`three alternatives of one person: ${((performance.now() - beforeAsking) / 400).toFixed(2)} ms on average`);

const families = ["similar-interests", "uniform", "tied", "all-equal", "one-ranking", "geographic"] as const;
const sizes: [number, number, number][] = [
  [2_000, 1_000, 1_000],
  [10_000, 2_500, 50],
];
for (const [mentees, mentors, candidates] of sizes) {
  for (const family of families) {
    for (const places of [0.9, 1.15]) {
      const market = madeUp(family, mentees, mentors, candidates, places, 1);
      for (const objective of ["most-good", "most-people"] as const) {
        time(`${mentees} x ${mentors}, ${candidates} candidates, places ${places}, ${family},`, market, objective);
      }
    }
  }
}
