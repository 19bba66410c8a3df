/** What holds of every relationship that goes on: somebody looks after it, and a talk with each side is due some day. */
import { sql } from "kysely";
import { dayIn } from "../../people/profiles/pause-profile.ts";
import type { Context } from "../../platform/context.ts";
import { newId } from "../../platform/identifiers.ts";
import { defaultSetting } from "../settings/setting.ts";
import { findOwners, firstSupportOn, type Owned } from "./support.ts";
import { tellNewOwners } from "./tell-new-owner.ts";

/** Finds somebody for what nobody of its program looks after any more. @param heir who takes over, where somebody was named */
export async function keepOwners(ctx: Context, organizationId: string, heir?: string): Promise<void> {
  const coordinators = new Map<string, string[]>();
  const rows = await ctx.db
    .selectFrom("coordinator")
    .select(["program_id as programId", "person_id as personId"])
    .where("organization_id", "=", organizationId)
    .orderBy("created_at")
    .orderBy("person_id")
    .execute();
  for (const { programId, personId } of rows) coordinators.set(programId, [...(coordinators.get(programId) ?? []), personId]);
  const owned: Owned[] = await ctx.db
    .selectFrom("relationship")
    .select(["id as relationshipId", "program_id as programId", "owner_id as ownerId"])
    .where("organization_id", "=", organizationId)
    .where("state", "<>", "concluded")
    .orderBy("id")
    .execute();
  const found = findOwners(owned, coordinators, heir);
  for (const ownerId of new Set(found.map((one) => one.ownerId))) {
    const relationshipIds = found.filter((one) => one.ownerId === ownerId).map((one) => one.relationshipId);
    // What somebody was given meanwhile by hand stays with her.
    const given = await ctx.db
      .updateTable("relationship")
      .set({ owner_id: ownerId })
      .where("organization_id", "=", organizationId)
      .where("id", "in", relationshipIds)
      .where((eb) =>
        eb.not(
          eb.exists(
            eb
              .selectFrom("coordinator as c")
              .select("c.person_id")
              .whereRef("c.organization_id", "=", "relationship.organization_id")
              .whereRef("c.program_id", "=", "relationship.program_id")
              .whereRef("c.person_id", "=", "relationship.owner_id"),
          ),
        ),
      )
      .returning("id")
      .execute();
    // What nobody looked after before is no news for whoever coordinates the program now.
    const hadOwner = new Set(owned.flatMap((one) => (one.ownerId === null ? [] : one.relationshipId)));
    const taken = given.map(({ id }) => id).filter((id) => hadOwner.has(id));
    await tellNewOwners(ctx, organizationId, { ownerId, relationshipIds: taken });
  }
}

/** A talk with each who has none before her, but for one conversation; none any more where it is over, or with whoever has left. */
export async function keepContacts(ctx: Context, organizationId: string, relationshipId?: string): Promise<void> {
  const here = relationshipId === undefined ? sql`` : sql`and r.id = ${relationshipId}`;
  await sql`
    delete from support_contact c using relationship r
    where c.organization_id = ${organizationId} and c.state = 'due' and r.organization_id = c.organization_id and r.id = c.relationship_id
      and (r.state = 'concluded' or not exists (select from relationship_person p where p.organization_id = c.organization_id
        and p.relationship_id = c.relationship_id and p.person_id = c.person_id and p.left_at is null)) ${here}`.execute(ctx.db);
  const { rows } = await sql<{
    relationshipId: string;
    personId: string;
    begunAt: Date;
    timeZone: string;
    supportFirstMonth: number;
    supportEveryDays: number;
  }>`
    select r.id as "relationshipId", p.person_id as "personId", r.begun_at as "begunAt", o.time_zone as "timeZone",
      coalesce(s.support_first_month, ${defaultSetting.supportFirstMonth}::int) as "supportFirstMonth",
      coalesce(s.support_every_days, ${defaultSetting.supportEveryDays}::int) as "supportEveryDays"
    from relationship r
    join organization o on o.id = r.organization_id
    join relationship_person p on p.organization_id = r.organization_id and p.relationship_id = r.id and p.left_at is null
    join profile on profile.organization_id = p.organization_id and profile.person_id = p.person_id
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
