import type { PersonalContext } from "../../../platform/context.ts";
import { Invalid } from "../../../platform/errors.ts";
import type { Answer } from "../../../platform/form.ts";
import { newId } from "../../../platform/identifiers.ts";
import { type Asking, headersOf, withAuth } from "../auth.ts";
import { guardChangedLetter } from "../letters/account.email.ts";
import { sendAccountLetter } from "../letters/send-account-letter.ts";
import { passwordFault } from "../password.ts";
import { findPerson, hasPassword } from "../person.ts";
import { voidLinks } from "../single-use-link.ts";
import { accountWords } from "./account.messages.ts";
import { passwordRefusal } from "./confirm-password.ts";
import { endOtherSessions } from "./end-sessions.ts";

/** Sets the first password, or another; all other devices are signed out. */
export async function changePassword(
  ctx: PersonalContext,
  { current, password }: { current: string; password: string },
  asking: Asking,
): Promise<Answer> {
  const person = (await findPerson(ctx, ctx.actor.personId))!;
  const fault = passwordFault(password, person);
  if (fault) throw new Invalid({ password: fault });
  const refusal = await passwordRefusal(ctx, current, asking, "current");
  if (refusal) return { refusal };
  const headers = headersOf(asking);
  if (await hasPassword(ctx, person.id)) {
    await withAuth(ctx, (auth) => auth.api.changePassword({ body: { currentPassword: current, newPassword: password }, headers }));
  } else {
    await withAuth(ctx, (auth) => auth.api.setPassword({ body: { newPassword: password }, headers }));
  }
  await endOtherSessions(ctx);
  await voidLinks(ctx, person.id);
  await sendAccountLetter(ctx, person, ctx.reader.language, `password-changed ${newId()}`, (language) =>
    guardChangedLetter(language, "password", `${ctx.app.settings.publicUrl}/forgotten-password`),
  );
  return { notice: accountWords(ctx.reader).passwordSaved };
}
