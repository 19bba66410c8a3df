import { audit } from "../../platform/audit.ts";
import type { PersonalContext } from "../../platform/context.ts";
import { Conflict, NotAllowed } from "../../platform/errors.ts";
import { isLanguage } from "../../platform/i18n.ts";
import { newId } from "../../platform/identifiers.ts";
import { sendLetter } from "../../platform/letters/send-letter.ts";
import { setMemberRole } from "./change-team-role.ts";
import { findOrganization } from "./find-organization.ts";
import { ownershipHandedOverLetter } from "./ownership-handed-over.email.ts";
import { findMember, lockTeam } from "./team.ts";
import { teamWords } from "./team.messages.ts";

/** Makes somebody the owner in the actor's place, who stays as an administrator; she is told by letter. */
export async function handOverOwnership(ctx: PersonalContext, organizationId: string, personId: string): Promise<void> {
  const by = await lockTeam(ctx, organizationId);
  if (by !== "owner") throw new NotAllowed((language) => teamWords(language).onlyOwners);
  const successor = await findMember(ctx, organizationId, personId);
  if (personId === ctx.actor.personId || successor.memberRole === "owner")
    throw new Conflict((language) => teamWords(language).isOwnerAlready);
  if (successor.joinedAt === null) throw new Conflict((language) => teamWords(language).ownerMustHaveJoined);

  await setMemberRole(ctx, organizationId, personId, "owner");
  await setMemberRole(ctx, organizationId, ctx.actor.personId, "administrator");
  await audit(ctx, { organizationId, act: "ownership.handed-over", subjectKind: "person", subjectId: personId });

  const organization = await findOrganization(ctx, organizationId);
  const { language: own } = await ctx.db.selectFrom("auth.person").select("language").where("id", "=", personId).executeTakeFirstOrThrow();
  const language = isLanguage(own) ? own : organization.language;
  const from = await findMember(ctx, organizationId, ctx.actor.personId);
  await sendLetter(ctx, {
    kind: "team",
    organization,
    to: { personId, address: successor.email, name: successor.name, language },
    occasion: `ownership:${newId()}`,
    letter: ownershipHandedOverLetter(language, {
      organization: organization.name,
      from: from.name,
      name: successor.name,
      link: `${ctx.app.settings.publicUrl}/organizations/${organizationId}/members`,
    }),
  });
}
