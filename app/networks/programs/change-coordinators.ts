import { audit } from "../../platform/audit.ts";
import type { Context } from "../../platform/context.ts";
import { Conflict, Invalid } from "../../platform/errors.ts";
import { announce } from "../../platform/facts.ts";
import { formWords } from "../../platform/form.messages.ts";
import { type Coordinator, listCoordinators } from "./list-coordinators.ts";
import { lockProgram } from "./find-program.ts";
import { listTeamNames } from "./list-team-names.ts";
import { programWords } from "./program.messages.ts";

/** Makes somebody on the organization's team a coordinator of the program. */
export async function addCoordinator(ctx: Context, organizationId: string, programId: string, personId: string): Promise<Coordinator> {
  await lockProgram(ctx, organizationId, programId);
  if (!(await listTeamNames(ctx, organizationId)).some((one) => one.personId === personId))
    throw new Invalid({ personId: (language) => formWords(language).choose });
  const { numInsertedOrUpdatedRows } = await ctx.db
    .insertInto("coordinator")
    .values({ organization_id: organizationId, program_id: programId, person_id: personId, created_at: ctx.now })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow();
  if (numInsertedOrUpdatedRows) await note(ctx, "program.coordinator-added", organizationId, programId, personId);
  return (await listCoordinators(ctx, organizationId, programId)).find((one) => one.personId === personId)!;
}

/** Takes somebody off the program; the last one stays, so that somebody answers for its people. */
export async function removeCoordinator(ctx: Context, organizationId: string, programId: string, personId: string): Promise<Coordinator> {
  await lockProgram(ctx, organizationId, programId);
  const all = await listCoordinators(ctx, organizationId, programId);
  const gone = all.find((one) => one.personId === personId);
  if (!gone) throw new Conflict((language) => programWords(language).notCoordinating);
  if (all.length === 1) throw new Conflict((language) => programWords(language).lastCoordinator);
  await ctx.db
    .deleteFrom("coordinator")
    .where("organization_id", "=", organizationId)
    .where("program_id", "=", programId)
    .where("person_id", "=", personId)
    .execute();
  await note(ctx, "program.coordinator-removed", organizationId, programId, personId);
  await announce(ctx, "coordinators.changed", { organizationId, programId, heirId: null });
  return gone;
}

const note = (ctx: Context, act: string, organizationId: string, programId: string, personId: string): Promise<void> =>
  audit(ctx, { organizationId, act, subjectKind: "program", subjectId: programId, detail: { personId } });
