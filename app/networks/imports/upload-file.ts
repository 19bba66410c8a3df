import { z } from "zod";
import type { PersonalContext } from "../../platform/context.ts";
import { Invalid } from "../../platform/errors.ts";
import { storeFile } from "../../platform/files/store-file.ts";
import { choice, upload } from "../../platform/form-fields.ts";
import { newId } from "../../platform/identifiers.ts";
import { openSpreadsheet, spreadsheetWords, SpreadsheetRefused, tell } from "../../platform/spreadsheets/index.ts";
import { roles, uploadLimits } from "./import.ts";
import { lookOver } from "./look-over.job.ts";

export const UploadShape = z.object({ role: choice(roles), file: upload() });

const contentOf = (file: File): AsyncIterable<Uint8Array> => file.stream();

/** Takes a file in, if it is one that can be read; what is in it is looked at by a job. Returns the id of the new import. */
export async function uploadFile(
  ctx: PersonalContext,
  { organizationId, programId }: { organizationId: string; programId: string },
  { role, file }: z.output<typeof UploadShape>,
): Promise<string> {
  await assertReadable(file);
  const importId = newId();
  const fileId = await storeFile(ctx, {
    organizationId,
    kind: "import",
    name: file.name,
    contentType: file.type || "application/octet-stream",
    content: contentOf(file),
  });
  await ctx.db
    .insertInto("spreadsheet_import")
    .values({
      organization_id: organizationId,
      id: importId,
      program_id: programId,
      role,
      file_id: fileId,
      file_name: file.name.slice(-200).toWellFormed().replaceAll("\0", ""),
      created_by: ctx.actor.personId,
      created_at: ctx.now,
    })
    .execute();
  await ctx.app.jobs.enqueue(ctx, lookOver, { organizationId, programId, importId });
  return importId;
}

/** Says at once, and at the field, what is the matter with a file that cannot be read. */
async function assertReadable(file: File): Promise<void> {
  try {
    await openSpreadsheet({
      name: file.name,
      source: () => contentOf(file),
      limits: { csvBytes: uploadLimits.csv, xlsxBytes: uploadLimits.xlsx },
    });
  } catch (error) {
    if (!(error instanceof SpreadsheetRefused)) throw error;
    const { refusal } = error;
    throw new Invalid({ file: (language) => tell(spreadsheetWords(language).refused, refusal) });
  }
}
