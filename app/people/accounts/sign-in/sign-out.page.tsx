import { z } from "zod";
import { anyone } from "../../../platform/access.ts";
import { form } from "../../../platform/form.ts";
import { page } from "../../../platform/page.ts";
import { Button, Buttons } from "../../../ui/button.tsx";
import { Form } from "../../../ui/form.tsx";
import { Page } from "../../../ui/layout.tsx";
import { cookiesOf, headersOf, withAuth } from "../auth.ts";
import { signInWords } from "./sign-in.messages.ts";

export const signOutPage = page("/sign-out", {
  access: anyone,
  show: (ctx, _params, visit) => {
    const words = signInWords(ctx.reader);
    if (!ctx.actor) return { to: "/" };
    return (
      <Page title={words.signOut} lead={words.signOutText}>
        <Form action={visit.path} {...visit.refused()}>
          <Buttons>
            <Button>{words.signOut}</Button>
          </Buttons>
        </Form>
      </Page>
    );
  },
  submit: form(
    z.object({}),
    async (ctx, _params, _values, visit) => {
      const { headers } = await withAuth(ctx, (auth) => auth.api.signOut({ headers: headersOf(visit), returnHeaders: true }));
      return { to: "/sign-in", notice: signInWords(ctx.reader).signedOut, cookies: cookiesOf(headers) };
    },
    { isRepeatable: true },
  ),
});
