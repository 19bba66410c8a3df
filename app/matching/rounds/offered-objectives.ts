import { sql } from "kysely";
import { findProgram } from "../../networks/programs/find-program.ts";
import { listDimensions } from "../../inclusion/self-description/list-dimensions.ts";
import type { Context } from "../../platform/context.ts";
import { findMode } from "../modes/find-mode.ts";
import type { RoundObjective } from "./round.ts";
import { offeredObjectives, usualGuarantee } from "./round-settings.ts";

/** What rounds of this program can go by; the first is what it is proposed. */
export async function objectivesOf(
  ctx: Context,
  organizationId: string,
  programId: string,
): Promise<{
  objectives: RoundObjective[];
  dimensions: { readonly id: string; readonly label: string }[];
  guaranteedChoices: number;
  groupSize: { readonly least: number; readonly most: number };
}> {
  const mode = await findMode(ctx, organizationId, programId);
  const { format } = await findProgram(ctx, organizationId, programId);
  const dimensions = await listDimensions(ctx, organizationId, programId);
  return {
    objectives: offeredObjectives(mode, dimensions.length, format),
    dimensions,
    guaranteedChoices: mode.guaranteedChoices ?? Math.min(usualGuarantee, mode.menteeChoices),
    groupSize: { least: mode.groupLeast, most: mode.groupMost },
  };
}

/** Mentees of the program who have ranked somebody. */
export async function countRanked(ctx: Context, organizationId: string, programId: string): Promise<number> {
  const { rows } = await sql<{ people: number }>`
    select count(distinct c.participant_id)::int as people from choice c
    join participant p on p.organization_id = c.organization_id and p.id = c.participant_id and p.role = 'mentee' and p.withdrawn_at is null
    where c.organization_id = ${organizationId} and c.program_id = ${programId}`.execute(ctx.db);
  return rows[0]?.people ?? 0;
}
