import { z } from "zod";
import { anyone } from "../../../platform/access.ts";
import { text } from "../../../platform/form-fields.ts";
import { form } from "../../../platform/form.ts";
import { page } from "../../../platform/page.ts";
import { Button, ButtonLink, Buttons } from "../../../ui/button.tsx";
import { Details } from "../../../ui/details.tsx";
import { TextField } from "../../../ui/field.tsx";
import { Form } from "../../../ui/form.tsx";
import { Page } from "../../../ui/layout.tsx";
import { returnPath, withReturn } from "../return-path.ts";
import { challenged, passSecondFactor } from "../second-factor/pass-second-factor.ts";
import { signInWords } from "./sign-in.messages.ts";

/** Between the password (or the link) and being in. */
export const signInSecondFactorPage = page("/sign-in/second-factor", {
  access: anyone,
  show: async (ctx, _params, visit) => {
    const words = signInWords(ctx.reader);
    const next = returnPath(visit.query.get("next"));
    if (!(await challenged(ctx, visit))) {
      if (ctx.actor) return { to: next };
      return (
        <Page title={words.onceMore} lead={words.onceMoreText}>
          <ButtonLink href={withReturn("/sign-in", next)}>{words.toSignIn}</ButtonLink>
        </Page>
      );
    }
    return (
      <Page title={words.code} lead={words.codeText}>
        <Form action={withReturn(visit.path, next)} secret {...visit.refused()}>
          <TextField
            name="code"
            label={words.codeLabel}
            size="short"
            autocomplete="one-time-code"
            inputmode="text"
            spellcheck={false}
            dir="ltr"
            required
          />
          <Buttons>
            <Button>{words.goOn}</Button>
          </Buttons>
        </Form>
        <Details summary={words.noPhone}>
          <p>{words.noPhoneText}</p>
        </Details>
      </Page>
    );
  },
  submit: form(
    z.object({ code: text(40) }),
    (ctx, _params, { code }, visit) => passSecondFactor(ctx, code, returnPath(visit.query.get("next")), visit),
    { isRepeatable: true },
  ),
});
