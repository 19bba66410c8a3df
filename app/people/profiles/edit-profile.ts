import type { Updateable } from "kysely";
import type { PersonalContext } from "../../platform/context.ts";
import { Invalid, NotFound } from "../../platform/errors.ts";
import { parseLanguages } from "../../platform/spreadsheets/index.ts";
import type { Profile } from "./profile.ts";
import { profileWords } from "./profile.messages.ts";
import type { ProfileTable } from "./table.ts";

const mostLanguages = 30;

/** Her own hand: from now on no import writes over it unless a coordinator says so. */
export async function editProfile(ctx: PersonalContext, organizationId: string, changes: Updateable<ProfileTable>): Promise<void> {
  const edited = await ctx.db
    .updateTable("profile")
    .set({ ...changes, edited_at: ctx.now, updated_at: ctx.now })
    .where("organization_id", "=", organizationId)
    .where("person_id", "=", ctx.actor.personId)
    .returning("person_id")
    .executeTakeFirst();
  if (!edited) throw new NotFound();
}

/** Those of her languages that she keeps, and those that she named. */
export function chosenLanguages({ languages }: Pick<Profile, "languages">, kept: readonly string[], added: string): string[] {
  const named = parseLanguages(added);
  if (!named.ok) {
    const unknown = named.problem.reason === "language-unknown" ? named.problem.items[0] : undefined;
    throw new Invalid({ addLanguages: (language) => profileWords(language).unknownLanguage(unknown?.text ?? added, unknown?.suggestion) });
  }
  const all = [...new Set([...languages.filter((code) => kept.includes(code)), ...(named.value ?? [])])];
  if (all.length > mostLanguages) throw new Invalid({ addLanguages: (language) => profileWords(language).tooManyLanguages(mostLanguages) });
  return all;
}
