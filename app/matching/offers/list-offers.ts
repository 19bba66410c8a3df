import { sql } from "kysely";
import type { Context } from "../../platform/context.ts";
import { hasNotBegun } from "./has-not-begun.ts";
import type { DeclineReason, OfferState, Side } from "./offer.ts";

export interface ListedOffer {
  readonly id: string;
  readonly state: OfferState;
  readonly answerBy: Date;
  readonly menteeAcceptedAt: Date | null;
  readonly mentorAcceptedAt: Date | null;
  readonly declinedBy: Side | null;
  readonly declineReason: DeclineReason | null;
  readonly declineNote: string;
  readonly weight: number;
  readonly createdAt: Date;
  readonly menteeId: string;
  readonly mentorId: string;
  readonly menteeName: string;
  readonly mentorName: string;
  readonly menteeEmail: string;
  readonly mentorEmail: string;
  /** Both have said yes, and nothing has begun: it waits for a check, or for more in the group. */
  readonly isWaiting: boolean;
}

export interface OfferFilter {
  readonly state: OfferState | undefined;
  readonly search: string;
}

const rows = (organizationId: string, programId: string, { state, search }: OfferFilter) => {
  const pattern = `%${search.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
  return sql`
    from offer o
    join participant mentee on mentee.organization_id = o.organization_id and mentee.id = o.mentee_id
    join participant mentor on mentor.organization_id = o.organization_id and mentor.id = o.mentor_id
    join profile mp on mp.organization_id = o.organization_id and mp.person_id = mentee.person_id
    join profile rp on rp.organization_id = o.organization_id and rp.person_id = mentor.person_id
    join auth.person ma on ma.id = mentee.person_id
    join auth.person ra on ra.id = mentor.person_id
    where o.organization_id = ${organizationId} and o.program_id = ${programId}
      ${state ? sql`and o.state = ${state}` : sql``}
      ${search ? sql`and (mp.name ilike ${pattern} or rp.name ilike ${pattern} or ma.email::text ilike ${pattern} or ra.email::text ilike ${pattern})` : sql``}`;
};
const columns = sql`o.id, o.state, o.answer_by as "answerBy", o.mentee_accepted_at as "menteeAcceptedAt", o.mentor_accepted_at as "mentorAcceptedAt",
  o.declined_by as "declinedBy", o.decline_reason as "declineReason", o.decline_note as "declineNote", o.weight, o.created_at as "createdAt",
  o.mentee_id as "menteeId", o.mentor_id as "mentorId", mp.name as "menteeName", rp.name as "mentorName", ma.email::text as "menteeEmail", ra.email::text as "mentorEmail",
  ${hasNotBegun("o")} as "isWaiting"`;
/** What waits comes first, the nearest date at the top; then the newest. */
const order = sql`order by (o.state = 'open') desc, case when o.state = 'open' then o.answer_by end, o.created_at desc, o.id`;

export async function listOffers(
  ctx: Context,
  organizationId: string,
  programId: string,
  filter: OfferFilter,
  { page, pageSize }: { page: number; pageSize: number },
): Promise<{ offers: ListedOffer[]; total: number }> {
  const from = rows(organizationId, programId, filter);
  const listed = await sql<ListedOffer & { total: number }>`
    select ${columns}, count(*) over ()::int as total ${from} ${order} limit ${pageSize} offset ${(page - 1) * pageSize}`.execute(ctx.db);
  return { offers: listed.rows.map(({ total: _total, ...offer }) => offer), total: listed.rows[0]?.total ?? 0 };
}

/** All that fit the filter, for export. */
export async function allOffers(ctx: Context, organizationId: string, programId: string, filter: OfferFilter): Promise<ListedOffer[]> {
  return (await sql<ListedOffer>`select ${columns} ${rows(organizationId, programId, filter)} ${order}`.execute(ctx.db)).rows;
}

export async function countOffers(ctx: Context, organizationId: string, programId: string): Promise<ReadonlyMap<OfferState, number>> {
  const counted = await ctx.db
    .selectFrom("offer")
    .select((eb) => ["state", eb.fn.countAll<number>().as("n")])
    .where("organization_id", "=", organizationId)
    .where("program_id", "=", programId)
    .groupBy("state")
    .execute();
  return new Map(counted.map(({ state, n }) => [state, n]));
}
