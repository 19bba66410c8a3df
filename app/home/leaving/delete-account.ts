import type { PersonalContext } from "../../platform/context.ts";
import { Conflict, Invalid } from "../../platform/errors.ts";
import type { Answer } from "../../platform/form.ts";
import { newId } from "../../platform/identifiers.ts";
import { formatList } from "../../ui/formats.ts";
import { listOwnedAlone } from "../../networks/organizations/end-membership.ts";
import { countAttempt, limits } from "../../people/accounts/attempts.ts";
import type { Asking } from "../../people/accounts/auth.ts";
import { sendAccountLetter } from "../../people/accounts/letters/send-account-letter.ts";
import { passwordRefusal } from "../../people/accounts/own/confirm-password.ts";
import { findPerson, hasPassword } from "../../people/accounts/person.ts";
import { sessionCookie } from "../../people/accounts/session-cookie.ts";
import { makeLink, readLink, takeLink } from "../../people/accounts/single-use-link.ts";
import { erasePerson } from "../../people/own-data/erase-person.ts";
import { leaveOrganization } from "./leave-organization.ts";
import { deleteLinkLetter } from "./leaving.email.ts";
import { leavingWords } from "./leaving.messages.ts";

export interface Deletion {
  /** Typed to confirm. */
  readonly email: string;
  readonly password: string;
  /** Of the link in our letter, in place of the password. */
  readonly token: string;
}

/** The asking person's account goes, with everything in it, at once. */
export async function deleteAccount(ctx: PersonalContext, { email, password, token }: Deletion, asking: Asking): Promise<Answer> {
  const { actor } = ctx;
  if (email.toLowerCase() !== actor.email.toLowerCase()) throw new Invalid({ email: (language) => leavingWords(language).wrongEmail });
  if (actor.ownsInstallation) throw new Conflict((language) => leavingWords(language).ownsInstallation);
  const owned = (await listOwnedAlone(ctx)).map(({ name }) => name);
  if (owned.length > 0) throw new Conflict((language) => leavingWords(language).owns(formatList(language, owned)));
  if (token !== "") {
    if ((await takeLink(ctx, "delete-account", token)) !== actor.personId)
      throw new Conflict((language) => leavingWords(language).linkOver);
  } else {
    if (!(await hasPassword(ctx, actor.personId))) throw new Conflict((language) => leavingWords(language).needsLink);
    const refusal = await passwordRefusal(ctx, password, asking, "password");
    if (refusal) return { refusal };
  }
  for (const { organizationId } of actor.memberships) await leaveOrganization(ctx, organizationId);
  await erasePerson(ctx, actor.personId);
  return {
    to: "/sign-in",
    notice: leavingWords(ctx.reader).deleted,
    cookies: [`${sessionCookie}=; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=0`],
  };
}

/** For whoever has no password, or has forgotten it: a letter shows that it is she. */
export async function sendDeleteLink(ctx: PersonalContext): Promise<Answer> {
  const person = (await findPerson(ctx, ctx.actor.personId))!;
  await countAttempt(ctx, [[limits.letter, person.id]]);
  const token = await makeLink(ctx, "delete-account", person.id);
  const href = `${ctx.app.settings.publicUrl}/account/delete?token=${token}`;
  await sendAccountLetter(ctx, person, ctx.reader.language, `delete-account ${newId()}`, (language) => deleteLinkLetter(language, href));
  return { notice: leavingWords(ctx.reader).linkSent(person.email) };
}

export async function isOwnDeleteLink(ctx: PersonalContext, token: string): Promise<boolean> {
  return token !== "" && (await readLink(ctx, "delete-account", token)) === ctx.actor.personId;
}
