import { type Transferable, Worker } from "node:worker_threads";
import { workerAddress } from "./worker-address.ts";

export interface ThreadLimits {
  readonly patienceMs: number;
  readonly memoryMegabytes: number;
  /** What goes over to the thread and is gone here. */
  readonly transfer?: readonly Transferable[];
}

/** What was asked of a thread took too much time or memory, or failed there. */
export class ThreadEnded extends Error {
  override readonly name = "ThreadEnded";
}

/**
 * Has something worked out beside the server's own thread: `worker` is named as for `workerAddress`, finds `asked` in its
 * `workerData`, and posts one message, its answer.
 *
 * @throws {ThreadEnded} where it takes too much time or memory, or ends without an answer
 */
export function inWorkerThread<Answer>(worker: string, asked: object, limits: ThreadLimits): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(workerAddress(worker), {
      workerData: asked,
      transferList: [...(limits.transfer ?? [])],
      resourceLimits: { maxOldGenerationSizeMb: limits.memoryMegabytes },
    });
    const stop = (why: string): void => {
      clearTimeout(clock);
      void thread.terminate();
      reject(new ThreadEnded(why));
    };
    const clock = setTimeout(() => stop("it took too long"), limits.patienceMs);
    thread.once("message", (answer: Answer) => {
      clearTimeout(clock);
      resolve(answer);
    });
    thread.once("error", (error) => stop(error instanceof Error ? error.message : String(error)));
    thread.once("exit", () => stop("it ended before its answer"));
  });
}
