/** Reads answers to invitations in a thread of its own: whatever stands in them, nobody else waits for it. */
import { parentPort, workerData } from "node:worker_threads";
import { readReplies } from "./read-reply.ts";
import type { RepliesRequest } from "./replies-in-thread.ts";

const { texts, address } = workerData as RepliesRequest;
parentPort!.postMessage(texts.flatMap((text) => readReplies(text, address)));
