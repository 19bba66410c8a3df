import type { PersonalContext } from "../../../platform/context.ts";
import type { Answer } from "../../../platform/form.ts";
import { languageCookie } from "../../../platform/cookies.ts";
import { accountWords } from "./account.messages.ts";

export interface Details {
  readonly name: string;
  /** Empty: whatever the browser asks for. */
  readonly language: "" | "en" | "es" | "ar";
  readonly timeZone: string;
}

export async function changeDetails(ctx: PersonalContext, { name, language, timeZone }: Details): Promise<Answer> {
  await ctx.db
    .updateTable("auth.person")
    .set({ name, language: language || null, time_zone: timeZone, updated_at: ctx.now })
    .where("id", "=", ctx.actor.personId)
    .execute();
  return {
    notice: accountWords(language || ctx.reader.language).detailsSaved,
    // What was chosen on this device before would stand before the choice made just now.
    cookies: [`${languageCookie}=; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=0`],
  };
}
