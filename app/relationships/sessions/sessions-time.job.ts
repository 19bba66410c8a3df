/**
 * What time does by itself: reminders before, the question after, answers that wait too long, times that pass, series that are made
 * ahead. Each is found by what is due and marked in its row, so that a server that slept sends each once, and none for what is over.
 */
import { type App, asSystem, type Context } from "../../platform/context.ts";
import { eachDue } from "../../platform/each-due.ts";
import { job } from "../../platform/jobs.ts";
import { lockRelationship, type Relationship } from "../life/find-life.ts";
import { findSession, type OneSession, type Session } from "./find-session.ts";
import { makeAhead } from "./make-ahead.ts";
import { sendAsk, sendReminder } from "./send-afterwards.ts";
import { sendCancelled } from "./send-session.ts";
import { localAt, monthsAhead, monthsLater } from "./series.ts";
import { answerDays, dayMs, dueReminder, patienceDays } from "./session.ts";
import { isPatienceOver, settle } from "./tell-outcome.ts";

export const letSessionsGoOn = job<object>("sessions.time", {
  schedule: "*/5 * * * *",
  atOnce: 1,
  run: async (app, _payload, stopping) => {
    for (const work of [remindAndAsk, passTimes, makeSeriesAhead]) {
      stopping.throwIfAborted();
      await work(app);
    }
  },
});

const mostAtOnce = 5000;

export async function remindAndAsk(app: App): Promise<void> {
  const due = await asSystem(app, ({ db, now }) =>
    db
      .selectFrom("session")
      .select(["organization_id as organizationId", "relationship_id as relationshipId", "id as sessionId"])
      .where("state", "=", "agreed")
      .where((eb) =>
        eb.or([
          eb.and([
            eb("reminded_hour_at", "is", null),
            eb("starts_at", ">", now),
            eb("starts_at", "<=", new Date(now.getTime() + dayMs)),
            eb.or([eb("reminded_day_at", "is", null), eb("starts_at", "<=", new Date(now.getTime() + dayMs / 24))]),
          ]),
          eb.and([
            eb("ends_at", "<=", now),
            eb("ends_at", ">", new Date(now.getTime() - answerDays * dayMs)),
            eb.or([
              eb("asked_at", "is", null),
              eb.and([eb("waited_at", "is", null), eb("ends_at", "<=", new Date(now.getTime() - patienceDays * dayMs))]),
            ]),
          ]),
        ]),
      )
      .orderBy("starts_at")
      .limit(mostAtOnce)
      .execute(),
  );
  await eachDue(app, due, goOn);
}

async function goOn(ctx: Context, its: OneSession): Promise<void> {
  const relationship = await lockRelationship(ctx, its);
  const session = await findSession(ctx, its);
  if (session.state !== "agreed") return;
  if (session.endsAt <= ctx.now) await askOrSettle(ctx, relationship, session);
  else await remind(ctx, relationship, session);
}

/** Reminders go out where it goes on, and until its channels close; not in a break. */
const hearsOfIt = ({ state }: Relationship): boolean => state === "active" || state === "closing";

async function remind(ctx: Context, relationship: Relationship, session: Session): Promise<void> {
  const kind = dueReminder(session, ctx.now);
  if (!kind || !hearsOfIt(relationship)) return;
  await mark(
    ctx,
    session,
    kind === "hour" ? { reminded_hour_at: ctx.now, reminded_day_at: session.remindedDayAt ?? ctx.now } : { reminded_day_at: ctx.now },
  );
  await sendReminder(ctx, relationship, session, kind);
}

async function askOrSettle(ctx: Context, relationship: Relationship, session: Session): Promise<void> {
  if (session.askedAt === null && hearsOfIt(relationship)) {
    await mark(ctx, session, { asked_at: ctx.now });
    await sendAsk(ctx, relationship, session);
  }
  if (!isPatienceOver(session, ctx.now)) return;
  await mark(ctx, session, { waited_at: ctx.now });
  await settle(ctx, relationship, session, { isPatienceOver: true });
}

const mark = (
  ctx: Context,
  { organizationId, id }: Session,
  marks: Partial<Record<"reminded_day_at" | "reminded_hour_at" | "asked_at" | "waited_at", Date>>,
) => ctx.db.updateTable("session").set(marks).where("organization_id", "=", organizationId).where("id", "=", id).execute();

/** Proposals of which every time has passed are over. */
export async function passTimes(app: App): Promise<void> {
  const due = await asSystem(app, ({ db, now }) =>
    db
      .selectFrom("session_proposal as p")
      .select(["p.organization_id as organizationId", "p.id"])
      .where("p.state", "=", "open")
      .where((eb) =>
        eb.not(
          eb.exists(
            eb
              .selectFrom("session_proposal_time as t")
              .select("t.starts_at")
              .whereRef("t.organization_id", "=", "p.organization_id")
              .whereRef("t.proposal_id", "=", "p.id")
              .where("t.starts_at", ">", now),
          ),
        ),
      )
      .limit(mostAtOnce)
      .execute(),
  );
  await eachDue(app, due, async (ctx, { organizationId, id }) => {
    await ctx.db
      .updateTable("session_proposal")
      .set({ state: "past" })
      .where("organization_id", "=", organizationId)
      .where("id", "=", id)
      .where("state", "=", "open")
      .execute();
  });
}

const endSeriesHere = async (ctx: Context, organizationId: string, seriesId: string): Promise<void> => {
  await ctx.db
    .updateTable("session_series")
    .set((eb) => ({ until_on: eb.ref("made_until") }))
    .where("organization_id", "=", organizationId)
    .where("id", "=", seriesId)
    .execute();
};

/** What repeats is made ahead, again when less than the half of it is left. */
export async function makeSeriesAhead(app: App): Promise<void> {
  const soon = monthsLater(localAt(app.now(), "UTC").day, monthsAhead - 1);
  const due = await asSystem(app, ({ db }) =>
    db
      .selectFrom("session_series as s")
      .select(["s.organization_id as organizationId", "s.relationship_id as relationshipId", "s.id as seriesId", "s.time_zone as timeZone"])
      .where("s.made_until", "<", soon)
      .where((eb) => eb.or([eb("s.until_on", "is", null), eb("s.until_on", ">", eb.ref("s.made_until"))]))
      .orderBy("s.made_until")
      .limit(mostAtOnce)
      .execute(),
  );
  await eachDue(app, due, async (ctx, { organizationId, relationshipId, seriesId, timeZone }) => {
    const relationship = await lockRelationship(ctx, { organizationId, relationshipId });
    if (relationship.state === "concluded") return endSeriesHere(ctx, organizationId, seriesId);
    const inTheWay = await makeAhead(ctx, { organizationId, seriesId }, monthsLater(localAt(ctx.now, timeZone).day, monthsAhead));
    for (const sessionId of inTheWay) {
      const session = await findSession(ctx, { organizationId, relationshipId, sessionId });
      await sendCancelled(ctx, relationship, {
        session: { ...session, sequence: (session.series?.sequence ?? 0) + 1 },
        by: null,
        words: "",
        why: "in-the-way",
      });
    }
  });
}
