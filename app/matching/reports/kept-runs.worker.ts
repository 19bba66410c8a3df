/** Makes the run that is kept of a round, or runs one again, beside the server's own thread. */
import { parentPort, workerData } from "node:worker_threads";
import type { RoundProof } from "../rounds/proof.ts";
import type { RoundGroups, RoundSnapshot } from "../rounds/round.ts";
import type { AffinityWishes } from "../affinity/wish-weights.ts";
import type { KeptRun } from "./kept-run.ts";
import { makeKeptRun, type RunAgain, runAgain } from "./make-kept-run.ts";

export type KeptRunTask =
  | {
      readonly kind: "make";
      readonly snapshot: RoundSnapshot;
      readonly proof: RoundProof;
      readonly sums: { readonly engineVersion: string; readonly total: number };
    }
  | { readonly kind: "again"; readonly run: KeptRun; readonly groups: RoundGroups | null; readonly wishes: AffinityWishes | null };
export type KeptRunResult<T extends KeptRunTask> = T extends { readonly kind: "make" } ? KeptRun : RunAgain;

const task = workerData as KeptRunTask;
parentPort!.postMessage(
  task.kind === "make" ? makeKeptRun(task.snapshot, task.proof, task.sums) : runAgain(task.run, task.groups, task.wishes),
);
