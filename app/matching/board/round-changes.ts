import { sql } from "kysely";
import type { Context } from "../../platform/context.ts";
import { listCriteria } from "../criteria/list-criteria.ts";
import { setAside } from "../criteria/list-never-pairs.ts";
import type { Round } from "../rounds/list-rounds.ts";

/** What is otherwise now than when the round ran, so that running again would say more. */
export interface RoundChanges {
  readonly newLocks: number;
  readonly releasedLocks: number;
  readonly newBans: number;
  readonly criteria: boolean;
  /** Locks on somebody who took no part, or has left: they bind nobody. */
  readonly idleLocks: number;
  /** Locks on two of whom one has set the other aside: no round keeps them. */
  readonly barredLocks: number;
}

export async function roundChanges(ctx: Context, organizationId: string, round: Round): Promise<RoundChanges> {
  const aside = setAside(organizationId, round.program_id);
  const { rows } = await sql<Omit<RoundChanges, "criteria">>`
    select
      (select count(*)::int from pair_wish w
        join participant m on m.organization_id = w.organization_id and m.id = w.mentee_id and m.withdrawn_at is null
        join participant n on n.organization_id = w.organization_id and n.id = w.mentor_id and n.withdrawn_at is null
        where w.organization_id = ${organizationId} and w.program_id = ${round.program_id} and w.kind = 'lock'
          and (w.mentee_id, w.mentor_id) not in ${aside}
          and not exists (select from round_pair rp where rp.organization_id = w.organization_id and rp.round_id = ${round.id}
            and rp.mentee_id = w.mentee_id and rp.mentor_id = w.mentor_id and rp.is_locked)) as "newLocks",
      (select count(*)::int from pair_wish w
        join participant m on m.organization_id = w.organization_id and m.id = w.mentee_id
        join participant n on n.organization_id = w.organization_id and n.id = w.mentor_id
        where w.organization_id = ${organizationId} and w.program_id = ${round.program_id} and w.kind = 'lock'
          and (m.withdrawn_at is not null or n.withdrawn_at is not null)) as "idleLocks",
      (select count(*)::int from pair_wish w
        join participant m on m.organization_id = w.organization_id and m.id = w.mentee_id and m.withdrawn_at is null
        join participant n on n.organization_id = w.organization_id and n.id = w.mentor_id and n.withdrawn_at is null
        where w.organization_id = ${organizationId} and w.program_id = ${round.program_id} and w.kind = 'lock'
          and (w.mentee_id, w.mentor_id) in ${aside}) as "barredLocks",
      (select count(*)::int from round_pair rp
        where rp.organization_id = ${organizationId} and rp.round_id = ${round.id} and rp.is_locked
          and not exists (select from pair_wish w where w.organization_id = rp.organization_id and w.mentee_id = rp.mentee_id
            and w.mentor_id = rp.mentor_id and w.kind = 'lock')) as "releasedLocks",
      (select count(*)::int from pair_wish w
        where w.organization_id = ${organizationId} and w.program_id = ${round.program_id} and w.kind = 'forbid'
          and w.created_at > ${round.created_at}) as "newBans"`.execute(ctx.db);
  const now = await listCriteria(ctx, organizationId, round.program_id);
  return { ...rows[0]!, criteria: asText(now) !== asText(round.criteria.criteria) };
}

/** The same criteria have the same text, whatever the order of their properties. */
const asText = (criteria: readonly object[]): string =>
  JSON.stringify(criteria, (_key, value: unknown) =>
    value !== null && typeof value === "object" && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );

export const isChanged = (changes: RoundChanges): boolean =>
  changes.criteria || changes.newLocks > 0 || changes.releasedLocks > 0 || changes.newBans > 0;
