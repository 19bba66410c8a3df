import { Worker } from "node:worker_threads";
import { workerAddress } from "../../platform/worker-address.ts";
import { memoryLimitMegabytes } from "../rounds/round.ts";
import type { PickedSuggestion, PickInput } from "./pick-suggestions.ts";

const patience = 60_000;

/** @throws where it takes longer than a minute, or more memory than a round may */
export function pickInThread(input: PickInput): Promise<PickedSuggestion[]> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(workerAddress("matching/suggestions/pick-suggestions"), {
      workerData: input,
      resourceLimits: { maxOldGenerationSizeMb: memoryLimitMegabytes },
    });
    const clock = setTimeout(() => stop(new Error("picking suggestions took too long")), patience);
    const stop = (why: unknown): void => {
      clearTimeout(clock);
      void worker.terminate();
      reject(why instanceof Error ? why : new Error(String(why)));
    };
    worker.on("message", (picked: PickedSuggestion[]) => {
      clearTimeout(clock);
      resolve(picked);
    });
    worker.on("error", stop);
    worker.on("exit", (code) => stop(new Error(`the thread of suggestions ended with ${code} before its result`)));
  });
}
