import { sql } from "kysely";
import type { Context } from "../../platform/context.ts";
import type { OneRelationship } from "../life/find-life.ts";

export interface Meetings {
  /** Whether they have met. */
  readonly hasMet: boolean;
  /** A session was held, or one is agreed. */
  readonly isPlanned: boolean;
  /** Times for a session wait for somebody's word. */
  readonly isProposed: boolean;
  /** When the next one begins. */
  readonly next: Date | null;
}

/** How far they have come with meeting. One statement. */
export async function findMeetings(ctx: Context, { organizationId, relationshipId }: OneRelationship): Promise<Meetings> {
  const { rows } = await sql<Meetings>`
    select
      exists (select from session where organization_id = its.o and relationship_id = its.r and state = 'held') as "hasMet",
      exists (select from session where organization_id = its.o and relationship_id = its.r and state in ('agreed', 'held')) as "isPlanned",
      exists (select from session_proposal where organization_id = its.o and relationship_id = its.r and state = 'open') as "isProposed",
      (select min(starts_at) from session where organization_id = its.o and relationship_id = its.r and state = 'agreed'
        and ends_at > ${ctx.now}) as next
    from (values (${organizationId}::uuid, ${relationshipId}::uuid)) as its (o, r)`.execute(ctx.db);
  return rows[0]!;
}
