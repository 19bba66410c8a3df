import { APIError } from "better-auth/api";
import { z } from "zod";
import { anyone } from "../../../platform/access.ts";
import type { Context } from "../../../platform/context.ts";
import { Invalid } from "../../../platform/errors.ts";
import { type Answer, form } from "../../../platform/form.ts";
import { hashToken } from "../../../platform/identifiers.ts";
import { page } from "../../../platform/page.ts";
import { Button, ButtonLink, Buttons } from "../../../ui/button.tsx";
import { TextField } from "../../../ui/field.tsx";
import { Form } from "../../../ui/form.tsx";
import { Page } from "../../../ui/layout.tsx";
import { withAuth } from "../auth.ts";
import { guardChangedLetter } from "../letters/account.email.ts";
import { sendAccountLetter } from "../letters/send-account-letter.ts";
import { passwordFault, shortestPassword } from "../password.ts";
import { passwordWords } from "../password.messages.ts";
import { findPerson, proveEmail } from "../person.ts";
import { secret } from "../secret-field.ts";
import { readLink, voidLinks } from "../single-use-link.ts";
import { signInWords } from "./sign-in.messages.ts";

/** Sets the password and signs everybody out: she signs in with it next. */
async function setNewPassword(ctx: Context, token: string, password: string): Promise<Answer> {
  const personId = await readLink(ctx, "reset-password", token);
  const person = personId === undefined ? undefined : await findPerson(ctx, personId);
  if (!person) return {};
  const fault = passwordFault(password, person);
  if (fault) throw new Invalid({ password: fault });
  await proveEmail(ctx, person.id);
  try {
    await withAuth(ctx, (auth) => auth.api.resetPassword({ body: { token, newPassword: password } }));
  } catch (error) {
    // Of two at once, the link was the other's.
    if (error instanceof APIError && error.statusCode < 500) return {};
    throw error;
  }
  await voidLinks(ctx, person.id);
  await sendAccountLetter(ctx, person, ctx.reader.language, `password-changed ${hashToken(token).toString("base64url")}`, (language) =>
    guardChangedLetter(language, "password", `${ctx.app.settings.publicUrl}/forgotten-password`),
  );
  return { to: "/sign-in", notice: signInWords(ctx.reader).passwordSet };
}

export const newPasswordPage = page("/new-password/:token", {
  access: anyone,
  show: async (ctx, { token }, visit) => {
    const words = signInWords(ctx.reader);
    const personId = await readLink(ctx, "reset-password", token);
    const person = personId === undefined ? undefined : await findPerson(ctx, personId);
    if (!person) {
      return (
        <Page title={words.linkOver} lead={words.resetOverText}>
          <ButtonLink href="/forgotten-password">{words.sendNewPassword}</ButtonLink>
        </Page>
      );
    }
    return (
      <Page title={words.chooseNewPassword} lead={words.chooseNewPasswordText(person.email)}>
        <Form action={visit.path} secret {...visit.refused()}>
          <input type="text" name="username" autocomplete="username" value={person.email} hidden readOnly />
          <TextField
            name="password"
            type="password"
            label={words.newPassword}
            hint={passwordWords(ctx.reader).hint(shortestPassword)}
            autocomplete="new-password"
            required
          />
          <Buttons>
            <Button>{words.setPassword}</Button>
          </Buttons>
        </Form>
      </Page>
    );
  },
  submit: form(z.object({ password: secret() }), (ctx, { token }, { password }) => setNewPassword(ctx, token, password), {
    isRepeatable: true,
  }),
});
