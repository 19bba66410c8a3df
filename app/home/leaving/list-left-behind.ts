import { sql } from "kysely";
import type { Context } from "../../platform/context.ts";
import type { ParticipantRole } from "../../networks/enrollment/participant.ts";

/** Somebody who counts on the one who leaves. */
export interface LeftBehind {
  readonly programId: string;
  readonly programName: string;
  /** They are a pair, or one of them is still to answer. */
  readonly tie: "pair" | "offer";
  readonly tieId: string;
  /** What the one who leaves is in it. */
  readonly role: ParticipantRole;
  readonly personId: string;
  readonly name: string;
  readonly email: string;
  readonly language: string | null;
}

export async function listLeftBehind(ctx: Context, organizationId: string, personId: string): Promise<LeftBehind[]> {
  const { rows } = await sql<LeftBehind>`
    with tie as (
      select r.program_id, 'pair' as tie, r.id, mine.role, theirs.person_id
      from relationship_person mine
      join relationship r on r.organization_id = mine.organization_id and r.id = mine.relationship_id and r.state <> 'concluded'
      join relationship_person theirs on theirs.organization_id = r.organization_id and theirs.relationship_id = r.id
        and theirs.person_id <> mine.person_id
      where mine.organization_id = ${organizationId} and mine.person_id = ${personId}
      union all
      select o.program_id, 'offer', o.id, mine.role, theirs.person_id
      from participant mine
      join offer o on o.organization_id = mine.organization_id and mine.id in (o.mentee_id, o.mentor_id) and o.state = 'open'
      join participant theirs on theirs.organization_id = o.organization_id and theirs.id in (o.mentee_id, o.mentor_id) and theirs.id <> mine.id
      where mine.organization_id = ${organizationId} and mine.person_id = ${personId}
    )
    select tie.program_id as "programId", program.name as "programName", tie.tie, tie.id as "tieId", tie.role,
      tie.person_id as "personId", profile.name, account.email, account.language
    from tie
    join program on program.organization_id = ${organizationId} and program.id = tie.program_id
    join profile on profile.organization_id = ${organizationId} and profile.person_id = tie.person_id
    join auth.person account on account.id = tie.person_id
    order by program.name, profile.name`.execute(ctx.db);
  return rows;
}
