import { inWorkerThread, ThreadEnded } from "../../platform/worker-thread.ts";
import type { CalendarReply } from "./read-reply.ts";

export interface RepliesRequest {
  readonly texts: readonly string[];
  readonly address: string;
}

/** An answer is about 2 kB. */
const mostBytes = 256 << 10;
/** Events, time zones and what stands in them. */
const mostParts = 100;
/** The same one as the letter's body and as its attachment, perhaps twice. */
const mostCalendars = 4;
const limits = { patienceMs: 5000, memoryMegabytes: 128 };

/** As `readReplies`, beside the server's own thread. What is larger than any answer, or cannot be worked out, holds none. */
export async function repliesInThread(calendars: readonly Buffer[], address: string): Promise<readonly CalendarReply[]> {
  const texts = calendars
    .filter(({ length }) => length <= mostBytes)
    .slice(0, mostCalendars)
    .map((bytes) => bytes.toString("utf8"))
    .filter((text) => (text.match(/^BEGIN:/gim) ?? []).length <= mostParts);
  if (texts.length === 0) return [];
  const asked: RepliesRequest = { texts, address };
  return inWorkerThread<readonly CalendarReply[]>("relationships/calendars/read-replies", asked, limits).catch((error: unknown) => {
    if (!(error instanceof ThreadEnded)) throw error;
    console.error("an answer to an invitation could not be read:", error.message);
    return [];
  });
}
