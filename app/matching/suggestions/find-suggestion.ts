import { sql } from "kysely";
import type { Context } from "../../platform/context.ts";
import { found } from "../../platform/errors.ts";
import { isLanguage, type Language } from "../../platform/i18n.ts";
import { formatNumber } from "../../ui/formats.ts";
import { listNeverPairs } from "../criteria/list-never-pairs.ts";
import { directoryWords } from "../directory/directory.messages.ts";
import { tellsNothingOfHer } from "../directory/found-person.ts";
import type { ReasonPart } from "../explanations/reason-part.ts";
import type { Identity } from "../modes/mode.ts";
import type { NoneReason, SuggestionState } from "./suggestion.ts";

export interface SuggestedMentor {
  readonly mentorId: string;
  readonly personId: string;
  readonly name: string;
  readonly number: number;
  readonly rank: number;
  readonly weight: number;
  readonly reasons: readonly ReasonPart[];
  /** She can be chosen now: she takes part, has a free place, and was not asked for this mentee in vain. */
  readonly isFree: boolean;
}

export interface Suggestion {
  readonly id: string;
  readonly organizationId: string;
  readonly organizationName: string;
  readonly programId: string;
  readonly programName: string;
  readonly roundId: string;
  readonly state: SuggestionState;
  readonly reason: NoneReason | null;
  readonly answerBy: Date;
  readonly createdAt: Date;
  readonly offerId: string | null;
  readonly offerDays: number;
  readonly identity: Identity;
  readonly mentee: {
    readonly participantId: string;
    readonly personId: string;
    readonly name: string;
    readonly email: string;
    readonly language: Language;
    readonly timeZone: string;
    readonly hasAttestedAdult: boolean;
  };
  /** The best first. */
  readonly mentors: readonly SuggestedMentor[];
}

interface Row extends Omit<Suggestion, "mentee" | "mentors"> {
  organizationLanguage: string;
  organizationTimeZone: string;
  mentee: Omit<Suggestion["mentee"], "language" | "timeZone"> & { language: string | null; timeZone: string | null };
  mentors: readonly SuggestedMentor[];
}

/** A suggestion with its mentee and its mentors, whoever asks; the pages decide who may. */
export async function findSuggestion(ctx: Context, organizationId: string, suggestionId: string): Promise<Suggestion> {
  const { rows } = await sql<Row>`
    with numbered as (
      select p.id, row_number() over (partition by p.role order by p.created_at, md5(p.id::text))::int as number
      from participant p join suggestion s on s.organization_id = p.organization_id and s.program_id = p.program_id
      where s.organization_id = ${organizationId} and s.id = ${suggestionId})
    select s.id, s.organization_id as "organizationId", organization.name as "organizationName", s.program_id as "programId",
      program.name as "programName", s.round_id as "roundId", s.state, s.reason, s.answer_by as "answerBy", s.created_at as "createdAt",
      s.offer_id as "offerId", program.offer_days as "offerDays", coalesce(mode.identity, 'at-once') as identity,
      organization.language as "organizationLanguage", organization.time_zone as "organizationTimeZone",
      jsonb_build_object('participantId', p.id, 'personId', p.person_id, 'name', profile.name, 'email', account.email,
        'language', account.language, 'timeZone', coalesce(profile.time_zone, account.time_zone),
        'hasAttestedAdult', p.adult_attested_at is not null) as mentee,
      (select coalesce(jsonb_agg(jsonb_build_object('mentorId', m.mentor_id, 'personId', mp.person_id, 'name', mprofile.name,
          'number', numbered.number, 'rank', m.rank, 'weight', m.weight, 'reasons', m.reasons,
          'isFree', mp.withdrawn_at is null
            and coalesce(mprofile.paused_until < (${ctx.now}::timestamptz at time zone organization.time_zone)::date, true)
            and coalesce(mp.capacity, program.default_capacity) > (
              select count(*) from offer o where o.organization_id = m.organization_id and o.mentor_id = m.mentor_id and o.state in ('open', 'accepted'))
            and not exists (select from offer o where o.organization_id = m.organization_id and o.mentor_id = m.mentor_id and o.mentee_id = p.id)
        ) order by m.rank), '[]')
        from suggested_mentor m
        join participant mp on mp.organization_id = m.organization_id and mp.id = m.mentor_id
        join profile mprofile on mprofile.organization_id = mp.organization_id and mprofile.person_id = mp.person_id
        join numbered on numbered.id = m.mentor_id
        where m.organization_id = s.organization_id and m.suggestion_id = s.id) as mentors
    from suggestion s
    join organization on organization.id = s.organization_id
    join program on program.organization_id = s.organization_id and program.id = s.program_id
    left join matching_mode mode on mode.organization_id = s.organization_id and mode.program_id = s.program_id
    join participant p on p.organization_id = s.organization_id and p.id = s.mentee_id
    join profile on profile.organization_id = s.organization_id and profile.person_id = p.person_id
    join auth.person account on account.id = p.person_id
    where s.organization_id = ${organizationId} and s.id = ${suggestionId}`.execute(ctx.db);
  const { organizationLanguage, organizationTimeZone, mentee, mentors, ...row } = found(rows[0]);
  // What either of the two has said since then holds here, too.
  const never = await listNeverPairs(ctx, organizationId, row.programId);
  const kept = new Set(
    [...never.forbidden, ...never.declined, ...(never.past ?? [])]
      .filter(({ menteeId }) => menteeId === mentee.participantId)
      .map(({ mentorId }) => mentorId),
  );
  return {
    ...row,
    mentee: {
      ...mentee,
      language: isLanguage(mentee.language) ? mentee.language : isLanguage(organizationLanguage) ? organizationLanguage : "en",
      timeZone: mentee.timeZone ?? organizationTimeZone,
    },
    mentors: mentors.map((mentor) => ({ ...mentor, isFree: mentor.isFree && !kept.has(mentor.mentorId) })),
  };
}

/** Names show before there is an offer. */
export const isNamelessSuggestion = ({ identity }: Suggestion): boolean => identity === "after-match";

export function mentorName(suggestion: Suggestion, mentor: SuggestedMentor, language: Language): string {
  return isNamelessSuggestion(suggestion) ? directoryWords(language).numbered.mentor(formatNumber(language, mentor.number)) : mentor.name;
}

/** What may be told before the mentor herself is asked: what everybody in the program may see. */
export const reasonsToTell = (suggestion: Suggestion, { reasons }: SuggestedMentor): ReasonPart[] =>
  reasons.filter((part) => part.shownTo === "program" && (!isNamelessSuggestion(suggestion) || tellsNothingOfHer(part)));
