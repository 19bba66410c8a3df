import { type RawBuilder, sql, type SqlBool } from "kysely";
import type { Context } from "../../platform/context.ts";
import type { MenteeAndMentor, NeverPairs } from "./scoring-of.ts";

/**
 * Pairs that a coordinator forbade, those in which one has said no to the other (to an offer or a request, or unseen in the directory;
 * which of the two it was, and how, nobody is told), and those whose relationship is over.
 */
export async function listNeverPairs(ctx: Context, organizationId: string, programId: string): Promise<NeverPairs> {
  const columns = ["mentee_id as menteeId", "mentor_id as mentorId"] as const;
  const forbidden = await ctx.db
    .selectFrom("pair_wish")
    .select(columns)
    .where("organization_id", "=", organizationId)
    .where("program_id", "=", programId)
    .where("kind", "=", "forbid")
    .execute();
  const declined = await ctx.db
    .selectFrom("offer")
    .select(columns)
    .where("organization_id", "=", organizationId)
    .where("program_id", "=", programId)
    .where("state", "=", "declined")
    .execute();
  const asked = await ctx.db
    .selectFrom("request")
    .select(columns)
    .where("organization_id", "=", organizationId)
    .where("program_id", "=", programId)
    .where("state", "=", "declined")
    .execute();
  const refused = await listRefused(ctx, organizationId, programId);
  return { forbidden, declined: [...declined, ...asked, ...refused], past: await listPast(ctx, organizationId, programId) };
}

/** Whose relationship is over, or who has left it: matched again only where a coordinator wishes it by a lock. Peers in either direction. */
async function listPast(ctx: Context, organizationId: string, programId: string): Promise<MenteeAndMentor[]> {
  const { rows } = await sql<MenteeAndMentor>`
    select distinct mentee.id as "menteeId", mentor.id as "mentorId"
    from relationship r
    join program on program.organization_id = r.organization_id and program.id = r.program_id
    join relationship_person one on one.organization_id = r.organization_id and one.relationship_id = r.id
    join relationship_person other on other.organization_id = r.organization_id and other.relationship_id = r.id
      and other.person_id <> one.person_id
    join participant mentee on mentee.organization_id = r.organization_id and mentee.program_id = r.program_id
      and mentee.person_id = one.person_id and mentee.role = 'mentee'
    join participant mentor on mentor.organization_id = r.organization_id and mentor.program_id = r.program_id
      and mentor.person_id = other.person_id and mentor.role = 'mentor'
    where r.organization_id = ${organizationId} and r.program_id = ${programId}
      and (r.state = 'concluded' or one.left_at is not null or other.left_at is not null)
      and (program.format = 'peer' or (one.role = 'mentee' and other.role = 'mentor'))
      and not exists (select from pair_wish w where w.organization_id = r.organization_id
        and w.mentee_id = mentee.id and w.mentor_id = mentor.id and w.kind = 'lock')`.execute(ctx.db);
  return rows;
}

/** `(select mentee_id, mentor_id …)`: pairs in which one has set the other aside, unseen. Between peers in both directions, for they are the same two. */
export const setAside = (organizationId: string, programId: string): RawBuilder<unknown> => sql`(
  with aside as (
    select case whose.role when 'mentee' then whose.id else r.about_id end as mentee_id,
      case whose.role when 'mentee' then r.about_id else whose.id end as mentor_id
    from refusal r
    join participant whose on whose.organization_id = r.organization_id and whose.id = r.participant_id
    where r.organization_id = ${organizationId} and r.program_id = ${programId})
  select mentee_id, mentor_id from aside
  union
  select as_mentee.id, as_mentor.id from aside
  join program on program.organization_id = ${organizationId} and program.id = ${programId} and program.format = 'peer'
  join participant mentee on mentee.organization_id = ${organizationId} and mentee.id = aside.mentee_id
  join participant mentor on mentor.organization_id = ${organizationId} and mentor.id = aside.mentor_id
  join participant as_mentor on as_mentor.organization_id = ${organizationId} and as_mentor.program_id = ${programId}
    and as_mentor.person_id = mentee.person_id and as_mentor.role = 'mentor'
  join participant as_mentee on as_mentee.organization_id = ${organizationId} and as_mentee.program_id = ${programId}
    and as_mentee.person_id = mentor.person_id and as_mentee.role = 'mentee')`;

async function listRefused(ctx: Context, organizationId: string, programId: string): Promise<MenteeAndMentor[]> {
  const { rows } = await sql<MenteeAndMentor>`
    select mentee_id as "menteeId", mentor_id as "mentorId" from ${setAside(organizationId, programId)} aside`.execute(ctx.db);
  return rows;
}

/** Whether one of these two has set the other aside. */
export async function isSetAside(
  ctx: Context,
  { organizationId, programId }: { readonly organizationId: string; readonly programId: string },
  { menteeId, mentorId }: MenteeAndMentor,
): Promise<boolean> {
  const refused = await listRefused(ctx, organizationId, programId);
  return refused.some((pair) => pair.menteeId === menteeId && pair.mentorId === mentorId);
}

/**
 * Of the pairs of a round those that have come to be kept apart since it ran. What was declined once and then locked, a coordinator
 * wishes to offer again; whom one of the two has set aside, nobody can lock to the other.
 */
export async function keptApartSince<P extends MenteeAndMentor & { readonly isLocked: boolean }>(
  ctx: Context,
  { organizationId, programId }: { readonly organizationId: string; readonly programId: string },
  pairs: readonly P[],
): Promise<P[]> {
  const { forbidden, declined, past = [] } = await listNeverPairs(ctx, organizationId, programId);
  const refused = await listRefused(ctx, organizationId, programId);
  const keys = (list: readonly MenteeAndMentor[]) => new Set(list.map(({ menteeId, mentorId }) => `${menteeId} ${mentorId}`));
  const [always, unlessLocked] = [keys([...forbidden, ...refused]), keys([...declined, ...past])];
  return pairs.filter(({ menteeId, mentorId, isLocked }) => {
    const key = `${menteeId} ${mentorId}`;
    return always.has(key) || (!isLocked && unlessLocked.has(key));
  });
}

/** Pairs that a coordinator wishes for, but for those in which one has set the other aside. */
export async function listLocks(ctx: Context, organizationId: string, programId: string): Promise<MenteeAndMentor[]> {
  return ctx.db
    .selectFrom("pair_wish")
    .select(["mentee_id as menteeId", "mentor_id as mentorId"])
    .where("organization_id", "=", organizationId)
    .where("program_id", "=", programId)
    .where("kind", "=", "lock")
    .where(sql<SqlBool>`(mentee_id, mentor_id) not in ${setAside(organizationId, programId)}`)
    .execute();
}
