/** A thread that does one task, so that the command can show progress and be interrupted meanwhile. */
import { parentPort, workerData } from "node:worker_threads";
import { MarketError } from "../../matching-engine/index.ts";
import { doTask, type FromThread, type Task } from "./task.ts";

const tell = (message: FromThread<Task["kind"]>) => parentPort!.postMessage(message);

try {
  tell({ answer: doTask(workerData as Task, (done, of) => tell({ done, of })) });
} catch (error) {
  // What the people can mend; all else is a bug, and ends the thread.
  if (!(error instanceof MarketError)) throw error;
  tell({ refused: error.message });
}
