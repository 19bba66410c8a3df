import { sql } from "kysely";
import { type Context } from "../../platform/context.ts";
import { violatedConstraint } from "../../platform/database.ts";
import { Conflict } from "../../platform/errors.ts";
import { announce } from "../../platform/facts.ts";
import { newId } from "../../platform/identifiers.ts";
import type { Relationship } from "../life/find-life.ts";
import { findSession, listTaken } from "./find-session.ts";
import { makeAhead } from "./make-ahead.ts";
import type { Place } from "./place.ts";
import { planWords } from "./plan.messages.ts";
import { sendAgreed } from "./send-session.ts";
import { localAt, monthsAhead, monthsLater, type Repeats } from "./series.ts";
import { overlaps, spanOf } from "./session.ts";

export interface Agreed extends Place {
  readonly startsAt: Date;
  readonly minutes: number;
  readonly timeZone: string;
  readonly repeats: Repeats | null;
  readonly untilOn: string | null;
  readonly by: string;
}

/** The last guard is the database's; before it a sentence that says what is in the way. */
async function withoutOverlap<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (violatedConstraint(error) === "sessions_apart") throw new Conflict((language) => planWords(language).overlap);
    throw error;
  }
}

/** Makes the session on which they agreed, with those that follow where it repeats. The relationship is locked. @returns its id */
export async function agreeOn(ctx: Context, relationship: Relationship, agreed: Agreed): Promise<string> {
  const { organizationId, id: relationshipId } = relationship;
  const { startsAt, minutes, timeZone, repeats, untilOn, placeKind, place, by } = agreed;
  const span = spanOf(startsAt, minutes);
  const taken = await listTaken(ctx, { organizationId, relationshipId }, span.startsAt, span.endsAt);
  if (taken.some((one) => overlaps(one, span))) throw new Conflict((language) => planWords(language).overlap);
  const { day, time } = localAt(startsAt, timeZone);
  const seriesId = repeats === null ? null : newId();
  if (seriesId !== null && repeats !== null)
    await ctx.db
      .insertInto("session_series")
      .values({
        organization_id: organizationId,
        id: seriesId,
        relationship_id: relationshipId,
        repeats,
        starts_on: day,
        local_time: time,
        time_zone: timeZone,
        minutes,
        until_on: untilOn,
        made_until: day,
        place_kind: placeKind,
        place,
        agreed_by: by,
        made_at: ctx.now,
      })
      .execute();
  const sessionId = newId();
  await withoutOverlap(() =>
    ctx.db
      .insertInto("session")
      .values({
        organization_id: organizationId,
        id: sessionId,
        relationship_id: relationshipId,
        series_id: seriesId,
        occurs_on: seriesId === null ? null : day,
        starts_at: span.startsAt,
        ends_at: span.endsAt,
        time_zone: timeZone,
        place_kind: placeKind,
        place,
        agreed_at: ctx.now,
        agreed_by: by,
      })
      .execute(),
  );
  if (seriesId !== null) await makeAhead(ctx, { organizationId, seriesId }, monthsLater(localAt(ctx.now, timeZone).day, monthsAhead));
  await sendAgreed(ctx, relationship, await findSession(ctx, { organizationId, relationshipId, sessionId }));
  await announce(ctx, "session.agreed", { organizationId, relationshipId, sessionId });
  return sessionId;
}

/** Until the end of `work` sessions may stand on each other, as while a series is moved; then they may not. */
export async function overlappingMeanwhile<T>(ctx: Context, work: () => Promise<T>): Promise<T> {
  await sql`set constraints sessions_apart deferred`.execute(ctx.db);
  const result = await work();
  await withoutOverlap(() => sql`set constraints sessions_apart immediate`.execute(ctx.db));
  return result;
}
