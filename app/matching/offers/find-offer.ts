import { sql } from "kysely";
import type { ProgramFormat, ProgramTexts } from "../../networks/programs/program.ts";
import type { Context } from "../../platform/context.ts";
import { found } from "../../platform/errors.ts";
import { isLanguage, type Language } from "../../platform/i18n.ts";
import type { ReasonPart } from "../explanations/reason-part.ts";
import type { Answerable, DeclineReason, Side } from "./offer.ts";

export interface PersonOfOffer {
  readonly participantId: string;
  readonly personId: string;
  readonly name: string;
  readonly email: string;
  readonly language: Language;
  readonly timeZone: string;
  /** The organization's check that no minors take part: said once by each participant. */
  readonly hasAttestedAdult: boolean;
  readonly hasLeft: boolean;
}

export interface OfferWithPeople extends Answerable {
  readonly id: string;
  readonly organizationId: string;
  readonly organizationName: string;
  readonly programId: string;
  readonly programName: string;
  readonly programTexts: ProgramTexts;
  readonly format: ProgramFormat;
  readonly weight: number;
  readonly reasons: readonly ReasonPart[];
  readonly declinedBy: Side | null;
  readonly declineReason: DeclineReason | null;
  readonly createdAt: Date;
  readonly remindedAt: Date | null;
  readonly relationshipId: string | null;
  readonly mentee: PersonOfOffer;
  readonly mentor: PersonOfOffer;
}

interface Row extends Omit<OfferWithPeople, "mentee" | "mentor"> {
  organizationLanguage: string;
  organizationTimeZone: string;
  mentee: RawPerson;
  mentor: RawPerson;
}
type RawPerson = Omit<PersonOfOffer, "language" | "timeZone"> & { language: string | null; timeZone: string | null };

/** An offer with both of its people, whoever asks; the pages decide who may. One statement. */
export async function findOffer(ctx: Context, organizationId: string, offerId: string): Promise<OfferWithPeople> {
  const person = (side: Side) => {
    const [participant, profile, account] = [side, `${side}_profile`, `${side}_account`].map((name) => sql.ref(name)) as [
      ReturnType<typeof sql.ref>,
      ReturnType<typeof sql.ref>,
      ReturnType<typeof sql.ref>,
    ];
    return sql`jsonb_build_object('participantId', ${participant}.id, 'personId', ${participant}.person_id, 'name', ${profile}.name, 'email', ${account}.email,
      'language', ${account}.language, 'timeZone', coalesce(${profile}.time_zone, ${account}.time_zone), 'hasAttestedAdult', ${participant}.adult_attested_at is not null,
      'hasLeft', ${participant}.withdrawn_at is not null)`;
  };
  const { rows } = await sql<Row>`
    select o.id, o.organization_id as "organizationId", organization.name as "organizationName", o.program_id as "programId",
      program.name as "programName", program.texts as "programTexts", program.format, o.state, o.weight, o.reasons, o.answer_by as "answerBy",
      o.mentee_accepted_at as "menteeAcceptedAt", o.mentor_accepted_at as "mentorAcceptedAt", o.declined_by as "declinedBy",
      o.decline_reason as "declineReason", o.created_at as "createdAt", o.reminded_at as "remindedAt", relationship.id as "relationshipId",
      organization.language as "organizationLanguage", organization.time_zone as "organizationTimeZone",
      ${person("mentee")} as mentee, ${person("mentor")} as mentor
    from offer o
    join organization on organization.id = o.organization_id
    join program on program.organization_id = o.organization_id and program.id = o.program_id
    join participant mentee on mentee.organization_id = o.organization_id and mentee.id = o.mentee_id
    join participant mentor on mentor.organization_id = o.organization_id and mentor.id = o.mentor_id
    join profile mentee_profile on mentee_profile.organization_id = o.organization_id and mentee_profile.person_id = mentee.person_id
    join profile mentor_profile on mentor_profile.organization_id = o.organization_id and mentor_profile.person_id = mentor.person_id
    join auth.person mentee_account on mentee_account.id = mentee.person_id
    join auth.person mentor_account on mentor_account.id = mentor.person_id
    left join lateral (
      -- In a group the offer of one began it, and the others came in.
      select r.id from relationship r where r.organization_id = o.organization_id and o.state in ('accepted', 'ended') and (
        r.offer_id = o.id or exists (
          select from relationship_person a join relationship_person b
            on b.organization_id = a.organization_id and b.relationship_id = a.relationship_id and b.participant_id = o.mentor_id
          where a.organization_id = r.organization_id and a.relationship_id = r.id and a.participant_id = o.mentee_id))
      order by r.offer_id = o.id desc nulls last, r.begun_at desc limit 1) relationship on true
    where o.organization_id = ${organizationId} and o.id = ${offerId}`.execute(ctx.db);
  const { organizationLanguage, organizationTimeZone, ...row } = found(rows[0]);
  const complete = (raw: RawPerson): PersonOfOffer => ({
    ...raw,
    language: isLanguage(raw.language) ? raw.language : isLanguage(organizationLanguage) ? organizationLanguage : "en",
    timeZone: raw.timeZone ?? organizationTimeZone,
  });
  return { ...row, mentee: complete(row.mentee), mentor: complete(row.mentor) };
}

/** Which side of the offer is asking, if any. */
export const ownSide = (ctx: Context, offer: OfferWithPeople): Side | undefined =>
  offer.mentee.personId === ctx.actor?.personId ? "mentee" : offer.mentor.personId === ctx.actor?.personId ? "mentor" : undefined;

export interface OfferQuestion {
  readonly id: string;
  readonly askedBy: Side;
  readonly question: string;
  readonly askedAt: Date;
  readonly answer: string | null;
  readonly answeredAt: Date | null;
}

export const listQuestionsOfOffer = (ctx: Context, organizationId: string, offerId: string): Promise<OfferQuestion[]> =>
  ctx.db
    .selectFrom("offer_question")
    .select(["id", "asked_by as askedBy", "question", "asked_at as askedAt", "answer", "answered_at as answeredAt"])
    .where("organization_id", "=", organizationId)
    .where("offer_id", "=", offerId)
    .orderBy("asked_at")
    .execute();
