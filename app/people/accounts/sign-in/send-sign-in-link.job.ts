import { asSystem } from "../../../platform/context.ts";
import type { Language } from "../../../platform/i18n.ts";
import { job } from "../../../platform/jobs.ts";
import { signInLinkLetter } from "../letters/account.email.ts";
import { sendAccountLetter } from "../letters/send-account-letter.ts";
import { findPersonByEmail } from "../person.ts";
import { withReturn } from "../return-path.ts";
import { makeLink } from "../single-use-link.ts";

/** Asked for by whoever typed an address; looks only here whether it is anybody's, where no stranger can measure how long it takes. */
export const sendSignInLink = job<{ email: string; next: string; language: Language; requestId: string }>("accounts.send-sign-in-link", {
  run: (app, { email, next, language, requestId }) =>
    asSystem(app, async (ctx) => {
      const person = await findPersonByEmail(ctx, email);
      if (!person) return;
      const token = await makeLink(ctx, "sign-in", person.id);
      const href = `${app.settings.publicUrl}${withReturn(`/sign-in/link/${token}`, next)}`;
      await sendAccountLetter(ctx, person, language, `sign-in-link ${requestId}`, (reader) => signInLinkLetter(reader, href));
    }),
});
