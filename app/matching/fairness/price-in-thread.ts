import { Worker } from "node:worker_threads";
import { workerAddress } from "../../platform/worker-address.ts";
import { memoryLimitMegabytes, timeLimitMinutes } from "../rounds/round.ts";
import type { PricedGroups } from "./price-groups.ts";
import type { ToPrice } from "./price-groups.worker.ts";

/**
 * Undefined where it takes more time or memory than a round may.
 * @throws the signal's reason when it is aborted
 */
export function priceInThread(asked: ToPrice, signal: AbortSignal): Promise<PricedGroups | undefined> {
  signal.throwIfAborted();
  return new Promise((resolve, reject) => {
    const worker = new Worker(workerAddress("matching/fairness/price-groups"), {
      workerData: asked,
      resourceLimits: { maxOldGenerationSizeMb: memoryLimitMegabytes },
    });
    const end = (settle: () => void): void => {
      clearTimeout(clock);
      signal.removeEventListener("abort", onAbort);
      settle();
      void worker.terminate();
    };
    const clock = setTimeout(() => end(() => resolve(undefined)), timeLimitMinutes * 60_000);
    const onAbort = (): void => end(() => reject(signal.reason as Error));
    signal.addEventListener("abort", onAbort, { once: true });
    worker.on("message", (priced: PricedGroups) => end(() => resolve(priced)));
    worker.on("error", (error: NodeJS.ErrnoException) =>
      end(() => (error.code === "ERR_WORKER_OUT_OF_MEMORY" ? resolve(undefined) : reject(error))),
    );
    worker.on("exit", (code) => end(() => reject(new Error(`the thread that prices fairness ended with ${code} before its result`))));
  });
}
