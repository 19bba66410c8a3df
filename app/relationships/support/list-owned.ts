import { sql } from "kysely";
import type { Context } from "../../platform/context.ts";
import type { LifeState } from "../life/life.ts";

export interface OwnedRelationship {
  readonly id: string;
  readonly state: LifeState;
  readonly ownerId: string | null;
  readonly names: readonly string[];
}

export const ownedPerPage = 50;

/** Relationships of a program that go on, with who looks after each; the oldest first. One statement. */
export async function listOwned(
  ctx: Context,
  { organizationId, programId }: { organizationId: string; programId: string },
  { ownerId, page }: { ownerId: string | undefined; page: number },
): Promise<{ relationships: OwnedRelationship[]; total: number }> {
  const { rows } = await sql<OwnedRelationship & { total: number }>`
    select r.id, r.state, r.owner_id as "ownerId", count(*) over ()::int as total,
      (select coalesce(jsonb_agg(o.name order by p.role desc, o.name), '[]') from relationship_person p
        join profile o on o.organization_id = p.organization_id and o.person_id = p.person_id
        where p.organization_id = r.organization_id and p.relationship_id = r.id and p.left_at is null) as names
    from relationship r
    where r.organization_id = ${organizationId} and r.program_id = ${programId} and r.state <> 'concluded'
      and (${ownerId ?? null}::uuid is null or r.owner_id = ${ownerId ?? null}::uuid)
    order by r.begun_at, r.id limit ${ownedPerPage} offset ${(page - 1) * ownedPerPage}`.execute(ctx.db);
  return { relationships: rows.map(({ total: _total, ...row }) => row), total: rows[0]?.total ?? 0 };
}
