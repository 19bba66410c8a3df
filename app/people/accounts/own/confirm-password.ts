import { APIError } from "better-auth/api";
import type { PersonalContext } from "../../../platform/context.ts";
import { Invalid } from "../../../platform/errors.ts";
import { countAttempt, limits } from "../attempts.ts";
import { type Asking, headersOf, withAuth } from "../auth.ts";
import { hasPassword } from "../person.ts";
import { accountWords } from "./account.messages.ts";

/**
 * Asks for the password once more before something that matters, of whoever has one.
 *
 * @param field the form's field that it stands in
 * @returns what to answer when it was wrong (as `refusal`, so that the try counts)
 */
export async function passwordRefusal(ctx: PersonalContext, password: string, asking: Asking, field: string): Promise<Invalid | undefined> {
  if (!(await hasPassword(ctx, ctx.actor.personId))) return undefined;
  await countAttempt(ctx, [[limits.confirmation, ctx.actor.personId]]);
  const isRight = await withAuth(ctx, (auth) => auth.api.verifyPassword({ body: { password }, headers: headersOf(asking) })).then(
    () => true,
    (error: unknown) => {
      if (error instanceof APIError && error.statusCode < 500) return false;
      throw error;
    },
  );
  return isRight ? undefined : new Invalid({ [field]: (language) => accountWords(language).wrongPassword });
}
