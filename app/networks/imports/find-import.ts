import type { Selectable } from "kysely";
import type { Context } from "../../platform/context.ts";
import { found } from "../../platform/errors.ts";
import type { SpreadsheetImportTable } from "./table.ts";

export type Import = Selectable<SpreadsheetImportTable>;

/** The address of one import, and of the thing in it. */
export interface ImportPlace {
  readonly organizationId: string;
  readonly programId: string;
  readonly importId: string;
}

const one = (ctx: Context, { organizationId, programId, importId }: ImportPlace) =>
  ctx.db
    .selectFrom("spreadsheet_import")
    .selectAll()
    .where("organization_id", "=", organizationId)
    .where("program_id", "=", programId)
    .where("id", "=", importId);

/** The import of this program; NotFound where there is none. */
export const findImport = async (ctx: Context, place: ImportPlace): Promise<Import> => found(await one(ctx, place).executeTakeFirst());

/** The same, held until the transaction ends, so that two steps of one import never interleave. */
export const lockImport = async (ctx: Context, place: ImportPlace): Promise<Import> =>
  found(await one(ctx, place).forUpdate().executeTakeFirst());

/** For jobs: undefined where it was discarded meanwhile. */
export const lookForImport = (ctx: Context, place: ImportPlace): Promise<Import | undefined> => one(ctx, place).executeTakeFirst();

export const updateImport = (ctx: Context, { organizationId, importId }: Pick<ImportPlace, "organizationId" | "importId">) =>
  ctx.db.updateTable("spreadsheet_import").where("organization_id", "=", organizationId).where("id", "=", importId);
