/**
 * The best 50 mentors of each mentee, in two worker threads: `node bench/matching/solve-candidates.ts 100000`. Prints one line of JSON.
 * The people are made up in each thread before the time begins; 40 mentees are compared with all their pairs.
 */
import { once } from "node:events";
import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";
import { candidatesOfRange, mergeCandidates, type RangeOfCandidates, scorePairs } from "../../packages/matching-engine/index.ts";
import { madeUpAnswers, scoringOf, someOf } from "./made-up-people.ts";
import { peakMegabytes } from "./measure.ts";

const perMentee = 50;
const options = { perMentee, perMentor: 10, seed: "bench" };
const mentees = isMainThread ? Number(process.argv[2]) : (workerData as { mentees: number }).mentees;
const asking = madeUpAnswers(mentees, 1);
const giving = madeUpAnswers(Math.floor(mentees / 4), 2);

if (isMainThread) {
  const half = Math.ceil(mentees / 2);
  const workers = [
    { from: 0, to: half },
    { from: half, to: mentees },
  ].map((range) => new Worker(new URL(import.meta.url), { workerData: { mentees, range } }));
  await Promise.all(workers.map((worker) => once(worker, "message")));
  const begin = performance.now();
  const found = workers.map(async (worker) => {
    const answer = once(worker, "message");
    worker.postMessage("begin");
    const [range] = (await answer) as [RangeOfCandidates];
    return range;
  });
  const counts = { mentees: { count: mentees }, mentors: { count: giving.grade.length } };
  const rows = mergeCandidates(counts, await Promise.all(found), options);
  const solveMs = performance.now() - begin;
  const peakMb = peakMegabytes();

  const sample = Array.from({ length: 40 }, (_, k) => Math.floor((k * mentees) / 40));
  const all = scorePairs(scoringOf(someOf(asking, sample), giving));
  sample.forEach((mentee, k) => {
    const best = all.weight
      .slice(all.ptr[k], all.ptr[k + 1])
      .toSorted((a, b) => b - a)
      .slice(0, perMentee);
    const kept = rows.weight.slice(rows.ptr[mentee], rows.ptr[mentee + 1]).slice(0, perMentee);
    if (best.join() !== kept.join()) throw new Error(`Mentee ${mentee} does not have her best ${perMentee} candidates.`);
  });
  console.log(JSON.stringify({ solveMs, peakMb, pairs: rows.col.length }));
} else {
  const { range } = workerData as { range: { from: number; to: number } };
  const scoring = scoringOf(asking, giving);
  parentPort!.once("message", () => parentPort!.postMessage(candidatesOfRange(scoring, range, options)));
  parentPort!.postMessage("ready");
}
