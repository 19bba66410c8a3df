import { audit } from "../../platform/audit.ts";
import type { Context } from "../../platform/context.ts";
import { lockProgram } from "./find-program.ts";
import type { ProgramFormat } from "./program.ts";

interface NewFormat {
  readonly format: ProgramFormat;
  /** Places of a mentor who has not said otherwise: in a group, as many as there is room for. */
  readonly defaultCapacity: number;
}

/** What kind of relationship the program makes from now on; what has begun stays what it is. */
export async function changeFormat(
  ctx: Context,
  organizationId: string,
  programId: string,
  { format, defaultCapacity }: NewFormat,
): Promise<void> {
  const before = await lockProgram(ctx, organizationId, programId);
  if (before.format === format && before.defaultCapacity === defaultCapacity) return;
  await ctx.db
    .updateTable("program")
    .set({ format, default_capacity: defaultCapacity })
    .where("organization_id", "=", organizationId)
    .where("id", "=", programId)
    .execute();
  const detail = { from: before.format, to: format };
  await audit(ctx, { organizationId, act: "program.format-changed", subjectKind: "program", subjectId: programId, detail });
}
