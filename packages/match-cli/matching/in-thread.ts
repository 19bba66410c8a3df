import { Worker } from "node:worker_threads";
import { Failure } from "../failure.ts";
import type { Answer, FromThread, Task, Tell } from "./task.ts";

/** Does a task in a thread of its own. @throws {Failure} for what can be mended */
export function inThread<Kind extends Task["kind"]>(task: Extract<Task, { kind: Kind }>, tell: Tell): Promise<Answer[Kind]> {
  return new Promise((resolve, reject) => {
    // Beside this file in the sources, beside the bundle when published.
    const file = import.meta.url.endsWith(".ts") ? "./task.worker.ts" : "./task.worker.js";
    const worker = new Worker(new URL(file, import.meta.url), { workerData: task });
    worker.on("message", (message: FromThread<Kind>) => {
      if ("answer" in message) resolve(message.answer);
      else if ("refused" in message) reject(new Failure("badInput", message.refused));
      else tell(message.done, message.of);
    });
    worker.once("error", reject);
    worker.once("exit", () => reject(new Error("A thread ended without an answer.")));
  });
}
