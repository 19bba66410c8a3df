import { sql } from "kysely";
import type { Context } from "../../platform/context.ts";
import type { NoneReason, SuggestionState } from "./suggestion.ts";

export interface ListedSuggestion {
  readonly id: string;
  readonly state: SuggestionState;
  readonly reason: NoneReason | null;
  readonly note: string;
  readonly answerBy: Date;
  readonly menteeId: string;
  readonly menteeName: string;
  /** In the order of the suggestion. */
  readonly mentors: readonly { readonly name: string; readonly isChosen: boolean }[];
}

/** All suggestions of a program: who has not chosen first, then who waits for somebody else, then the newest. */
export async function listSuggestions(
  ctx: Context,
  organizationId: string,
  programId: string,
  state: SuggestionState | undefined,
  { page, pageSize }: { page: number; pageSize: number },
): Promise<{ suggestions: ListedSuggestion[]; total: number }> {
  const { rows } = await sql<ListedSuggestion & { total: number }>`
    select s.id, s.state, s.reason, s.note, s.answer_by as "answerBy", s.mentee_id as "menteeId", profile.name as "menteeName",
      (select coalesce(jsonb_agg(jsonb_build_object('name', mp.name, 'isChosen', coalesce(o.mentor_id = m.mentor_id, false)) order by m.rank), '[]')
        from suggested_mentor m
        join participant mentor on mentor.organization_id = m.organization_id and mentor.id = m.mentor_id
        join profile mp on mp.organization_id = m.organization_id and mp.person_id = mentor.person_id
        left join offer o on o.organization_id = s.organization_id and o.id = s.offer_id
        where m.organization_id = s.organization_id and m.suggestion_id = s.id) as mentors,
      count(*) over ()::int as total
    from suggestion s
    join participant p on p.organization_id = s.organization_id and p.id = s.mentee_id
    join profile on profile.organization_id = s.organization_id and profile.person_id = p.person_id
    where s.organization_id = ${organizationId} and s.program_id = ${programId} ${state ? sql`and s.state = ${state}` : sql``}
    order by array_position(array['open', 'lapsed', 'none', 'chosen', 'withdrawn'], s.state), s.answer_by, s.id
    limit ${pageSize} offset ${(page - 1) * pageSize}`.execute(ctx.db);
  return { suggestions: rows.map(({ total: _total, ...one }) => one), total: rows[0]?.total ?? 0 };
}

export async function countSuggestions(
  ctx: Context,
  organizationId: string,
  programId: string,
): Promise<ReadonlyMap<SuggestionState, number>> {
  const counted = await ctx.db
    .selectFrom("suggestion")
    .select((eb) => ["state", eb.fn.countAll<number>().as("n")])
    .where("organization_id", "=", organizationId)
    .where("program_id", "=", programId)
    .groupBy("state")
    .execute();
  return new Map(counted.map(({ state, n }) => [state, n]));
}
