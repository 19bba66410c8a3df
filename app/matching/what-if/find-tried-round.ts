import type { Context } from "../../platform/context.ts";
import { NotFound } from "../../platform/errors.ts";
import { findRound, type Round } from "../rounds/list-rounds.ts";
import { isSearched } from "../rounds/round.ts";

/** A round on which other weights can be tried at once; groups and peers are searched for, which takes a round of its own. */
export async function findTriedRound(ctx: Context, organizationId: string, programId: string, roundId: string): Promise<Round> {
  const round = await findRound(ctx, organizationId, programId, roundId);
  if (isSearched(round.objective)) throw new NotFound();
  return round;
}
