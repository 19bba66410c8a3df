import { type App, inOrganization } from "../../platform/context.ts";
import { job } from "../../platform/jobs.ts";
import { SpreadsheetRefused, type Spreadsheet } from "../../platform/spreadsheets/index.ts";
import { listQuestions } from "../programs/list-questions.ts";
import { ColumnLook, type Columns } from "./columns.ts";
import { type ImportPlace, lookForImport, updateImport } from "./find-import.ts";
import { guessMapping } from "./guess-mapping.ts";
import { openImportFile } from "./open-import-file.ts";
import { recallColumns } from "./column-memory.ts";

/** Reads the file once from beginning to end, so that the columns can be shown with all that they hold, and guesses what they are. */
export const lookOver = job<ImportPlace>("imports.look-over", { run: lookOverFile, atOnce: 1 });

async function lookOverFile(app: App, place: ImportPlace, signal: AbortSignal): Promise<void> {
  const { organizationId, programId } = place;
  const one = await inOrganization(app, organizationId, (ctx) => lookForImport(ctx, place));
  if (one?.state !== "reading") return;
  try {
    const sheet = await openImportFile(app, one);
    const columns = await lookAt(sheet, signal);
    await inOrganization(app, organizationId, async (ctx) => {
      const mapping = guessMapping({
        role: one.role,
        columns: columns.columns,
        sampleRows: sheet.sample.map((row) => row.cells),
        questions: await listQuestions(ctx, organizationId, programId),
        memory: await recallColumns(ctx, organizationId, programId, one.role),
      });
      await updateImport(ctx, place)
        .set({
          state: "mapping",
          columns: JSON.stringify(columns),
          mapping: JSON.stringify(mapping),
          sheet: sheet.sheet,
          total_rows: columns.rows,
          problem: null,
        })
        .where("state", "=", "reading")
        .execute();
    });
  } catch (error) {
    if (!(error instanceof SpreadsheetRefused)) throw error;
    const problem = JSON.stringify({ reason: "refused", refusal: error.refusal });
    await inOrganization(app, organizationId, (ctx) =>
      updateImport(ctx, place).set({ state: "failed", problem }).where("state", "=", "reading").execute(),
    );
  }
}

async function lookAt(sheet: Spreadsheet, signal: AbortSignal): Promise<Columns> {
  const looks = sheet.headers.map(
    (header, column) =>
      new ColumnLook(
        header,
        sheet.sample.map((row) => row.cells[column] ?? ""),
      ),
  );
  let rows = 0;
  for await (const { cells } of sheet.rows()) {
    for (const [column, look] of looks.entries()) look.add(cells[column] ?? "");
    rows += 1;
    if (rows % 1000 === 0) signal.throwIfAborted();
  }
  const { kind, csv, sheets, headerLine } = sheet;
  return { kind, csv, sheets, headerLine, rows, columns: looks.map((look) => look.result) };
}
