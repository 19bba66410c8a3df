import { anyone } from "../../platform/access.ts";
import { type Context, openOrganization } from "../../platform/context.ts";
import { NotFound } from "../../platform/errors.ts";
import { form } from "../../platform/form.ts";
import { page } from "../../platform/page.ts";
import { ButtonLink, Buttons } from "../../ui/button.tsx";
import { Callout } from "../../ui/callout.tsx";
import { Page } from "../../ui/layout.tsx";
import { findRelationship, type Relationship } from "../life/find-life.ts";
import { personOf } from "../sessions/may-plan.ts";
import { withWhom } from "../sessions/session-event.ts";
import { answerPulse, PulseAnswer } from "./answer-pulse.ts";
import { type Asking, findAsking } from "./find-asking.ts";
import { PulseForm, RatherTell } from "./pulse-form.tsx";
import { readPulseLink } from "./pulse-links.ts";
import { canAnswer } from "./pulse.ts";
import { outcomeOf } from "./pulse.page.tsx";
import { pulseWords } from "./pulse.messages.ts";

/** What a link of a letter asks; its organization is open to this request from then on. */
async function behind(ctx: Context, token: string): Promise<{ relationship: Relationship; asking: Asking }> {
  const link = readPulseLink(ctx.app, token);
  if (!link) throw new NotFound();
  await openOrganization(ctx, link.organizationId);
  const asking = await findAsking(ctx, link);
  const { organizationId, relationshipId } = asking;
  const relationship = await findRelationship(ctx, { organizationId, relationshipId });
  personOf(relationship, asking.personId);
  return { relationship, asking };
}

/** From a letter, without signing in. Looking changes nothing, since mail programs look, too; the answer that was tapped stands there. */
export const pulseLinkPage = page("/pulse/:token", {
  access: anyone,
  async show(ctx, { token }, visit) {
    const { relationship, asking } = await behind(ctx, token);
    const words = pulseWords(ctx.reader);
    const isDone = visit.query.get("done") === "1" && (asking.answeredAt !== null || asking.skippedAt !== null);
    const other = withWhom(relationship, asking.personId, ctx.reader.language);
    const isFit = asking.kind === "fit";
    // Letters are kept and passed on: what she has said stands behind the link only as long as she can change it.
    const isClosed = !canAnswer(asking, ctx.now);
    return (
      <Page
        title={isFit ? words.page.fitTitle : words.page.title}
        lead={isDone ? undefined : (isFit ? words.page.fitLead : words.page.lead)(other)}
        audience={words.page.audience}
      >
        {isDone ? (
          <Callout kind="done" title={words.done[outcomeOf(asking)]}>
            <p>{words.done.change}</p>
            <Buttons>
              <ButtonLink kind="plain" href={visit.path}>
                {words.done.again}
              </ButtonLink>
              <ButtonLink kind="quiet" href="/">
                {words.done.back}
              </ButtonLink>
            </Buttons>
          </Callout>
        ) : isClosed ? (
          <Callout title={words.tooLate} />
        ) : (
          <PulseForm asking={asking} action={visit.path} chosen={visit.query} refused={visit.refused("answer")} />
        )}
        <RatherTell organizationId={asking.organizationId} relationshipId={asking.relationshipId} />
        <p class="quiet">{words.page.forWhom(personOf(relationship, asking.personId).name)}</p>
      </Page>
    );
  },
  acts: {
    answer: form(
      PulseAnswer,
      async (ctx, { token }, answer, visit) => {
        const { asking } = await behind(ctx, token);
        await answerPulse(ctx, { organizationId: asking.organizationId, pulseId: asking.id }, asking.personId, answer);
        return { to: `${visit.path}?done=1` };
      },
      { isRepeatable: true },
    ),
  },
});
