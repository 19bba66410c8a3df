/** What holds of every relationship that goes on: somebody looks after it, and a talk with each side is due some day. */
import { sql } from "kysely";
import { dayIn } from "../../people/profiles/pause-profile.ts";
import type { Context } from "../../platform/context.ts";
import { newId } from "../../platform/identifiers.ts";
import { isGuardianIn } from "../pairs/access.ts";
import { defaultSetting } from "../settings/setting.ts";
import { findOwners, firstSupportOn, type Uncared } from "./support.ts";
import { tellNewOwners } from "./tell-new-owner.ts";

/**
 * Finds somebody for what nobody of its program looks after any more, or somebody who is in it herself. Where there is nobody, nobody
 * does, and every coordinator of the program is told in Today. Nothing is held but what changes.
 * @param heir who takes over, where somebody was named
 */
export async function keepOwners(ctx: Context, organizationId: string, heir?: string): Promise<void> {
  const uncared = await lockUncared(ctx, organizationId);
  if (uncared.length === 0) return;
  const coordinators = new Map<string, string[]>();
  const rows = await ctx.db
    .selectFrom("coordinator")
    .select(["program_id as programId", "person_id as personId"])
    .where("organization_id", "=", organizationId)
    .orderBy("created_at")
    .orderBy("person_id")
    .execute();
  for (const { programId, personId } of rows) coordinators.set(programId, [...(coordinators.get(programId) ?? []), personId]);
  const found = findOwners(uncared, coordinators, await findBurdens(ctx, organizationId), heir);
  for (const ownerId of new Set(found.map((one) => one.ownerId))) {
    const relationshipIds = found.filter((one) => one.ownerId === ownerId).map((one) => one.relationshipId);
    await ctx.db
      .updateTable("relationship")
      .set({ owner_id: ownerId })
      .where("organization_id", "=", organizationId)
      .where("id", "in", relationshipIds)
      .execute();
    if (ownerId === null) continue;
    // What nobody looked after before is no news for whoever coordinates the program now.
    const hadOwner = new Set(uncared.flatMap((one) => (one.ownerId === null ? [] : one.relationshipId)));
    await tellNewOwners(ctx, organizationId, { ownerId, relationshipIds: relationshipIds.filter((id) => hadOwner.has(id)) });
  }
}

/** Those alone whose owner changes now, held in the order of their ids: what is given to somebody by hand meanwhile stays with her. */
async function lockUncared(ctx: Context, organizationId: string): Promise<(Uncared & { readonly ownerId: string | null })[]> {
  const { rows } = await sql<Uncared & { readonly ownerId: string | null }>`
    select r.id as "relationshipId", r.program_id as "programId", r.owner_id as "ownerId",
      (select coalesce(array_agg(person_id), '{}') from (
        select p.person_id from relationship_person p where p.organization_id = r.organization_id and p.relationship_id = r.id
        union select c.person_id from coordinator c
          where c.organization_id = r.organization_id and c.program_id = r.program_id and ${isGuardianIn(sql`c.person_id`)}) near) as people
    from relationship r
    where r.organization_id = ${organizationId} and r.state <> 'concluded' and case
      when r.owner_id is null then exists (select from coordinator c where ${mayLookAfter})
      else not exists (select from coordinator c where ${mayLookAfter} and c.person_id = r.owner_id)
    end
    order by r.id for update of r`.execute(ctx.db);
  return rows;
}

/** She coordinates its program, neither is nor was in it, and is no guardian there. */
const mayLookAfter = sql`c.organization_id = r.organization_id and c.program_id = r.program_id and not exists (
  select from relationship_person p where p.organization_id = r.organization_id and p.relationship_id = r.id and p.person_id = c.person_id)
  and not ${isGuardianIn(sql`c.person_id`)}`;

async function findBurdens(ctx: Context, organizationId: string): Promise<Map<string, number>> {
  const { rows } = await sql<{ ownerId: string; n: number }>`
    select r.owner_id as "ownerId", count(*)::int as n from relationship r
    where r.organization_id = ${organizationId} and r.state <> 'concluded'
      and exists (select from coordinator c where ${mayLookAfter} and c.person_id = r.owner_id)
    group by r.owner_id`.execute(ctx.db);
  return new Map(rows.map(({ ownerId, n }) => [ownerId, n]));
}

/**
 * With whom there are talks: each of its people, and of each of them the guardian who was the first to say yes; since when, where
 * that was not the beginning.
 */
const sides = (organizationId: string, relationshipId: string | undefined) => {
  const here = relationshipId === undefined ? sql`` : sql`and p.relationship_id = ${relationshipId}`;
  return sql`
    select p.relationship_id, p.person_id, null::timestamptz as since from relationship_person p
    where p.organization_id = ${organizationId} and p.left_at is null ${here}
    union
    select relationship_id, guardian_id, min(confirmed_at) from (
      select distinct on (p.relationship_id, g.ward_id) p.relationship_id, g.guardian_id, g.confirmed_at
      from guardianship g
      join relationship_person p on p.organization_id = g.organization_id and p.person_id = g.ward_id and p.left_at is null ${here}
      where g.organization_id = ${organizationId} and g.confirmed_at is not null and g.ended_at is null
      order by p.relationship_id, g.ward_id, g.confirmed_at, g.id) first
    group by relationship_id, guardian_id`;
};

/** A talk with each who has none before her, but for one conversation; none any more where it is over, or with whoever has left. */
export async function keepContacts(ctx: Context, organizationId: string, relationshipId?: string): Promise<void> {
  const here = relationshipId === undefined ? sql`` : sql`and r.id = ${relationshipId}`;
  await sql`
    with side as materialized (${sides(organizationId, relationshipId)})
    delete from support_contact c using relationship r
    where c.organization_id = ${organizationId} and c.state = 'due' and r.organization_id = c.organization_id and r.id = c.relationship_id
      and (r.state = 'concluded' or not exists (select from side
        where side.relationship_id = c.relationship_id and side.person_id = c.person_id)) ${here}`.execute(ctx.db);
  const { rows } = await sql<{
    relationshipId: string;
    personId: string;
    begunAt: Date;
    timeZone: string;
    supportFirstMonth: number;
    supportEveryDays: number;
  }>`
    with side as materialized (${sides(organizationId, relationshipId)})
    select r.id as "relationshipId", p.person_id as "personId", greatest(r.begun_at, p.since) as "begunAt", o.time_zone as "timeZone",
      coalesce(s.support_first_month, ${defaultSetting.supportFirstMonth}::int) as "supportFirstMonth",
      coalesce(s.support_every_days, ${defaultSetting.supportEveryDays}::int) as "supportEveryDays"
    from relationship r
    join organization o on o.id = r.organization_id
    join side p on p.relationship_id = r.id
    join profile on profile.organization_id = r.organization_id and profile.person_id = p.person_id
    left join relationship_setting s on s.organization_id = r.organization_id and s.program_id = r.program_id
    where r.organization_id = ${organizationId} and r.state <> 'concluded' and r.format <> 'flash' and not exists (
      select from support_contact c where c.organization_id = r.organization_id and c.relationship_id = r.id
        and c.person_id = p.person_id and c.state = 'due') ${here}
    order by r.id, p.person_id`.execute(ctx.db);
  for (const { relationshipId: id, personId, begunAt, timeZone, ...rhythm } of rows) {
    // Where relationships were there before support was, the first talk is not long overdue but due today.
    const today = dayIn(timeZone, ctx.now);
    const first = firstSupportOn(dayIn(timeZone, begunAt), rhythm);
    await insertDue(ctx, { organizationId, relationshipId: id, personId }, first < today ? today : first);
  }
}

export async function insertDue(
  ctx: Context,
  { organizationId, relationshipId, personId }: { organizationId: string; relationshipId: string; personId: string },
  dueOn: string,
): Promise<void> {
  await ctx.db
    .insertInto("support_contact")
    .values({ organization_id: organizationId, id: newId(), relationship_id: relationshipId, person_id: personId, due_on: dueOn })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
