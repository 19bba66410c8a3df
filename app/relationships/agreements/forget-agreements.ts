import { sql } from "kysely";
import type { Context } from "../../platform/context.ts";

/** What was agreed stays for the others; that she wrote and signed it goes. */
export async function forgetAgreements(ctx: Context, organizationId: string, personId: string): Promise<void> {
  await sql`delete from agreement_signature where organization_id = ${organizationId} and person_id = ${personId}`.execute(ctx.db);
  await sql`update agreement_version set made_by = null where organization_id = ${organizationId} and made_by = ${personId}`.execute(
    ctx.db,
  );
  await sql`update agreement_template set changed_by = null where organization_id = ${organizationId} and changed_by = ${personId}`.execute(
    ctx.db,
  );
}
