import type { Context } from "../../../platform/context.ts";
import { openOrganization } from "../../../platform/context.ts";
import { readToken } from "../entry-link.ts";

/** What stands behind an entry link, as long as its row is kept. */
export interface Entry {
  readonly invitationId: string;
  readonly organizationId: string;
  readonly organizationName: string;
  readonly organizationTimeZone: string;
  readonly programId: string | null;
  readonly programName: string | null;
  readonly personId: string;
  readonly personName: string;
  readonly email: string;
  readonly isEmailProven: boolean;
  readonly hasSecondFactor: boolean;
  readonly invitedBy: string | null;
  readonly memberRole: "administrator" | "member" | null;
  readonly isCoordinator: boolean;
  readonly destination: string;
  readonly isAccepted: boolean;
  readonly isOver: boolean;
}

/** Finds the link's row and opens its organization to this request, which is nobody's yet. */
export async function findEntry(ctx: Context, token: string, options: { toAccept?: boolean } = {}): Promise<Entry | undefined> {
  const read = readToken(token);
  if (!read) return undefined;
  await openOrganization(ctx, read.organizationId);
  let query = ctx.db
    .selectFrom("invitation as i")
    .innerJoin("organization as o", "o.id", "i.organization_id")
    .innerJoin("auth.person as p", "p.id", "i.person_id")
    .leftJoin("program", (join) => join.onRef("program.organization_id", "=", "i.organization_id").onRef("program.id", "=", "i.program_id"))
    .leftJoin("profile as own", (join) =>
      join.onRef("own.organization_id", "=", "i.organization_id").onRef("own.person_id", "=", "i.person_id"),
    )
    .leftJoin("profile as inviter", (join) =>
      join.onRef("inviter.organization_id", "=", "i.organization_id").onRef("inviter.person_id", "=", "i.created_by"),
    )
    .select([
      "i.id",
      "i.program_id",
      "i.person_id",
      "i.member_role",
      "i.is_coordinator",
      "i.destination",
      "i.accepted_at",
      "i.expires_at",
      "o.name as organizationName",
      "o.time_zone as organizationTimeZone",
      "program.name as programName",
      "own.name as ownName",
      "inviter.name as inviterName",
      "p.name as personName",
      "p.email",
      "p.email_verified",
      "p.two_factor_enabled",
    ])
    .where("i.organization_id", "=", read.organizationId)
    .where("i.token_hash", "=", read.hash);
  // Of two clicks at once, the second waits and then finds it accepted.
  if (options.toAccept) query = query.forUpdate("i");
  const row = await query.executeTakeFirst();
  return (
    row && {
      invitationId: row.id,
      organizationId: read.organizationId,
      organizationName: row.organizationName,
      organizationTimeZone: row.organizationTimeZone,
      programId: row.program_id,
      programName: row.programName,
      personId: row.person_id,
      personName: row.ownName ?? row.personName,
      email: row.email,
      isEmailProven: row.email_verified,
      hasSecondFactor: row.two_factor_enabled,
      invitedBy: row.inviterName,
      memberRole: row.member_role,
      isCoordinator: row.is_coordinator,
      destination: row.destination,
      isAccepted: row.accepted_at !== null,
      isOver: row.expires_at <= ctx.now,
    }
  );
}
