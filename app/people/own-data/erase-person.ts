import { sql } from "kysely";
import { audit } from "../../platform/audit.ts";
import type { Context } from "../../platform/context.ts";
import { openEveryOrganization } from "../../platform/context.ts";
import { forgetInJobs } from "../../platform/jobs.ts";
import { blankLetters, forgetInOrganization, namesOf } from "./forget-in-organization.ts";

/**
 * Takes somebody out of the whole installation, in the transaction of `ctx`: what hangs on her account goes with it, what others
 * keep loses her name. The audit keeps her number, which leads to nobody any more. The rooms above let go of her first.
 */
export async function erasePerson(ctx: Context, personId: string): Promise<void> {
  const organizationIds = await openEveryOrganization(ctx);
  const named = await namesOf(ctx, personId, organizationIds);
  const { email, names } = named;
  for (const organizationId of organizationIds) await forgetInOrganization(ctx, organizationId, named);
  await blankLetters(ctx, sql`person_id = ${personId} or lower(to_address) = lower(${email})`);
  await ctx.db.deleteFrom("answered_form").where("person_id", "=", personId).execute();
  const words = [personId, email, ...names];
  const says = (column: string) =>
    sql`exists (select from unnest(${words}::text[]) word where strpos(lower(${sql.id(column)}), lower(word)) > 0)`;
  await sql`update answered_form set location = null, notice = null where ${says("location")} or ${says("notice")}`.execute(ctx.db);
  await sql`delete from auth.verification where strpos(value, ${personId}) > 0 or strpos(lower(value), lower(${email})) > 0`.execute(
    ctx.db,
  );
  await forgetInJobs(ctx, [personId, email]);
  await ctx.db.deleteFrom("auth.person").where("id", "=", personId).execute();
  await audit(ctx, { organizationId: null, act: "person.erased", subjectKind: "person", subjectId: personId });
}
