import { z } from "zod";
import { form } from "../../platform/form.ts";
import { page } from "../../platform/page.ts";
import { ButtonLink, Buttons } from "../../ui/button.tsx";
import { Callout } from "../../ui/callout.tsx";
import { Confirm } from "../../ui/confirm.tsx";
import { Page } from "../../ui/layout.tsx";
import { inDemo, mayThrowAway } from "./access.ts";
import { demoWords } from "./demo.messages.ts";
import { throwAwayDemo } from "./throw-away-demo.ts";

export const throwAwayPage = page("/demo/throw-away", {
  access: inDemo,
  show: async (ctx, _params, visit) => {
    const words = demoWords(ctx.reader);
    const may = await mayThrowAway(ctx);
    const refused = visit.refused()?.errors[""];
    return (
      <Page title={words.throwAway} lead={words.throwAwayLead}>
        {refused !== undefined && <Callout kind="warn">{refused}</Callout>}
        {may ? (
          <Confirm
            action={visit.path}
            gone={[words.gone.organizations, words.gone.people]}
            stays={[words.stays.own]}
            button={words.throwAwayButton}
            cancelHref="/demo"
            isFinal
          />
        ) : (
          <>
            {refused === undefined && <p>{words.onlyOwner}</p>}
            <Buttons>
              <ButtonLink href="/sign-in?next=%2Fdemo%2Fthrow-away">{words.signIn}</ButtonLink>
            </Buttons>
          </>
        )}
      </Page>
    );
  },
  submit: form(
    z.object({}),
    async (ctx) => {
      const { thrownAway } = demoWords(ctx.reader);
      await throwAwayDemo(ctx);
      return { to: "/", notice: thrownAway };
    },
    { isRepeatable: true },
  ),
});
