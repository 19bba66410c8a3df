/** In a program of peers everybody is both: who takes part as a mentee does so as a mentor, with the same answers, and the reverse. */
import { sql } from "kysely";
import type { Context } from "../../platform/context.ts";
import { recheckParticipant } from "./write-answers.ts";

interface OfProgram {
  readonly organizationId: string;
  readonly programId: string;
}

/** Gives everybody in a program of peers, or one person, the part that she lacks; in other programs it does nothing. */
export async function makeOtherParts(
  ctx: Context,
  { organizationId, programId }: OfProgram,
  personId: string | null = null,
): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    insert into participant
      (organization_id, id, program_id, person_id, role, added_by, created_at, invited_at, joined_at, adult_attested_at, withdrawn_at)
    select p.organization_id, gen_random_uuid(), p.program_id, p.person_id, case p.role when 'mentor' then 'mentee' else 'mentor' end,
      p.added_by, ${ctx.now}::timestamptz, p.invited_at, p.joined_at, p.adult_attested_at, p.withdrawn_at
    from participant p
    join program on program.organization_id = p.organization_id and program.id = p.program_id and program.format = 'peer'
    where p.organization_id = ${organizationId} and p.program_id = ${programId}
      and (${personId}::uuid is null or p.person_id = ${personId}::uuid)
    order by p.person_id
    on conflict do nothing
    returning id`.execute(ctx.db);
  await sql`
    insert into answer (organization_id, participant_id, question_id, value, updated_at)
    select made.organization_id, made.id, a.question_id, a.value, a.updated_at
    from participant made
    join participant before on before.organization_id = made.organization_id and before.program_id = made.program_id
      and before.person_id = made.person_id and before.id <> made.id
    join answer a on a.organization_id = before.organization_id and a.participant_id = before.id
    join question q on q.organization_id = a.organization_id and q.id = a.question_id and q.asked_of = 'both'
    where made.organization_id = ${organizationId} and made.id = any (${rows.map(({ id }) => id)}::uuid[])
    on conflict do nothing`.execute(ctx.db);
  for (const { id } of rows) await recheckParticipant(ctx, organizationId, id);
}
