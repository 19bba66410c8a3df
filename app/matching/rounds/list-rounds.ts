import type { Context } from "../../platform/context.ts";
import { found } from "../../platform/errors.ts";
import { hasResult, type RoundObjective, type RoundState } from "./round.ts";

export interface ListedRound {
  readonly id: string;
  readonly number: number;
  readonly state: RoundState;
  readonly objective: RoundObjective;
  readonly createdAt: Date;
  readonly byName: string | null;
  readonly total: number | null;
  readonly matched: number;
  readonly unmatched: number;
}

export const roundsPerPage = 50;

export async function listRounds(
  ctx: Context,
  organizationId: string,
  programId: string,
  page: number,
): Promise<{ rounds: ListedRound[]; total: number }> {
  const rows = await ctx.db
    .selectFrom("round")
    .leftJoin("profile", (join) =>
      join.onRef("profile.organization_id", "=", "round.organization_id").onRef("profile.person_id", "=", "round.created_by"),
    )
    .select((eb) => [
      "round.id",
      "number",
      "state",
      "objective",
      "round.created_at as createdAt",
      "profile.name as byName",
      "total",
      eb.fn.countAll<number>().over().as("all"),
      eb
        .selectFrom("round_pair")
        .select(({ fn }) => fn.countAll<number>().as("count"))
        .whereRef("round_pair.organization_id", "=", "round.organization_id")
        .whereRef("round_pair.round_id", "=", "round.id")
        .as("matched"),
      eb
        .selectFrom("round_unmatched")
        .select(({ fn }) => fn.countAll<number>().as("count"))
        .whereRef("round_unmatched.organization_id", "=", "round.organization_id")
        .whereRef("round_unmatched.round_id", "=", "round.id")
        .as("unmatched"),
    ])
    .where("round.organization_id", "=", organizationId)
    .where("program_id", "=", programId)
    .orderBy("number", "desc")
    .limit(roundsPerPage)
    .offset((page - 1) * roundsPerPage)
    .execute();
  return {
    rounds: rows.map(({ all: _all, matched, unmatched, ...round }) => ({ ...round, matched: matched ?? 0, unmatched: unmatched ?? 0 })),
    total: rows[0]?.all ?? 0,
  };
}

/** Those of the newest rounds that have a result to be held beside another. */
export async function listComparable(ctx: Context, organizationId: string, programId: string): Promise<ListedRound[]> {
  const { rounds } = await listRounds(ctx, organizationId, programId, 1);
  return rounds.filter(({ state }) => hasResult(state));
}

export async function findRound(ctx: Context, organizationId: string, programId: string, roundId: string) {
  return found(
    await ctx.db
      .selectFrom("round")
      .selectAll()
      .where("organization_id", "=", organizationId)
      .where("program_id", "=", programId)
      .where("id", "=", roundId)
      .executeTakeFirst(),
  );
}
export type Round = Awaited<ReturnType<typeof findRound>>;
