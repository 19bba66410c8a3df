import { sql } from "kysely";
import type { Context } from "../../platform/context.ts";
import type { ImportPlace } from "./find-import.ts";

/** Takes the parts, profiles and memberships away that the import made, unless somebody needs them meanwhile. */
export async function removeMade(ctx: Context, { organizationId, importId }: ImportPlace): Promise<void> {
  const made = (what: string) => sql`
    (select person_id, participant_id from import_change
     where organization_id = ${organizationId} and import_id = ${importId} and ${what} = any (made)) c`;
  await sql`
    delete from participant pt using ${made("participant")} where pt.organization_id = ${organizationId} and pt.id = c.participant_id`.execute(
    ctx.db,
  );
  await sql`
    delete from profile p using ${made("profile")}
    where p.organization_id = ${organizationId} and p.person_id = c.person_id
      and not exists (select from participant pt where pt.organization_id = ${organizationId} and pt.person_id = c.person_id)
      and not exists (select from member m where m.organization_id = ${organizationId} and m.person_id = c.person_id
                      and (m.role <> 'member' or m.joined_at is not null))
      and not exists (select from coordinator co where co.organization_id = ${organizationId} and co.person_id = c.person_id)`.execute(
    ctx.db,
  );
  await sql`
    delete from member m using ${made("member")}
    where m.organization_id = ${organizationId} and m.person_id = c.person_id and m.role = 'member' and m.joined_at is null
      and not exists (select from profile p where p.organization_id = ${organizationId} and p.person_id = c.person_id)
      and not exists (select from coordinator co where co.organization_id = ${organizationId} and co.person_id = c.person_id)`.execute(
    ctx.db,
  );
}

/**
 * Takes the accounts away that the import made and nobody uses: no way in, no part in any organization. Other organizations
 * are looked at only for whether they hold the person; this is the last step, because it opens all of them to the transaction.
 */
export async function removePeople(ctx: Context, { organizationId, importId }: ImportPlace): Promise<void> {
  // Held first: whoever makes them a member in this very moment has to wait, and finds them gone or is seen below.
  await sql`
    select from auth.person p join import_change c on c.person_id = p.id
    where c.organization_id = ${organizationId} and c.import_id = ${importId} and 'person' = any (c.made)
    order by p.id for update of p`.execute(ctx.db);
  await sql`select set_config('app.system', 'on', true)`.execute(ctx.db);
  await sql`select set_config('app.organization_ids', (select array_agg(id)::text from organization), true)`.execute(ctx.db);
  await sql`
    delete from auth.person p using import_change c
    where c.organization_id = ${organizationId} and c.import_id = ${importId} and 'person' = any (c.made) and p.id = c.person_id
      and not p.email_verified
      and not exists (select from member m where m.person_id = p.id)
      and not exists (select from auth.credential a where a.person_id = p.id)
      and not exists (select from auth.session s where s.person_id = p.id)
      and not exists (select from installation where owner_person_id = p.id)`.execute(ctx.db);
  await sql`select set_config('app.system', '', true), set_config('app.organization_ids', ${`{${organizationId}}`}, true)`.execute(ctx.db);
}
