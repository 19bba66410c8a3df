/** Reads one XLSX file in a thread of its own, which may be ended from outside when it takes too much time or memory. */
import { parentPort, workerData } from "node:worker_threads";
import { SpreadsheetRefused } from "../refusal.ts";
import { readXlsx } from "./read-sheet.ts";
import type { XlsxAnswer, XlsxRequest } from "./xlsx-reading.ts";

const { file, sheet, limits } = workerData as XlsxRequest;
try {
  const answer = await readXlsx(Buffer.from(file.buffer, file.byteOffset, file.byteLength), sheet, limits);
  parentPort?.postMessage(
    answer satisfies XlsxAnswer,
    answer.batches.map((batch) => batch.buffer as ArrayBuffer),
  );
} catch (error) {
  if (!(error instanceof SpreadsheetRefused)) throw error;
  const answer: XlsxAnswer = { refusal: error.refusal };
  parentPort?.postMessage(answer, []);
}
