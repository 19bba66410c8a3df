/** What becomes of a guardianship: she says yes, is asked again, or it ends. */
import { audit } from "../../platform/audit.ts";
import type { PersonalContext } from "../../platform/context.ts";
import { Conflict, found, NotFound } from "../../platform/errors.ts";
import { announce } from "../../platform/facts.ts";
import { guardianWords } from "./guardians.messages.ts";
import { sendGuardianInvitation } from "./send-guardian-letters.ts";

export interface OneGuardianship {
  readonly organizationId: string;
  readonly guardianshipId: string;
}

interface Held {
  readonly guardianId: string;
  readonly wardId: string;
  readonly confirmedAt: Date | null;
  readonly endedAt: Date | null;
}

async function lockGuardianship(ctx: PersonalContext, { organizationId, guardianshipId }: OneGuardianship): Promise<Held> {
  return found(
    await ctx.db
      .selectFrom("guardianship")
      .select(["guardian_id as guardianId", "ward_id as wardId", "confirmed_at as confirmedAt", "ended_at as endedAt"])
      .where("organization_id", "=", organizationId)
      .where("id", "=", guardianshipId)
      .forUpdate()
      .executeTakeFirst(),
  );
}

/** Her own yes, and nobody else's. @returns whose guardian she is now */
export async function confirmGuardianship(ctx: PersonalContext, its: OneGuardianship): Promise<string> {
  const { guardianId, wardId, confirmedAt, endedAt } = await lockGuardianship(ctx, its);
  if (guardianId !== ctx.actor.personId) throw new NotFound();
  if (endedAt !== null) throw new Conflict((language) => guardianWords(language).isOver);
  if (confirmedAt !== null) return wardId;
  await set(ctx, its, { confirmed_at: ctx.now });
  await tell(ctx, its, "guardian.confirmed", wardId);
  return wardId;
}

/** By whom it may be ended, beside the guardian herself: the person whose guardian she is, or those who run her program. */
export type EndedBy = { readonly as: "one of them" } | { readonly as: "coordinator"; readonly wardId: string };

export async function endGuardianship(ctx: PersonalContext, its: OneGuardianship, by: EndedBy): Promise<void> {
  const { guardianId, wardId, endedAt } = await lockGuardianship(ctx, its);
  const may = by.as === "coordinator" ? wardId === by.wardId : [guardianId, wardId].includes(ctx.actor.personId);
  if (!may) throw new NotFound();
  if (endedAt !== null) throw new Conflict((language) => guardianWords(language).isOver);
  await set(ctx, its, { ended_at: ctx.now, ended_by: ctx.actor.personId });
  await tell(ctx, its, "guardian.ended", wardId);
}

/** The letter once more, with a new link. */
export async function inviteGuardianAgain(ctx: PersonalContext, its: OneGuardianship, wardId: string): Promise<void> {
  const held = await lockGuardianship(ctx, its);
  if (held.wardId !== wardId) throw new NotFound();
  if (held.endedAt !== null) throw new Conflict((language) => guardianWords(language).isOver);
  if (held.confirmedAt !== null) throw new Conflict((language) => guardianWords(language).hasConfirmed);
  await set(ctx, its, { invited_at: ctx.now });
  await sendGuardianInvitation(ctx, its);
}

async function set(
  ctx: PersonalContext,
  { organizationId, guardianshipId }: OneGuardianship,
  columns: { readonly confirmed_at: Date } | { readonly ended_at: Date; readonly ended_by: string } | { readonly invited_at: Date },
): Promise<void> {
  await ctx.db
    .updateTable("guardianship")
    .set(columns)
    .where("organization_id", "=", organizationId)
    .where("id", "=", guardianshipId)
    .execute();
}

async function tell(ctx: PersonalContext, { organizationId, guardianshipId }: OneGuardianship, act: string, wardId: string): Promise<void> {
  await audit(ctx, { organizationId, act, subjectKind: "person", subjectId: wardId, detail: { guardianshipId } });
  await announce(ctx, "guardians.changed", { organizationId, wardId });
}
