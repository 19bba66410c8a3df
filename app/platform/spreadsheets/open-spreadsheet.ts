import { openCsv } from "./csv/open-csv.ts";
import { compoundFileType, fileType, HEAD_BYTES } from "./file-type.ts";
import { spreadsheetLimits } from "./limits.ts";
import { SpreadsheetRefused } from "./refusal.ts";
import type { ByteSource, Spreadsheet, SpreadsheetInput } from "./spreadsheet.ts";
import { openXlsx } from "./xlsx/open-xlsx.ts";

async function readHead(source: ByteSource): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of source()) {
    chunks.push(chunk);
    length += chunk.length;
    if (length >= HEAD_BYTES) break;
  }
  return Buffer.concat(chunks).subarray(0, HEAD_BYTES);
}

async function readWhole(source: ByteSource, limitBytes: number): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of source()) {
    length += chunk.length;
    if (length > limitBytes) throw new SpreadsheetRefused({ reason: "too-many-bytes", limitBytes });
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** Finds out by its content what a file is, and opens it; throws SpreadsheetRefused with a reason that can be told. */
export async function openSpreadsheet(input: SpreadsheetInput): Promise<Spreadsheet> {
  const limits = { ...spreadsheetLimits, ...input.limits };
  const head = await readHead(input.source);
  const type = fileType(head);
  if (type === "text") return openCsv(input, head, limits);
  if (type === "zip") return openXlsx(await readWhole(input.source, limits.xlsxBytes), input, limits);
  if (type === "compound") throw new SpreadsheetRefused(compoundFileType(await readWhole(input.source, limits.xlsxBytes)));
  throw new SpreadsheetRefused(type);
}
