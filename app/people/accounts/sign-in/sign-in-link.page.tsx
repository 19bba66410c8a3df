import { z } from "zod";
import { anyone } from "../../../platform/access.ts";
import { form } from "../../../platform/form.ts";
import { page } from "../../../platform/page.ts";
import { Button, ButtonLink, Buttons } from "../../../ui/button.tsx";
import { Form } from "../../../ui/form.tsx";
import { Page } from "../../../ui/layout.tsx";
import { findPerson } from "../person.ts";
import { returnPath, withReturn } from "../return-path.ts";
import { readLink, takeLink } from "../single-use-link.ts";
import { enterByLink } from "./enter.ts";
import { signInWords } from "./sign-in.messages.ts";

/** Mail programs look at links before people do: only the button uses it up. */
export const signInLinkPage = page("/sign-in/link/:token", {
  access: anyone,
  show: async (ctx, { token }, visit) => {
    const words = signInWords(ctx.reader);
    const next = returnPath(visit.query.get("next"));
    const personId = await readLink(ctx, "sign-in", token);
    const person = personId === undefined ? undefined : await findPerson(ctx, personId);
    if (!person) {
      return (
        <Page title={words.linkOver} lead={words.linkOverText}>
          <ButtonLink href={withReturn("/sign-in", next)}>{words.toSignIn}</ButtonLink>
        </Page>
      );
    }
    return (
      <Page title={words.oneClick} lead={words.oneClickText(person.email)}>
        <Form action={withReturn(visit.path, next)} secret {...visit.refused()}>
          <Buttons>
            <Button>{words.signIn}</Button>
          </Buttons>
        </Form>
      </Page>
    );
  },
  submit: form(
    z.object({}),
    async (ctx, { token }, _values, visit) => {
      const personId = await takeLink(ctx, "sign-in", token);
      // Whoever was second finds the page that says so.
      if (personId === undefined || !(await findPerson(ctx, personId))) return {};
      return enterByLink(ctx, personId, returnPath(visit.query.get("next")), visit);
    },
    { isRepeatable: true },
  ),
});
