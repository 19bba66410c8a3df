import type { Context } from "../../platform/context.ts";
import type { Language } from "../../platform/i18n.ts";
import { newId } from "../../platform/identifiers.ts";

export interface AddressedPerson {
  readonly personId: string;
  readonly email: string;
  /** Her own choice, if she has made one. */
  readonly language: string | null;
}

/**
 * The person with this e-mail address; made, without any way to sign in but a mailed link, where there is none yet.
 * Whoever calls it must not let on which of the two it was: `name` and `language` are only kept for somebody new.
 */
export async function personWithAddress(
  ctx: Context,
  { email, name, language }: { email: string; name: string; language?: Language },
): Promise<AddressedPerson> {
  const columns = ["id as personId", "email", "language"] as const;
  const made = await ctx.db
    .insertInto("auth.person")
    .values({ id: newId(), email, name, language: language ?? null, created_at: ctx.now, updated_at: ctx.now })
    .onConflict((conflict) => conflict.column("email").doNothing())
    .returning(columns)
    .executeTakeFirst();
  return made ?? ctx.db.selectFrom("auth.person").select(columns).where("email", "=", email).executeTakeFirstOrThrow();
}
