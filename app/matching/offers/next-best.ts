import { explainScores } from "../../../packages/matching-engine/index.ts";
import { listUnchecked } from "../../networks/checks/missing-checks.ts";
import type { Context } from "../../platform/context.ts";
import { listCriteria } from "../criteria/list-criteria.ts";
import { reasonParts } from "../explanations/read-explanation.ts";
import { CannotRun, takeSnapshot } from "../rounds/take-snapshot.ts";
import type { PairToOffer } from "./make-offers.ts";

interface Among {
  readonly organizationId: string;
  readonly programId: string;
  readonly mentees: readonly string[];
  readonly mentors: readonly string[];
}

/**
 * The pairs among these people that keep every must and were never offered before, the strongest first. Whoever has no free place,
 * paused, left or lacks a check that the program wants is not among them. Reads the criteria as they are now.
 */
export async function nextBestPairs(ctx: Context, { organizationId, programId, ...among }: Among): Promise<PairToOffer[]> {
  const unchecked = await listUnchecked(ctx, { organizationId, programId }, [...among.mentees, ...among.mentors]);
  const lacks = new Set(unchecked.map(({ participantId }) => participantId));
  const [mentees, mentors] = [among.mentees, among.mentors].map((ids) => ids.filter((id) => !lacks.has(id))) as [string[], string[]];
  if (mentees.length === 0 || mentors.length === 0) return [];
  const criteria = await listCriteria(ctx, organizationId, programId);
  const snapshot = await takeSnapshot(ctx, organizationId, programId, {
    criteria: { criteria },
    chosen: { who: "picked", mentees, mentors },
    seed: 0,
    objective: "most-good",
  }).catch((error: unknown) => {
    if (error instanceof CannotRun) return undefined;
    throw error;
  });
  if (!snapshot) return [];
  const before = await offeredBefore(ctx, organizationId, programId, mentees, mentors);
  const explainer = explainScores(snapshot.scoring);
  const pairs: PairToOffer[] = [];
  for (const [mentee, menteeId] of snapshot.menteeIds.entries()) {
    for (const [mentor, mentorId] of snapshot.mentorIds.entries()) {
      if (before.has(`${menteeId} ${mentorId}`)) continue;
      const explanation = explainer.pair(mentee, mentor);
      if (!explanation.allowed) continue;
      const visibility = { mentee: snapshot.visibility.mentees[mentee]!, mentor: snapshot.visibility.mentors[mentor]! };
      pairs.push({ menteeId, mentorId, weight: explanation.weight, reasons: reasonParts(explanation, snapshot.keys, visibility) });
    }
  }
  return pairs.toSorted((a, b) => b.weight - a.weight || (a.mentorId + a.menteeId < b.mentorId + b.menteeId ? -1 : 1));
}

async function offeredBefore(
  ctx: Context,
  organizationId: string,
  programId: string,
  mentees: readonly string[],
  mentors: readonly string[],
): Promise<Set<string>> {
  const rows = await ctx.db
    .selectFrom("offer")
    .select(["mentee_id", "mentor_id"])
    .where("organization_id", "=", organizationId)
    .where("program_id", "=", programId)
    .where((eb) => (mentees.length <= mentors.length ? eb("mentee_id", "in", mentees) : eb("mentor_id", "in", mentors)))
    .execute();
  return new Set(rows.map((row) => `${row.mentee_id} ${row.mentor_id}`));
}
