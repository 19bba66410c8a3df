/** Runs one round in a thread of its own, and tells how far it is. The thread is ended from outside to cancel it. */
import { parentPort, workerData } from "node:worker_threads";
import type { RoundSnapshot, RoundStage } from "./round.ts";
import { solveRound, type SolvedRound } from "./solve-round.ts";

export type FromSolver =
  | { readonly kind: "progress"; readonly stage: RoundStage; readonly done: number; readonly of: number }
  | { readonly kind: "solved"; readonly round: SolvedRound };

const say = (message: FromSolver): void => parentPort!.postMessage(message);
const solved = solveRound(workerData as RoundSnapshot, (stage, done, of) => say({ kind: "progress", stage, done, of }));
say({ kind: "solved", round: solved });
