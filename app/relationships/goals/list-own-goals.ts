import { sql } from "kysely";
import type { PersonalContext } from "../../platform/context.ts";
import type { Level } from "./goal.ts";

export interface OwnGoal {
  readonly organizationId: string;
  readonly relationshipId: string;
  readonly id: string;
  readonly title: string;
  readonly scale: readonly string[];
  readonly state: "proposed" | "agreed";
  /** Somebody else proposed it, and she has not decided. */
  readonly isAsked: boolean;
  readonly latest: { readonly level: Level; readonly at: Date } | null;
}

/** Hers that she works on, or is asked about, with where each stands: from all open organizations. */
export async function listOwnGoals(ctx: PersonalContext, limit = 20): Promise<OwnGoal[]> {
  const { rows } = await sql<Omit<OwnGoal, "latest"> & { level: Level | null; at: Date | null }>`
    select g.organization_id as "organizationId", g.relationship_id as "relationshipId", g.id, g.title, g.scale, g.state,
      g.state = 'proposed' and g.proposed_by is distinct from mine.person_id as "isAsked", l.level, l.at
    from relationship_person mine
    join relationship r on r.organization_id = mine.organization_id and r.id = mine.relationship_id
    join goal g on g.organization_id = r.organization_id and g.participant_id = mine.participant_id and g.relationship_id = r.id
    left join lateral (
      select level, at from goal_level where organization_id = g.organization_id and goal_id = g.id order by at desc, id desc limit 1) l on true
    where mine.person_id = ${ctx.actor.personId} and mine.left_at is null and r.state <> 'concluded' and g.state in ('proposed', 'agreed')
    order by "isAsked" desc, g.proposed_at, g.id limit ${limit}`.execute(ctx.db);
  return rows.map(({ level, at, ...goal }) => ({ ...goal, latest: level === null || at === null ? null : { level, at } }));
}
