import { randomUUID } from "node:crypto";
import { z } from "zod";
import { anyone } from "../../../platform/access.ts";
import type { Context } from "../../../platform/context.ts";
import { emailAddress, optionalText } from "../../../platform/form-fields.ts";
import { form } from "../../../platform/form.ts";
import { page } from "../../../platform/page.ts";
import { Button, Buttons } from "../../../ui/button.tsx";
import { Callout } from "../../../ui/callout.tsx";
import { TextField } from "../../../ui/field.tsx";
import { Form } from "../../../ui/form.tsx";
import { Page } from "../../../ui/layout.tsx";
import { countAttempt, limits, networkOf } from "../attempts.ts";
import { returnPath, withReturn } from "../return-path.ts";
import { optionalSecret, secret } from "../secret-field.ts";
import { sendSignInLink } from "./send-sign-in-link.job.ts";
import { signInByPassword } from "./sign-in-by-password.ts";
import { signInWords } from "./sign-in.messages.ts";

const byPassword = z.object({ email: emailAddress(), password: secret(), next: optionalText(2000) });
const byLink = z.object({ email: emailAddress(), password: optionalSecret(), next: optionalText(2000) });

/** What is said afterwards is the same whether or not the address is anybody's. */
async function askForLink(ctx: Context, email: string, next: string, address: string): Promise<void> {
  await countAttempt(ctx, [
    [limits.letter, email],
    [limits.lettersFromNetwork, networkOf(address)],
  ]);
  await ctx.app.jobs.enqueue(ctx, sendSignInLink, { email, next, language: ctx.reader.language, requestId: randomUUID() });
}

export const signInPage = page("/sign-in", {
  access: anyone,
  show: (ctx, _params, visit) => {
    const words = signInWords(ctx.reader);
    const next = returnPath(visit.query.get("next"));
    if (ctx.actor) return { to: next };
    const isSent = visit.query.has("sent");
    return (
      <Page title={isSent ? words.lookInYourMail : words.signIn} {...(isSent && { lead: words.linkSent })} keepDrafts>
        {isSent && <p>{words.nothingCame}</p>}
        {!isSent && next !== "/" && <Callout>{words.thenOn}</Callout>}
        <Form action={withReturn("/sign-in", next)} secret {...(visit.refused("password") ?? visit.refused("link"))}>
          <input type="hidden" name="next" value={next} />
          <TextField name="email" type="email" label={words.email} autocomplete="username" required />
          <TextField name="password" type="password" label={words.password} autocomplete="current-password" hint={words.passwordHint} />
          <Buttons>
            <Button name="act" value="password">
              {words.signIn}
            </Button>
            <Button name="act" value="link" kind="plain" icon="letter">
              {isSent ? words.sendAnother : words.sendLink}
            </Button>
          </Buttons>
        </Form>
        <p>
          <a href="/forgotten-password">{words.forgotten}</a>
        </p>
      </Page>
    );
  },
  acts: {
    password: form(
      byPassword,
      (ctx, _params, { email, password, next }, visit) => signInByPassword(ctx, { email, password, next: returnPath(next) }, visit),
      { isRepeatable: true },
    ),
    link: form(
      byLink,
      async (ctx, _params, { email, next }, { address }) => {
        await askForLink(ctx, email, returnPath(next), address);
        const back = returnPath(next);
        return { to: `${withReturn("/sign-in", back)}${back === "/" ? "?" : "&"}sent` };
      },
      { isRepeatable: true },
    ),
  },
});
