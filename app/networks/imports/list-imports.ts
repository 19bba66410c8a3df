import type { Context } from "../../platform/context.ts";
import type { Counts, ImportState, Role } from "./import.ts";

export interface ListedImport {
  readonly id: string;
  readonly fileName: string;
  readonly role: Role;
  readonly state: ImportState;
  readonly counts: Counts;
  readonly createdAt: Date;
  readonly by: string | null;
}

/** The imports of a program, the newest first, a page at a time. */
export async function listImports(
  ctx: Context,
  { organizationId, programId, page, pageSize }: { organizationId: string; programId: string; page: number; pageSize: number },
): Promise<{ imports: ListedImport[]; total: number }> {
  const rows = await ctx.db
    .selectFrom("spreadsheet_import as i")
    .leftJoin("profile as p", (join) => join.onRef("p.person_id", "=", "i.created_by").on("p.organization_id", "=", organizationId))
    .select([
      "i.id",
      "i.file_name as fileName",
      "i.role",
      "i.state",
      "i.counts",
      "i.created_at as createdAt",
      "p.name as by",
      (expression) => expression.fn.countAll<number>().over().as("total"),
    ])
    .where("i.organization_id", "=", organizationId)
    .where("i.program_id", "=", programId)
    .orderBy("i.created_at", "desc")
    .orderBy("i.id", "desc")
    .limit(pageSize)
    .offset((page - 1) * pageSize)
    .execute();
  return { imports: rows, total: rows[0]?.total ?? 0 };
}
