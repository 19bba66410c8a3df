import { Worker } from "node:worker_threads";
import { workerAddress } from "../../platform/worker-address.ts";
import type { Span } from "../sessions/session.ts";
import { NoCalendar } from "./busy-times.ts";

export interface BusyRequest {
  readonly text: string;
  readonly from: Date;
  readonly to: Date;
}
export type BusyAnswer = { readonly busy: readonly Span[] } | { readonly isNone: true };

const patienceMs = 15_000;
const memoryMegabytes = 256;

/**
 * As `busyTimes`, beside the server's own thread, and ended where it takes too much time or memory.
 *
 * @throws {NoCalendar} also then: a calendar that cannot be worked out is none that we can read
 */
export function busyInThread(request: BusyRequest): Promise<readonly Span[]> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(workerAddress("relationships/calendars/busy-times"), {
      workerData: request,
      resourceLimits: { maxOldGenerationSizeMb: memoryMegabytes },
    });
    const stop = (why: string): void => {
      clearTimeout(clock);
      void worker.terminate();
      reject(new NoCalendar(why));
    };
    const clock = setTimeout(() => stop("it took too long"), patienceMs);
    worker.on("message", (answer: BusyAnswer) => {
      if (!("busy" in answer)) return stop("it is none");
      clearTimeout(clock);
      resolve(answer.busy);
    });
    worker.on("error", (error) => stop(error instanceof Error ? error.message : String(error)));
    worker.on("exit", () => stop("it ended before its result"));
  });
}
