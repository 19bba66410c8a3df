import { sql } from "kysely";
import type { Context } from "../../platform/context.ts";

export interface Choice {
  readonly participantId: string;
  readonly aboutId: string;
  /** From 1, without gaps. */
  readonly rank: number;
}

/** All choices of a program between people who are still in it, each list in its order. */
export async function listChoices(ctx: Context, organizationId: string, programId: string): Promise<Choice[]> {
  const { rows } = await sql<Choice>`
    select c.participant_id as "participantId", c.about_id as "aboutId",
      row_number() over (partition by c.participant_id order by c.rank)::int as rank
    from choice c
    join participant whose on whose.organization_id = c.organization_id and whose.id = c.participant_id and whose.withdrawn_at is null
    join participant about on about.organization_id = c.organization_id and about.id = c.about_id and about.withdrawn_at is null
    where c.organization_id = ${organizationId} and c.program_id = ${programId}
    order by c.participant_id, rank`.execute(ctx.db);
  return rows;
}

export interface Refusal {
  readonly participantId: string;
  readonly aboutId: string;
}

/** Who does not want whom. For the program's own work alone: the other side is never told, and coordinators are told a number. */
export async function listRefusals(ctx: Context, organizationId: string, programId: string): Promise<Refusal[]> {
  return ctx.db
    .selectFrom("refusal")
    .select(["participant_id as participantId", "about_id as aboutId"])
    .where("organization_id", "=", organizationId)
    .where("program_id", "=", programId)
    .execute();
}
