import { inWorkerThread } from "../../platform/worker-thread.ts";
import type { Span } from "../sessions/session.ts";
import { NoCalendar } from "./busy-times.ts";

export interface BusyRequest {
  readonly text: string;
  readonly from: Date;
  readonly to: Date;
}
export type BusyAnswer = { readonly busy: readonly Span[] } | { readonly isNone: true };

const limits = { patienceMs: 15_000, memoryMegabytes: 256 };

/**
 * As `busyTimes`, beside the server's own thread, and ended where it takes too much time or memory.
 *
 * @throws {NoCalendar} also then: a calendar that cannot be worked out is none that we can read
 */
export async function busyInThread(request: BusyRequest): Promise<readonly Span[]> {
  const answer = await inWorkerThread<BusyAnswer>("relationships/calendars/busy-times", request, limits).catch((error: Error) => {
    throw new NoCalendar(error.message);
  });
  if (!("busy" in answer)) throw new NoCalendar("it is none");
  return answer.busy;
}
