import { signedIn } from "../../platform/access.ts";
import { page } from "../../platform/page.ts";
import { ButtonLink, Buttons } from "../../ui/button.tsx";
import { Page, Section } from "../../ui/layout.tsx";
import { ownDataWords } from "./own-data.messages.ts";

export const ownDataPage = page("/account/data", {
  access: signedIn,
  show(ctx) {
    const words = ownDataWords(ctx.reader);
    return (
      <Page title={words.title} audience={words.audience} crumbs={[{ label: words.account, href: "/account" }]}>
        <Section title={words.take}>
          <p>{words.takeText}</p>
          <Buttons>
            <ButtonLink href="/account/data/everything.zip" icon="download" download>
              {words.asTables}
            </ButtonLink>
            <ButtonLink href="/account/data/everything.json" kind="plain" icon="download" download>
              {words.asJson}
            </ButtonLink>
          </Buttons>
        </Section>
        <Section title={words.leave}>
          <p>{words.leaveText}</p>
          <Buttons>
            <ButtonLink href="/account/delete" kind="quiet">
              {words.deleteAccount}
            </ButtonLink>
          </Buttons>
        </Section>
      </Page>
    );
  },
});
