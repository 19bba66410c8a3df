import { z } from "zod";
import { anyone } from "../../platform/access.ts";
import { type Context, openOrganization } from "../../platform/context.ts";
import { found } from "../../platform/errors.ts";
import { form } from "../../platform/form.ts";
import { page } from "../../platform/page.ts";
import { ActButton } from "../../ui/act-button.tsx";
import { ButtonLink, Buttons } from "../../ui/button.tsx";
import { Callout } from "../../ui/callout.tsx";
import { Page, Section } from "../../ui/layout.tsx";
import { findRelationship } from "../life/find-life.ts";
import { pairPath } from "../pairs/pair.ts";
import { withWhom } from "../sessions/session-event.ts";
import { type AskedPerson, goOn, readGoOnToken } from "./go-on.ts";
import { quietWords } from "./quiet.messages.ts";

/** Whom the link of a letter speaks for; its organization is open to this request from then on. */
async function behind(ctx: Context, token: string): Promise<AskedPerson> {
  const asked = found(readGoOnToken(ctx.app, token));
  await openOrganization(ctx, asked.organizationId);
  return asked;
}

/** From a letter, without signing in. Looking changes nothing, since mail programs look, too. */
export const goingOnPage = page("/going-on/:goingOnToken", {
  access: anyone,
  async show(ctx, { goingOnToken }, visit) {
    const asked = await behind(ctx, goingOnToken);
    const relationship = await findRelationship(ctx, asked);
    found(relationship.people.find(({ personId }) => personId === asked.personId));
    const words = quietWords(ctx.reader);
    const at = pairPath(asked.organizationId, asked.relationshipId);
    const isDone = visit.query.get("done") === "1";
    const isOpen = relationship.state !== "concluded";
    return (
      <Page title={words.title} lead={words.lead(withWhom(relationship, asked.personId, ctx.reader.language))} audience={words.audience}>
        {!isOpen && <Callout title={words.notOpen} />}
        {isOpen && isDone && <Callout kind="done" title={words.wentOn} />}
        {isOpen && !isDone && (
          <ActButton action={visit.path} act="goOn" kind="primary">
            {words.goOn}
          </ActButton>
        )}
        {isOpen && (
          <Section title={words.otherwise}>
            <p>{words.signIn}</p>
            <Buttons>
              <ButtonLink href={`${at}/changes`} kind="plain">
                {words.toChanges}
              </ButtonLink>
              <ButtonLink href={`${at}/closure`} kind="plain">
                {words.toClosure}
              </ButtonLink>
            </Buttons>
          </Section>
        )}
      </Page>
    );
  },
  acts: {
    goOn: form(
      z.object({}),
      async (ctx, { goingOnToken }, _sent, visit) => {
        await goOn(ctx, await behind(ctx, goingOnToken));
        return { to: `${visit.path}?done=1` };
      },
      { isRepeatable: true },
    ),
  },
});
