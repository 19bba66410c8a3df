import { signedIn } from "../../platform/access.ts";
import type { PersonalContext } from "../../platform/context.ts";
import { page } from "../../platform/page.ts";
import { Page } from "../../ui/layout.tsx";
import { concernsPath } from "./concern.ts";
import { concernWords } from "./concerns.messages.ts";
import { HelplineList } from "./helpline-list.tsx";

/** From a page of no organization: where is something wrong? */
export const chooseOrganizationPage = page("/concerns/new", {
  access: signedIn,
  show: (ctx: PersonalContext) => {
    const words = concernWords(ctx.reader);
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
