import { sql } from "kysely";
import type { Context } from "../../platform/context.ts";
import { rowsPerPage, type WhichRound } from "./list-board.ts";

export interface BoardMentor {
  readonly mentorId: string;
  readonly mentor: string;
  /** Free places when the round ran. */
  readonly places: number;
  /** How many she takes in all, now. */
  readonly capacity: number;
  readonly price: number;
  readonly mentees: readonly { readonly id: string; readonly name: string }[];
  readonly hasLeft: boolean;
}

export async function listMentors(
  ctx: Context,
  { organizationId, roundId }: WhichRound,
  { search, page, mentorId }: { search: string; page: number; mentorId?: string },
): Promise<{ rows: BoardMentor[]; total: number }> {
  const { rows } = await sql<BoardMentor & { all: number }>`
    select rm.mentor_id as "mentorId", profile.name as mentor, rm.capacity as places, rm.price,
      coalesce(p.capacity, program.default_capacity) as capacity, p.withdrawn_at is not null as "hasLeft",
      coalesce((select jsonb_agg(jsonb_build_object('id', rp.mentee_id, 'name', mp.name) order by mp.name)
        from round_pair rp
        join participant m on m.organization_id = rp.organization_id and m.id = rp.mentee_id
        join profile mp on mp.organization_id = m.organization_id and mp.person_id = m.person_id
        where rp.organization_id = rm.organization_id and rp.round_id = rm.round_id and rp.mentor_id = rm.mentor_id), '[]') as mentees,
      count(*) over ()::int as "all"
    from round_mentor rm
    join participant p on p.organization_id = rm.organization_id and p.id = rm.mentor_id
    join program on program.organization_id = p.organization_id and program.id = p.program_id
    join profile on profile.organization_id = p.organization_id and profile.person_id = p.person_id
    where rm.organization_id = ${organizationId} and rm.round_id = ${roundId}
      and (${search} = '' or profile.name ilike ${`%${search.replaceAll(/[\\%_]/gu, "\\$&")}%`})
      and (${mentorId ?? null}::uuid is null or rm.mentor_id = ${mentorId ?? null}::uuid)
    order by rm.price desc, profile.name, rm.mentor_id
    limit ${rowsPerPage} offset ${(page - 1) * rowsPerPage}`.execute(ctx.db);
  return { rows: rows.map(({ all: _all, ...row }) => row), total: rows[0]?.all ?? 0 };
}
