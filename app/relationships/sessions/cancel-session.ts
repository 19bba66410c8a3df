import { sql } from "kysely";
import type { Context } from "../../platform/context.ts";
import { Conflict } from "../../platform/errors.ts";
import { announceEach } from "../../platform/facts.ts";
import { lockRelationship, type Relationship } from "../life/find-life.ts";
import { endSeriesBefore } from "./end-series.ts";
import { findSession, listFollowing, type OneSession, type Session } from "./find-session.ts";
import { mustBeOpen, personOf } from "./may-plan.ts";
import { planWords } from "./plan.messages.ts";
import { sendCancelled, sendSeriesCancelled } from "./send-session.ts";
import { canMove } from "./session.ts";

export interface Cancelling {
  readonly words: string;
  readonly scope: "one" | "following";
  readonly by: string;
}

/** It does not take place, with a word for the others. */
export async function cancelSession(ctx: Context, its: OneSession, cancelling: Cancelling): Promise<void> {
  const relationship = await lockRelationship(ctx, its);
  mustBeOpen(relationship);
  personOf(relationship, cancelling.by);
  const session = await findSession(ctx, its);
  if (!canMove(session, ctx.now)) throw new Conflict((language) => planWords(language).tooLate);
  await (cancelling.scope === "following" && session.series
    ? cancelFollowing(ctx, relationship, session, cancelling)
    : cancelOne(ctx, relationship, session, cancelling));
}

async function cancelOne(ctx: Context, relationship: Relationship, session: Session, { words, by }: Cancelling): Promise<void> {
  await cancelRows(ctx, [session], { words, by });
  await sendCancelled(ctx, relationship, { session: { ...session, sequence: nextSequence(session) }, by, words });
}

async function cancelFollowing(ctx: Context, relationship: Relationship, session: Session, { words, by }: Cancelling): Promise<void> {
  await cancelRows(ctx, await listFollowing(ctx, session), { words, by });
  const ended = await endSeriesBefore(ctx, { organizationId: session.organizationId, seriesId: session.series!.id }, session.occursOn!);
  await sendSeriesCancelled(ctx, relationship, { session, ended, by, words });
}

const nextSequence = ({ sequence, series }: Session): number => Math.max(sequence, series?.sequence ?? 0) + 1;

async function cancelRows(ctx: Context, sessions: readonly Session[], { words, by }: { words: string; by: string | null }): Promise<void> {
  const [first] = sessions;
  if (!first) return;
  await ctx.db
    .updateTable("session")
    .set((eb) => ({
      state: "cancelled",
      cancelled_at: ctx.now,
      cancelled_by: by,
      cancel_words: words,
      sequence: eb(eb.fn<number>("greatest", ["sequence", sql.lit(first.series?.sequence ?? 0)]), "+", 1),
    }))
    .where("organization_id", "=", first.organizationId)
    .where(
      "id",
      "in",
      sessions.map(({ id }) => id),
    )
    .execute();
  await ctx.db
    .updateTable("session_proposal")
    .set({ state: "withdrawn", answered_at: ctx.now, answered_by: by })
    .where("organization_id", "=", first.organizationId)
    .where(
      "moves_session_id",
      "in",
      sessions.map(({ id }) => id),
    )
    .where("state", "=", "open")
    .execute();
  await announceEach(
    ctx,
    "session.cancelled",
    sessions.map(({ organizationId, relationshipId, id }) => ({ organizationId, relationshipId, sessionId: id })),
  );
}

/** The relationship is over: nothing that is ahead takes place, no question is open, and calendars are told. */
export async function cancelAllAhead(ctx: Context, relationship: Relationship): Promise<void> {
  const { organizationId, id: relationshipId } = relationship;
  await ctx.db
    .updateTable("session_proposal")
    .set({ state: "withdrawn", answered_at: ctx.now })
    .where("organization_id", "=", organizationId)
    .where("relationship_id", "=", relationshipId)
    .where("state", "=", "open")
    .execute();
  const ahead = await ctx.db
    .selectFrom("session")
    .select(["id", "series_id"])
    .where("organization_id", "=", organizationId)
    .where("relationship_id", "=", relationshipId)
    .where("state", "=", "agreed")
    .where("starts_at", ">", ctx.now)
    .orderBy("occurs_on")
    .orderBy("starts_at")
    .execute();
  const done = new Set<string>();
  for (const { id, series_id } of ahead) {
    if (series_id !== null && done.has(series_id)) continue;
    const session = await findSession(ctx, { organizationId, relationshipId, sessionId: id });
    if (!session.series) {
      await cancelRows(ctx, [session], { words: "", by: null });
      await sendCancelled(ctx, relationship, {
        session: { ...session, sequence: nextSequence(session) },
        by: null,
        words: "",
        why: "over",
      });
      continue;
    }
    done.add(session.series.id);
    await cancelRows(ctx, await listFollowing(ctx, session), { words: "", by: null });
    const ended = await endSeriesBefore(ctx, { organizationId, seriesId: session.series.id }, session.occursOn!);
    await sendSeriesCancelled(ctx, relationship, { session, ended, by: null, words: "", why: "over" });
  }
}
