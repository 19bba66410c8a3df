/** Two rounds side by side, from what is written down of each. Pure, but for the query. */
import { sql } from "kysely";
import type { Context } from "../../platform/context.ts";

export interface ComparedMentee {
  readonly menteeId: string;
  readonly mentee: string;
  /** In the earlier and in the later round; null: without a mentor, or not in that round. */
  readonly before: Placed | null;
  readonly after: Placed | null;
}
interface Placed {
  /** Null: unmatched. */
  readonly mentor: string | null;
  readonly weight: number;
  readonly choice: number | null;
}

export interface RoundFigures {
  readonly total: number;
  readonly matched: number;
  readonly unmatched: number;
  readonly firstChoices: number;
}

export interface ComparedRounds {
  readonly before: RoundFigures;
  readonly after: RoundFigures;
  readonly same: number;
  readonly moved: readonly ComparedMentee[];
  readonly gained: number;
  readonly lost: number;
}

export async function loadCompared(ctx: Context, organizationId: string, before: string, after: string): Promise<ComparedMentee[]> {
  const placed = (roundId: string) => sql`
    select mentee_id, mentor_id, weight::int, choice::int from round_pair where organization_id = ${organizationId} and round_id = ${roundId}
    union all
    select mentee_id, null, 0, null from round_unmatched where organization_id = ${organizationId} and round_id = ${roundId}`;
  const { rows } = await sql<ComparedMentee>`
    with b as (${placed(before)}), a as (${placed(after)}),
    named as (
      select p.id, profile.name from participant p
      join profile on profile.organization_id = p.organization_id and profile.person_id = p.person_id
      where p.organization_id = ${organizationId})
    select m.id as "menteeId", m.name as mentee,
      case when b.mentee_id is null then null else jsonb_build_object('mentor', bm.name, 'weight', b.weight, 'choice', b.choice) end as before,
      case when a.mentee_id is null then null else jsonb_build_object('mentor', am.name, 'weight', a.weight, 'choice', a.choice) end as after
    from b full join a on a.mentee_id = b.mentee_id
    join named m on m.id = coalesce(b.mentee_id, a.mentee_id)
    left join named bm on bm.id = b.mentor_id
    left join named am on am.id = a.mentor_id
    order by abs(coalesce(a.weight, 0) - coalesce(b.weight, 0)) desc, m.name, m.id`.execute(ctx.db);
  return rows;
}

export function compareRounds(mentees: readonly ComparedMentee[]): ComparedRounds {
  const isSame = ({ before, after }: ComparedMentee): boolean => before !== null && after !== null && before.mentor === after.mentor;
  // Who was in one of the two rounds only has neither gained nor lost.
  const change = ({ before, after }: ComparedMentee): number => (before && after ? after.weight - before.weight : 0);
  return {
    before: figures(mentees.map(({ before }) => before)),
    after: figures(mentees.map(({ after }) => after)),
    same: mentees.filter((mentee) => isSame(mentee) && mentee.before!.mentor !== null).length,
    moved: mentees.filter((mentee) => !isSame(mentee)),
    gained: mentees.filter((mentee) => change(mentee) > 0).length,
    lost: mentees.filter((mentee) => change(mentee) < 0).length,
  };
}

function figures(placed: readonly (Placed | null)[]): RoundFigures {
  const inRound = placed.filter((each) => each !== null);
  return {
    total: inRound.reduce((sum, { weight }) => sum + weight, 0),
    matched: inRound.filter(({ mentor }) => mentor !== null).length,
    unmatched: inRound.filter(({ mentor }) => mentor === null).length,
    firstChoices: inRound.filter(({ choice }) => choice === 1).length,
  };
}
