import { audit } from "../../platform/audit.ts";
import type { Context } from "../../platform/context.ts";
import { Conflict } from "../../platform/errors.ts";
import { lockProgram } from "./find-program.ts";
import { programWords } from "./program.messages.ts";

/** Whether anybody takes, or has taken, part in the program. */
export async function hasPeople(ctx: Context, organizationId: string, programId: string): Promise<boolean> {
  const somebody = await ctx.db
    .selectFrom("participant")
    .select("id")
    .where("organization_id", "=", organizationId)
    .where("program_id", "=", programId)
    .limit(1)
    .executeTakeFirst();
  return somebody !== undefined;
}

/** Deletes a program in which nobody is or was; one with people can be archived. */
export async function deleteProgram(ctx: Context, organizationId: string, programId: string): Promise<void> {
  // Who adds somebody just now waits for this lock, and then finds no program.
  await lockProgram(ctx, organizationId, programId, "deletion");
  if (await hasPeople(ctx, organizationId, programId)) throw new Conflict((language) => programWords(language).notEmpty);
  await ctx.db.deleteFrom("program").where("organization_id", "=", organizationId).where("id", "=", programId).execute();
  await audit(ctx, { organizationId, act: "program.deleted", subjectKind: "program", subjectId: programId });
}
