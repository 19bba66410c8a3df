/**
 * Solves one instance with the engine and prints one line of JSON:
 * `node bench/matching/solve-with-engine.ts rows places [runs] [objective] [worker]`. The first run warms up; the time is the median
 * of the others. Every result's certificate is checked.
 */
import { isMainThread, Worker } from "node:worker_threads";
import { checkCertificate, marketFromRows, maximumWeightMatching, type Objective } from "../../packages/matching-engine/index.ts";
import { readPlaces, readRows } from "./instance-files.ts";
import { cpuMilliseconds, medianOf, peakMegabytes } from "./measure.ts";

const words = process.argv.slice(2);
const [rowsName, placesName, runs = "6", objective = "most-good", where] = words as [string, string, string?, Objective?, "worker"?];

function measure(): object {
  const { mentors: _, ...rows } = readRows(rowsName);
  const market = marketFromRows({ ...rows, capacity: readPlaces(placesName) });
  const times: number[] = [];
  const cpuTimes: number[] = [];
  let peakMb = 0;
  let answer = { total: 0, matched: 0 };
  let proven = true;
  for (let run = 0; run < Number(runs); run++) {
    const begin = performance.now();
    const cpuBegin = cpuMilliseconds();
    const result = maximumWeightMatching(market, { seed: "bench", objective });
    times.push(performance.now() - begin);
    cpuTimes.push(cpuMilliseconds() - cpuBegin);
    if (run === 0) peakMb = peakMegabytes();
    const check = checkCertificate(market, result);
    proven &&= check.proven;
    answer = { total: check.total, matched: check.matched };
  }
  const warm = (all: readonly number[]): number => medianOf(all.length > 1 ? all.slice(1) : all);
  return { ...answer, proven, solveMs: warm(times), cpuMs: warm(cpuTimes), coldMs: times[0], peakMb, peakOfAllMb: peakMegabytes() };
}

if (where === "worker" && isMainThread) {
  // An error in the worker ends this process, as one of its own would.
  new Worker(new URL(import.meta.url), { argv: words }).once("error", (error) => {
    throw error;
  });
} else {
  console.log(JSON.stringify(measure()));
}
