import { randomUUID } from "node:crypto";
import { z } from "zod";
import { anyone } from "../../../platform/access.ts";
import { emailAddress } from "../../../platform/form-fields.ts";
import { form } from "../../../platform/form.ts";
import { page } from "../../../platform/page.ts";
import { Button, Buttons } from "../../../ui/button.tsx";
import { TextField } from "../../../ui/field.tsx";
import { Form } from "../../../ui/form.tsx";
import { Page } from "../../../ui/layout.tsx";
import { countAttempt, limits, networkOf } from "../attempts.ts";
import { sendNewPasswordLink } from "./send-new-password-link.job.ts";
import { signInWords } from "./sign-in.messages.ts";

export const forgottenPasswordPage = page("/forgotten-password", {
  access: anyone,
  show: (ctx, _params, visit) => {
    const words = signInWords(ctx.reader);
    const crumbs = ctx.actor ? [] : [{ label: words.signIn, href: "/sign-in" }];
    if (visit.query.has("sent")) {
      return (
        <Page title={words.lookInYourMail} lead={words.resetSent} crumbs={crumbs}>
          <p>{words.nothingCame}</p>
        </Page>
      );
    }
    return (
      <Page title={words.newPassword} lead={words.newPasswordText} crumbs={crumbs}>
        <Form action={visit.path} secret {...visit.refused()}>
          <TextField name="email" type="email" label={words.email} autocomplete="username" value={ctx.actor?.email} required />
          <Buttons>
            <Button>{words.sendNewPassword}</Button>
          </Buttons>
        </Form>
      </Page>
    );
  },
  submit: form(
    z.object({ email: emailAddress() }),
    async (ctx, _params, { email }, { address }) => {
      await countAttempt(ctx, [
        [limits.letter, email],
        [limits.lettersFromNetwork, networkOf(address)],
      ]);
      await ctx.app.jobs.enqueue(ctx, sendNewPasswordLink, { email, language: ctx.reader.language, requestId: randomUUID() });
      return { to: "/forgotten-password?sent" };
    },
    { isRepeatable: true },
  ),
});
