import { z } from "zod";
import { anyone } from "../../platform/access.ts";
import { type Context, openOrganization } from "../../platform/context.ts";
import { NotFound } from "../../platform/errors.ts";
import { choice } from "../../platform/form-fields.ts";
import { form } from "../../platform/form.ts";
import { page } from "../../platform/page.ts";
import { ButtonLink } from "../../ui/button.tsx";
import { Form } from "../../ui/form.tsx";
import { Page } from "../../ui/layout.tsx";
import { findRelationship, type Relationship } from "../life/find-life.ts";
import { findRelationshipOfSession, findSession, type Session } from "./find-session.ts";
import { personOf } from "./may-plan.ts";
import { OutcomeButtons } from "./outcome-buttons.tsx";
import { sessionPath, sessionsPath, withWhom } from "./session-event.ts";
import { readLink } from "./session-links.ts";
import { whenText } from "./session.email.ts";
import { answersFor, groupAnswers } from "./session.ts";
import { sessionWords } from "./sessions.messages.ts";
import { tellOutcome } from "./tell-outcome.ts";

interface Behind {
  readonly relationship: Relationship;
  readonly session: Session;
  readonly personId: string;
}

/** What a link of a letter speaks of; its organization is open to this request from then on. */
async function behind(ctx: Context, token: string): Promise<Behind> {
  const spoken = readLink(ctx.app, "told", token);
  if (!spoken) throw new NotFound();
  await openOrganization(ctx, spoken.organizationId);
  const its = await findRelationshipOfSession(ctx, spoken.organizationId, spoken.aboutId);
  const relationship = await findRelationship(ctx, its);
  personOf(relationship, spoken.personId);
  return { relationship, session: await findSession(ctx, its), personId: spoken.personId };
}

/** From a letter, without signing in: did it take place? Looking changes nothing, since mail programs look, too. */
export const toldPage = page("/sessions/told/:token", {
  access: anyone,
  async show(ctx, { token }, visit) {
    const { relationship, session, personId } = await behind(ctx, token);
    const words = sessionWords(ctx.reader);
    const me = personOf(relationship, personId);
    const isDone = visit.query.get("done") === "1";
    const wanted = answersFor(relationship.format).find((outcome) => outcome === visit.query.get("outcome")) ?? "held";
    return (
      <Page
        title={isDone ? words.byLink.thanks : words.byLink.toldTitle(withWhom(relationship, personId, ctx.reader.language))}
        lead={
          isDone
            ? words.byLink.answered
            : words.byLink.toldLead(whenText(session.startsAt, { language: ctx.reader.language, timeZone: me.timeZone }))
        }
        audience={words.audience(withWhom(relationship, personId, ctx.reader.language))}
      >
        {visit.refused("tell") && (
          <Form action={visit.path} id="refused" {...visit.refused("tell")}>
            {null}
          </Form>
        )}
        {!isDone && <OutcomeButtons action={visit.path} sessionId={session.id} format={relationship.format} first={wanted} />}
        {isDone && (
          <p>
            <ButtonLink
              href={
                session.state === "missed"
                  ? `${sessionsPath(session.organizationId, session.relationshipId)}/propose`
                  : sessionPath(session)
              }
              kind="plain"
            >
              {session.state === "missed" ? words.plan.otherTitle : words.byLink.openPage}
            </ButtonLink>
          </p>
        )}
        <p class="quiet">{words.byLink.forWhom(me.name)}</p>
      </Page>
    );
  },
  acts: {
    tell: form(
      z.object({ outcome: choice(groupAnswers) }),
      async (ctx, { token }, { outcome }, visit) => {
        const { session, personId } = await behind(ctx, token);
        const { organizationId, relationshipId, id: sessionId } = session;
        await tellOutcome(ctx, { organizationId, relationshipId, sessionId }, { by: personId, outcome });
        return { to: `${visit.path}?done=1` };
      },
      { isRepeatable: true },
    ),
  },
});
