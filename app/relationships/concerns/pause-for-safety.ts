import { Conflict } from "../../platform/errors.ts";
import type { PersonalContext } from "../../platform/context.ts";
import { lockRelationship } from "../life/find-life.ts";
import { moveRelationship, tryMove } from "../life/move-relationship.ts";
import { lifeWords } from "../life/life.messages.ts";
import { caseWords } from "./case.messages.ts";
import { isClosed, type OneConcern } from "./concern.ts";
import { type LockedCase, lockAsHandler, lockAsLead, setCase, takeLocked } from "./handle-case.ts";
import { endDecisions, keepDecision } from "./keep-decision.ts";
import { tellEnded, tellPause } from "./send-concern-letters.ts";
import { writeEntry } from "./write-entry.ts";

/** Stops everything between the two, at once: no message, no session. Whoever does it first has taken the case. */
export async function pauseForSafety(ctx: PersonalContext, its: OneConcern): Promise<void> {
  const locked = await lockAsLead(ctx, its);
  if (isClosed(locked.state)) throw new Conflict((language) => caseWords(language).isClosed);
  const { relationshipId } = locked;
  if (relationshipId === null) throw new Conflict((language) => caseWords(language).noRelationship);
  if (locked.holdsPause) return;
  const theirs = { organizationId: its.organizationId, relationshipId };
  // Held, so that no other case lets go of it meanwhile, unaware of this one.
  const { pausedBy } = await lockRelationship(ctx, theirs);
  // Another case may hold it already; then this one does, too.
  if (pausedBy !== "safeguarding") {
    const outcome = await tryMove(ctx, theirs, { move: "pause", by: "safeguarding", until: null });
    if (outcome !== "done") throw new Conflict((language) => lifeWords(language).impossible[outcome]);
    await keepDecision(ctx, its, theirs, "paused");
    await tellPause(ctx, theirs, "paused");
  }
  if (locked.handlerId === null) await takeLocked(ctx, its, locked);
  await setCase(ctx, its, { holds_pause: true });
  await writeEntry(ctx, its, { kind: "paused", by: "lead" });
}

/** This case needs it no longer. Where another one does, the pause stays, and she hears so. */
export async function liftPause(ctx: PersonalContext, its: OneConcern): Promise<"lifted" | "held"> {
  const locked = await lockAsHandler(ctx, its);
  if (!locked.holdsPause) throw new Conflict((language) => caseWords(language).notPaused);
  return letGoOfPause(ctx, its, locked);
}

/** Of a case that is locked, and holds one. */
export async function letGoOfPause(
  ctx: PersonalContext,
  its: OneConcern,
  { relationshipId }: Pick<LockedCase, "relationshipId">,
): Promise<"lifted" | "held"> {
  // Held first: of two cases that let go in the same moment the second sees that it is the last.
  if (relationshipId !== null) await lockRelationship(ctx, { organizationId: its.organizationId, relationshipId });
  await setCase(ctx, its, { holds_pause: false });
  await writeEntry(ctx, its, { kind: "lifted", by: "lead" });
  if (relationshipId === null) return "lifted";
  const other = await ctx.db
    .selectFrom("concern")
    .select("id")
    .where("organization_id", "=", its.organizationId)
    .where("relationship_id", "=", relationshipId)
    .where("holds_pause", "=", true)
    .limit(1)
    .executeTakeFirst();
  if (other) return "held";
  const theirs = { organizationId: its.organizationId, relationshipId };
  await endDecisions(ctx, theirs);
  if ((await tryMove(ctx, theirs, { move: "resume", by: "safeguarding" })) === "done") await tellPause(ctx, theirs, "resumed");
  return "lifted";
}

/** Over for good, at once: whoever is in it is told that, and not why. */
export async function endForSafety(ctx: PersonalContext, its: OneConcern): Promise<void> {
  const { state, relationshipId } = await lockAsHandler(ctx, its);
  if (isClosed(state)) throw new Conflict((language) => caseWords(language).isClosed);
  if (relationshipId === null) throw new Conflict((language) => caseWords(language).noRelationship);
  const theirs = { organizationId: its.organizationId, relationshipId };
  await moveRelationship(ctx, theirs, { move: "conclude", ending: "stopped" });
  await keepDecision(ctx, its, theirs, "ended");
  await tellEnded(ctx, theirs);
  await ctx.db
    .updateTable("concern")
    .set({ holds_pause: false })
    .where("organization_id", "=", its.organizationId)
    .where("relationship_id", "=", relationshipId)
    .execute();
  await writeEntry(ctx, its, { kind: "lifted", by: "lead", detail: "ended" });
}
