import { isLanguage } from "../../platform/i18n.ts";
import type { Context } from "../../platform/context.ts";
import { newId } from "../../platform/identifiers.ts";
import { sendLetter } from "../../platform/letters/send-letter.ts";
import { findOrganization } from "../../networks/organizations/find-organization.ts";
import { participantsPath } from "../../networks/enrollment/participant.ts";
import { leftBehindLetter, somebodyLeftLetter } from "./leaving.email.ts";
import { type LeftBehind, listLeftBehind } from "./list-left-behind.ts";

/**
 * Writes to everybody who is in a pair with the one who leaves, or asked to become one, and to those who run these programs.
 * In the same transaction, since afterwards nobody knows whom to write to.
 */
export async function tellLeftBehind(ctx: Context, organizationId: string, personId: string): Promise<void> {
  const behind = await listLeftBehind(ctx, organizationId, personId);
  if (behind.length === 0) return;
  const organization = await findOrganization(ctx, organizationId);
  const { publicUrl } = ctx.app.settings;
  const languageOf = (language: string | null) => (isLanguage(language) ? language : organization.language);
  for (const one of behind) {
    await sendLetter(ctx, {
      kind: one.tie === "pair" ? "relationship" : "offer",
      organization,
      to: { personId: one.personId, address: one.email, name: one.name, language: languageOf(one.language) },
      occasion: `left ${one.tie} ${one.tieId} ${one.personId}`,
      letter: leftBehindLetter(languageOf(one.language), one, `${publicUrl}/`),
    });
  }
  for (const [programId, ofProgram] of Map.groupBy(behind, (one) => one.programId)) {
    for (const [role, ofRole] of Map.groupBy(ofProgram, (one) => one.role)) {
      const href = publicUrl + participantsPath(organizationId, programId);
      for (const to of await listCoordinatorsToTell(ctx, organizationId, programId, personId)) {
        await sendLetter(ctx, {
          kind: "program",
          organization,
          to: { personId: to.personId, address: to.email, name: to.name, language: languageOf(to.language) },
          occasion: `left program ${newId()}`,
          letter: somebodyLeftLetter(languageOf(to.language), role, distinct(ofRole), href),
        });
      }
    }
  }
}

const distinct = (behind: readonly LeftBehind[]): LeftBehind[] => [
  ...new Map(behind.map((one) => [`${one.tie} ${one.personId}`, one])).values(),
];

function listCoordinatorsToTell(ctx: Context, organizationId: string, programId: string, personId: string) {
  return ctx.db
    .selectFrom("coordinator as c")
    .innerJoin("profile", (join) =>
      join.onRef("profile.organization_id", "=", "c.organization_id").onRef("profile.person_id", "=", "c.person_id"),
    )
    .innerJoin("auth.person as account", "account.id", "c.person_id")
    .select(["c.person_id as personId", "profile.name", "account.email", "account.language"])
    .where("c.organization_id", "=", organizationId)
    .where("c.program_id", "=", programId)
    .where("c.person_id", "<>", personId)
    .execute();
}
