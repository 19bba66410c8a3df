/** What the board of a round shows, in pages. */
import { type Expression, type SqlBool, sql } from "kysely";
import type { Context } from "../../platform/context.ts";
import type { ReasonPart } from "../explanations/reason-part.ts";
import type { UnmatchedReason } from "../explanations/unmatched-reason.ts";

export const rowsPerPage = 50;
export const boardViews = ["pairs", "unmatched", "mentors", "wishes"] as const;
export type BoardView = (typeof boardViews)[number];
export const pairFilters = ["locked", "weak", "first", "later", "left"] as const;
export type PairFilter = (typeof pairFilters)[number];
export const pairSorts = ["weakest", "strongest", "mentee", "mentor", "choice"] as const;
export type PairSort = (typeof pairSorts)[number];

/** Below this strength (of 10,000) a pair wants a second look. */
const weakBelow = 2_500;

export interface WhichRound {
  readonly organizationId: string;
  readonly roundId: string;
}
export interface BoardQuery {
  readonly search: string;
  readonly filter?: PairFilter | undefined;
  readonly sort: PairSort;
  readonly page: number;
}

export interface BoardPair {
  readonly menteeId: string;
  readonly mentorId: string;
  readonly mentee: string;
  readonly mentor: string;
  readonly weight: number;
  readonly parts: readonly ReasonPart[];
  readonly choice: number;
  /** The share of draws in which the two came out, where near ties were drawn. */
  readonly drawn: number | null;
  /** It was locked when the round ran. */
  readonly wasLocked: boolean;
  /** What the coordinator wishes now. */
  readonly wish: "lock" | "forbid" | null;
  /** She is locked to somebody else now. */
  readonly isLockedElsewhere: boolean;
  /** One of the two has withdrawn since. */
  readonly hasLeft: boolean;
}

export interface BoardFigures {
  readonly pairs: number;
  readonly unmatched: number;
  readonly mentors: number;
  readonly firstChoices: number;
  readonly weak: number;
  readonly locked: number;
  readonly left: number;
  /** Locks and bans of the program, as they are now. */
  readonly wishes: number;
}

export async function countBoard(ctx: Context, { organizationId, roundId }: WhichRound): Promise<BoardFigures> {
  const { rows } = await sql<BoardFigures>`
    select
      (select count(*)::int from round_unmatched u where u.organization_id = ${organizationId} and u.round_id = ${roundId}) as unmatched,
      (select count(*)::int from round_mentor m where m.organization_id = ${organizationId} and m.round_id = ${roundId}) as mentors,
      (select count(*)::int from pair_wish w join round r on r.organization_id = w.organization_id and r.program_id = w.program_id
        where r.organization_id = ${organizationId} and r.id = ${roundId}) as wishes,
      count(rp.mentee_id)::int as pairs,
      count(*) filter (where rp.choice = 1)::int as "firstChoices",
      count(*) filter (where rp.weight < ${weakBelow})::int as weak,
      count(*) filter (where rp.is_locked)::int as locked,
      count(*) filter (where mentee.withdrawn_at is not null or mentor.withdrawn_at is not null)::int as left
    from round_pair rp
    join participant mentee on mentee.organization_id = rp.organization_id and mentee.id = rp.mentee_id
    join participant mentor on mentor.organization_id = rp.organization_id and mentor.id = rp.mentor_id
    where rp.organization_id = ${organizationId} and rp.round_id = ${roundId}`.execute(ctx.db);
  return rows[0]!;
}

/** Pairs of this round with both names, and what is wished for now. */
function pairs(ctx: Context, { organizationId, roundId }: WhichRound) {
  const named = (side: "mentee" | "mentor") => sql.ref<string>(`${side}_profile.name`);
  return ctx.db
    .selectFrom("round_pair")
    .innerJoin("participant as mentee", (join) =>
      join.onRef("mentee.organization_id", "=", "round_pair.organization_id").onRef("mentee.id", "=", "round_pair.mentee_id"),
    )
    .innerJoin("participant as mentor", (join) =>
      join.onRef("mentor.organization_id", "=", "round_pair.organization_id").onRef("mentor.id", "=", "round_pair.mentor_id"),
    )
    .innerJoin("profile as mentee_profile", (join) =>
      join
        .onRef("mentee_profile.organization_id", "=", "mentee.organization_id")
        .onRef("mentee_profile.person_id", "=", "mentee.person_id"),
    )
    .innerJoin("profile as mentor_profile", (join) =>
      join
        .onRef("mentor_profile.organization_id", "=", "mentor.organization_id")
        .onRef("mentor_profile.person_id", "=", "mentor.person_id"),
    )
    .leftJoin("pair_wish", (join) =>
      join
        .onRef("pair_wish.organization_id", "=", "round_pair.organization_id")
        .onRef("pair_wish.mentee_id", "=", "round_pair.mentee_id")
        .onRef("pair_wish.mentor_id", "=", "round_pair.mentor_id"),
    )
    .where("round_pair.organization_id", "=", organizationId)
    .where("round_pair.round_id", "=", roundId)
    .select((eb) => [
      "round_pair.mentee_id as menteeId",
      "round_pair.mentor_id as mentorId",
      named("mentee").as("mentee"),
      named("mentor").as("mentor"),
      "round_pair.weight",
      "round_pair.parts",
      "round_pair.choice",
      "round_pair.drawn",
      "round_pair.is_locked as wasLocked",
      "pair_wish.kind as wish",
      eb
        .exists(
          eb
            .selectFrom("pair_wish as other")
            .select("other.mentor_id")
            .whereRef("other.organization_id", "=", "round_pair.organization_id")
            .whereRef("other.mentee_id", "=", "round_pair.mentee_id")
            .whereRef("other.mentor_id", "<>", "round_pair.mentor_id")
            .where("other.kind", "=", "lock"),
        )
        .as("isLockedElsewhere"),
      sql<boolean>`mentee.withdrawn_at is not null or mentor.withdrawn_at is not null`.as("hasLeft"),
    ]);
}

const contains = (column: Expression<string>, search: string) =>
  sql<SqlBool>`${column} ilike ${`%${search.replaceAll(/[\\%_]/gu, "\\$&")}%`}`;

export async function listPairs(ctx: Context, which: WhichRound, query: BoardQuery): Promise<{ rows: BoardPair[]; total: number }> {
  const { search, filter, sort, page } = query;
  const rows = await pairs(ctx, which)
    .select(({ fn }) => fn.countAll<number>().over().as("all"))
    .$if(search !== "", (q) =>
      q.where((eb) => eb.or([contains(eb.ref("mentee_profile.name"), search), contains(eb.ref("mentor_profile.name"), search)])),
    )
    .$if(filter === "locked", (q) => q.where((eb) => eb.or([eb("pair_wish.kind", "=", "lock"), eb("round_pair.is_locked", "=", true)])))
    .$if(filter === "weak", (q) => q.where("round_pair.weight", "<", weakBelow))
    .$if(filter === "first", (q) => q.where("round_pair.choice", "=", 1))
    .$if(filter === "later", (q) => q.where("round_pair.choice", ">", 1))
    .$if(filter === "left", (q) => q.where(sql<SqlBool>`(mentee.withdrawn_at is not null or mentor.withdrawn_at is not null)`))
    .orderBy(
      {
        weakest: sql`round_pair.weight`,
        strongest: sql`round_pair.weight desc`,
        mentee: sql`mentee_profile.name`,
        mentor: sql`mentor_profile.name`,
        choice: sql`round_pair.choice desc`,
      }[sort],
    )
    .orderBy("round_pair.mentee_id")
    .limit(rowsPerPage)
    .offset((page - 1) * rowsPerPage)
    .execute();
  return {
    rows: rows.map(({ all: _all, ...pair }) => ({ ...pair, hasLeft: pair.hasLeft, isLockedElsewhere: Boolean(pair.isLockedElsewhere) })),
    total: rows[0]?.all ?? 0,
  };
}

/** The pairs of one participant: at most one of a mentee, all of a mentor. */
export async function listPairsOf(ctx: Context, which: WhichRound, participantId: string): Promise<BoardPair[]> {
  const rows = await pairs(ctx, which)
    .where((eb) => eb.or([eb("round_pair.mentee_id", "=", participantId), eb("round_pair.mentor_id", "=", participantId)]))
    .orderBy("round_pair.weight", "desc")
    .execute();
  return rows.map((pair) => ({ ...pair, isLockedElsewhere: Boolean(pair.isLockedElsewhere) }));
}

export interface BoardUnmatched {
  readonly menteeId: string;
  readonly mentee: string;
  readonly reason: UnmatchedReason;
  readonly hasLeft: boolean;
}

export async function listUnmatched(
  ctx: Context,
  { organizationId, roundId }: WhichRound,
  { search, page, menteeId }: { search: string; page: number; menteeId?: string },
): Promise<{ rows: BoardUnmatched[]; total: number }> {
  const rows = await ctx.db
    .selectFrom("round_unmatched")
    .innerJoin("participant", (join) =>
      join
        .onRef("participant.organization_id", "=", "round_unmatched.organization_id")
        .onRef("participant.id", "=", "round_unmatched.mentee_id"),
    )
    .innerJoin("profile", (join) =>
      join.onRef("profile.organization_id", "=", "participant.organization_id").onRef("profile.person_id", "=", "participant.person_id"),
    )
    .select(({ fn }) => [
      "mentee_id as menteeId",
      "profile.name as mentee",
      "reason",
      "withdrawn_at as withdrawnAt",
      fn.countAll<number>().over().as("all"),
    ])
    .where("round_unmatched.organization_id", "=", organizationId)
    .where("round_id", "=", roundId)
    .$if(search !== "", (q) => q.where((eb) => contains(eb.ref("profile.name"), search)))
    .$if(menteeId !== undefined, (q) => q.where("mentee_id", "=", menteeId!))
    .orderBy("profile.name")
    .orderBy("mentee_id")
    .limit(rowsPerPage)
    .offset((page - 1) * rowsPerPage)
    .execute();
  return {
    rows: rows.map(({ all: _all, withdrawnAt, ...row }) => ({ ...row, hasLeft: withdrawnAt !== null })),
    total: rows[0]?.all ?? 0,
  };
}
