import { z } from "zod";
import { audit } from "../../platform/audit.ts";
import type { Context } from "../../platform/context.ts";
import { announce } from "../../platform/facts.ts";
import { choices } from "../../platform/form-fields.ts";
import { lockProgram } from "../programs/find-program.ts";
import { checkKinds } from "./background-check.ts";

export const NeededChecks = z.object({ kinds: choices(checkKinds.length) });

/** Which checks the program wants of its mentors before anything begins; what has begun goes on, and is seen in Today. */
export async function needChecks(
  ctx: Context,
  { organizationId, programId }: { organizationId: string; programId: string },
  { kinds }: z.output<typeof NeededChecks>,
): Promise<void> {
  const { neededChecks: before } = await lockProgram(ctx, organizationId, programId);
  const needed = checkKinds.filter((kind) => kinds.includes(kind));
  if (needed.join() === before.join()) return;
  await ctx.db
    .updateTable("program")
    .set({ needed_checks: needed })
    .where("organization_id", "=", organizationId)
    .where("id", "=", programId)
    .execute();
  await audit(ctx, {
    organizationId,
    act: "program.checks-changed",
    subjectKind: "program",
    subjectId: programId,
    detail: { from: before, to: needed },
  });
  await announce(ctx, "checks.changed", { organizationId, personId: null, programId });
}
