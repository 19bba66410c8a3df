import { APIError } from "better-auth/api";
import type { Context } from "../../../platform/context.ts";
import { Conflict } from "../../../platform/errors.ts";
import type { Answer } from "../../../platform/form.ts";
import { countAttempt, forgetAttempts, limits, networkOf } from "../attempts.ts";
import { type Asking, cookiesOf, headersOf, withAuth } from "../auth.ts";
import { withReturn } from "../return-path.ts";
import { signInWords } from "./sign-in.messages.ts";

/**
 * Signs in by e-mail and password. A wrong password, an address without an account and an account without a password are
 * refused in the same words and after the same work: better-auth hashes what was typed where it has nothing to compare with.
 */
export async function signInByPassword(
  ctx: Context,
  { email, password, next }: { email: string; password: string; next: string },
  asking: Asking,
): Promise<Answer> {
  const network = networkOf(asking.address);
  const here = `${email} ${network}`;
  await countAttempt(ctx, [
    [limits.signIn, here],
    [limits.signInFromNetwork, network],
    [limits.signInToAccount, email],
  ]);
  try {
    const { headers, response } = await withAuth(ctx, (auth) =>
      auth.api.signInEmail({ body: { email, password }, headers: headersOf(asking), returnHeaders: true }),
    );
    await forgetAttempts(ctx, limits.signIn, here);
    return { to: "twoFactorRedirect" in response ? withReturn("/sign-in/second-factor", next) : next, cookies: cookiesOf(headers) };
  } catch (error) {
    if (!(error instanceof APIError) || error.statusCode >= 500) throw error;
    return { refusal: new Conflict((language) => signInWords(language).wrong) };
  }
}
