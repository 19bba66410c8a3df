import type { Context } from "../../platform/context.ts";
import { Conflict, Invalid } from "../../platform/errors.ts";
import { announce } from "../../platform/facts.ts";
import { newId } from "../../platform/identifiers.ts";
import { lockRelationship, type Relationship } from "../life/find-life.ts";
import { overlappingMeanwhile } from "./agree-on.ts";
import { findSession, listFollowing, type OneSession, type Session } from "./find-session.ts";
import { makeAhead } from "./make-ahead.ts";
import { mustBeOpen, personOf } from "./may-plan.ts";
import type { Place } from "./place.ts";
import { planWords } from "./plan.messages.ts";
import { sendMoved, sendSeriesMoved } from "./send-session.ts";
import { localAt, momentAt, monthsAhead, monthsLater, occurrences } from "./series.ts";
import { canMove, dayMs, furthestDays, spanOf } from "./session.ts";
import { endSeriesBefore } from "./end-series.ts";

export interface Moving extends Place {
  readonly startsAt: Date;
  readonly minutes: number;
  readonly words: string;
  /** This one alone, or with it all that follow in its series. */
  readonly scope: "one" | "following";
  readonly by: string;
}

/** Another time, or another place. What was asked about it is answered by it. @returns the session's id, which stays */
export async function moveSession(ctx: Context, its: OneSession, moving: Moving): Promise<string> {
  const relationship = await lockRelationship(ctx, its);
  mustBeOpen(relationship);
  const { timeZone } = personOf(relationship, moving.by);
  const session = await findSession(ctx, its);
  if (!canMove(session, ctx.now)) throw new Conflict((language) => planWords(language).tooLate);
  if (moving.startsAt <= ctx.now) throw new Invalid({ startsAt: (language) => planWords(language).past });
  if (moving.startsAt.getTime() > ctx.now.getTime() + furthestDays * dayMs)
    throw new Invalid({ startsAt: (language) => planWords(language).tooFar });
  await (moving.scope === "following" && session.series
    ? moveFollowing(ctx, relationship, session, moving)
    : moveOne(ctx, relationship, session, moving, timeZone));
  await ctx.db
    .updateTable("session_proposal")
    .set({ state: "replaced", answered_at: ctx.now, answered_by: moving.by })
    .where("organization_id", "=", its.organizationId)
    .where("moves_session_id", "=", its.sessionId)
    .where("state", "=", "open")
    .execute();
  const { organizationId, relationshipId, sessionId } = its;
  await announce(ctx, "session.moved", { organizationId, relationshipId, sessionId });
  return sessionId;
}

const notYetReminded = { reminded_day_at: null, reminded_hour_at: null };

async function moveOne(ctx: Context, relationship: Relationship, session: Session, moving: Moving, timeZone: string): Promise<void> {
  const { startsAt, minutes, placeKind, place, by } = moving;
  const span = spanOf(startsAt, minutes);
  await overlappingMeanwhile(ctx, () =>
    ctx.db
      .updateTable("session")
      .set({
        starts_at: span.startsAt,
        ends_at: span.endsAt,
        // One of a series is told apart on the series' clock.
        time_zone: session.series?.timeZone ?? timeZone,
        place_kind: placeKind,
        place,
        is_moved: session.series !== null,
        sequence: Math.max(session.sequence, session.series?.sequence ?? 0) + 1,
        agreed_at: ctx.now,
        agreed_by: by,
        ...notYetReminded,
      })
      .where("organization_id", "=", session.organizationId)
      .where("id", "=", session.id)
      .execute(),
  );
  await forgetReplies(ctx, session.organizationId, [session.id], by);
  await sendMoved(ctx, relationship, { before: session, after: await findSession(ctx, keyOf(session)), by, words: moving.words });
}

/** It and those after it become a series of their own, in the same rhythm, begun on the new day; what was noted for each stays with it. */
async function moveFollowing(ctx: Context, relationship: Relationship, session: Session, moving: Moving): Promise<void> {
  const { organizationId, relationshipId } = session;
  const old = session.series!;
  const { startsAt, minutes, placeKind, place, by } = moving;
  const following = await listFollowing(ctx, session);
  const { day, time } = localAt(startsAt, old.timeZone);
  const untilOn = old.untilOn;
  const rule = {
    repeats: old.repeats,
    startsOn: day,
    localTime: time,
    timeZone: old.timeZone,
    untilOn: untilOn !== null && untilOn < day ? day : untilOn,
  };
  const seriesId = newId();
  const horizon = monthsLater(day > localAt(ctx.now, old.timeZone).day ? day : localAt(ctx.now, old.timeZone).day, monthsAhead);
  const days = occurrences(rule, null, horizon);
  const kept = following.slice(0, days.length);
  await ctx.db
    .insertInto("session_series")
    .values({
      organization_id: organizationId,
      id: seriesId,
      relationship_id: relationshipId,
      repeats: rule.repeats,
      starts_on: day,
      local_time: time,
      time_zone: old.timeZone,
      minutes,
      until_on: rule.untilOn,
      made_until: days[kept.length - 1]?.occursOn ?? day,
      place_kind: placeKind,
      place,
      agreed_by: by,
      made_at: ctx.now,
    })
    .execute();
  await overlappingMeanwhile(ctx, async () => {
    for (const [n, one] of kept.entries()) {
      const { occursOn } = days[n]!;
      const span = spanOf(momentAt(occursOn, time, old.timeZone), minutes);
      await ctx.db
        .updateTable("session")
        .set({
          series_id: seriesId,
          occurs_on: occursOn,
          starts_at: span.startsAt,
          ends_at: span.endsAt,
          time_zone: old.timeZone,
          place_kind: placeKind,
          place,
          is_moved: false,
          sequence: 0,
          agreed_at: ctx.now,
          agreed_by: by,
          ...notYetReminded,
        })
        .where("organization_id", "=", organizationId)
        .where("id", "=", one.id)
        .execute();
    }
    const beyond = following.slice(days.length).map(({ id }) => id);
    if (beyond.length > 0)
      await ctx.db.deleteFrom("session").where("organization_id", "=", organizationId).where("id", "in", beyond).execute();
  });
  await forgetReplies(
    ctx,
    organizationId,
    kept.map(({ id }) => id),
    by,
  );
  const ended = await endSeriesBefore(ctx, { organizationId, seriesId: old.id }, session.occursOn!);
  await makeAhead(ctx, { organizationId, seriesId }, horizon);
  await sendSeriesMoved(ctx, relationship, {
    before: session,
    ended,
    after: await findSession(ctx, keyOf(session)),
    by,
    words: moving.words,
  });
}

const keyOf = ({ organizationId, relationshipId, id }: Session): OneSession => ({ organizationId, relationshipId, sessionId: id });

/** What their calendars said was said of the time before. */
async function forgetReplies(ctx: Context, organizationId: string, sessionIds: readonly string[], by: string): Promise<void> {
  if (sessionIds.length === 0) return;
  await ctx.db
    .updateTable("session_person")
    .set({ reply: null, replied_at: null })
    .where("organization_id", "=", organizationId)
    .where("session_id", "in", sessionIds)
    .where("person_id", "<>", by)
    .execute();
}
