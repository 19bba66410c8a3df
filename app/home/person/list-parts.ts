import { sql } from "kysely";
import { membershipIn, type PersonalContext } from "../../platform/context.ts";
import type { ParticipantRole } from "../../networks/enrollment/participant.ts";
import type { Relation } from "../../people/profiles/show-profile.ts";

/** Somebody's part in a program, as far as the asking person knows of it. */
export interface KnownPart {
  readonly participantId: string;
  readonly programId: string;
  readonly programName: string;
  readonly role: ParticipantRole;
  /** The asking person runs that program. */
  readonly isMine: boolean;
}

/** For who runs the program: each part in it; for the others: parts in the programs that both are in. */
export async function listParts(
  ctx: PersonalContext,
  organizationId: string,
  personId: string,
  relation: Relation,
): Promise<readonly KnownPart[]> {
  const membership = membershipIn(ctx, organizationId);
  const { rows } = await sql<KnownPart>`
    select p.id as "participantId", p.program_id as "programId", program.name as "programName", p.role,
      ${relation === "coordinator"} and (${membership?.role !== "member"} or p.program_id = any (${membership?.coordinates ?? []}::uuid[])) as "isMine"
    from participant p join program on program.organization_id = p.organization_id and program.id = p.program_id
    where p.organization_id = ${organizationId} and p.person_id = ${personId} and p.withdrawn_at is null
    order by program.name, p.role`.execute(ctx.db);
  const own = await ctx.db
    .selectFrom("participant")
    .select("program_id")
    .where("organization_id", "=", organizationId)
    .where("person_id", "=", ctx.actor.personId)
    .where("withdrawn_at", "is", null)
    .execute();
  const shared = new Set(own.map((row) => row.program_id));
  return rows.filter(({ isMine, programId }) => isMine || shared.has(programId));
}
