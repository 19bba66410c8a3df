/** Reads a letter in a thread of its own: whatever stands in it, nobody else waits for it. */
import { parentPort, workerData } from "node:worker_threads";
import type { LetterRequest } from "./letter-in-thread.ts";
import { readLetter } from "./read-letter.ts";

const { raw, trustedServer } = workerData as LetterRequest;
const letter = await readLetter(raw, trustedServer);
// Several parts may be views of the same bytes.
const bytes = new Set(letter.files.map((file) => file.bytes.buffer as ArrayBuffer));
parentPort!.postMessage(letter, [...bytes]);
