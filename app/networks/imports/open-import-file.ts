import type { App } from "../../platform/context.ts";
import { readFileInSteps } from "../../platform/files/read-file.ts";
import { openSpreadsheet, type Spreadsheet, SpreadsheetRefused } from "../../platform/spreadsheets/index.ts";
import type { Import } from "./find-import.ts";
import { uploadLimits } from "./import.ts";

/** The file of an import, as the person said that it is to be read. */
export function openImportFile(app: App, one: Import): Promise<Spreadsheet> {
  const { organization_id: organizationId, file_id: fileId, file_name: name, sheet, reading } = one;
  if (!fileId) throw new SpreadsheetRefused({ reason: "empty" });
  return openSpreadsheet({
    name,
    source: () => readFileInSteps(app, organizationId, fileId),
    limits: { csvBytes: uploadLimits.csv, xlsxBytes: uploadLimits.xlsx },
    ...(sheet !== null && { sheet }),
    ...reading,
  });
}
