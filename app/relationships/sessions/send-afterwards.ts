/** Letters after a session: how it went, asked with one tap. */
import type { Context } from "../../platform/context.ts";
import type { Relationship } from "../life/find-life.ts";
import type { Session } from "./find-session.ts";
import type { Addressee } from "./people-of-session.ts";
import { sendToAll, tell } from "./send-session.ts";
import { askLetter, differLetter, missedLetter, type OutcomeLink, reminderLetter } from "./session.email.ts";
import { sessionsPath } from "./session-event.ts";
import { outcomeLink } from "./session-links.ts";
import { type Answer, answersFor, type Outcome, outcomeOf, type ReminderKind } from "./session.ts";

function linksFor(
  ctx: Context,
  { format }: Relationship,
  { organizationId, id: aboutId }: Session,
  { personId }: Addressee,
): readonly OutcomeLink[] {
  const link = (answer: Answer): string => outcomeLink(ctx.app, { organizationId, aboutId, personId }, answer);
  return answersFor(format).map((answer) => ({ answer, href: link(answer) }));
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
    letter: (to) => askLetter(to, tell(ctx, relationship, session, to), linksFor(ctx, relationship, session, to)),
  });

/** @param most what most of them say, who then need not be asked; undefined: nothing */
export const sendDiffering = (ctx: Context, relationship: Relationship, session: Session, most: Outcome | undefined): Promise<void> =>
  sendToAll(ctx, relationship, {
    ...(most && {
      except: relationship.people
        .map(({ personId }) => personId)
        .filter((personId) => {
          const said = session.people.find((one) => one.personId === personId)?.outcome ?? null;
          return said === null || outcomeOf(said) === most;
        }),
    }),
    occasion: `session asked again ${session.id}`,
    letter: (to) => differLetter(to, tell(ctx, relationship, session, to), linksFor(ctx, relationship, session, to)),
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
