/**
 * People who come, go, are pinned and change their places, in a matching that stays the best: `node bench/matching/solve-changes.ts rows
 * places`. Prints one line of JSON: milliseconds by kind of change. At the end the total is compared with a solution from nothing.
 */
import { checkCertificate, marketFromRows, maximumWeightMatching, openMatching } from "../../packages/matching-engine/index.ts";
import { readPlaces, readRows } from "./instance-files.ts";
import { peakMegabytes, quantileOf } from "./measure.ts";
import { Numbers } from "./numbers.ts";

const eachKind = 250;

const [rowsName, placesName] = process.argv.slice(2) as [string, string];
const { mentors, ...rows } = readRows(rowsName);
const places = readPlaces(placesName);
const market = marketFromRows({ ...rows, capacity: places });
const live = openMatching(market, maximumWeightMatching(market, { seed: "bench" }));
const numbers = new Numbers(7);

/** Somebody who is not yet pinned or gone: each is drawn once. */
const drawn = new Set<number>();
function somebody(): number {
  let mentee: number;
  do mentee = numbers.below(market.menteeCount);
  while (drawn.has(mentee));
  drawn.add(mentee);
  return mentee;
}
const candidatesOf = (mentee: number) =>
  Array.from({ length: market.ptr[mentee + 1]! - market.ptr[mentee]! }, (_, k) => {
    const e = market.ptr[mentee]! + k;
    return { mentor: market.col[e]!, weight: market.weight[e]! };
  });
const pinnedWith = new Int32Array(mentors);

/** Each makes its preparations and returns what is timed. */
const kinds = {
  join: () => {
    const candidates = candidatesOf(somebody());
    return () => void live.join(candidates);
  },
  leave: () => {
    const mentee = somebody();
    return () => live.leave(mentee);
  },
  pin: () => {
    const mentee = somebody();
    const { mentor } = candidatesOf(mentee).find((one) => pinnedWith[one.mentor]! < places[one.mentor]!)!;
    pinnedWith[mentor]! += 1;
    return () => live.pin(mentee, mentor);
  },
  place: () => {
    const mentor = numbers.below(mentors);
    places[mentor]! += pinnedWith[mentor]! < places[mentor]! && numbers.share() < 0.5 ? -1 : 1;
    const count = places[mentor]!;
    return () => live.setPlaces(mentor, count);
  },
} as const;

const times: Record<keyof typeof kinds, number[]> = { join: [], leave: [], pin: [], place: [] };
for (let turn = 0; turn < eachKind; turn++) {
  for (const kind of Object.keys(kinds) as (keyof typeof kinds)[]) {
    const act = kinds[kind]();
    const begin = performance.now();
    act();
    times[kind].push(performance.now() - begin);
  }
}
const now = live.toMarket();
if (!checkCertificate(now, live.toResult()).proven) throw new Error("The certificate after the changes does not prove the optimum.");
const { total } = maximumWeightMatching(now, { seed: "bench" });
if (total !== live.total) throw new Error(`After the changes the total is ${live.total}; from nothing it is ${total}.`);
const summary = Object.entries({ ...times, all: Object.values(times).flat() }).map(([kind, all]) => ({
  kind,
  count: all.length,
  medianMs: quantileOf(all, 0.5),
  mostMs: quantileOf(all, 0.95),
  worstMs: quantileOf(all, 1),
}));
console.log(JSON.stringify({ summary, peakMb: peakMegabytes() }));
