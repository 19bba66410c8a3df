import { z } from "zod";
import { signedIn } from "../../../platform/access.ts";
import type { PersonalContext } from "../../../platform/context.ts";
import { form } from "../../../platform/form.ts";
import { page } from "../../../platform/page.ts";
import { Button, ButtonLink, Buttons } from "../../../ui/button.tsx";
import { Form } from "../../../ui/form.tsx";
import { Page } from "../../../ui/layout.tsx";
import { accountWords } from "./account.messages.ts";
import { confirmEmail, wantedEmail } from "./change-email.ts";

export const confirmEmailPage = page("/account/e-mail/:token", {
  access: signedIn,
  show: async (ctx, { token }, visit) => {
    const words = accountWords(ctx.reader);
    const crumbs = [{ label: words.title, href: "/account" }];
    const email = await wantedEmail(ctx, token);
    if (email === undefined) {
      return (
        <Page title={words.confirmationOver} lead={words.confirmationOverText} crumbs={crumbs}>
          <ButtonLink href="/account">{words.title}</ButtonLink>
        </Page>
      );
    }
    return (
      <Page title={words.confirmEmail} lead={words.confirmEmailText(ctx.actor.email, email)} crumbs={crumbs}>
        <Form action={visit.path} {...visit.refused()}>
          <Buttons>
            <Button>{words.useThisEmail}</Button>
          </Buttons>
        </Form>
      </Page>
    );
  },
  submit: form(z.object({}), (ctx: PersonalContext, { token }) => confirmEmail(ctx, token), { isRepeatable: true }),
});
