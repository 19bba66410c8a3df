import { listGuardians } from "../../networks/guardians/list-guardians.ts";
import { makeEntryLink } from "../../people/accounts/entry-link.ts";
import type { Context } from "../../platform/context.ts";
import { isLanguage } from "../../platform/i18n.ts";
import { sendLetter } from "../../platform/letters/send-letter.ts";
import type { Relationship } from "../life/find-life.ts";
import { findAddressees } from "../sessions/people-of-session.ts";
import { agreementLetter, type AgreementNews, guardianSignsLetter } from "./agreement.email.ts";
import { agreementPath, guardianPath } from "./agreement-path.ts";
import type { Ward } from "./agreement.ts";

interface Asking {
  readonly version: number;
  /** Whose signature is missing. */
  readonly personIds: readonly string[];
  readonly what: AgreementNews["what"];
  readonly by: string;
}

/** One letter for one version, however often others sign it. */
export async function askForSignature(ctx: Context, relationship: Relationship, { version, personIds, what, by }: Asking): Promise<void> {
  if (personIds.length === 0) return;
  const { organization, addressees } = await findAddressees(ctx, relationship);
  const href = ctx.app.settings.publicUrl + agreementPath(relationship.organizationId, relationship.id);
  for (const { personId, address, name, language } of addressees)
    if (personIds.includes(personId))
      await sendLetter(ctx, {
        kind: "relationship",
        organization,
        to: { personId, address, name, language },
        occasion: `agreement ${relationship.id} ${version} ${personId}`,
        letter: agreementLetter({ name, language }, { what, by, programName: relationship.programName, href }),
      });
}

/** All guardians of hers who have said yes; one of them is enough. Their link brings them in: few have a password. */
export async function askGuardians(
  ctx: Context,
  relationship: Relationship,
  { version, wards }: { readonly version: number; readonly wards: readonly Ward[] },
): Promise<void> {
  if (wards.length === 0) return;
  const { organizationId, id, programName } = relationship;
  const organization = await ctx.db
    .selectFrom("organization")
    .select(["id", "name", "language"])
    .where("id", "=", organizationId)
    .executeTakeFirstOrThrow();
  const guardians = await listGuardians(
    ctx,
    organizationId,
    wards.map(({ personId }) => personId),
  );
  for (const { guardianId, wardId, name, email, confirmedAt, ...guardian } of guardians) {
    if (confirmedAt === null) continue;
    const language = [guardian.language, organization.language].find(isLanguage) ?? "en";
    const ward = wards.find(({ personId }) => personId === wardId)!.name;
    await sendLetter(ctx, {
      kind: "relationship",
      organization,
      to: { personId: guardianId, address: email, name, language },
      occasion: `agreement ${id} ${version} ${guardianId}`,
      letter: guardianSignsLetter(
        { name, language },
        {
          ward,
          programName,
          href: await makeEntryLink(ctx, { personId: guardianId, organizationId, destination: guardianPath(organizationId, id) }),
        },
      ),
    });
  }
}
