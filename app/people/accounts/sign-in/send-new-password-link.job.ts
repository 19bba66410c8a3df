import { asSystem } from "../../../platform/context.ts";
import type { Language } from "../../../platform/i18n.ts";
import { job } from "../../../platform/jobs.ts";
import { newPasswordLetter } from "../letters/account.email.ts";
import { sendAccountLetter } from "../letters/send-account-letter.ts";
import { findPersonByEmail } from "../person.ts";
import { makeLink } from "../single-use-link.ts";

/** As for a link to sign in: whether the address is anybody's is looked up here alone. */
export const sendNewPasswordLink = job<{ email: string; language: Language; requestId: string }>("accounts.send-new-password-link", {
  run: (app, { email, language, requestId }) =>
    asSystem(app, async (ctx) => {
      const person = await findPersonByEmail(ctx, email);
      if (!person) return;
      const href = `${app.settings.publicUrl}/new-password/${await makeLink(ctx, "reset-password", person.id)}`;
      await sendAccountLetter(ctx, person, language, `new-password ${requestId}`, (reader) => newPasswordLetter(reader, href));
    }),
});
