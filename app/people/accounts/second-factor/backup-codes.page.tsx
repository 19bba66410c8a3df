import { z } from "zod";
import { signedIn } from "../../../platform/access.ts";
import type { PersonalContext } from "../../../platform/context.ts";
import { form } from "../../../platform/form.ts";
import { page } from "../../../platform/page.ts";
import { Button, Buttons } from "../../../ui/button.tsx";
import { Form } from "../../../ui/form.tsx";
import { Icon } from "../../../ui/icon.tsx";
import { Page } from "../../../ui/layout.tsx";
import { accountWords } from "../own/account.messages.ts";
import { returnPath, withReturn } from "../return-path.ts";
import { hideCodes, shownCodes } from "./backup-codes.ts";
import { secondFactorWords } from "./second-factor.messages.ts";

export const backupCodesPage = page("/account/second-factor/codes", {
  access: signedIn,
  show: async (ctx, _params, visit) => {
    const words = secondFactorWords(ctx.reader);
    const codes = await shownCodes(ctx);
    if (!codes) return { to: "/account/second-factor" };
    // The file is in the page itself: no address of ours ever hands it out.
    const file = `data:text/plain;charset=utf-8,${encodeURIComponent(`Understory ${ctx.actor.email}\n\n${codes.join("\n")}\n`)}`;
    const crumbs = [
      { label: accountWords(ctx.reader).title, href: "/account" },
      { label: words.title, href: "/account/second-factor" },
    ];
    return (
      <Page title={words.codes} lead={words.codesText} crumbs={crumbs}>
        <ul class="backup-codes" dir="ltr">
          {codes.map((code) => (
            <li key={code}>
              <code>{code}</code>
            </li>
          ))}
        </ul>
        <Form action={withReturn(visit.path, returnPath(visit.query.get("next")))} {...visit.refused()}>
          <Buttons>
            <a class="button plain" href={file} download="understory-backup-codes.txt">
              <Icon name="download" />
              <span>{words.download}</span>
            </a>
            <Button>{words.kept}</Button>
          </Buttons>
        </Form>
      </Page>
    );
  },
  submit: form(
    z.object({}),
    async (ctx: PersonalContext, _params, _values, visit) => {
      await hideCodes(ctx);
      const next = returnPath(visit.query.get("next"));
      return { to: next === "/" ? "/account/second-factor" : next };
    },
    { isRepeatable: true },
  ),
});
