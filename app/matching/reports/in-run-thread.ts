import { Worker } from "node:worker_threads";
import { workerAddress } from "../../platform/worker-address.ts";
import { memoryLimitMegabytes } from "../rounds/round.ts";
import type { KeptRunResult, KeptRunTask } from "./kept-runs.worker.ts";

/** Does one task in a thread of its own. @throws what the thread throws, or that it took longer than the patience */
export function inRunThread<T extends KeptRunTask>(task: T, patience: number): Promise<KeptRunResult<T>> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(workerAddress("matching/reports/kept-runs"), {
      workerData: task,
      resourceLimits: { maxOldGenerationSizeMb: memoryLimitMegabytes },
    });
    const clock = setTimeout(() => end(new Error(`a kept run took more than ${patience} milliseconds`)), patience);
    const end = (why: unknown): void => {
      clearTimeout(clock);
      void worker.terminate();
      reject(why);
    };
    worker.on("message", (result: KeptRunResult<T>) => {
      clearTimeout(clock);
      resolve(result);
    });
    worker.on("error", end);
    worker.on("exit", (code) => end(new Error(`the thread of a kept run ended with ${code} before its result`)));
  });
}
