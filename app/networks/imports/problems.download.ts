import type { Context } from "../../platform/context.ts";
import { NotFound } from "../../platform/errors.ts";
import { download } from "../../platform/page.ts";
import { csvFile, type CsvValue } from "../../platform/spreadsheets/index.ts";
import { coordinators } from "../programs/access.ts";
import { reasonText } from "./field-text.ts";
import { findImport, type Import } from "./find-import.ts";
import { importWords } from "./imports.messages.ts";
import { type ListedProblem, problemsAfter } from "./list-rows.ts";
import { openImportFile } from "./open-import-file.ts";

const atOnce = 500;

/** The rows of which something was left out, as they stand in the file, with the reason: to be mended and imported again. */
export const problemsDownload = download("/organizations/:organizationId/programs/:programId/imports/:importId/problems.csv", {
  access: coordinators,
  async send(ctx, place) {
    const one = await findImport(ctx, place);
    if (!one.file_id || (one.state !== "checked" && one.state !== "done")) throw new NotFound();
    const sheet = await openImportFile(ctx.app, one);
    const words = importWords(ctx.reader);
    return {
      contentType: "text/csv; charset=utf-8",
      fileName: `${one.file_name.replace(/\.[^.]*$/, "")} - ${words.problems}.csv`,
      body: csvFile([...sheet.headers, words.line, words.problems], rowsToMend(ctx, one, sheet.rows())),
    };
  },
});

/** Goes through file and problems side by side: both are in the order of their lines. */
async function* rowsToMend(
  ctx: Context,
  one: Import,
  rows: AsyncIterable<{ line: number; cells: readonly string[] }>,
): AsyncGenerator<CsvValue[]> {
  const reasons = linesWithReasons(ctx, one);
  let next = await reasons.next();
  for await (const { line, cells } of rows) {
    while (!next.done && next.value.line < line) next = await reasons.next();
    if (next.done) return;
    if (next.value.line === line) yield [...cells, line, next.value.text];
  }
}

async function* linesWithReasons(ctx: Context, one: Import): AsyncGenerator<{ line: number; text: string }> {
  const { language } = ctx.reader;
  const sentence = ({ column, reason }: ListedProblem): string => (column === "" ? "" : `${column}: `) + reasonText(language, reason);
  for (let last = 0; ;) {
    const problems = await problemsAfter(ctx, { organizationId: one.organization_id, importId: one.id }, last, atOnce);
    const lines = [...Map.groupBy(problems, (problem) => problem.line)];
    // The last line of a full portion may go on in the next.
    const whole = problems.length === atOnce && lines.length > 1 ? lines.slice(0, -1) : lines;
    for (const [line, some] of whole) yield { line, text: some.map(sentence).join(" ") };
    if (problems.length < atOnce) return;
    last = whole.at(-1)![0];
  }
}
