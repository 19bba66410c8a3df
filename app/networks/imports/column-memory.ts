/** What a column was taken for stays known to the program, so that the next file needs no second thought. */
import type { Context } from "../../platform/context.ts";
import type { Columns } from "./columns.ts";
import { memoryKey } from "./guess-mapping.ts";
import type { Role } from "./import.ts";
import { type Mapping, targetCode } from "./mapping.ts";

/** Header → target; what was said about files of this role goes before what was said about the other. */
export async function recallColumns(ctx: Context, organizationId: string, programId: string, role: Role): Promise<Map<string, string>> {
  const rows = await ctx.db
    .selectFrom("column_memory")
    .select(["role", "header", "target"])
    .where("organization_id", "=", organizationId)
    .where("program_id", "=", programId)
    .execute();
  return new Map(rows.toSorted((a, b) => Number(a.role === role) - Number(b.role === role)).map(({ header, target }) => [header, target]));
}

/** Keeps it, once people were made of it; a question that was born from a column is from now on that question. */
export async function rememberColumns(
  ctx: Context,
  place: { organizationId: string; programId: string; role: Role },
  columns: Columns,
  mapping: Mapping,
): Promise<void> {
  const rows = columns.columns.map(({ header }, index) => {
    const target = mapping.columns?.[index] ?? { to: "nothing" };
    return [memoryKey(header), target.to === "new-question" ? `question:${target.question.id}` : targetCode(target)] as const;
  });
  const values = [...new Map(rows)].map(([header, target]) => ({
    organization_id: place.organizationId,
    program_id: place.programId,
    role: place.role,
    header,
    target,
  }));
  if (values.length === 0) return;
  await ctx.db
    .insertInto("column_memory")
    .values(values)
    .onConflict((conflict) =>
      conflict
        .columns(["organization_id", "program_id", "role", "header"])
        .doUpdateSet({ target: (expression) => expression.ref("excluded.target") }),
    )
    .execute();
}
