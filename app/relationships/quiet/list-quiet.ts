import { sql } from "kysely";
import type { Context } from "../../platform/context.ts";

export interface LastContact {
  readonly relationshipId: string;
  readonly lastAt: Date;
}

/**
 * Relationships that are under way without contact since a moment, each with its last: a message, a session that was held or agreed,
 * a change of theirs, a word that they go on. Who plans to meet is in touch.
 */
export async function listQuiet(ctx: Context, organizationId: string, since: Date, only?: string): Promise<LastContact[]> {
  const { rows } = await sql<LastContact>`
    select r.id as "relationshipId", its.last_at as "lastAt"
    from relationship r
    cross join lateral (
      select greatest(
        r.begun_at,
        (select max(m.sent_at) from message m where m.organization_id = r.organization_id and m.relationship_id = r.id),
        (select max(s.ends_at) from session s
          where s.organization_id = r.organization_id and s.relationship_id = r.id and s.state in ('held', 'agreed')),
        (select max(s.agreed_at) from session s where s.organization_id = r.organization_id and s.relationship_id = r.id),
        (select max(p.proposed_at) from session_proposal p where p.organization_id = r.organization_id and p.relationship_id = r.id),
        (select max(c.at) from relationship_change c where c.organization_id = r.organization_id and c.relationship_id = r.id),
        (select q.answered_at from quiet_time q where q.organization_id = r.organization_id and q.relationship_id = r.id)
      ) as last_at) its
    where r.organization_id = ${organizationId} and r.state = 'active' and r.begun_at < ${since} and its.last_at < ${since}
      ${only === undefined ? sql`` : sql`and r.id = ${only}`}
    order by r.id`.execute(ctx.db);
  return rows;
}
