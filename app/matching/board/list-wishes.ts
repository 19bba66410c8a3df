import { sql } from "kysely";
import type { Context } from "../../platform/context.ts";
import { setAside } from "../criteria/list-never-pairs.ts";
import { rowsPerPage, type WhichRound } from "./list-board.ts";

export interface BoardWish {
  readonly menteeId: string;
  readonly mentorId: string;
  readonly mentee: string;
  readonly mentor: string;
  readonly wish: "lock" | "forbid";
  readonly hasLeft: boolean;
  /** A lock that no round keeps: one of the two has set the other aside. Which of them, is not told. */
  readonly isBarred: boolean;
}

/** All locks and bans of the round's program, newest first, whether or not this round knew them. */
export async function listWishes(
  ctx: Context,
  { organizationId, programId, roundId }: WhichRound & { readonly programId: string },
  { page }: { page: number },
): Promise<{ rows: BoardWish[]; total: number }> {
  const { rows } = await sql<BoardWish & { all: number }>`
    select w.mentee_id as "menteeId", w.mentor_id as "mentorId", mp.name as mentee, np.name as mentor, w.kind as wish,
      m.withdrawn_at is not null or n.withdrawn_at is not null as "hasLeft",
      w.kind = 'lock' and (w.mentee_id, w.mentor_id) in ${setAside(organizationId, programId)} as "isBarred", count(*) over ()::int as "all"
    from round r
    join pair_wish w on w.organization_id = r.organization_id and w.program_id = r.program_id
    join participant m on m.organization_id = w.organization_id and m.id = w.mentee_id
    join participant n on n.organization_id = w.organization_id and n.id = w.mentor_id
    join profile mp on mp.organization_id = m.organization_id and mp.person_id = m.person_id
    join profile np on np.organization_id = n.organization_id and np.person_id = n.person_id
    where r.organization_id = ${organizationId} and r.id = ${roundId}
    order by w.created_at desc, w.mentee_id, w.mentor_id
    limit ${rowsPerPage} offset ${(page - 1) * rowsPerPage}`.execute(ctx.db);
  return { rows: rows.map(({ all: _all, ...row }) => row), total: rows[0]?.all ?? 0 };
}
