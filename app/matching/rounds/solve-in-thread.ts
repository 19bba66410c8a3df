import { Worker } from "node:worker_threads";
import { workerAddress } from "../../platform/worker-address.ts";
import { memoryLimitMegabytes, type RoundSnapshot, type RoundStage, timeLimitMinutes } from "./round.ts";
import type { SolvedRound } from "./solve-round.ts";
import type { FromSolver } from "./solve-round.worker.ts";
import { CannotRun } from "./take-snapshot.ts";

/**
 * Solves a round in a thread of its own, within limits of time and memory.
 * @throws {CannotRun} past a limit
 * @throws the signal's reason when it is aborted
 */
export function solveInThread(
  snapshot: RoundSnapshot,
  signal: AbortSignal,
  tell: (stage: RoundStage, done: number, of: number) => void,
): Promise<SolvedRound> {
  signal.throwIfAborted();
  return new Promise((resolve, reject) => {
    const worker = new Worker(workerAddress("matching/rounds/solve-round"), {
      workerData: snapshot,
      resourceLimits: { maxOldGenerationSizeMb: memoryLimitMegabytes },
    });
    const stop = (why: unknown): void => {
      settle();
      void worker.terminate();
      reject(why);
    };
    const onAbort = (): void => stop(signal.reason);
    const clock = setTimeout(() => stop(new CannotRun({ kind: "took-too-long", minutes: timeLimitMinutes })), timeLimitMinutes * 60_000);
    const settle = (): void => {
      clearTimeout(clock);
      signal.removeEventListener("abort", onAbort);
    };
    signal.addEventListener("abort", onAbort, { once: true });
    worker.on("message", (message: FromSolver) => {
      if (message.kind === "progress") return tell(message.stage, message.done, message.of);
      settle();
      resolve(message.round);
    });
    worker.on("error", (error: NodeJS.ErrnoException) =>
      stop(error.code === "ERR_WORKER_OUT_OF_MEMORY" ? new CannotRun({ kind: "out-of-memory" }) : error),
    );
    worker.on("exit", (code) => stop(new Error(`the thread of a round ended with ${code} before its result`)));
  });
}
