import { sql } from "kysely";
import type { Context } from "../../platform/context.ts";
import type { Side } from "../offers/offer.ts";
import type { RequestDeclineReason, RequestState, WithdrawnBecause } from "./request.ts";

export interface ListedRequest {
  readonly id: string;
  readonly state: RequestState;
  readonly withdrawnBecause: WithdrawnBecause | null;
  readonly declineReason: RequestDeclineReason | null;
  readonly declineNote: string;
  readonly answerBy: Date;
  readonly createdAt: Date;
  readonly fallsOn: boolean;
  readonly hasQuestion: boolean;
  readonly hasAnswer: boolean;
  readonly menteeId: string;
  readonly mentorId: string;
  readonly menteeName: string;
  readonly mentorName: string;
  readonly menteeNumber: number;
  readonly mentorNumber: number;
}

/** What waits comes first, the nearest date at the top; then the newest. */
const order = sql`order by (r.state = 'open') desc, case when r.state = 'open' then r.answer_by end, r.created_at desc, r.id`;
const columns = sql`r.id, r.state, r.withdrawn_because as "withdrawnBecause", r.decline_reason as "declineReason", r.decline_note as "declineNote",
  r.answer_by as "answerBy", r.created_at as "createdAt", r.falls_on as "fallsOn", r.question is not null as "hasQuestion",
  r.answer is not null as "hasAnswer", r.mentee_id as "menteeId", r.mentor_id as "mentorId",
  mentee_profile.name as "menteeName", mentor_profile.name as "mentorName",
  mentee_number.number as "menteeNumber", mentor_number.number as "mentorNumber"`;
const rows = (organizationId: string, programId: string) => sql`
  from request r
  join participant mentee on mentee.organization_id = r.organization_id and mentee.id = r.mentee_id
  join participant mentor on mentor.organization_id = r.organization_id and mentor.id = r.mentor_id
  join profile mentee_profile on mentee_profile.organization_id = r.organization_id and mentee_profile.person_id = mentee.person_id
  join profile mentor_profile on mentor_profile.organization_id = r.organization_id and mentor_profile.person_id = mentor.person_id
  join numbered mentee_number on mentee_number.id = r.mentee_id
  join numbered mentor_number on mentor_number.id = r.mentor_id
  where r.organization_id = ${organizationId} and r.program_id = ${programId}`;
const numbered = (organizationId: string, programId: string) => sql`
  with numbered as (
    select id, row_number() over (partition by role order by created_at, md5(id::text))::int as number from participant
    where organization_id = ${organizationId} and program_id = ${programId})`;

/** The requests of one participant; how many there can be, the program's limits say. */
export async function listOwnRequests(
  ctx: Context,
  organizationId: string,
  programId: string,
  side: Side,
  participantId: string,
): Promise<ListedRequest[]> {
  return (
    await sql<ListedRequest>`${numbered(organizationId, programId)} select ${columns} ${rows(organizationId, programId)}
      and ${sql.ref(`r.${side}_id`)} = ${participantId} ${order} limit 200`.execute(ctx.db)
  ).rows;
}

export async function listRequests(
  ctx: Context,
  organizationId: string,
  programId: string,
  state: RequestState | undefined,
  { page, pageSize }: { page: number; pageSize: number },
): Promise<{ requests: ListedRequest[]; total: number }> {
  const listed = await sql<ListedRequest & { total: number }>`${numbered(organizationId, programId)}
    select ${columns}, count(*) over ()::int as total ${rows(organizationId, programId)}
    ${state ? sql`and r.state = ${state}` : sql``} ${order} limit ${pageSize} offset ${(page - 1) * pageSize}`.execute(ctx.db);
  return { requests: listed.rows.map(({ total: _total, ...request }) => request), total: listed.rows[0]?.total ?? 0 };
}

export async function countRequests(ctx: Context, organizationId: string, programId: string): Promise<ReadonlyMap<RequestState, number>> {
  const counted = await ctx.db
    .selectFrom("request")
    .select((eb) => ["state", eb.fn.countAll<number>().as("n")])
    .where("organization_id", "=", organizationId)
    .where("program_id", "=", programId)
    .groupBy("state")
    .execute();
  return new Map(counted.map(({ state, n }) => [state, n]));
}

export interface AskedMentor {
  readonly id: string;
  readonly name: string;
  readonly asked: number;
  readonly eachMonth: number | null;
}

/** The mentors of a program, those who are asked most first; for choosing one, so no more than a list can hold. */
export async function listAskedMentors(ctx: Context, organizationId: string, programId: string): Promise<AskedMentor[]> {
  const { rows: mentors } = await sql<AskedMentor>`
    select p.id, profile.name, l.each_month as "eachMonth",
      (select count(*)::int from request r where r.organization_id = p.organization_id and r.mentor_id = p.id) as asked
    from participant p
    join profile on profile.organization_id = p.organization_id and profile.person_id = p.person_id
    left join request_limit l on l.organization_id = p.organization_id and l.participant_id = p.id
    where p.organization_id = ${organizationId} and p.program_id = ${programId} and p.role = 'mentor' and p.withdrawn_at is null
    order by (l.each_month is not null) desc, asked desc, profile.name, p.id limit 500`.execute(ctx.db);
  return mentors;
}
