import { anyone } from "../../platform/access.ts";
import { page } from "../../platform/page.ts";
import { ButtonLink, Buttons } from "../../ui/button.tsx";
import { Page } from "../../ui/layout.tsx";
import { concernsPath } from "./concern.ts";
import { concernWords } from "./concerns.messages.ts";
import { HelplineList } from "./helpline-list.tsx";

/** From a page of no organization, or before signing in: where is something wrong? */
export const chooseOrganizationPage = page("/concerns/new", {
  access: anyone,
  show: (ctx) => {
    const words = concernWords(ctx.reader);
    // Whoever cannot get in just now finds at least who is there.
    if (!ctx.actor)
      return (
        <Page title={words.chooseTitle} lead={words.signInFirst}>
          <Buttons>
            <ButtonLink href="/sign-in?next=/concerns/new">{words.signIn}</ButtonLink>
          </Buttons>
          <HelplineList country={null} />
        </Page>
      );
    const { memberships } = ctx.actor;
    const [only] = memberships;
    if (only && memberships.length === 1) return { to: `${concernsPath(only.organizationId)}/new` };
    return (
      <Page title={words.chooseTitle} lead={memberships.length > 0 ? words.chooseText : words.nowhere}>
        {memberships.length > 0 && (
          <ul>
            {memberships.map(({ organizationId, organizationName }) => (
              <li key={organizationId}>
                <a href={`${concernsPath(organizationId)}/new`}>
                  <bdi>{organizationName}</bdi>
                </a>
              </li>
            ))}
          </ul>
        )}
        <HelplineList country={null} />
      </Page>
    );
  },
});
