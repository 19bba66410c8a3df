import { sql } from "kysely";
import { type App, asSystem, type Context, inOrganization } from "../../platform/context.ts";
import { Invalid, isConflictOrNotAllowed } from "../../platform/errors.ts";
import type { InboundHandler, InboundLetter, Taken } from "../../platform/inbound-mail/inbound-letter.ts";
import type { CalendarReply } from "../calendars/read-reply.ts";
import { repliesInThread } from "../calendars/replies-in-thread.ts";
import { lockRelationship, type OneRelationship, type Relationship } from "../life/find-life.ts";
import { findSession, listFollowing, type Session } from "./find-session.ts";
import { mustBeOpen } from "./may-plan.ts";
import { findAddressees } from "./people-of-session.ts";
import { proposeTimes } from "./propose-times.ts";
import { sendDeclined } from "./send-session.ts";
import { readUid, replyHandler } from "./session-event.ts";
import { minutesOf, longestMinutes, shortestMinutes } from "./session.ts";

/** Answers of calendar programs to our invitations: yes, perhaps, no, or another time. */
export const takeCalendarReply: InboundHandler = { name: replyHandler, take };

const onThePage = "Please answer on the page that the letter links to.";

async function take(app: App, id: string, letter: InboundLetter): Promise<Taken> {
  const calendars = letter.files.filter(
    ({ contentType, name }) => /^(text\/calendar|application\/ics)\b/i.test(contentType) || /\.ics$/i.test(name),
  );
  // Words that somebody writes to this address would be lost: she is told.
  if (calendars.length === 0)
    return letter.isAutomatic ? "dropped" : { refusal: `This address takes answers of calendar programs only. ${onThePage}` };
  const { from } = letter;
  if (from === undefined) return { refusal: `It cannot be seen who wrote this. ${onThePage}` };
  if (letter.authenticity === "unproved") return { refusal: `It is not proved who wrote this. ${onThePage}` };
  const its = await findPlace(app, id);
  if (!its) return { refusal: `There is no such session any more. ${onThePage}` };
  // One and the same answer comes as the letter's body and as its attachment.
  const read = await repliesInThread(
    calendars.map(({ bytes }) => bytes),
    from,
  );
  const replies = new Map(read.map((reply) => [`${reply.uid} ${reply.standsFor?.getTime()}`, reply]));
  if (replies.size === 0) return "dropped";
  try {
    return await inOrganization(app, its.organizationId, (ctx) => answer(ctx, its, { id, from, replies: [...replies.values()] }));
  } catch (error) {
    if (isConflictOrNotAllowed(error)) return { refusal: `${error.sentence("en")} ${onThePage}` };
    if (error instanceof Invalid) return { refusal: `${Object.values(error.fields)[0]?.("en") ?? ""} ${onThePage}` };
    throw error;
  }
}

/** To which relationship a session or a series belongs, known by its id alone. */
async function findPlace(app: App, id: string): Promise<OneRelationship | undefined> {
  return asSystem(app, async ({ db }) => {
    for (const table of ["session", "session_series"] as const) {
      const row = await db
        .selectFrom(table)
        .select(["organization_id as organizationId", "relationship_id as relationshipId"])
        .where("id", "=", id)
        .executeTakeFirst();
      if (row) return row;
    }
    return undefined;
  });
}

async function answer(
  ctx: Context,
  its: OneRelationship,
  { id, from, replies }: { id: string; from: string; replies: readonly CalendarReply[] },
): Promise<Taken> {
  const relationship = await lockRelationship(ctx, its);
  const { addressees } = await findAddressees(ctx, relationship);
  const who = addressees.find(({ address }) => address.toLowerCase() === from);
  if (!who) return { refusal: `Please answer from the address to which the invitation was sent. ${onThePage}` };
  // While safety holds it, and when it is over, nothing goes from one to the other, not even that somebody declines.
  mustBeOpen(relationship);
  for (const reply of replies) {
    const about = readUid(ctx.app, reply.uid);
    // The address was for one thing, and so is the answer.
    if (about?.id !== id) continue;
    const sessions = await findAbout(ctx, its, about, reply);
    const [first] = sessions;
    if (!first || reply.sequence < latestSequence(first, reply)) continue;
    if (reply.says === "counter") await counter(ctx, its, first, reply, who.personId);
    else await note(ctx, relationship, sessions, { says: reply.says, by: who.personId });
  }
  return "taken";
}

/** An answer to what was changed since is no answer to what stands now. */
const latestSequence = ({ series, sequence, isMoved }: Session, { standsFor }: CalendarReply): number =>
  series && (standsFor === null || !isMoved) ? series.sequence : sequence;

async function findAbout(
  ctx: Context,
  its: OneRelationship,
  { kind, id }: { kind: "session" | "series"; id: string },
  { standsFor }: CalendarReply,
): Promise<Session[]> {
  let query = ctx.db
    .selectFrom("session as s")
    .leftJoin("session_series as r", (join) => join.onRef("r.organization_id", "=", "s.organization_id").onRef("r.id", "=", "s.series_id"))
    .select("s.id")
    .where("s.organization_id", "=", its.organizationId)
    .where("s.relationship_id", "=", its.relationshipId)
    .where("s.state", "=", "agreed")
    .orderBy("s.starts_at")
    .limit(1);
  query = kind === "session" ? query.where("s.id", "=", id) : query.where("s.series_id", "=", id);
  if (kind === "series")
    query =
      standsFor === null
        ? query.where("s.starts_at", ">", ctx.now)
        : query.where(sql<boolean>`(s.occurs_on + r.local_time::time) at time zone r.time_zone = ${standsFor}`);
  const row = await query.executeTakeFirst();
  if (!row) return [];
  const session = await findSession(ctx, { ...its, sessionId: row.id });
  return kind === "series" && standsFor === null ? listFollowing(ctx, session) : [session];
}

async function note(
  ctx: Context,
  relationship: Relationship,
  sessions: readonly Session[],
  { says, by }: { says: "accepted" | "tentative" | "declined"; by: string },
): Promise<void> {
  const changed = sessions.filter(({ people }) => people.find(({ personId }) => personId === by)?.reply !== says);
  if (changed.length === 0) return;
  await ctx.db
    .insertInto("session_person")
    .values(
      changed.map(({ organizationId, id }) => ({
        organization_id: organizationId,
        session_id: id,
        person_id: by,
        reply: says,
        replied_at: ctx.now,
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(["organization_id", "session_id", "person_id"]).doUpdateSet({ reply: says, replied_at: ctx.now }),
    )
    .execute();
  const [next] = changed;
  if (next && says !== "accepted") await sendDeclined(ctx, relationship, { session: next, by, isDeclined: says === "declined" });
}

/** Another time than the one of the invitation: asked of the others as if proposed on the page. */
async function counter(ctx: Context, its: OneRelationship, session: Session, reply: CalendarReply, by: string): Promise<void> {
  const minutes = reply.minutes >= shortestMinutes && reply.minutes <= longestMinutes ? reply.minutes : minutesOf(session);
  const { placeKind, place } = session;
  await proposeTimes(
    ctx,
    its,
    { times: [reply.startsAt], minutes, placeKind, place, repeats: null, untilOn: null, words: reply.words },
    { by, movesSessionId: session.id },
  );
}
