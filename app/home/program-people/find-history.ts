import { sql } from "kysely";
import type { UnmatchedReason } from "../../matching/explanations/unmatched-reason.ts";
import type { OfferState } from "../../matching/offers/offer.ts";
import type { Context } from "../../platform/context.ts";

export interface PastOffer {
  readonly id: string;
  readonly state: OfferState;
  readonly madeAt: Date;
  readonly closedAt: Date | null;
  readonly answerBy: Date;
  /** It was this participant who said no. */
  readonly declinedHere: boolean;
  /** Whether this participant has said yes. */
  readonly saidYes: boolean;
  readonly otherId: string;
  readonly otherName: string;
  readonly relationshipId: string | null;
}

/** The offers that she was made in any of these parts of hers, the newest first. */
export async function listOffersOf(ctx: Context, organizationId: string, parts: readonly string[]): Promise<PastOffer[]> {
  const asMentee = sql`o.mentee_id = any (${parts}::uuid[])`;
  const { rows } = await sql<PastOffer>`
    select o.id, o.state, o.created_at as "madeAt", o.closed_at as "closedAt", o.answer_by as "answerBy",
      o.declined_by is not distinct from case when ${asMentee} then 'mentee' else 'mentor' end as "declinedHere",
      case when ${asMentee} then o.mentee_accepted_at else o.mentor_accepted_at end is not null as "saidYes",
      other.id as "otherId", profile.name as "otherName", relationship.id as "relationshipId"
    from offer o
    join participant other on other.organization_id = o.organization_id
      and other.id = case when ${asMentee} then o.mentor_id else o.mentee_id end
    join profile on profile.organization_id = other.organization_id and profile.person_id = other.person_id
    left join relationship on relationship.organization_id = o.organization_id and relationship.offer_id = o.id
    where o.organization_id = ${organizationId} and (${asMentee} or o.mentor_id = any (${parts}::uuid[]))
    order by o.created_at desc, o.id desc limit 50`.execute(ctx.db);
  return rows;
}

export interface Unmatched {
  readonly reason: UnmatchedReason;
  readonly roundId: string;
  readonly number: number;
  /** The mentor who would have been the next: participant → name. */
  readonly names: Readonly<Record<string, string>>;
}

/** Why the last published round had nobody for her, if that is how it was. */
export async function findUnmatched(ctx: Context, organizationId: string, parts: readonly string[]): Promise<Unmatched | undefined> {
  const { rows } = await sql<Unmatched>`
    select u.reason, r.id as "roundId", r.number,
      coalesce((select jsonb_object_agg(p.id, profile.name) from jsonb_array_elements(u.reason -> 'closest') near
        join participant p on p.organization_id = u.organization_id and p.id = (near ->> 'mentorId')::uuid
        join profile on profile.organization_id = p.organization_id and profile.person_id = p.person_id), '{}') as names
    from round_unmatched u
    join round r on r.organization_id = u.organization_id and r.id = u.round_id
    where u.organization_id = ${organizationId} and u.mentee_id = any (${parts}::uuid[]) and r.state = 'published'
    order by r.number desc limit 1`.execute(ctx.db);
  return rows[0];
}

export interface ReturnedLetter {
  readonly id: string;
  readonly subject: string;
  readonly state: string;
  readonly at: Date;
  readonly why: string | null;
}

/** Letters to her address that came back, or do not get through. */
export function listReturnedLetters(ctx: Context, organizationId: string, personId: string): Promise<ReturnedLetter[]> {
  return ctx.db
    .selectFrom("letter")
    .innerJoin("auth.person as person", "person.id", "letter.person_id")
    .select(["letter.id", "letter.subject", "letter.state", "letter.created_at as at", "letter.last_error as why"])
    .where("letter.organization_id", "=", organizationId)
    .where("letter.person_id", "=", personId)
    .where("letter.state", "in", ["bounced", "failed"])
    .whereRef("letter.to_address", "=", (eb) => eb.cast("person.email", "text"))
    .orderBy("letter.created_at", "desc")
    .limit(5)
    .execute();
}
