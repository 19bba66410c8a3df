import { sql } from "kysely";
import { findProgram } from "../../networks/programs/find-program.ts";
import { listDimensions } from "../../inclusion/self-description/list-dimensions.ts";
import type { Context } from "../../platform/context.ts";
import { findMode } from "../modes/find-mode.ts";
import type { TakingPart } from "./list-candidates.ts";
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

/** Mentees among these who have ranked somebody among these. */
export async function countRanked(
  ctx: Context,
  organizationId: string,
  programId: string,
  { mentees, mentors }: Pick<TakingPart, "mentees" | "mentors">,
): Promise<number> {
  const ids = (people: readonly { readonly id: string }[]): string[] => people.map(({ id }) => id);
  const { rows } = await sql<{ people: number }>`
    select count(distinct participant_id)::int as people from choice
    where organization_id = ${organizationId} and program_id = ${programId}
      and participant_id = any (${ids(mentees)}::uuid[]) and about_id = any (${ids(mentors)}::uuid[])`.execute(ctx.db);
  return rows[0]!.people;
}
