import { sql } from "kysely";
import { audit } from "../../platform/audit.ts";
import type { PersonalContext } from "../../platform/context.ts";
import { announceEach } from "../../platform/facts.ts";
import { forgetInChecks } from "../checks/forget-in-checks.ts";
import { lockTeam, requireOtherOwner } from "./team.ts";

/** Whoever leaves: by what lists of people name her. */
interface Leaving {
  readonly email: string;
  readonly names: readonly string[];
}

/**
 * Takes the asking person out of the organization, with her profile, her places in programs and all that hangs on them. Lists
 * that coordinators read in lose her line. The last owner cannot go.
 */
export async function endMembership(ctx: PersonalContext, organizationId: string, { email, names }: Leaving): Promise<void> {
  const { personId } = ctx.actor;
  if ((await lockTeam(ctx, organizationId)) === "owner") await requireOtherOwner(ctx, organizationId, personId);
  const hers = sql`r.organization_id = ${organizationId} and (r.person_id = ${personId} or r.new_person_id = ${personId} or r.email = ${email})`;
  await sql`
    delete from import_problem p using import_row r
    where ${hers} and p.organization_id = r.organization_id and p.import_id = r.import_id and p.line = r.line`.execute(ctx.db);
  await sql`delete from import_row r where ${hers}`.execute(ctx.db);
  // Samples of what the columns held, once nobody needs them to recognize a column by.
  await sql`
    update spreadsheet_import set columns = null where organization_id = ${organizationId} and finished_at is not null
      and exists (select from unnest(${[email, ...names]}::text[]) word where strpos(lower(columns::text), lower(word)) > 0)`.execute(
    ctx.db,
  );
  const coordinated = await ctx.db
    .deleteFrom("coordinator")
    .where("organization_id", "=", organizationId)
    .where("person_id", "=", personId)
    .returning("program_id as programId")
    .execute();
  await announceEach(
    ctx,
    "coordinators.changed",
    coordinated.map(({ programId }) => ({ organizationId, programId, heirId: null })),
  );
  await forgetInChecks(ctx, organizationId, personId);
  for (const table of ["import_change", "invitation", "member", "profile"] as const)
    await ctx.db.deleteFrom(table).where("organization_id", "=", organizationId).where("person_id", "=", personId).execute();
  await audit(ctx, { organizationId, act: "member.left", subjectKind: "person", subjectId: personId });
}

/** Organizations of which she is the only owner who has ever signed in: somebody has to take them over before she can go. */
export async function listOwnedAlone(ctx: PersonalContext): Promise<{ id: string; name: string }[]> {
  return ctx.db
    .selectFrom("member")
    .innerJoin("organization", "organization.id", "member.organization_id")
    .select(["organization.id", "organization.name"])
    .where("member.person_id", "=", ctx.actor.personId)
    .where("member.role", "=", "owner")
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom("member as other")
            .select("other.person_id")
            .whereRef("other.organization_id", "=", "member.organization_id")
            .where("other.role", "=", "owner")
            .where("other.person_id", "<>", ctx.actor.personId)
            .where("other.joined_at", "is not", null),
        ),
      ),
    )
    .orderBy("organization.name")
    .execute();
}
