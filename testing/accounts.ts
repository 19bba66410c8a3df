/** People with accounts, and the letters that they get, for tests of signing in. */
import { newId } from "../app/platform/identifiers.ts";
import { hashPassword } from "../app/people/accounts/password-hash.ts";
import { asSystem } from "../app/platform/context.ts";
import type { TestApp } from "./app.ts";

export const goodPassword = "rain on the tin roof";

export async function makePerson(
  app: TestApp,
  { email, name = "Maya Okafor", password, isVerified = true }: { email: string; name?: string; password?: string; isVerified?: boolean },
): Promise<string> {
  const id = newId();
  await app.owner.insertInto("auth.person").values({ id, email, name, email_verified: isVerified, language: "en" }).execute();
  if (password !== undefined) {
    await app.owner
      .insertInto("auth.credential")
      .values({ id: newId(), person_id: id, provider_id: "credential", account_id: id, password: await hashPassword(password) })
      .execute();
  }
  return id;
}

export interface ReceivedLetter {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** The path of its button. */
  readonly path: string;
}

/** Does the jobs that are due, and gives all letters written so far, the latest last. */
export async function letters(app: TestApp): Promise<ReceivedLetter[]> {
  await app.jobs.runDue(app);
  const rows = await asSystem(app, (ctx) => ctx.db.selectFrom("letter").selectAll().orderBy("id").execute());
  return rows.map((row) => ({
    to: row.to_address,
    subject: row.subject,
    text: row.text_body,
    path: new RegExp(`${app.settings.publicUrl}(/\\S+)`).exec(row.text_body)?.[1] ?? "",
  }));
}
