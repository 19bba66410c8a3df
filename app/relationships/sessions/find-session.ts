import { sql } from "kysely";
import type { Context } from "../../platform/context.ts";
import { found } from "../../platform/errors.ts";
import type { OneRelationship } from "../life/find-life.ts";
import type { Series, Repeats } from "./series.ts";
import type { Answer, PlaceKind, Reply, SessionState, Span } from "./session.ts";

export interface OneSession extends OneRelationship {
  readonly sessionId: string;
}

export interface SeriesOfSession extends Series {
  readonly id: string;
  readonly sequence: number;
}

export interface PersonOfSession {
  readonly personId: string;
  readonly reply: Reply | null;
  readonly outcome: Answer | null;
}

export interface Session extends Span {
  readonly organizationId: string;
  readonly relationshipId: string;
  readonly id: string;
  readonly state: SessionState;
  readonly timeZone: string;
  readonly placeKind: PlaceKind;
  readonly place: string;
  readonly sequence: number;
  readonly series: SeriesOfSession | null;
  readonly occursOn: string | null;
  readonly isMoved: boolean;
  readonly agreedAt: Date;
  readonly cancelledBy: string | null;
  readonly cancelWords: string;
  readonly agenda: string;
  readonly agendaBy: string | null;
  readonly agendaAt: Date | null;
  readonly notes: string;
  readonly notesBy: string | null;
  readonly notesAt: Date | null;
  readonly remindedDayAt: Date | null;
  readonly remindedHourAt: Date | null;
  readonly askedAt: Date | null;
  readonly askedAgainAt: Date | null;
  /** What each said who said something. */
  readonly people: readonly PersonOfSession[];
}

const sessions = (ctx: Context) =>
  ctx.db
    .selectFrom("session as s")
    .leftJoin("session_series as r", (join) => join.onRef("r.organization_id", "=", "s.organization_id").onRef("r.id", "=", "s.series_id"))
    .select([
      "s.organization_id as organizationId",
      "s.relationship_id as relationshipId",
      "s.id",
      "s.state",
      "s.starts_at as startsAt",
      "s.ends_at as endsAt",
      "s.time_zone as timeZone",
      "s.place_kind as placeKind",
      "s.place",
      "s.sequence",
      "s.occurs_on as occursOn",
      "s.is_moved as isMoved",
      "s.agreed_at as agreedAt",
      "s.cancelled_by as cancelledBy",
      "s.cancel_words as cancelWords",
      "s.agenda",
      "s.agenda_by as agendaBy",
      "s.agenda_at as agendaAt",
      "s.notes",
      "s.notes_by as notesBy",
      "s.notes_at as notesAt",
      "s.reminded_day_at as remindedDayAt",
      "s.reminded_hour_at as remindedHourAt",
      "s.asked_at as askedAt",
      "s.asked_again_at as askedAgainAt",
      "r.id as seriesId",
      "r.repeats",
      "r.starts_on as startsOn",
      "r.local_time as localTime",
      "r.time_zone as seriesZone",
      "r.until_on as untilOn",
      "r.sequence as seriesSequence",
      sql<
        PersonOfSession[]
      >`(select coalesce(jsonb_agg(jsonb_build_object('personId', p.person_id, 'reply', p.reply, 'outcome', p.outcome)), '[]')
        from session_person p where p.organization_id = s.organization_id and p.session_id = s.id)`.as("people"),
    ]);

type Row = Awaited<ReturnType<ReturnType<typeof sessions>["executeTakeFirstOrThrow"]>>;

function sessionOf(row: Row): Session {
  const { seriesId, repeats, startsOn, localTime, seriesZone, untilOn, seriesSequence, ...session } = row;
  return {
    ...session,
    series: seriesId
      ? {
          id: seriesId,
          repeats: repeats as Repeats,
          startsOn: startsOn!,
          localTime: localTime!,
          timeZone: seriesZone!,
          untilOn,
          sequence: seriesSequence!,
        }
      : null,
  };
}

export async function findSession(ctx: Context, { organizationId, relationshipId, sessionId }: OneSession): Promise<Session> {
  const row = await sessions(ctx)
    .where("s.organization_id", "=", organizationId)
    .where("s.relationship_id", "=", relationshipId)
    .where("s.id", "=", sessionId)
    .executeTakeFirst();
  return sessionOf(found(row));
}

/** Several at once, of these organizations, in no order. */
export async function findSessions(ctx: Context, organizationIds: readonly string[], sessionIds: readonly string[]): Promise<Session[]> {
  if (sessionIds.length === 0) return [];
  const rows = await sessions(ctx).where("s.organization_id", "in", organizationIds).where("s.id", "in", sessionIds).execute();
  return rows.map(sessionOf);
}

/** Where a session is known by its own id alone, as in a letter. */
export async function findRelationshipOfSession(ctx: Context, organizationId: string, sessionId: string): Promise<OneSession> {
  const row = await ctx.db
    .selectFrom("session")
    .select("relationship_id as relationshipId")
    .where("organization_id", "=", organizationId)
    .where("id", "=", sessionId)
    .executeTakeFirst();
  return { organizationId, sessionId, ...found(row) };
}

/** From a day of a series on, those that stand: what is done to one and all that follow. */
export async function listFollowing(ctx: Context, { organizationId, series, occursOn }: Session): Promise<Session[]> {
  if (!series || !occursOn) return [];
  const rows = await sessions(ctx)
    .where("s.organization_id", "=", organizationId)
    .where("s.series_id", "=", series.id)
    .where("s.occurs_on", ">=", occursOn)
    .where("s.state", "=", "agreed")
    .where("s.starts_at", ">", ctx.now)
    .orderBy("s.occurs_on")
    .execute();
  return rows.map(sessionOf);
}

export interface Cursor {
  readonly at: Date;
  readonly id: string;
}
export interface SessionPage {
  readonly sessions: readonly Session[];
  readonly next: Cursor | undefined;
}

/** Upcoming, the next first; or past, the latest first; so many at a time, from `after` on. */
export async function listSessions(
  ctx: Context,
  { organizationId, relationshipId }: OneRelationship,
  { which, after, limit = 20 }: { which: "upcoming" | "past"; after?: Cursor | undefined; limit?: number },
): Promise<SessionPage> {
  let query = sessions(ctx)
    .where("s.organization_id", "=", organizationId)
    .where("s.relationship_id", "=", relationshipId)
    .limit(limit + 1);
  // What is going on stands above, for as long as the longest can take; the index knows beginnings only.
  const earliest = new Date(ctx.now.getTime() - 8 * 3_600_000);
  if (which === "upcoming") {
    query = query
      .where("s.starts_at", ">", after?.at ?? earliest)
      .where("s.ends_at", ">", ctx.now)
      .where("s.state", "=", "agreed")
      .orderBy("s.starts_at")
      .orderBy("s.id");
  } else {
    query = query
      .where("s.starts_at", "<=", ctx.now)
      .where((eb) => eb.or([eb("s.ends_at", "<=", ctx.now), eb("s.state", "<>", "agreed")]))
      .orderBy("s.starts_at", "desc")
      .orderBy("s.id", "desc");
    if (after) query = query.where(sql<boolean>`(s.starts_at, s.id) < (${after.at}, ${after.id}::uuid)`);
  }
  const rows = await query.execute();
  const page = rows.slice(0, limit).map(sessionOf);
  const last = page.at(-1);
  return { sessions: page, next: rows.length > limit && last ? { at: last.startsAt, id: last.id } : undefined };
}

/** Sessions that stand in the way of others between two moments. */
export async function listTaken(
  ctx: Context,
  { organizationId, relationshipId }: OneRelationship,
  from: Date,
  to: Date,
): Promise<(Span & { readonly id: string })[]> {
  return ctx.db
    .selectFrom("session")
    .select(["id", "starts_at as startsAt", "ends_at as endsAt"])
    .where("organization_id", "=", organizationId)
    .where("relationship_id", "=", relationshipId)
    .where("state", "in", ["agreed", "held"])
    .where(sql<boolean>`tstzrange(starts_at, ends_at) && tstzrange(${from}, ${to})`)
    .orderBy("starts_at")
    .execute();
}
