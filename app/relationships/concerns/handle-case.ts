/** Acts of whoever looks into a case. Each holds the case until its transaction ends, so that two leads never act on two states of it. */
import { sql } from "kysely";
import type { Context, PersonalContext } from "../../platform/context.ts";
import { Conflict, found, NotAllowed, NotFound } from "../../platform/errors.ts";
import { announce } from "../../platform/facts.ts";
import { mayHandle } from "./access.ts";
import { caseWords } from "./case.messages.ts";
import { type ConcernState, type OneConcern, type Outcome, type Severity, canClose, stateAfter } from "./concern.ts";
import { sealCase } from "./seal-case.ts";
import { tellHandler, tellReporter } from "./send-concern-letters.ts";
import { writeEntry } from "./write-entry.ts";

export interface LockedCase {
  readonly state: ConcernState;
  readonly handlerId: string | null;
  readonly reporterId: string | null;
  readonly decidedBy: string | null;
  readonly relationshipId: string | null;
  readonly holdsPause: boolean;
  readonly closedAt: Date | null;
}

export async function lockCase(ctx: Context, { organizationId, concernId }: OneConcern): Promise<LockedCase> {
  return found(
    await ctx.db
      .selectFrom("concern")
      .select([
        "state",
        "handler_id as handlerId",
        "reporter_id as reporterId",
        "decided_by as decidedBy",
        "relationship_id as relationshipId",
        "holds_pause as holdsPause",
        "closed_at as closedAt",
      ])
      .where("organization_id", "=", organizationId)
      .where("id", "=", concernId)
      .forUpdate()
      .executeTakeFirst(),
  );
}

/** Locked, by somebody who may look into it. For anybody else it does not exist. */
export async function lockAsLead(ctx: PersonalContext, its: OneConcern): Promise<LockedCase> {
  const locked = await lockCase(ctx, its);
  if (!(await mayHandle(ctx, its, ctx.actor.personId))) throw new NotFound();
  return locked;
}

/** The same, by her who has taken it. */
export async function lockAsHandler(ctx: PersonalContext, its: OneConcern): Promise<LockedCase> {
  const locked = await lockAsLead(ctx, its);
  if (locked.handlerId !== ctx.actor.personId) throw new NotAllowed((language) => caseWords(language).onlyHandler);
  return locked;
}

export const setCase = (ctx: Context, { organizationId, concernId }: OneConcern, set: Readonly<Record<string, unknown>>) =>
  ctx.db.updateTable("concern").set(set).where("organization_id", "=", organizationId).where("id", "=", concernId).execute();

/** "I look into it": from then on she is the one who does. */
export async function takeCase(ctx: PersonalContext, its: OneConcern): Promise<void> {
  const locked = await lockAsLead(ctx, its);
  await takeLocked(ctx, its, locked);
}

export async function takeLocked(ctx: PersonalContext, its: OneConcern, locked: LockedCase): Promise<void> {
  const { personId } = ctx.actor;
  if (locked.handlerId !== null && locked.handlerId !== personId) throw new Conflict((language) => caseWords(language).takenMeanwhile);
  const state = stateAfter(locked.state, "take");
  if (!state) throw new Conflict((language) => caseWords(language).isClosed);
  if (locked.handlerId === personId && state === locked.state) return;
  await requireFreshEyes(ctx, its, locked, personId);
  await setCase(ctx, its, { state, handler_id: personId, ...(state !== locked.state && { acknowledged_at: ctx.now }) });
  await writeEntry(ctx, its, { kind: "taken", by: "lead" });
  if (state !== locked.state) {
    await announce(ctx, "concern.acknowledged", its);
    await tellReporter(ctx, its, "acknowledged");
  }
}

/** What she decided herself, somebody else looks at once more; where there is nobody else, she does. */
async function requireFreshEyes(ctx: Context, its: OneConcern, { state, decidedBy }: LockedCase, personId: string): Promise<void> {
  if (state === "reopened" && decidedBy === personId && (await othersThan(ctx, its, personId)).length > 0)
    throw new Conflict((language) => caseWords(language).decidedByHer);
}

/** Who else may look into it. */
export async function othersThan(ctx: Context, { organizationId, concernId }: OneConcern, personId: string) {
  const { rows } = await sql<{ personId: string; name: string }>`
    select profile.person_id as "personId", profile.name from profile
    where organization_id = ${organizationId} and person_id <> ${personId}
      and person_id in (select concern_handlers(${organizationId}::uuid, ${concernId}::uuid))
    order by profile.name, profile.person_id`.execute(ctx.db);
  return rows;
}

/** To another lead, or to herself from one who is away; why stands in the case. */
export async function handOverCase(ctx: PersonalContext, its: OneConcern, toId: string, words: string): Promise<void> {
  const locked = await lockAsLead(ctx, its);
  const state = stateAfter(locked.state, "take");
  if (!state) throw new Conflict((language) => caseWords(language).isClosed);
  if (!(await mayHandle(ctx, its, toId))) throw new Conflict((language) => caseWords(language).cannotHandle);
  if (locked.handlerId === toId) return;
  await requireFreshEyes(ctx, its, locked, toId);
  // Whoever is given it has not said yet that she looks into it.
  await setCase(ctx, its, {
    handler_id: toId,
    ...(toId === ctx.actor.personId && { state, ...(state !== locked.state && { acknowledged_at: ctx.now }) }),
  });
  await writeEntry(ctx, its, { kind: "handed-over", by: "lead", aboutId: toId, words });
  if (toId !== ctx.actor.personId) await tellHandler(ctx, its, toId, "handed-over");
  else if (state !== locked.state) {
    await announce(ctx, "concern.acknowledged", its);
    await tellReporter(ctx, its, "acknowledged");
  }
}

async function work(ctx: PersonalContext, its: OneConcern): Promise<void> {
  const { state } = await lockAsHandler(ctx, its);
  const after = stateAfter(state, "work") ?? (stateAfter(state, "take") && "in-work");
  if (!after) throw new Conflict((language) => caseWords(language).isClosed);
  if (after !== state) await setCase(ctx, its, { state: after, ...(state !== "acknowledged" && { acknowledged_at: ctx.now }) });
}

/** What she heard, or did. Never shown to who raised it. */
export async function noteInCase(ctx: PersonalContext, its: OneConcern, kind: "note" | "contact", words: string): Promise<void> {
  await work(ctx, its);
  await writeEntry(ctx, its, { kind, by: "lead", words });
}

export async function setSeverity(ctx: PersonalContext, its: OneConcern, severity: Severity): Promise<void> {
  await work(ctx, its);
  await setCase(ctx, its, { severity });
  await writeEntry(ctx, its, { kind: "severity", by: "lead", detail: severity });
}

/** It turns out to be about somebody, too: she is out of it from now on, wherever she looked into it or could have. */
export async function nameSubject(ctx: PersonalContext, its: OneConcern, personId: string): Promise<void> {
  const { organizationId, concernId } = its;
  await work(ctx, its);
  if (personId === ctx.actor.personId) throw new Conflict((language) => caseWords(language).notYourself);
  const { next } = await ctx.db
    .selectFrom("concern_subject")
    .select((eb) => eb(eb.fn.coalesce(eb.fn.max("number"), eb.val(0)), "+", 1).as("next"))
    .where("organization_id", "=", organizationId)
    .where("concern_id", "=", concernId)
    .executeTakeFirstOrThrow();
  const { numInsertedOrUpdatedRows } = await ctx.db
    .insertInto("concern_subject")
    .values({ organization_id: organizationId, concern_id: concernId, number: next, person_id: personId, named_by: "lead" })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow();
  if (numInsertedOrUpdatedRows) await writeEntry(ctx, its, { kind: "named", by: "lead", aboutId: personId });
}

/** The end of it, in words to who raised it. */
export async function closeCase(ctx: PersonalContext, its: OneConcern, outcome: Outcome, words: string): Promise<void> {
  const locked = await lockAsHandler(ctx, its);
  if (!canClose(locked.state)) throw new Conflict((language) => caseWords(language).isClosed);
  if (locked.holdsPause) throw new Conflict((language) => caseWords(language).liftFirst);
  await setCase(ctx, its, {
    state: outcome,
    closed_at: ctx.now,
    decided_by: ctx.actor.personId,
    outcome: sealCase(ctx, its.organizationId, "concern.outcome", its.concernId, words),
  });
  await writeEntry(ctx, its, { kind: "closed", by: "lead", detail: outcome, words });
  await announce(ctx, "concern.closed", its);
  await tellReporter(ctx, its, "closed");
}

/** A lead looks at it once more. */
export async function reopenCase(ctx: PersonalContext, its: OneConcern, words: string): Promise<void> {
  const locked = await lockAsLead(ctx, its);
  await reopenLocked(ctx, its, locked);
  await writeEntry(ctx, its, { kind: "reopened", by: "lead", words });
}

/** As a case is that nobody has taken, and nobody was told of. */
export const unhandled = { handler_id: null, told_at: null, reminded_at: null, escalated_at: null, acknowledged_at: null } as const;

/** The clocks run from the beginning, and nobody has it. */
export async function reopenLocked(ctx: Context, its: OneConcern, locked: LockedCase): Promise<void> {
  const state = stateAfter(locked.state, "reopen");
  if (!state) throw new Conflict((language) => caseWords(language).isOpen);
  await setCase(ctx, its, { ...unhandled, state, closed_at: null, opened_at: ctx.now });
  await announce(ctx, "concern.reopened", its);
}
