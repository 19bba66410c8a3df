import type { Context } from "../../platform/context.ts";
import { isLanguage, type Language } from "../../platform/i18n.ts";

export interface Person {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly language: Language | undefined;
  readonly hasSecondFactor: boolean;
}

const columns = ["id", "email", "name", "language", "two_factor_enabled"] as const;
const personOf = (row: { id: string; email: string; name: string; language: string | null; two_factor_enabled: boolean }): Person => ({
  id: row.id,
  email: row.email,
  name: row.name,
  language: isLanguage(row.language) ? row.language : undefined,
  hasSecondFactor: row.two_factor_enabled,
});

export async function findPerson(ctx: Context, personId: string): Promise<Person | undefined> {
  const row = await ctx.db.selectFrom("auth.person").select(columns).where("id", "=", personId).executeTakeFirst();
  return row && personOf(row);
}

export async function findPersonByEmail(ctx: Context, email: string): Promise<Person | undefined> {
  const row = await ctx.db.selectFrom("auth.person").select(columns).where("email", "=", email).executeTakeFirst();
  return row && personOf(row);
}

export async function hasPassword(ctx: Context, personId: string): Promise<boolean> {
  const row = await ctx.db
    .selectFrom("auth.credential")
    .select("id")
    .where("person_id", "=", personId)
    .where("provider_id", "=", "credential")
    .where("password", "is not", null)
    .executeTakeFirst();
  return row !== undefined;
}

/**
 * She has followed a link in a letter: the address is hers. Whatever was set up for it before that, a password or a session, may
 * have been somebody else's doing, and is gone.
 */
export async function proveEmail(ctx: Context, personId: string): Promise<void> {
  const proven = await ctx.db
    .updateTable("auth.person")
    .set({ email_verified: true, updated_at: ctx.now })
    .where("id", "=", personId)
    .where("email_verified", "=", false)
    .returning("id")
    .executeTakeFirst();
  if (!proven) return;
  await ctx.db.deleteFrom("auth.credential").where("person_id", "=", personId).execute();
  await ctx.db.deleteFrom("auth.session").where("person_id", "=", personId).execute();
}
