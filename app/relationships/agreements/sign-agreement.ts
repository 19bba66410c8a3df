import { z } from "zod";
import { mayCoordinate } from "../../networks/programs/access.ts";
import type { PersonalContext } from "../../platform/context.ts";
import { Conflict, NotFound } from "../../platform/errors.ts";
import { text } from "../../platform/form-fields.ts";
import { announce } from "../../platform/facts.ts";
import { lockRelationship, type OneRelationship, type Relationship } from "../life/find-life.ts";
import { mustBeOpen } from "../sessions/may-plan.ts";
import {
  isBlank,
  isComplete,
  missesCoordinator,
  missingSigners,
  missingWards,
  type Signature,
  type SignerKind,
  type Wanted,
} from "./agreement.ts";
import { agreementWords } from "./agreements.messages.ts";
import { askForSignature, askGuardians } from "./ask-for-signature.ts";
import { findAgreement, fingerprint } from "./find-agreement.ts";
import { findWanted } from "./find-wanted.ts";
import { keepDraft } from "./write-version.ts";

/** `read`: the fingerprint of what stood on the page. */
export const signatureShape = z.object({ read: text(64) });

/** As whom somebody may sign: one of its people as what she is in it; a guardian, or a coordinator, where the program wants it. */
export function signerKind(ctx: PersonalContext, relationship: Relationship, { coordinatorSigns, wards }: Wanted): SignerKind | undefined {
  const isMe = ({ personId }: { readonly personId: string }): boolean => personId === ctx.actor.personId;
  const me = relationship.people.find(isMe);
  if (me) return me.role;
  if (wards.some(({ guardians }) => guardians.some(isMe))) return "guardian";
  return coordinatorSigns && mayCoordinate(ctx, relationship.organizationId, relationship.programId) ? "coordinator" : undefined;
}

export interface Signed {
  readonly isComplete: boolean;
  /** Whose signature is missing among its people. */
  readonly missing: readonly string[];
  /** Once all of its people have signed: of whom else. */
  readonly waitsFor: "guardian" | "coordinator" | undefined;
}

/** Signs exactly what was read. Refuses where it has changed since. */
export async function signAgreement(
  ctx: PersonalContext,
  its: OneRelationship,
  { read }: z.output<typeof signatureShape>,
): Promise<Signed> {
  const relationship = await lockRelationship(ctx, its);
  const wanted = await findWanted(ctx, relationship);
  const signedAs = signerKind(ctx, relationship, wanted);
  if (!signedAs) throw new NotFound();
  mustBeOpen(relationship);
  const current = await findAgreement(ctx, relationship);
  if (fingerprint(current.sections) !== read) throw new Conflict((language) => agreementWords(language).changedMeanwhile);
  if (isBlank(current.sections)) throw new Conflict((language) => agreementWords(language).blank);
  const { personId } = ctx.actor;
  if (current.signatures.some((one) => one.personId === personId)) throw new Conflict((language) => agreementWords(language).alreadySigned);
  const number = await keepDraft(ctx, relationship, current);
  const signature: Signature = { personId, signedAs, name: await nameIn(ctx, relationship), signedAt: ctx.now };
  await ctx.db
    .insertInto("agreement_signature")
    .values({
      organization_id: its.organizationId,
      relationship_id: its.relationshipId,
      version: number,
      person_id: personId,
      signed_as: signedAs,
      name: signature.name,
      signed_at: ctx.now,
    })
    .execute();
  const signatures = [...current.signatures, signature];
  const missing = missingSigners(signatures, relationship.people);
  const complete = isComplete(signatures, relationship.people, wanted);
  await announce(ctx, "agreement.signed", { ...its, version: number, personId });
  if (complete) await announce(ctx, "agreement.complete", { ...its, version: number });
  const personIds = missing.map((one) => one.personId);
  await askForSignature(ctx, relationship, { version: number, personIds, what: "signed", by: signature.name });
  // Guardians sign what holds, and not what the next change makes void.
  const wards = missingWards(signatures, wanted);
  if (missing.length === 0) await askGuardians(ctx, relationship, { version: number, wards });
  return {
    isComplete: complete,
    missing: missing.map(({ name }) => name),
    waitsFor: wards.length > 0 ? "guardian" : missesCoordinator(signatures, wanted) ? "coordinator" : undefined,
  };
}

/** Her name in the organization; her account's where she has none there. */
async function nameIn(ctx: PersonalContext, { organizationId }: Relationship): Promise<string> {
  const profile = await ctx.db
    .selectFrom("profile")
    .select("name")
    .where("organization_id", "=", organizationId)
    .where("person_id", "=", ctx.actor.personId)
    .executeTakeFirst();
  return profile?.name ?? ctx.actor.name;
}
