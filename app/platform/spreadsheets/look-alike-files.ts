/** Makes, for the tests, files like those that people upload, and like those that nobody should. */
import { crc32, deflateRawSync } from "node:zlib";
import writeXlsxFile, { type Sheet } from "write-excel-file/node";
import { SpreadsheetRefused, type Refusal } from "./refusal.ts";
import type { ByteSource, CsvEncoding, Spreadsheet, SpreadsheetInput } from "./spreadsheet.ts";
import { openSpreadsheet } from "./open-spreadsheet.ts";
import type { SheetRow } from "./sheet-row.ts";

const singleBytes = (encoding: "windows-1252" | "windows-1256"): Map<string, number> =>
  new Map(Array.from({ length: 256 }, (_, byte) => [new TextDecoder(encoding).decode(Uint8Array.of(byte)), byte] as const));
const tables = { "windows-1252": singleBytes("windows-1252"), "windows-1256": singleBytes("windows-1256") };

/** The letters that an encoding has for which it takes one byte each. */
export const windows1252Letters = [...tables["windows-1252"].keys()].filter((letter) => /^[^\p{C}\s]$/u.test(letter));

export function encode(text: string, encoding: CsvEncoding): Buffer {
  if (encoding === "utf-8") return Buffer.from(text, "utf8");
  if (encoding === "utf-16le") return Buffer.from(text, "utf16le");
  if (encoding === "utf-16be") return Buffer.from(text, "utf16le").swap16();
  return Buffer.from(
    Array.from(text, (letter) => {
      const byte = tables[encoding].get(letter);
      if (byte === undefined) throw new Error(`${encoding} has no ${letter}`);
      return byte;
    }),
  );
}

/** Gives the bytes in chunks of these lengths, over and over. */
export function sourceOf(bytes: Uint8Array, chunkLengths: readonly number[] = [64 * 1024]): ByteSource {
  // oxlint-disable-next-line require-await -- a stream that is already here
  return async function* chunks() {
    for (let from = 0, turn = 0; from < bytes.length; turn += 1) {
      const length = Math.max(1, chunkLengths[turn % chunkLengths.length] ?? 1);
      yield bytes.subarray(from, from + length);
      from += length;
    }
  };
}

export const open = (bytes: Uint8Array | string, more: Partial<SpreadsheetInput> = {}): Promise<Spreadsheet> =>
  openSpreadsheet({ name: "people.csv", source: sourceOf(typeof bytes === "string" ? Buffer.from(bytes) : bytes), ...more });

export async function rowsOf(sheet: Spreadsheet): Promise<SheetRow[]> {
  const rows: SheetRow[] = [];
  for await (const row of sheet.rows()) rows.push(row);
  return rows;
}

export const cellsOf = async (sheet: Spreadsheet): Promise<(readonly string[])[]> => (await rowsOf(sheet)).map(({ cells }) => cells);

/** Why a file is refused, when it is opened or while its rows are read. */
export async function refusalOf(bytes: Uint8Array | string, more: Partial<SpreadsheetInput> = {}): Promise<Refusal | "read"> {
  try {
    await rowsOf(await open(bytes, more));
    return "read";
  } catch (error) {
    if (error instanceof SpreadsheetRefused) return error.refusal;
    throw error;
  }
}

/** A workbook as a spreadsheet program saves it. */
export const xlsxOf = (sheets: Sheet<never>[]): Promise<Buffer> => writeXlsxFile(sheets).toBuffer();

export interface ZipPart {
  readonly name: string;
  readonly content: Uint8Array | string;
  /** What the headers say instead of the truth. */
  readonly declaredSize?: number;
  readonly flags?: number;
}

/** A zip archive made by hand, so that it can lie. */
export function zipOf(parts: readonly ZipPart[]): Buffer {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content, declaredSize, flags = 0 } of parts) {
    const bytes = Buffer.from(content);
    const packed = deflateRawSync(bytes);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(flags, 2);
    fields.writeUInt16LE(8, 4);
    fields.writeUInt32LE(crc32(bytes), 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(declaredSize ?? bytes.length, 18);
    fields.writeUInt16LE(Buffer.byteLength(name), 22);
    const file = Buffer.concat([Buffer.from("PK\u0003\u0004"), fields, Buffer.from(name), packed]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from("PK\u0001\u0002\u0014\u0000"), fields, rest, Buffer.from(name)]));
    files.push(file);
    offset += file.length;
  }
  const entries = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write("PK\u0005\u0006", "latin1");
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(entries.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...files, entries, end]);
}

/** The parts of the smallest workbook, with this XML for the rows of its only sheet. */
export const workbookParts = (rows: string, more: Partial<Record<"sharedStrings" | "styles", string>> = {}): ZipPart[] => [
  {
    name: "[Content_Types].xml",
    content: `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
  },
  {
    name: "xl/workbook.xml",
    content: `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="People" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  },
  {
    name: "xl/_rels/workbook.xml.rels",
    content: `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
  },
  {
    name: "xl/worksheets/sheet1.xml",
    content: `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows}</sheetData></worksheet>`,
  },
  ...Object.entries(more).map(([name, content]) => ({ name: `xl/${name}.xml`, content })),
];
