import { APIError } from "better-auth/api";
import type { Context } from "../../../platform/context.ts";
import { Invalid } from "../../../platform/errors.ts";
import type { Answer } from "../../../platform/form.ts";
import { parseCookies } from "../../../platform/cookies.ts";
import { countAttempt, limits } from "../attempts.ts";
import { type Asking, cookiesOf, headersOf, withAuth } from "../auth.ts";
import { readSignedCookie, secondFactorCookie } from "../session-cookie.ts";
import { signInWords } from "../sign-in/sign-in.messages.ts";
import { readCode } from "./code.ts";
import { useCode } from "./used-codes.ts";

/** Who stands between her password and her second factor, as the cookie of the first step says. */
export async function challenged(ctx: Context, { headers }: Asking): Promise<string | undefined> {
  const cookies = parseCookies(headers.get("cookie") ?? undefined);
  const challenge = readSignedCookie(cookies, secondFactorCookie, ctx.app.settings.secret);
  if (challenge === undefined) return undefined;
  const found = await withAuth(ctx, async (auth) => (await auth.$context).internalAdapter.findVerificationValue(challenge));
  return found && found.expiresAt > ctx.now ? found.value : undefined;
}

/** The second step of signing in: a code from the authenticator, or a backup code, each of which works once. */
export async function passSecondFactor(ctx: Context, typed: string, next: string, asking: Asking): Promise<Answer> {
  const personId = await challenged(ctx, asking);
  if (personId === undefined) return {};
  await countAttempt(ctx, [[limits.secondFactor, personId]]);
  const wrong = { refusal: new Invalid({ code: (language) => signInWords(language).wrongCode }) };
  const code = readCode(typed);
  // Before it is looked at: what is noted of a wrong one does no harm, and nobody can try the same one twice.
  if (code.kind === "authenticator" && !(await useCode(ctx, personId, code.text))) return wrong;

  // Of the cookies, this one alone: whoever else is signed in here has nothing to do with it.
  const told = headersOf(asking);
  told.set("cookie", onlyChallenge(asking.headers));
  const call = { body: { code: code.text }, headers: told, returnHeaders: true } as const;
  try {
    const { headers } = await withAuth(ctx, (auth) =>
      code.kind === "authenticator" ? auth.api.verifyTOTP(call) : auth.api.verifyBackupCode(call),
    );
    return { to: next, cookies: cookiesOf(headers) };
  } catch (error) {
    if (!(error instanceof APIError) || error.statusCode >= 500) throw error;
    // After five wrong ones the first step has to be taken again: the page shown next says so.
    return (await challenged(ctx, asking)) === undefined ? {} : wrong;
  }
}

const onlyChallenge = (headers: Headers): string =>
  `${secondFactorCookie}=${parseCookies(headers.get("cookie") ?? undefined).get(secondFactorCookie) ?? ""}`;
