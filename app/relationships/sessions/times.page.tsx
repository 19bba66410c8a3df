import { anyone } from "../../platform/access.ts";
import { type Context, openOrganization } from "../../platform/context.ts";
import { NotFound } from "../../platform/errors.ts";
import { form } from "../../platform/form.ts";
import { page } from "../../platform/page.ts";
import { ButtonLink } from "../../ui/button.tsx";
import { Form } from "../../ui/form.tsx";
import { Page } from "../../ui/layout.tsx";
import { findRelationship, type Relationship } from "../life/find-life.ts";
import { chooseTime } from "./answer-proposal.ts";
import { findProposal, type Proposal } from "./find-proposals.ts";
import { personOf } from "./may-plan.ts";
import { OpenProposal } from "./open-proposal.tsx";
import { nameOf } from "./people-of-session.ts";
import { sessionsPath, withWhom } from "./session-event.ts";
import { readLink } from "./session-links.ts";
import { clockOf } from "./session-time.tsx";
import { sessionWords } from "./sessions.messages.ts";
import { ChoosingForm } from "./sessions.page.tsx";

async function behind(ctx: Context, token: string): Promise<{ relationship: Relationship; proposal: Proposal; personId: string }> {
  const spoken = readLink(ctx.app, "times", token);
  if (!spoken) throw new NotFound();
  await openOrganization(ctx, spoken.organizationId);
  const proposal = await findProposal(ctx, spoken.organizationId, spoken.aboutId);
  const relationship = await findRelationship(ctx, proposal);
  personOf(relationship, spoken.personId);
  return { relationship, proposal, personId: spoken.personId };
}

/** From a letter, without signing in: which of these times suits. */
export const timesPage = page("/sessions/times/:token", {
  access: anyone,
  async show(ctx, { token }, visit) {
    const { relationship, proposal, personId } = await behind(ctx, token);
    const words = sessionWords(ctx.reader);
    const me = personOf(relationship, personId);
    const done = visit.query.get("done");
    const here = sessionsPath(proposal.organizationId, proposal.relationshipId);
    const isOpen = proposal.state === "open";
    return (
      <Page
        title={words.byLink.timesTitle(nameOf(relationship.people, proposal.proposedBy) ?? "")}
        lead={
          done === "agreed"
            ? words.byLink.chosen
            : done === "noted"
              ? words.byLink.noted
              : isOpen
                ? words.byLink.timesLead
                : words.byLink.over
        }
        audience={words.audience(withWhom(relationship, me.personId, ctx.reader.language))}
      >
        {visit.refused("choose") && (
          <Form action={visit.path} id="refused" {...visit.refused("choose")}>
            {null}
          </Form>
        )}
        {isOpen && (
          <OpenProposal
            proposal={proposal}
            people={relationship.people}
            me={me}
            clock={clockOf(ctx.reader, me, ctx.now)}
            action={visit.path}
            proposeHref={`${here}/propose`}
          />
        )}
        {!isOpen && (
          <p>
            <ButtonLink href={here} kind="plain">
              {words.byLink.openPage}
            </ButtonLink>
          </p>
        )}
        <p class="quiet">{words.byLink.forWhom(me.name)}</p>
      </Page>
    );
  },
  acts: {
    choose: form(
      ChoosingForm.pick({ startsAt: true }),
      async (ctx, { token }, { startsAt }, visit) => {
        const { proposal, personId } = await behind(ctx, token);
        const { organizationId, relationshipId, id: proposalId } = proposal;
        const chosen = await chooseTime(ctx, { organizationId, relationshipId }, { proposalId, startsAt, by: personId });
        return { to: `${visit.path}?done=${chosen.is}` };
      },
      { isRepeatable: true },
    ),
  },
});
