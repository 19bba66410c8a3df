import type { Context } from "../../platform/context.ts";
import { isLanguage } from "../../platform/i18n.ts";
import { newId } from "../../platform/identifiers.ts";
import { action, paragraph } from "../../platform/letters/letter.ts";
import { sendLetter } from "../../platform/letters/send-letter.ts";
import { supportWords } from "./support.messages.ts";

/** Tells a coordinator that relationships have come to her; herself she tells nothing. */
export async function tellNewOwners(
  ctx: Context,
  organizationId: string,
  { ownerId, relationshipIds }: { ownerId: string; relationshipIds: readonly string[] },
): Promise<void> {
  if (relationshipIds.length === 0 || ctx.actor?.personId === ownerId) return;
  const organization = await ctx.db
    .selectFrom("organization")
    .select(["id", "name", "language"])
    .where("id", "=", organizationId)
    .executeTakeFirstOrThrow();
  const owner = await ctx.db
    .selectFrom("profile")
    .innerJoin("auth.person as account", "account.id", "profile.person_id")
    .select(["profile.name", "account.email", "account.language"])
    .where("profile.organization_id", "=", organizationId)
    .where("profile.person_id", "=", ownerId)
    .executeTakeFirst();
  if (!owner) return;
  const language = [owner.language, organization.language].find(isLanguage) ?? "en";
  const words = supportWords(language).letter;
  const count = relationshipIds.length;
  await sendLetter(ctx, {
    kind: "program",
    organization,
    to: { personId: ownerId, address: owner.email, name: owner.name, language },
    occasion: `relationships handed over ${newId()}`,
    letter: {
      subject: words.subject(count),
      body: [
        paragraph(words.greeting(owner.name)),
        paragraph(words.text(count, organization.name)),
        action(words.open, `${ctx.app.settings.publicUrl}/organizations/${organizationId}/today`),
      ],
    },
  });
}
