import { z } from "zod";
import type { PersonalContext } from "../../../platform/context.ts";
import { violatedConstraint } from "../../../platform/database.ts";
import { Conflict, Invalid } from "../../../platform/errors.ts";
import type { Answer } from "../../../platform/form.ts";
import { hashToken, newId } from "../../../platform/identifiers.ts";
import { countAttempt, limits } from "../attempts.ts";
import type { Asking } from "../auth.ts";
import { confirmEmailLetter, emailChangedLetter } from "../letters/account.email.ts";
import { sendAccountLetter } from "../letters/send-account-letter.ts";
import { findPerson, findPersonByEmail } from "../person.ts";
import { makeLink, readLink, takeLink, voidLinks } from "../single-use-link.ts";
import { voidEntryLinks } from "../entry-link.ts";
import { accountWords } from "./account.messages.ts";
import { passwordRefusal } from "./confirm-password.ts";

const wish = z.object({ personId: z.string(), email: z.string() });

/** Sends a letter to the new address; nothing changes before it is confirmed. Whether the address is somebody's is not told. */
export async function askForEmail(
  ctx: PersonalContext,
  { email, current }: { email: string; current: string },
  asking: Asking,
): Promise<Answer> {
  const person = (await findPerson(ctx, ctx.actor.personId))!;
  if (email === person.email.toLowerCase()) throw new Invalid({ email: (language) => accountWords(language).sameEmail });
  const refusal = await passwordRefusal(ctx, current, asking, "current");
  if (refusal) return { refusal };
  await countAttempt(ctx, [[limits.letter, person.id]]);
  const token = await makeLink(ctx, "change-email", JSON.stringify({ personId: person.id, email } satisfies z.output<typeof wish>));
  const href = `${ctx.app.settings.publicUrl}/account/e-mail/${token}`;
  await sendAccountLetter(
    ctx,
    person,
    ctx.reader.language,
    `confirm-email ${newId()}`,
    (language) => confirmEmailLetter(language, href, person.email),
    email,
  );
  return { notice: accountWords(ctx.reader).confirmationSent(email) };
}

/** The address that the link confirms, when it is this person's link. */
export async function wantedEmail(ctx: PersonalContext, token: string): Promise<string | undefined> {
  const value = await readLink(ctx, "change-email", token);
  if (value === undefined) return undefined;
  const { personId, email } = wish.parse(JSON.parse(value));
  return personId === ctx.actor.personId ? email : undefined;
}

const taken = (): Conflict => new Conflict((language) => accountWords(language).emailTaken);

/** Whoever reads the letter at the new address and is signed in here is the one: the account has it from now on. */
export async function confirmEmail(ctx: PersonalContext, token: string): Promise<Answer> {
  const email = await wantedEmail(ctx, token);
  if (email === undefined || (await takeLink(ctx, "change-email", token)) === undefined) return {};
  const person = (await findPerson(ctx, ctx.actor.personId))!;
  if (await findPersonByEmail(ctx, email)) throw taken();
  try {
    await ctx.db.updateTable("auth.person").set({ email, email_verified: true, updated_at: ctx.now }).where("id", "=", person.id).execute();
  } catch (error) {
    if (violatedConstraint(error)) throw taken();
    throw error;
  }
  // Whoever reads the old mailbox finds no link there that still works: neither to the account nor into an organization.
  await voidLinks(ctx, person.id);
  await voidEntryLinks(ctx, person.id);
  const occasion = hashToken(token).toString("base64url");
  await sendAccountLetter(ctx, person, ctx.reader.language, `email-changed ${occasion}`, (language) => emailChangedLetter(language, email));
  return { to: "/account", notice: accountWords(ctx.reader).emailChanged(email) };
}
