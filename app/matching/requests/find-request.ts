import type { ProgramFormat } from "../../networks/programs/program.ts";
import { sql } from "kysely";
import type { Context } from "../../platform/context.ts";
import { found } from "../../platform/errors.ts";
import { isLanguage, type Language } from "../../platform/i18n.ts";
import { formatNumber } from "../../ui/formats.ts";
import { directoryWords } from "../directory/directory.messages.ts";
import { hideIdentity } from "../directory/hide-identity.ts";
import type { Identity } from "../modes/mode.ts";
import type { Side } from "../offers/offer.ts";
import type { RequestDeclineReason, RequestState, WithdrawnBecause } from "./request.ts";

export interface PersonOfRequest {
  readonly participantId: string;
  readonly personId: string;
  readonly name: string;
  readonly email: string;
  readonly language: Language;
  readonly timeZone: string;
  readonly hasAttestedAdult: boolean;
  readonly hasLeft: boolean;
  /** Among those of her role in the program, in no order that tells on her: "Mentor 14". */
  readonly number: number;
}

export interface RequestWithPeople {
  readonly id: string;
  readonly organizationId: string;
  readonly organizationName: string;
  readonly programId: string;
  readonly programName: string;
  readonly format: ProgramFormat;
  readonly words: string;
  readonly fallsOn: boolean;
  readonly state: RequestState;
  readonly withdrawnBecause: WithdrawnBecause | null;
  readonly declineReason: RequestDeclineReason | null;
  readonly question: string | null;
  readonly askedAt: Date | null;
  readonly answer: string | null;
  readonly answerBy: Date;
  readonly createdAt: Date;
  readonly follows: string | null;
  /** Names show before there is a pair. */
  readonly identity: Identity;
  readonly relationshipId: string | null;
  readonly mentee: PersonOfRequest;
  readonly mentor: PersonOfRequest;
}

type RawPerson = Omit<PersonOfRequest, "language" | "timeZone" | "number"> & { language: string | null; timeZone: string | null };
interface Row extends Omit<RequestWithPeople, "mentee" | "mentor"> {
  organizationLanguage: string;
  organizationTimeZone: string;
  mentee: RawPerson;
  mentor: RawPerson;
  numbers: Record<string, number>;
}

/** A request with both of its people, whoever asks; the pages decide who may. One statement. */
export async function findRequest(ctx: Context, organizationId: string, requestId: string): Promise<RequestWithPeople> {
  const person = (side: Side) => {
    const at = (column: string) => sql.ref(`${side}${column}`);
    return sql`jsonb_build_object('participantId', ${at(".id")}, 'personId', ${at(".person_id")}, 'name', ${at("_profile.name")},
      'email', ${at("_account.email")}, 'language', ${at("_account.language")},
      'timeZone', coalesce(${at("_profile.time_zone")}, ${at("_account.time_zone")}),
      'hasAttestedAdult', ${at(".adult_attested_at")} is not null, 'hasLeft', ${at(".withdrawn_at")} is not null)`;
  };
  const { rows } = await sql<Row>`
    select r.id, r.organization_id as "organizationId", organization.name as "organizationName", r.program_id as "programId",
      program.name as "programName", program.format, r.words, r.falls_on as "fallsOn", r.state, r.withdrawn_because as "withdrawnBecause",
      r.decline_reason as "declineReason", r.question, r.asked_at as "askedAt", r.answer, r.answer_by as "answerBy",
      r.created_at as "createdAt", r.follows, coalesce(mode.identity, 'at-once') as identity, pair.id as "relationshipId",
      organization.language as "organizationLanguage", organization.time_zone as "organizationTimeZone",
      ${person("mentee")} as mentee, ${person("mentor")} as mentor,
      (select jsonb_object_agg(n.id, n.number) from (
        select id, row_number() over (partition by role order by created_at, md5(id::text))::int as number from participant
        where organization_id = r.organization_id and program_id = r.program_id) n where n.id in (r.mentee_id, r.mentor_id)) as numbers
    from request r
    join organization on organization.id = r.organization_id
    join program on program.organization_id = r.organization_id and program.id = r.program_id
    left join matching_mode mode on mode.organization_id = r.organization_id and mode.program_id = r.program_id
    join participant mentee on mentee.organization_id = r.organization_id and mentee.id = r.mentee_id
    join participant mentor on mentor.organization_id = r.organization_id and mentor.id = r.mentor_id
    join profile mentee_profile on mentee_profile.organization_id = r.organization_id and mentee_profile.person_id = mentee.person_id
    join profile mentor_profile on mentor_profile.organization_id = r.organization_id and mentor_profile.person_id = mentor.person_id
    join auth.person mentee_account on mentee_account.id = mentee.person_id
    join auth.person mentor_account on mentor_account.id = mentor.person_id
    left join lateral (
      select a.relationship_id as id from relationship_person a
      join relationship_person b on b.organization_id = a.organization_id and b.relationship_id = a.relationship_id and b.participant_id = r.mentor_id
      where r.state = 'accepted' and a.organization_id = r.organization_id and a.participant_id = r.mentee_id limit 1) pair on true
    where r.organization_id = ${organizationId} and r.id = ${requestId}`.execute(ctx.db);
  const { organizationLanguage, organizationTimeZone, numbers, ...row } = found(rows[0]);
  const complete = (raw: RawPerson): PersonOfRequest => ({
    ...raw,
    language: isLanguage(raw.language) ? raw.language : isLanguage(organizationLanguage) ? organizationLanguage : "en",
    timeZone: raw.timeZone ?? organizationTimeZone,
    number: numbers[raw.participantId] ?? 0,
  });
  return { ...row, mentee: complete(row.mentee), mentor: complete(row.mentor) };
}

/** Which of the two is asking, if any. */
export const ownSideOf = (ctx: Context, request: RequestWithPeople): Side | undefined =>
  request.mentee.personId === ctx.actor?.personId ? "mentee" : request.mentor.personId === ctx.actor?.personId ? "mentor" : undefined;

export const isNameless = (request: Pick<RequestWithPeople, "identity" | "state">): boolean =>
  request.identity === "after-match" && request.state !== "accepted";

/** What one of the two is called before the other: her name, or her number where names show later. */
export function calledName(request: RequestWithPeople, side: Side, language: Language): string {
  const person = request[side];
  return isNameless(request) ? directoryWords(language).numbered[side](formatNumber(language, person.number)) : person.name;
}

/** What one of the two wrote, as the other reads it: without her name and addresses as long as names do not show. */
export const wordsOf = (request: RequestWithPeople, side: Side, text: string): string =>
  isNameless(request) ? hideIdentity(text, request[side].name) : text;
