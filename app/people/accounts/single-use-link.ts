/** Links in letters about one's own account: each works once, for a short time; the database holds only their hashes. */
import type { Context } from "../../platform/context.ts";
import { newToken } from "../../platform/identifiers.ts";
import { withAuth } from "./auth.ts";

/** "reset-password" is better-auth's own word: its `resetPassword` uses the link up. */
export type Purpose = "sign-in" | "reset-password" | "change-email" | "delete-account";
export const linkMinutes: Readonly<Record<Purpose, number>> = {
  "sign-in": 30,
  "reset-password": 60,
  "change-email": 24 * 60,
  "delete-account": 30,
};

const identifier = (purpose: Purpose, token: string): string => `${purpose}:${token}`;

/** @returns the token for the link's address */
export async function makeLink(ctx: Context, purpose: Purpose, value: string): Promise<string> {
  const token = newToken();
  const expiresAt = new Date(ctx.now.getTime() + linkMinutes[purpose] * 60_000);
  await withAuth(ctx, async (auth) =>
    (await auth.$context).internalAdapter.createVerificationValue({ identifier: identifier(purpose, token), value, expiresAt }),
  );
  return token;
}

/** Looks at a link without using it up; undefined where it has run out, was used or never was. */
export async function readLink(ctx: Context, purpose: Purpose, token: string): Promise<string | undefined> {
  const found = await withAuth(ctx, async (auth) =>
    (await auth.$context).internalAdapter.findVerificationValue(identifier(purpose, token)),
  );
  return found && found.expiresAt > ctx.now ? found.value : undefined;
}

/** Uses the link up: of several at once, one gets its value. */
export async function takeLink(ctx: Context, purpose: Purpose, token: string): Promise<string | undefined> {
  const taken = await withAuth(ctx, async (auth) =>
    (await auth.$context).internalAdapter.consumeVerificationValue(identifier(purpose, token)),
  );
  return taken && taken.expiresAt > ctx.now ? taken.value : undefined;
}

/** Whatever links are under way to this person lead nowhere from now on. */
export async function voidLinks(ctx: Context, personId: string): Promise<void> {
  await ctx.db.deleteFrom("auth.verification").where("value", "=", personId).execute();
}
