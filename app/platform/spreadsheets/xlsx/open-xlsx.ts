import { Worker } from "node:worker_threads";
import { workerAddress } from "../../worker-address.ts";
import type { SpreadsheetLimits } from "../limits.ts";
import { SpreadsheetRefused } from "../refusal.ts";
import type { Spreadsheet, SpreadsheetInput } from "../spreadsheet.ts";
import { readTable, type SourceRow } from "../table.ts";
import { unpackRows, type XlsxAnswer, type XlsxRequest } from "./xlsx-reading.ts";

/** Each may take hundreds of megabytes, so no more than this many read at once; the others wait their turn. */
const READERS = 2;
let reading = 0;
const waiting: (() => void)[] = [];

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (reading >= READERS) await new Promise<void>((resolve) => waiting.push(resolve));
  else reading += 1;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else reading -= 1;
  }
}

function ask(request: XlsxRequest): Promise<XlsxAnswer> {
  const { limits } = request;
  return new Promise<XlsxAnswer>((resolve, reject) => {
    const worker = new Worker(workerAddress("platform/spreadsheets/xlsx/read-xlsx"), {
      workerData: request,
      resourceLimits: { maxOldGenerationSizeMb: limits.xlsxHeapMegabytes },
    });
    const timer = setTimeout(() => {
      reject(new SpreadsheetRefused({ reason: "too-slow", seconds: limits.xlsxSeconds }));
      void worker.terminate();
    }, limits.xlsxSeconds * 1000);
    worker.once("message", resolve);
    worker.once("error", (error) => {
      const isMemory = (error as NodeJS.ErrnoException).code === "ERR_WORKER_OUT_OF_MEMORY";
      reject(isMemory ? new SpreadsheetRefused({ reason: "too-much-memory" }) : error);
    });
    worker.once("exit", (code) => {
      clearTimeout(timer);
      reject(new Error(`reading a spreadsheet ended with code ${code} and no answer`));
    });
  });
}

/** Opens an XLSX file (or refuses another kind of zip archive). */
export async function openXlsx(file: Buffer, input: SpreadsheetInput, limits: SpreadsheetLimits): Promise<Spreadsheet> {
  const answer = await inTurn(() => ask({ file, sheet: input.sheet, limits }));
  if ("refusal" in answer) throw new SpreadsheetRefused(answer.refusal);
  const { sheets, sheet, batches } = answer;
  // oxlint-disable-next-line require-await
  async function* source(): AsyncGenerator<SourceRow> {
    for (const batch of batches) yield* unpackRows(batch);
  }
  const table = await readTable(source, limits, input.headerLine);
  return { kind: "xlsx", csv: null, sheets, sheet, ...table };
}
