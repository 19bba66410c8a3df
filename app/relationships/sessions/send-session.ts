/** Letters about a session, each with what its reader's calendar understands of it. */
import type { Context } from "../../platform/context.ts";
import type { Letter } from "../../platform/letters/letter.ts";
import { sendLetter } from "../../platform/letters/send-letter.ts";
import { calendarText, type CalendarEvent } from "../calendars/invitation.ts";
import type { Relationship } from "../life/find-life.ts";
import type { EndedSeries } from "./end-series.ts";
import type { Session } from "./find-session.ts";
import { type Addressee, findAddressees, nameOf, type Organization } from "./people-of-session.ts";
import { placeText } from "./place.ts";
import { agreedLetter, cancelledLetter, declinedLetter, movedLetter, type Told } from "./session.email.ts";
import { correspondence, eventOfSeries, eventOfSession, sessionPath, sessionsPath, withWhom } from "./session-event.ts";

export function tell(ctx: Context, relationship: Relationship, session: Session, to: Addressee): Told {
  const { settings } = ctx.app;
  return {
    startsAt: session.startsAt,
    endsAt: session.endsAt,
    with: withWhom(relationship, to.personId, to.language),
    place: placeText(session, settings.jitsiUrl),
    placeKind: session.placeKind,
    repeats: session.series && !session.isMoved ? session.series.repeats : null,
    href: `${settings.publicUrl}${sessionPath(session)}`,
  };
}

interface Sending {
  readonly occasion: string;
  readonly letter: (to: Addressee) => Letter;
  /** What calendars are told, and about which session. */
  readonly calendar?: {
    readonly method: "REQUEST" | "CANCEL";
    readonly session: Session;
    readonly events: (to: Addressee) => readonly CalendarEvent[];
  };
  readonly except?: readonly (string | null)[];
}

/** The same news to each of them, in her language and on her clock. */
export async function sendToAll(
  ctx: Context,
  relationship: Relationship,
  { occasion, letter, calendar, except = [] }: Sending,
): Promise<void> {
  const { organization, addressees } = await findAddressees(ctx, relationship);
  for (const to of addressees) {
    if (except.includes(to.personId)) continue;
    await sendLetter(ctx, {
      kind: "session",
      organization,
      to: { personId: to.personId, address: to.address, name: to.name, language: to.language },
      occasion: `${occasion} ${to.personId}`,
      letter: letter(to),
      ...(calendar && { calendar: attachment(ctx, calendar, to, organization) }),
    });
  }
}

function attachment(
  ctx: Context,
  { method, session, events }: NonNullable<Sending["calendar"]>,
  to: Addressee,
  organization: Organization,
): { method: "REQUEST" | "CANCEL"; body: string } {
  return { method, body: calendarText(events(to), ctx.now, correspondence(ctx.app, session, { method, to, organization })) };
}

/** Days of a series on which there is none. */
async function daysWithout(ctx: Context, { organizationId, series }: Session): Promise<string[]> {
  if (!series) return [];
  const rows = await ctx.db
    .selectFrom("session")
    .select("occurs_on")
    .where("organization_id", "=", organizationId)
    .where("series_id", "=", series.id)
    .where("state", "=", "cancelled")
    .orderBy("occurs_on")
    .execute();
  return rows.flatMap(({ occurs_on }) =>
    occurs_on !== null && (series.untilOn === null || occurs_on <= series.untilOn) ? [occurs_on] : [],
  );
}

const reading = (relationship: Relationship, { personId, language }: Addressee) => ({ relationship, personId, language });

export const sendAgreed = (ctx: Context, relationship: Relationship, session: Session): Promise<void> =>
  sendInvitation(ctx, relationship, session, { occasion: `session agreed ${session.id} ${session.sequence}` });

/** To one who has come into a group: what it had agreed on before. */
export const sendToWhoJoined = (
  ctx: Context,
  relationship: Relationship,
  session: Session,
  { personId, at }: { personId: string; at: string },
): Promise<void> =>
  sendInvitation(ctx, relationship, session, {
    occasion: `session of group ${session.id} ${at}`,
    except: relationship.people.map((one) => one.personId).filter((one) => one !== personId),
  });

async function sendInvitation(
  ctx: Context,
  relationship: Relationship,
  session: Session,
  sending: Pick<Sending, "occasion" | "except">,
): Promise<void> {
  const without = await daysWithout(ctx, session);
  await sendToAll(ctx, relationship, {
    ...sending,
    letter: (to) => agreedLetter(to, tell(ctx, relationship, session, to)),
    calendar: {
      method: "REQUEST",
      session,
      events: (to) => [
        session.series
          ? eventOfSeries(ctx.app, session, without, reading(relationship, to))
          : eventOfSession(ctx.app, session, reading(relationship, to)),
      ],
    },
  });
}

interface Moved {
  readonly before: Session;
  readonly after: Session;
  readonly by: string;
  readonly words: string;
}

export async function sendMoved(ctx: Context, relationship: Relationship, { before, after, by, words }: Moved): Promise<void> {
  await sendToAll(ctx, relationship, {
    occasion: `session moved ${after.id} ${after.sequence}`,
    letter: (to) =>
      movedLetter(to, tell(ctx, relationship, after, to), {
        before: before.startsAt,
        by: to.personId === by ? undefined : nameOf(relationship.people, by),
        said: words,
      }),
    calendar: { method: "REQUEST", session: after, events: (to) => [eventOfSession(ctx.app, after, reading(relationship, to))] },
  });
}

/** Calendars are told that the former series ends, in a letter of its own, since a mail speaks of one thing. */
async function sendEnded(
  ctx: Context,
  relationship: Relationship,
  { session, ended, letter, occasion }: { session: Session; ended: EndedSeries; letter: (to: Addressee) => Letter; occasion: string },
): Promise<void> {
  const series = { ...session.series!, sequence: ended.sequence, untilOn: await lastDayOf(ctx, session) };
  const shorter: Session = { ...session, series };
  const without = await daysWithout(ctx, shorter);
  await sendToAll(ctx, relationship, {
    occasion,
    letter,
    calendar: {
      method: ended.isEmpty ? "CANCEL" : "REQUEST",
      session: shorter,
      events: (to) => [{ ...eventOfSeries(ctx.app, shorter, without, reading(relationship, to)), isCancelled: ended.isEmpty }],
    },
  });
}

async function lastDayOf(ctx: Context, { organizationId, series }: Session): Promise<string | null> {
  const row = await ctx.db
    .selectFrom("session_series")
    .select("until_on")
    .where("organization_id", "=", organizationId)
    .where("id", "=", series!.id)
    .executeTakeFirstOrThrow();
  return row.until_on;
}

export async function sendSeriesMoved(
  ctx: Context,
  relationship: Relationship,
  { before, ended, after, by, words }: Moved & { readonly ended: EndedSeries },
): Promise<void> {
  const letter = (to: Addressee): Letter =>
    movedLetter(to, tell(ctx, relationship, after, to), {
      before: before.startsAt,
      by: to.personId === by ? undefined : nameOf(relationship.people, by),
      said: words,
    });
  await sendEnded(ctx, relationship, { session: before, ended, occasion: `series ended ${before.series!.id} ${ended.sequence}`, letter });
  await sendAgreed(ctx, relationship, after);
}

interface Cancelled {
  readonly session: Session;
  /** Where nobody did it: the relationship is over, or another session stands there. */
  readonly why?: "over" | "in-the-way";
  readonly by: string | null;
  readonly words: string;
}

export async function sendCancelled(ctx: Context, relationship: Relationship, { session, by, words, why }: Cancelled): Promise<void> {
  const cancelled: Session = { ...session, state: "cancelled" };
  await sendToAll(ctx, relationship, {
    occasion: `session cancelled ${session.id} ${session.sequence}`,
    letter: (to) => cancelledTo(ctx, relationship, to, { session, by, words, ...(why && { why }), isSeries: false }),
    calendar: { method: "CANCEL", session: cancelled, events: (to) => [eventOfSession(ctx.app, cancelled, reading(relationship, to))] },
  });
}

function cancelledTo(
  ctx: Context,
  relationship: Relationship,
  to: Addressee,
  { session, by, words, why, isSeries }: Cancelled & { isSeries: boolean },
): Letter {
  const href = `${ctx.app.settings.publicUrl}${sessionsPath(session.organizationId, session.relationshipId)}/propose`;
  return cancelledLetter(
    to,
    { ...tell(ctx, relationship, session, to), href },
    { by: by === to.personId ? undefined : nameOf(relationship.people, by), said: words, why: why ?? (isSeries ? "series" : "one") },
  );
}

export async function sendSeriesCancelled(
  ctx: Context,
  relationship: Relationship,
  { session, ended, by, words, why }: Cancelled & { readonly ended: EndedSeries },
): Promise<void> {
  await sendEnded(ctx, relationship, {
    session,
    ended,
    occasion: `series cancelled ${session.series!.id} ${ended.sequence}`,
    letter: (to) => cancelledTo(ctx, relationship, to, { session, by, words, ...(why && { why }), isSeries: true }),
  });
}

/** To one who has left: what is ahead goes out of her calendar, and stays in those of the others. @param relationship as it was before */
export async function sendNotHers(ctx: Context, relationship: Relationship, session: Session, personId: string): Promise<void> {
  const others = relationship.people.filter((one) => one.personId !== personId);
  const { series } = session;
  await sendToAll(ctx, relationship, {
    except: others.map((one) => one.personId),
    occasion: `session not hers ${session.id} ${ctx.now.toISOString()}`,
    letter: (to) => cancelledLetter(to, tell(ctx, relationship, session, to), { by: undefined, said: "", why: "left" }),
    calendar: {
      method: "CANCEL",
      session,
      events: (to) => [
        {
          ...(series
            ? eventOfSeries(ctx.app, session, [], reading(relationship, to))
            : eventOfSession(ctx.app, session, reading(relationship, to))),
          isCancelled: true,
        },
      ],
    },
  });
}

/** To the others: one of them cannot come, as her calendar program said. */
export async function sendDeclined(
  ctx: Context,
  relationship: Relationship,
  { session, by, isDeclined }: { session: Session; by: string; isDeclined: boolean },
): Promise<void> {
  await sendToAll(ctx, relationship, {
    occasion: `session ${isDeclined ? "declined" : "perhaps"} ${session.id} ${session.sequence} by ${by}`,
    except: [by],
    letter: (to) => declinedLetter(to, tell(ctx, relationship, session, to), { by: nameOf(relationship.people, by) ?? "", isDeclined }),
  });
}
