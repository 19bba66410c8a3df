import { sql } from "kysely";
import type { Context } from "../../platform/context.ts";
import type { RequestLoad } from "./request.ts";

const month = 30 * 86_400_000;

/**
 * How much is asked of each mentor of a program who takes part, in one statement; `askable` says what follows from it. With
 * `among`, of these mentors only.
 */
export async function loadOfMentors(
  ctx: Context,
  organizationId: string,
  programId: string,
  among?: readonly string[],
): Promise<ReadonlyMap<string, RequestLoad>> {
  const monthAgo = new Date(ctx.now.getTime() - month);
  const { rows } = await sql<RequestLoad & { id: string; oldest: Date | null }>`
    with held as (
      select mentor_id as id, count(*)::int as places from offer
      where organization_id = ${organizationId} and program_id = ${programId} and state in ('open', 'accepted') group by mentor_id),
    asked as (
      select mentor_id as id, count(*) filter (where state = 'open')::int as open, min(answer_by) filter (where state = 'open') as next,
        count(*) filter (where created_at > ${monthAgo})::int as recent, min(created_at) filter (where created_at > ${monthAgo}) as oldest
      from request where organization_id = ${organizationId} and program_id = ${programId} group by mentor_id)
    select p.id, greatest(0, coalesce(p.capacity, program.default_capacity) - coalesce(held.places, 0)) as "freePlaces",
      coalesce(asked.open, 0) as open, asked.next as "nextAnswerBy", l.each_month as "eachMonth",
      coalesce(asked.recent, 0) as "lastMonth", asked.oldest
    from participant p
    join program on program.organization_id = p.organization_id and program.id = p.program_id
    left join held on held.id = p.id
    left join asked on asked.id = p.id
    left join request_limit l on l.organization_id = p.organization_id and l.participant_id = p.id
    where p.organization_id = ${organizationId} and p.program_id = ${programId} and p.role = 'mentor' and p.withdrawn_at is null
      ${among ? sql`and p.id = any (${among}::uuid[])` : sql``}`.execute(ctx.db);
  return new Map(rows.map(({ id, oldest, ...load }) => [id, { ...load, monthPassesAt: oldest && new Date(oldest.getTime() + month) }]));
}
