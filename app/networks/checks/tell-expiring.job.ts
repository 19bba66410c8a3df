/** A letter to whoever's check runs out soon: once for each check, where a program of hers wants one of its kind. */
import { sql } from "kysely";
import { type App, asSystem, type Context } from "../../platform/context.ts";
import { eachDue } from "../../platform/each-due.ts";
import { isLanguage } from "../../platform/i18n.ts";
import { job } from "../../platform/jobs.ts";
import { sendLetter } from "../../platform/letters/send-letter.ts";
import { dayIn } from "../../people/profiles/pause-profile.ts";
import { findOrganization } from "../organizations/find-organization.ts";
import { type CheckKind, checksPath, warnedDays } from "./background-check.ts";
import { expiringCheckLetter } from "./expiring-check.email.ts";
import { newestChecks } from "./missing-checks.ts";

export const tellExpiring = job<object>("checks.tell-expiring", {
  schedule: "10 6 * * *",
  atOnce: 1,
  run: (app) => tellWhoseChecksExpire(app),
});

export async function tellWhoseChecksExpire(app: App): Promise<void> {
  const organizations = await asSystem(app, async ({ db, now }) => {
    const { rows } = await sql<{ organizationId: string }>`
      select distinct organization_id as "organizationId" from background_check
      where voided_at is null and expires_on between ${now}::date - 1 and ${now}::date + ${warnedDays + 1}::int`.execute(db);
    return rows;
  });
  await eachDue(app, organizations, (ctx, { organizationId }) => tellIn(ctx, organizationId));
}

async function tellIn(ctx: Context, organizationId: string): Promise<void> {
  const organization = await findOrganization(ctx, organizationId);
  const today = dayIn(organization.timeZone, ctx.now);
  const { rows } = await sql<{
    checkId: string;
    kind: CheckKind;
    expiresOn: string;
    personId: string;
    name: string;
    email: string;
    language: string | null;
  }>`
    with newest as (${newestChecks(
      organizationId,
      sql`(select person_id from background_check where organization_id = ${organizationId} and voided_at is null
        and expires_on between ${today}::date and ${today}::date + ${warnedDays}::int)`,
    )})
    select n.id as "checkId", n.kind, n.expires_on as "expiresOn", n.person_id as "personId", o.name, a.email, a.language from newest n
    join profile o on o.organization_id = ${organizationId} and o.person_id = n.person_id
    join auth.person a on a.id = n.person_id
    where n.expires_on between ${today}::date and ${today}::date + ${warnedDays}::int and exists (
      select from participant t join program p on p.organization_id = t.organization_id and p.id = t.program_id
      where t.organization_id = ${organizationId} and t.person_id = n.person_id and t.withdrawn_at is null and p.archived_at is null
        and n.kind = any (p.needed_checks) and (t.role = 'mentor' or p.format = 'peer'))
    order by n.id`.execute(ctx.db);
  for (const { checkId, kind, expiresOn, personId, name, email, language: own } of rows) {
    const language = isLanguage(own) ? own : organization.language;
    const href = `${ctx.app.settings.publicUrl}${checksPath(organizationId, personId)}`;
    await sendLetter(ctx, {
      kind: "program",
      organization,
      to: { personId, address: email, name, language },
      occasion: `check runs out ${checkId}`,
      letter: expiringCheckLetter({ language, name, organization: organization.name, kind, expiresOn, href }),
    });
  }
}
