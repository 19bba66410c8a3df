import type { Context } from "../../../platform/context.ts";
import type { Language } from "../../../platform/i18n.ts";
import type { Letter } from "../../../platform/letters/letter.ts";
import { sendLetter } from "../../../platform/letters/send-letter.ts";
import type { Person } from "../person.ts";

/**
 * Puts a letter about her own account into the post: in her language, else in the one that the act was done in.
 *
 * @param address where it goes, when not to the address of the account
 */
export async function sendAccountLetter(
  ctx: Context,
  person: Person,
  otherwise: Language,
  occasion: string,
  letter: (language: Language) => Letter,
  address = person.email,
): Promise<void> {
  const language = person.language ?? otherwise;
  await sendLetter(ctx, {
    kind: "account",
    organization: null,
    to: { personId: person.id, address, name: person.name, language },
    occasion,
    letter: letter(language),
  });
}
