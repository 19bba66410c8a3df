import { listCoordinators } from "../../networks/programs/list-coordinators.ts";
import { makeEntryLink } from "../../people/accounts/entry-link.ts";
import type { Context } from "../../platform/context.ts";
import type { Language } from "../../platform/i18n.ts";
import type { Letter, LetterKind } from "../../platform/letters/letter.ts";
import { sendLetter } from "../../platform/letters/send-letter.ts";

export interface Writing {
  readonly organizationId: string;
  readonly organizationName: string;
  readonly programId: string;
  readonly to: { readonly personId: string; readonly email: string; readonly name: string; readonly language: Language };
  readonly kind: LetterKind;
  readonly occasion: string;
  /** Where the link in the letter leads. */
  readonly destination: string;
  readonly letter: (href: string) => Letter;
}

/** Writes to somebody unless this letter was written before: a job may be delivered twice, and a link is made for one letter. */
export async function writeOnce(ctx: Context, writing: Writing): Promise<void> {
  const { organizationId, organizationName, programId, to, kind, occasion, destination, letter } = writing;
  const written = await ctx.db
    .selectFrom("letter")
    .select("id")
    .where("organization_id", "=", organizationId)
    .where("dedupe_key", "=", occasion)
    .executeTakeFirst();
  if (written) return;
  const [coordinator] = await listCoordinators(ctx, organizationId, programId);
  const href = await makeEntryLink(ctx, { personId: to.personId, organizationId, programId, destination });
  await sendLetter(ctx, {
    kind,
    organization: { id: organizationId, name: organizationName },
    to: { personId: to.personId, address: to.email, name: to.name, language: to.language },
    occasion,
    letter: letter(href),
    replyTo: coordinator?.email,
  });
}
