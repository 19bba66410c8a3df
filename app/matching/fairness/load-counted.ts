import { sql } from "kysely";
import type { Context } from "../../platform/context.ts";

/** A mentee of a round as it left her, without anything she says of herself. */
export interface RoundMentee {
  readonly id: string;
  readonly weight: number | null;
  readonly choice: number | null;
  readonly waitDays: number;
}

/** All mentees of the round, with the days since they came in until its offer, or so far; in one statement. */
export async function loadRoundMentees(ctx: Context, organizationId: string, roundId: string): Promise<RoundMentee[]> {
  const { rows } = await sql<RoundMentee>`
    with mentee as (
      select mentee_id as id, weight, choice from round_pair where organization_id = ${organizationId} and round_id = ${roundId}
      union all
      select mentee_id, null, null from round_unmatched where organization_id = ${organizationId} and round_id = ${roundId}),
    offered as (
      select mentee_id as id, min(created_at) as at from offer
      where organization_id = ${organizationId} and round_id = ${roundId} group by mentee_id)
    select mentee.id, mentee.weight, mentee.choice,
      greatest(0, floor(extract(epoch from coalesce(offered.at, ${ctx.now}) - coalesce(p.joined_at, p.created_at)) / 86400))::int as "waitDays"
    from mentee
    join participant p on p.organization_id = ${organizationId} and p.id = mentee.id
    left join offered on offered.id = mentee.id
    order by mentee.id`.execute(ctx.db);
  return rows;
}
