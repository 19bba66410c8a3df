import { z } from "zod";
import type { Context } from "../../platform/context.ts";
import { Conflict } from "../../platform/errors.ts";
import { optionalText } from "../../platform/form-fields.ts";
import type { CsvDelimiter, CsvEncoding } from "../../platform/spreadsheets/index.ts";
import { type ImportPlace, lockImport, updateImport } from "./find-import.ts";
import type { Reading } from "./import.ts";
import { importWords } from "./imports.messages.ts";
import { lookOver } from "./look-over.job.ts";

export const encodings = ["utf-8", "utf-16le", "utf-16be", "windows-1252", "windows-1256"] as const satisfies readonly CsvEncoding[];
export const delimiters = { comma: ",", semicolon: ";", tab: "\t", bar: "|" } as const satisfies Record<string, CsvDelimiter>;

export const ReadingShape = z.object({
  sheet: optionalText(200),
  encoding: optionalText(20),
  delimiter: optionalText(20),
  headerLine: optionalText(5),
});

/** Reads the file once more, as the person says that it is to be read: another sheet, another encoding, another first line. */
export async function readAgain(ctx: Context, place: ImportPlace, wish: z.output<typeof ReadingShape>): Promise<void> {
  const one = await lockImport(ctx, place);
  if (one.state !== "mapping" && one.state !== "failed") throw new Conflict((language) => importWords(language).movedOn);
  const encoding = encodings.find((known) => known === wish.encoding);
  const delimiter = delimiters[wish.delimiter as keyof typeof delimiters] as CsvDelimiter | undefined;
  const headerLine = /^\d{1,4}$/.test(wish.headerLine) ? Number(wish.headerLine) : undefined;
  const reading: Reading = {
    ...(encoding && { encoding }),
    ...(delimiter && { delimiter }),
    ...(headerLine !== undefined && { headerLine }),
  };
  const sheet = one.columns?.sheets.find((name) => name === wish.sheet) ?? null;
  await updateImport(ctx, place)
    .set({ state: "reading", sheet, reading: JSON.stringify(reading), problem: null })
    .execute();
  await ctx.app.jobs.enqueue(ctx, lookOver, place);
}
