/** The second factor of one's own account: begun, confirmed with a first code, switched off. */
import { APIError } from "better-auth/api";
import { symmetricDecrypt } from "better-auth/crypto";
import type { PersonalContext } from "../../../platform/context.ts";
import { Conflict, Invalid } from "../../../platform/errors.ts";
import type { Answer } from "../../../platform/form.ts";
import { newId } from "../../../platform/identifiers.ts";
import { countAttempt, limits } from "../attempts.ts";
import { type Asking, cookiesOf, headersOf, withAuth } from "../auth.ts";
import { guardChangedLetter } from "../letters/account.email.ts";
import { sendAccountLetter } from "../letters/send-account-letter.ts";
import { passwordRefusal } from "../own/confirm-password.ts";
import { findPerson, hasPassword } from "../person.ts";
import { withReturn } from "../return-path.ts";
import { showCodes } from "./backup-codes.ts";
import { readCode } from "./code.ts";
import { secondFactorWords } from "./second-factor.messages.ts";
import { useCode } from "./used-codes.ts";

const path = "/account/second-factor";
const isRefusal = (error: unknown): boolean => error instanceof APIError && error.statusCode < 500;

export interface SecondFactor {
  readonly state: "off" | "begun" | "on";
  /** Only while it is being set up. */
  readonly secret: string | undefined;
}

export async function ownSecondFactor(ctx: PersonalContext): Promise<SecondFactor> {
  const row = await ctx.db
    .selectFrom("auth.two_factor")
    .select(["secret", "verified"])
    .where("person_id", "=", ctx.actor.personId)
    .executeTakeFirst();
  if (!row) return { state: "off", secret: undefined };
  if (row.verified) return { state: "on", secret: undefined };
  const key = await withAuth(ctx, async (auth) => (await auth.$context).secretConfig);
  return { state: "begun", secret: await symmetricDecrypt({ key, data: row.secret }) };
}

/** Makes a secret, which counts from its first code on. Begun anew, the one before is gone. */
export async function beginSecondFactor(ctx: PersonalContext, current: string, asking: Asking, next: string): Promise<Answer> {
  const { state } = await ownSecondFactor(ctx);
  if (state === "on") return { to: path };
  const refusal = await passwordRefusal(ctx, current, asking, "current");
  if (refusal) return { refusal };
  const body = { method: "totp" as const, ...(current !== "" && { password: current }) };
  await withAuth(ctx, (auth) => auth.api.enableTwoFactor({ body, headers: headersOf(asking) }));
  return { to: withReturn(path, next) };
}

export async function cancelSecondFactor(ctx: PersonalContext): Promise<Answer> {
  await ctx.db.deleteFrom("auth.two_factor").where("person_id", "=", ctx.actor.personId).where("verified", "=", false).execute();
  return { to: "/account" };
}

/** The first right code switches it on. */
export async function confirmSecondFactor(ctx: PersonalContext, typed: string, asking: Asking, next: string): Promise<Answer> {
  const { state } = await ownSecondFactor(ctx);
  if (state !== "begun") return { to: path };
  await countAttempt(ctx, [[limits.secondFactor, ctx.actor.personId]]);
  const refusal = new Invalid({ code: (language) => secondFactorWords(language).wrongCode });
  const code = readCode(typed);
  if (code.kind !== "authenticator" || !(await useCode(ctx, ctx.actor.personId, code.text))) return { refusal };
  try {
    const { headers } = await withAuth(ctx, (auth) =>
      auth.api.verifyTOTP({ body: { code: code.text }, headers: headersOf(asking), returnHeaders: true }),
    );
    await showCodes(ctx);
    await tell(ctx, "secondFactorOn");
    return { to: withReturn(`${path}/codes`, next), cookies: cookiesOf(headers) };
  } catch (error) {
    if (isRefusal(error)) return { refusal };
    throw error;
  }
}

async function isRight(check: Promise<unknown>): Promise<boolean> {
  try {
    await check;
    return true;
  } catch (error) {
    if (isRefusal(error)) return false;
    throw error;
  }
}

/** Whether this is the person's password, a code of her app, or one of her backup codes; each try counts. */
async function isHers(ctx: PersonalContext, typed: string, asking: Asking): Promise<boolean> {
  const { personId } = ctx.actor;
  const code = readCode(typed);
  const headers = headersOf(asking);
  if (code.kind === "authenticator") {
    if (!(await useCode(ctx, personId, code.text))) return false;
    return isRight(withAuth(ctx, (auth) => auth.api.verifyTOTP({ body: { code: code.text }, headers })));
  }
  if (await hasPassword(ctx, personId)) {
    if (await isRight(withAuth(ctx, (auth) => auth.api.verifyPassword({ body: { password: typed }, headers })))) return true;
  }
  return isRight(withAuth(ctx, (auth) => auth.api.verifyBackupCode({ body: { code: code.text, disableSession: true }, headers })));
}

export async function endSecondFactor(ctx: PersonalContext, typed: string, asking: Asking): Promise<Answer> {
  const { state } = await ownSecondFactor(ctx);
  if (state !== "on") return { to: path };
  await countAttempt(ctx, [[limits.confirmation, ctx.actor.personId]]);
  if (!(await isHers(ctx, typed, asking))) return { refusal: new Invalid({ proof: (language) => secondFactorWords(language).wrongProof }) };
  await ctx.db.deleteFrom("auth.two_factor").where("person_id", "=", ctx.actor.personId).execute();
  await ctx.db.updateTable("auth.person").set({ two_factor_enabled: false }).where("id", "=", ctx.actor.personId).execute();
  await tell(ctx, "secondFactorOff");
  return { to: "/account", notice: secondFactorWords(ctx.reader).isOff };
}

/** New backup codes; the ones before no longer work. */
export async function renewCodes(ctx: PersonalContext, current: string, asking: Asking): Promise<Answer> {
  const { state } = await ownSecondFactor(ctx);
  if (state !== "on") throw new Conflict((language) => secondFactorWords(language).notOn);
  const refusal = await passwordRefusal(ctx, current, asking, "current");
  if (refusal) return { refusal };
  const body = current === "" ? {} : { password: current };
  await withAuth(ctx, (auth) => auth.api.generateBackupCodes({ body, headers: headersOf(asking) }));
  await showCodes(ctx);
  return { to: `${path}/codes` };
}

async function tell(ctx: PersonalContext, change: "secondFactorOn" | "secondFactorOff"): Promise<void> {
  const person = (await findPerson(ctx, ctx.actor.personId))!;
  await sendAccountLetter(ctx, person, ctx.reader.language, `${change} ${newId()}`, (language) =>
    guardChangedLetter(language, change, `${ctx.app.settings.publicUrl}/forgotten-password`),
  );
}
