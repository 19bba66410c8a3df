import { firstNameOf } from "../../networks/guardians/guardian.ts";
import { type Coordinator, listCoordinators } from "../../networks/programs/list-coordinators.ts";
import type { PersonalContext } from "../../platform/context.ts";
import { type AgreementSection, draftVersion, isComplete, type Ward } from "../agreements/agreement.ts";
import { findAgreement, fingerprint } from "../agreements/find-agreement.ts";
import { findWanted } from "../agreements/find-wanted.ts";
import { signerKind } from "../agreements/sign-agreement.ts";
import { findRelationship, type OneRelationship, type Relationship } from "../life/find-life.ts";
import { isOpen } from "../life/life.ts";
import type { SessionState } from "../sessions/session.ts";
import { listGuardianFarewells, type GuardianFarewellOf } from "./save-guardian-farewell.ts";

/** All that a guardian sees of a relationship. Nothing that its people write to each other is in it, but what they agreed. */
export interface GuardianView {
  readonly relationship: Relationship;
  readonly wards: readonly string[];
  /** First names of those whom her wards are with; none of a group that one of them accompanies. */
  readonly partners: readonly string[];
  readonly agreement: {
    /** Empty: nobody has written anything yet. */
    readonly sections: readonly AgreementSection[];
    readonly read: string;
    readonly signatures: readonly { readonly name: string; readonly signedAt: Date }[];
    readonly isComplete: boolean;
    /** Her wards whose guardian's signature is wanted. */
    readonly wants: readonly Ward[];
    readonly maySign: boolean;
  };
  readonly sessions: readonly { readonly at: Date; readonly state: SessionState }[];
  readonly next: Date | null;
  readonly talkOn: string | null;
  readonly owner: Coordinator | undefined;
  readonly farewell: GuardianFarewellOf | undefined;
}

const mostSessions = 50;

export async function findGuardianView(ctx: PersonalContext, its: OneRelationship): Promise<GuardianView> {
  const { organizationId, relationshipId } = its;
  const me = ctx.actor.personId;
  const relationship = await findRelationship(ctx, its);
  const mine = await ctx.db
    .selectFrom("guardianship")
    .select("ward_id as wardId")
    .where("organization_id", "=", organizationId)
    .where("guardian_id", "=", me)
    .where("confirmed_at", "is not", null)
    .where("ended_at", "is", null)
    .execute();
  const isWard = ({ personId }: { readonly personId: string }): boolean => mine.some(({ wardId }) => wardId === personId);
  const wards = relationship.people.filter(isWard);
  const partners = relationship.people.filter(
    (one) => !isWard(one) && wards.some(({ role }) => role !== one.role && (relationship.format !== "group" || role === "mentee")),
  );
  const sessions = await ctx.db
    .selectFrom("session")
    .select(["starts_at as at", "ends_at as endsAt", "state"])
    .where("organization_id", "=", organizationId)
    .where("relationship_id", "=", relationshipId)
    .where("state", "in", ["agreed", "held", "missed"])
    .orderBy("starts_at", "desc")
    .limit(mostSessions)
    .execute();
  const talk = await ctx.db
    .selectFrom("support_contact")
    .select("due_on as on")
    .where("organization_id", "=", organizationId)
    .where("relationship_id", "=", relationshipId)
    .where("person_id", "=", me)
    .where("state", "=", "due")
    .executeTakeFirst();
  const coordinators = await listCoordinators(ctx, organizationId, relationship.programId);
  const farewells = await listGuardianFarewells(ctx, its);
  return {
    relationship,
    wards: wards.map(({ name }) => name),
    partners: partners.map(({ name }) => firstNameOf(name)),
    agreement: await findOurAgreement(ctx, relationship, {
      isWard,
      isPartner: (personId) => partners.some((one) => one.personId === personId),
    }),
    sessions,
    next: sessions.findLast(({ state, endsAt }) => state === "agreed" && endsAt > ctx.now)?.at ?? null,
    talkOn: talk?.on ?? null,
    owner: coordinators.find(({ personId }) => personId === relationship.ownerId) ?? coordinators[0],
    farewell: farewells.find(({ personId }) => personId === me),
  };
}

/** What they agreed; of the others in a group not who they are. */
async function findOurAgreement(
  ctx: PersonalContext,
  relationship: Relationship,
  who: { readonly isWard: (one: { readonly personId: string }) => boolean; readonly isPartner: (personId: string) => boolean },
): Promise<GuardianView["agreement"]> {
  const wanted = await findWanted(ctx, relationship);
  const { number, sections, signatures } = await findAgreement(ctx, relationship);
  const wants = wanted.wards.filter(who.isWard);
  const hers = wants.flatMap(({ guardians }) => guardians);
  return {
    sections: number === draftVersion ? [] : sections,
    read: fingerprint(sections),
    signatures: signatures.flatMap(({ personId, name, signedAs, signedAt }) => {
      if (who.isPartner(personId)) return [{ name: firstNameOf(name), signedAt }];
      const isShown =
        who.isWard({ personId }) ||
        signedAs === "coordinator" ||
        personId === ctx.actor.personId ||
        hers.some((one) => one.personId === personId);
      return isShown ? [{ name, signedAt }] : [];
    }),
    isComplete: isComplete(signatures, relationship.people, wanted),
    wants,
    maySign:
      number !== draftVersion &&
      isOpen(relationship) &&
      signerKind(ctx, relationship, wanted) === "guardian" &&
      !signatures.some(({ personId }) => personId === ctx.actor.personId),
  };
}
