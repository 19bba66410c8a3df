/** Matches a file of choices stably and prints one line of JSON: `node bench/matching/solve-choices.ts file`. Mentees propose. */
import { checkStability, marketFromRows, stableMatching } from "../../packages/matching-engine/index.ts";
import { readChoices } from "./choice-files.ts";
import { cpuMilliseconds, medianOf, peakMegabytes } from "./measure.ts";

const { places, ptr, col, menteeRank, mentorRank } = readChoices(process.argv[2]!);
const market = marketFromRows({ ptr, col, weight: new Int32Array(col.length), capacity: places });
const preferences = { menteeRank, mentorRank };
const times: number[] = [];
const cpuTimes: number[] = [];
const solve = () => {
  const [begin, cpuBegin] = [performance.now(), cpuMilliseconds()];
  const found = stableMatching(market, preferences, { proposing: "mentees", ties: "lottery", seed: "bench" });
  times.push(performance.now() - begin);
  cpuTimes.push(cpuMilliseconds() - cpuBegin);
  return found;
};
let result = solve();
const peakMb = peakMegabytes();
for (let run = 1; run < 6; run++) result = solve();
const { assignment, matched, proposals } = result;
if (!checkStability(market, preferences, assignment).stable) throw new Error("The matching is not stable.");
let fingerprint = 0;
for (let mentee = 0; mentee < assignment.length; mentee++) fingerprint = (Math.imul(fingerprint, 31) + assignment[mentee]! + 2) | 0;
fingerprint >>>= 0;
console.log(
  JSON.stringify({ matched, proposals, fingerprint, solveMs: medianOf(times.slice(1)), cpuMs: medianOf(cpuTimes.slice(1)), peakMb }),
);
