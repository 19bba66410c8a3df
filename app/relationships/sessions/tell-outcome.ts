import { z } from "zod";
import type { Context } from "../../platform/context.ts";
import { choice, id } from "../../platform/form-fields.ts";
import type { Language } from "../../platform/i18n.ts";
import { Conflict, NotFound } from "../../platform/errors.ts";
import { announce } from "../../platform/facts.ts";
import { lockRelationship, type Relationship } from "../life/find-life.ts";
import { findSession, listTaken, type OneSession, type Session } from "./find-session.ts";
import { mustBeOpen, personOf } from "./may-plan.ts";
import { planWords } from "./plan.messages.ts";
import { sessionWords } from "./sessions.messages.ts";
import { sendDiffering, sendMissed } from "./send-afterwards.ts";
import {
  type Answer,
  answerDays,
  answersFor,
  canTell,
  dayMs,
  differ,
  groupAnswers,
  majorityOf,
  type Outcome,
  outcomeOf,
  patienceDays,
  settledOutcome,
  type Told,
} from "./session.ts";

export const TellShape = z.object({ sessionId: id(), outcome: choice(groupAnswers) });

/** What she is told who has said it. */
export function toldNotice(answer: Answer, language: Language): string {
  const { one } = sessionWords(language);
  return { held: one.toldHeld, absent: one.toldAbsent, missed: one.toldMissed, moved: one.toldMoved }[answer];
}

/** It happened, we moved it, or it didn't: what one of them says. As soon as they agree it stands. */
export async function tellOutcome(
  ctx: Context,
  its: OneSession,
  { by, outcome }: { by: string; outcome: Answer },
): Promise<{ session: Session; settled: Outcome | undefined }> {
  const relationship = await lockRelationship(ctx, its);
  mustBeOpen(relationship);
  personOf(relationship, by);
  if (!answersFor(relationship.format).includes(outcome)) throw new NotFound();
  const session = await findSession(ctx, its);
  if (!canTell(session, ctx.now) || session.startsAt.getTime() + answerDays * dayMs < ctx.now.getTime())
    throw new Conflict((language) => planWords(language).cannotTell);
  const { organizationId, sessionId } = its;
  await ctx.db
    .insertInto("session_person")
    .values({ organization_id: organizationId, session_id: sessionId, person_id: by, outcome, outcome_at: ctx.now })
    .onConflict((conflict) =>
      conflict.columns(["organization_id", "session_id", "person_id"]).doUpdateSet({ outcome, outcome_at: ctx.now }),
    )
    .execute();
  const now = await findSession(ctx, its);
  return { session: now, settled: await settle(ctx, relationship, now, { isPatienceOver: false }) };
}

const toldOf = (relationship: Relationship, session: Session): Told[] =>
  session.people.flatMap(({ personId, outcome }) => {
    const person = relationship.people.find((one) => one.personId === personId);
    return outcome && person ? [{ role: person.role, outcome: outcomeOf(outcome) }] : [];
  });

/** Writes what they agree on; where they differ asks once. The relationship is locked. @returns what stands now */
export async function settle(
  ctx: Context,
  relationship: Relationship,
  session: Session,
  { isPatienceOver }: { isPatienceOver: boolean },
): Promise<Outcome | undefined> {
  const { organizationId, relationshipId, id: sessionId } = session;
  const told = toldOf(relationship, session);
  const outcome = settledOutcome(told, relationship.people.length, isPatienceOver);
  if (outcome === undefined) {
    if (differ(told) && session.askedAgainAt === null) {
      await ctx.db
        .updateTable("session")
        .set({ asked_again_at: ctx.now })
        .where("organization_id", "=", organizationId)
        .where("id", "=", sessionId)
        .execute();
      // Of many only those are asked who say something else than most.
      const most = relationship.people.length > 2 ? majorityOf(told) : undefined;
      await sendDiffering(ctx, relationship, session, most);
    }
    return undefined;
  }
  if (session.state === outcome) return outcome;
  // Another one was held, or is planned, where this one would have been: then both cannot be true.
  const taken = outcome === "held" ? await listTaken(ctx, session, session.startsAt, session.endsAt) : [];
  if (taken.some((other) => other.id !== sessionId)) return undefined;
  await ctx.db
    .updateTable("session")
    .set({ state: outcome })
    .where("organization_id", "=", organizationId)
    .where("id", "=", sessionId)
    .execute();
  if (outcome === "missed") await sendMissed(ctx, relationship, session);
  await announce(ctx, `session.${outcome}`, { organizationId, relationshipId, sessionId });
  return outcome;
}

export const isPatienceOver = ({ endsAt }: Session, now: Date): boolean => endsAt.getTime() + patienceDays * dayMs <= now.getTime();
