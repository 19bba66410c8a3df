import { sql } from "kysely";
import { asSystem, type App } from "../../platform/context.ts";
import { eachDue } from "../../platform/each-due.ts";
import { job } from "../../platform/jobs.ts";

/** Every night. What counts no more goes as many months later as the organization keeps things. */
export const forgetChecks = job<object>("checks.forget", { schedule: "50 4 * * *", atOnce: 1, run: (app) => forgetOldChecks(app) });

export async function forgetOldChecks(app: App): Promise<void> {
  const organizations = await asSystem(app, async ({ db, now }) => {
    const { rows } = await sql<{ organizationId: string; keepMonths: number }>`
      select o.id as "organizationId", o.keep_months as "keepMonths" from organization o
      where exists (select from background_check c where c.organization_id = o.id and ${isOver(now)})`.execute(db);
    return rows;
  });
  await eachDue(app, organizations, async ({ db, now }, { organizationId, keepMonths }) => {
    await sql`select set_config('app.forgetting', 'on', true)`.execute(db);
    await sql`
      delete from background_check c
      where c.organization_id = ${organizationId} and ${isOver(now, keepMonths)}
        -- One that was not passed goes on saying so, as long as an older one would count without it.
        and not (c.voided_at is null and exists (select from background_check o where o.organization_id = c.organization_id
          and o.person_id = c.person_id and o.kind = c.kind and o.voided_at is null and o.expires_on >= ${now}::date - 1))`.execute(db);
  });
}

const isOver = (now: Date, months = 0) =>
  sql`coalesce(c.voided_at::date, c.expires_on, c.decided_on) + make_interval(months => ${months}) < ${now}::timestamptz - interval '1 day'`;
