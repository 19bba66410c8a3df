/** Reads somebody's calendar in a thread of its own: whatever stands in it, nobody else waits for it. */
import { parentPort, workerData } from "node:worker_threads";
import { busyTimes, NoCalendar } from "./busy-times.ts";
import type { BusyAnswer, BusyRequest } from "./busy-in-thread.ts";

const { text, from, to } = workerData as BusyRequest;
try {
  parentPort!.postMessage({ busy: busyTimes(text, from, to) } satisfies BusyAnswer);
} catch (error) {
  if (!(error instanceof NoCalendar)) throw error;
  parentPort!.postMessage({ isNone: true } satisfies BusyAnswer);
}
