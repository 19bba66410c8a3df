/** Letters after a session: how it went, asked with one tap. */
import type { Context } from "../../platform/context.ts";
import type { Relationship } from "../life/find-life.ts";
import type { Session } from "./find-session.ts";
import type { Addressee } from "./people-of-session.ts";
import { sendToAll, tell } from "./send-session.ts";
import { askLetter, differLetter, missedLetter, type OutcomeLinks, reminderLetter } from "./session.email.ts";
import { sessionsPath } from "./session-event.ts";
import { outcomeLink } from "./session-links.ts";
import type { ReminderKind } from "./session.ts";

function linksFor(ctx: Context, { organizationId, id: aboutId }: Session, { personId }: Addressee): OutcomeLinks {
  const link = (outcome: keyof OutcomeLinks): string => outcomeLink(ctx.app, { organizationId, aboutId, personId }, outcome);
  return { held: link("held"), moved: link("moved"), missed: link("missed") };
}

export const sendReminder = (ctx: Context, relationship: Relationship, session: Session, kind: ReminderKind): Promise<void> =>
  sendToAll(ctx, relationship, {
    occasion: `session reminder ${kind} ${session.id} ${session.startsAt.toISOString()}`,
    letter: (to) => reminderLetter(to, tell(ctx, relationship, session, to), { kind, agenda: session.agenda }),
  });

/** Whoever has said it already is not asked. */
export const sendAsk = (ctx: Context, relationship: Relationship, session: Session): Promise<void> =>
  sendToAll(ctx, relationship, {
    except: session.people.filter(({ outcome }) => outcome !== null).map(({ personId }) => personId),
    occasion: `session asked ${session.id} ${session.startsAt.toISOString()}`,
    letter: (to) => askLetter(to, tell(ctx, relationship, session, to), linksFor(ctx, session, to)),
  });

export const sendDiffering = (ctx: Context, relationship: Relationship, session: Session): Promise<void> =>
  sendToAll(ctx, relationship, {
    occasion: `session asked again ${session.id}`,
    letter: (to) => differLetter(to, tell(ctx, relationship, session, to), linksFor(ctx, session, to)),
  });

/** It did not take place: a kind word to each, and the way to another time. */
export const sendMissed = (ctx: Context, relationship: Relationship, session: Session): Promise<void> =>
  sendToAll(ctx, relationship, {
    occasion: `session missed ${session.id} ${session.startsAt.toISOString()}`,
    letter: (to) =>
      missedLetter(to, {
        ...tell(ctx, relationship, session, to),
        href: `${ctx.app.settings.publicUrl}${sessionsPath(session.organizationId, session.relationshipId)}/propose?after=${session.id}`,
      }),
  });
