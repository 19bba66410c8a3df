import { sql } from "kysely";
import type { PersonalContext } from "../../platform/context.ts";
import type { Side } from "../offers/offer.ts";

/** An open request of hers, or to her. */
export interface OwnAsking {
  readonly id: string;
  readonly organizationId: string;
  readonly programId: string;
  readonly ownSide: Side;
  /** Null where names show later; then her number stands for her. */
  readonly otherName: string | null;
  readonly otherNumber: number;
  readonly answerBy: Date;
  /** The mentor has to answer, or the mentee has been asked a question. */
  readonly needsMe: boolean;
}
export interface OwnChoosing {
  readonly id: string;
  readonly organizationId: string;
  readonly programName: string;
  readonly answerBy: Date;
}
/** A program in which she asks, or is asked. */
export interface AskingProgram {
  readonly organizationId: string;
  readonly programId: string;
  readonly open: number;
}
export interface OwnAskings {
  readonly requests: readonly OwnAsking[];
  readonly choosing: readonly OwnChoosing[];
  readonly programs: readonly AskingProgram[];
}

/** What of requests and suggestions concerns her, from all of her organizations, in one statement. */
export async function listOwnAskings(ctx: PersonalContext): Promise<OwnAskings> {
  const me = ctx.actor.personId;
  const { rows } = await sql<{ askings: OwnAskings }>`
    with mine as (select * from participant where person_id = ${me} and withdrawn_at is null)
    select jsonb_build_object(
      'requests', (select coalesce(jsonb_agg(x order by x."answerBy"), '[]') from (
        select r.id, r.organization_id as "organizationId", r.program_id as "programId", mine.role as "ownSide", r.answer_by as "answerBy",
          case when coalesce(mode.identity, 'at-once') = 'at-once' then other.name end as "otherName",
          (select number from (
            select id, row_number() over (order by created_at, md5(id::text))::int as number from participant
            where organization_id = r.organization_id and program_id = r.program_id and role = theirs.role) n where n.id = theirs.id) as "otherNumber",
          mine.role = 'mentor' or (r.question is not null and r.answer is null) as "needsMe"
        from mine
        join request r on r.organization_id = mine.organization_id and mine.id in (r.mentee_id, r.mentor_id)
        join participant theirs on theirs.organization_id = r.organization_id
          and theirs.id = case when mine.id = r.mentee_id then r.mentor_id else r.mentee_id end
        join profile other on other.organization_id = theirs.organization_id and other.person_id = theirs.person_id
        left join matching_mode mode on mode.organization_id = r.organization_id and mode.program_id = r.program_id
        where r.state = 'open' and r.answer_by > ${ctx.now}) x),
      'choosing', (select coalesce(jsonb_agg(x order by x."answerBy"), '[]') from (
        select s.id, s.organization_id as "organizationId", program.name as "programName", s.answer_by as "answerBy"
        from mine
        join suggestion s on s.organization_id = mine.organization_id and s.mentee_id = mine.id
        join program on program.organization_id = s.organization_id and program.id = s.program_id
        where s.state = 'open' and s.answer_by > ${ctx.now}) x),
      'programs', (select coalesce(jsonb_agg(x), '[]') from (
        select mine.organization_id as "organizationId", mine.program_id as "programId",
          (select count(*)::int from request r where r.organization_id = mine.organization_id and r.program_id = mine.program_id
            and mine.id in (r.mentee_id, r.mentor_id) and r.state = 'open') as open
        from mine
        join matching_mode mode on mode.organization_id = mine.organization_id and mode.program_id = mine.program_id
        where mode.mode in ('mentee-asks', 'mixed')) x)) as askings`.execute(ctx.db);
  const { requests, choosing, programs } = rows[0]!.askings;
  return {
    programs,
    requests: requests.map((request) => ({ ...request, answerBy: new Date(request.answerBy) })),
    choosing: choosing.map((one) => ({ ...one, answerBy: new Date(one.answerBy) })),
  };
}
