import { makeEntryLink } from "../../people/accounts/entry-link.ts";
import type { Context } from "../../platform/context.ts";
import { isLanguage, type Language } from "../../platform/i18n.ts";
import { sendLetter } from "../../platform/letters/send-letter.ts";
import { findOrganization } from "../organizations/find-organization.ts";
import type { OneGuardianship } from "./change-guardianship.ts";
import { guardianInvitation, wardLetter } from "./guardian.email.ts";
import { ownGuardiansPath } from "./guardian.ts";

/** Both of them, as letters need them. */
async function findBoth(ctx: Context, { organizationId, guardianshipId }: OneGuardianship) {
  const organization = await findOrganization(ctx, organizationId);
  const row = await ctx.db
    .selectFrom("guardianship as g")
    .innerJoin("profile as guardian", (join) =>
      join.onRef("guardian.organization_id", "=", "g.organization_id").onRef("guardian.person_id", "=", "g.guardian_id"),
    )
    .innerJoin("profile as ward", (join) =>
      join.onRef("ward.organization_id", "=", "g.organization_id").onRef("ward.person_id", "=", "g.ward_id"),
    )
    .innerJoin("auth.person as to_guardian", "to_guardian.id", "g.guardian_id")
    .innerJoin("auth.person as to_ward", "to_ward.id", "g.ward_id")
    .select([
      "g.guardian_id as guardianId",
      "g.ward_id as wardId",
      "g.invited_at as invitedAt",
      "guardian.name as guardianName",
      "ward.name as wardName",
      "to_guardian.email as guardianEmail",
      "to_guardian.language as guardianLanguage",
      "to_ward.email as wardEmail",
      "to_ward.language as wardLanguage",
    ])
    .where("g.organization_id", "=", organizationId)
    .where("g.id", "=", guardianshipId)
    .executeTakeFirstOrThrow();
  return { organization, ...row };
}

const languageOf = (...wishes: (string | null | undefined)[]): Language => wishes.find(isLanguage) ?? "en";

/** Asks her whether she is it. @param language in which she is written to, unless she has chosen one herself */
export async function sendGuardianInvitation(ctx: Context, its: OneGuardianship, language?: Language): Promise<void> {
  const both = await findBoth(ctx, its);
  const { organization, guardianId, guardianName: name } = both;
  const to = {
    personId: guardianId,
    address: both.guardianEmail,
    name,
    language: languageOf(both.guardianLanguage, language, organization.language),
  };
  const link = await makeEntryLink(ctx, {
    personId: guardianId,
    organizationId: its.organizationId,
    destination: ownGuardiansPath(its.organizationId),
  });
  await sendLetter(ctx, {
    kind: "invitation",
    organization,
    to,
    occasion: `guardian ${its.guardianshipId} ${both.invitedAt.toISOString()}`,
    letter: guardianInvitation(to.language, { name, ward: both.wardName, by: ctx.actor?.name, organization: organization.name, link }),
  });
}

/** Nobody gets a guardian behind her back. */
export async function tellWard(ctx: Context, its: OneGuardianship): Promise<void> {
  const both = await findBoth(ctx, its);
  const { organization, wardId, wardName: name } = both;
  const to = { personId: wardId, address: both.wardEmail, name, language: languageOf(both.wardLanguage, organization.language) };
  await sendLetter(ctx, {
    kind: "invitation",
    organization,
    to,
    occasion: `guardian ${its.guardianshipId} told`,
    letter: wardLetter(to.language, {
      name,
      guardian: both.guardianName,
      by: ctx.actor?.name,
      organization: organization.name,
      link: ctx.app.settings.publicUrl + ownGuardiansPath(its.organizationId),
    }),
  });
}
