/** What the people of a relationship wrote is kept for a while after its end, and then goes; that there was a relationship stays. */
import { sql } from "kysely";
import { dayIn, monthsLater } from "../../people/profiles/pause-profile.ts";
import { type App, asSystem, inOrganization } from "../../platform/context.ts";
import { eachDue } from "../../platform/each-due.ts";
import { announce } from "../../platform/facts.ts";
import { job } from "../../platform/jobs.ts";
import { findRelationship, type OneRelationship } from "../life/find-life.ts";
import { findSetting } from "../settings/find-setting.ts";

/** From the end on the months are counted; a later change of the setting does not lengthen what people were told. */
export const beginRetention = job<OneRelationship & { programId: string }>("relationships.begin-retention", {
  run: (app, its) =>
    inOrganization(app, its.organizationId, async (ctx) => {
      const { concludedAt, organizationTimeZone } = await findRelationship(ctx, its);
      if (concludedAt === null) return;
      const { keepMonths } = await findSetting(ctx, its.organizationId, its.programId);
      await ctx.db
        .updateTable("relationship")
        .set({ forget_on: monthsLater(dayIn(organizationTimeZone, concludedAt), keepMonths) })
        .where("organization_id", "=", its.organizationId)
        .where("id", "=", its.relationshipId)
        .where("forget_on", "is", null)
        .execute();
    }),
});

export const forgetRelationships = job<object>("relationships.forget", {
  schedule: "31 3 * * *",
  atOnce: 1,
  run: (app) => forgetWhatIsDue(app),
});

/** Says of each that its time has come: every feature that keeps words of the two subscribes, and deletes its own. */
async function forgetWhatIsDue(app: App): Promise<void> {
  const due = await asSystem(app, ({ db, now }) =>
    db
      .selectFrom("relationship as r")
      .innerJoin("organization as o", "o.id", "r.organization_id")
      .select(["r.organization_id as organizationId", "r.program_id as programId", "r.id as relationshipId"])
      .where("r.forgotten_at", "is", null)
      // The day where the organization is, as people were told.
      .where("r.forget_on", "<=", sql<string>`(${now}::timestamptz at time zone o.time_zone)::date`)
      .orderBy("r.id")
      .execute(),
  );
  await eachDue(app, due, async (ctx, its) => {
    const { numUpdatedRows } = await ctx.db
      .updateTable("relationship")
      .set({ forgotten_at: ctx.now, reasons: "{}" })
      .where("organization_id", "=", its.organizationId)
      .where("id", "=", its.relationshipId)
      .where("forgotten_at", "is", null)
      .executeTakeFirstOrThrow();
    if (numUpdatedRows > 0n) await announce(ctx, "relationship.to-forget", its);
  });
}

/** Messages, notes and what was said at the end. A message that was reported stays with those who look after safety. */
export const forgetWords = job<OneRelationship & { programId: string }>("relationships.forget-words", {
  run: (app, { organizationId, relationshipId }) =>
    inOrganization(app, organizationId, async ({ db }) => {
      const here = sql`organization_id = ${organizationId} and relationship_id = ${relationshipId}`;
      await sql`
        delete from file where organization_id = ${organizationId} and id in (
          select f.file_id from message_file f join message m on m.organization_id = f.organization_id and m.id = f.message_id
          where m.organization_id = ${organizationId} and m.relationship_id = ${relationshipId})`.execute(db);
      await sql`delete from message where ${here}`.execute(db);
      await sql`update session set agenda = '', notes = '', cancel_words = '' where ${here}`.execute(db);
      await sql`
        update session_person set private_note = null, private_note_at = null
        where organization_id = ${organizationId} and session_id in (select id from session where ${here})`.execute(db);
      await sql`delete from session_proposal where ${here}`.execute(db);
      await sql`delete from session_action where ${here}`.execute(db);
      await sql`delete from reflection where ${here}`.execute(db);
      await sql`delete from goal where ${here}`.execute(db);
      await sql`delete from agreement_version where ${here}`.execute(db);
      await sql`delete from new_start where ${here}`.execute(db);
      await sql`delete from farewell where ${here}`.execute(db);
      await sql`update search_again set learned = '' where ${here}`.execute(db);
    }),
});
