import type { Context } from "../../platform/context.ts";
import { Conflict, found, NotFound } from "../../platform/errors.ts";
import { lockRelationship, type OneRelationship, type Relationship } from "../life/find-life.ts";
import { agreeOn } from "./agree-on.ts";
import { findProposal, type Proposal } from "./find-proposals.ts";
import { mustBeOpen, personOf } from "./may-plan.ts";
import { moveSession } from "./move-session.ts";
import { othersThan } from "./people-of-session.ts";
import { planWords } from "./plan.messages.ts";

export interface Choosing {
  readonly proposalId: string;
  readonly startsAt: Date;
  readonly by: string;
}

/** `agreed`: there is a session now. `noted`: the others are waited for. */
export type Chosen = { readonly is: "agreed"; readonly sessionId: string } | { readonly is: "noted" };

async function open(ctx: Context, its: OneRelationship, { proposalId, startsAt, by }: Choosing): Promise<[Relationship, Proposal]> {
  const relationship = await lockRelationship(ctx, its);
  personOf(relationship, by);
  const proposal = await findProposal(ctx, its.organizationId, proposalId);
  if (proposal.relationshipId !== its.relationshipId) throw new NotFound();
  mustBeOpen(relationship);
  mustStillBeAsked(proposal);
  found(proposal.times.find((time) => time.startsAt.getTime() === startsAt.getTime()));
  if (startsAt <= ctx.now) throw new Conflict((language) => planWords(language).past);
  return [relationship, proposal];
}

/** This time suits me. Once it suits all who were asked, it is agreed. */
export async function chooseTime(ctx: Context, its: OneRelationship, choosing: Choosing): Promise<Chosen> {
  const [relationship, proposal] = await open(ctx, its, choosing);
  const { by, proposalId, startsAt } = choosing;
  if (by === proposal.proposedBy) throw new Conflict((language) => planWords(language).ownProposal);
  const asked = othersThan(relationship.people, proposal.proposedBy ?? "");
  const time = proposal.times.find((one) => one.startsAt.getTime() === startsAt.getTime())!;
  if (asked.every(({ personId }) => personId === by || time.suits.includes(personId))) return agree(ctx, relationship, proposal, choosing);
  await ctx.db
    .insertInto("session_proposal_choice")
    .values({ organization_id: its.organizationId, proposal_id: proposalId, starts_at: startsAt, person_id: by })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return { is: "noted" };
}

/** Whoever proposed need not wait for all: this is the time. */
export async function settleTime(ctx: Context, its: OneRelationship, choosing: Choosing): Promise<Chosen> {
  const [relationship, proposal] = await open(ctx, its, choosing);
  const time = proposal.times.find((one) => one.startsAt.getTime() === choosing.startsAt.getTime())!;
  if (proposal.proposedBy !== choosing.by || time.suits.length === 0) throw new NotFound();
  return agree(ctx, relationship, proposal, choosing);
}

async function agree(ctx: Context, relationship: Relationship, proposal: Proposal, { by, startsAt }: Choosing): Promise<Chosen> {
  const { organizationId, relationshipId, minutes, placeKind, place } = proposal;
  const sessionId =
    proposal.movesSessionId === null
      ? await agreeOn(ctx, relationship, { ...proposal, startsAt, by })
      : await moveSession(
          ctx,
          { organizationId, relationshipId, sessionId: proposal.movesSessionId },
          { startsAt, minutes, placeKind, place, words: "", scope: "one", by },
        );
  await ctx.db
    .updateTable("session_proposal")
    .set({ state: "accepted", answered_at: ctx.now, answered_by: by, session_id: sessionId })
    .where("organization_id", "=", organizationId)
    .where("id", "=", proposal.id)
    .execute();
  return { is: "agreed", sessionId };
}

export async function withdrawProposal(
  ctx: Context,
  its: OneRelationship,
  { proposalId, by }: { proposalId: string; by: string },
): Promise<void> {
  await lockRelationship(ctx, its);
  const proposal = await findProposal(ctx, its.organizationId, proposalId);
  if (proposal.relationshipId !== its.relationshipId || proposal.proposedBy !== by) throw new NotFound();
  mustStillBeAsked(proposal);
  await ctx.db
    .updateTable("session_proposal")
    .set({ state: "withdrawn", answered_at: ctx.now, answered_by: by })
    .where("organization_id", "=", its.organizationId)
    .where("id", "=", proposalId)
    .execute();
}

/** Whoever comes too late is told what became of the times, not that there is nothing here. */
function mustStillBeAsked({ state }: Proposal): void {
  if (state !== "open") throw new Conflict((language) => planWords(language).answered[state]);
}
