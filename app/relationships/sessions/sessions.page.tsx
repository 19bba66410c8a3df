import { z } from "zod";
import type { PersonalContext } from "../../platform/context.ts";
import { id } from "../../platform/form-fields.ts";
import { form } from "../../platform/form.ts";
import { page } from "../../platform/page.ts";
import { isId } from "../../platform/identifiers.ts";
import { ButtonLink, Buttons } from "../../ui/button.tsx";
import { Form } from "../../ui/form.tsx";
import { formatTime } from "../../ui/formats.ts";
import { Page, Section } from "../../ui/layout.tsx";
import { withGuardians } from "../guardians/audience.ts";
import { findRelationship } from "../life/find-life.ts";
import { isOpen } from "../life/life.ts";
import { peopleOfTheRelationship } from "../pairs/access.ts";
import { pairCrumbs, PairTabs } from "../pairs/pair-tabs.tsx";
import { ActionForm, ActionMark, addAction, listActions, markAction } from "./actions.ts";
import { ActionList } from "./action-list.tsx";
import { type Chosen, chooseTime, settleTime, withdrawProposal } from "./answer-proposal.ts";
import { listOpenProposals } from "./find-proposals.ts";
import { type Cursor, listSessions } from "./find-session.ts";
import { listToTell } from "./list-for-person.ts";
import { OpenProposal } from "./open-proposal.tsx";
import { OutcomeButtons } from "./outcome-buttons.tsx";
import { recordWords } from "./record.messages.ts";
import { SessionList } from "./session-list.tsx";
import { clockOf, SessionTime } from "./session-time.tsx";
import { sessionWords } from "./sessions.messages.ts";
import { sessionsPath } from "./session-event.ts";
import { standpointOf } from "./title-of.ts";
import { tellOutcome, TellShape, toldNotice } from "./tell-outcome.ts";

const momentField = () => z.preprocess((value) => new Date(String(Array.isArray(value) ? value[0] : value)), z.date({ error: () => "" }));
export const ChoosingForm = z.object({ proposalId: id(), startsAt: momentField() });

function readCursor(text: string | null): Cursor | undefined {
  const [at = "", cursorId = ""] = (text ?? "").split("_");
  const moment = new Date(at);
  return Number.isNaN(moment.getTime()) || !isId(cursorId) ? undefined : { at: moment, id: cursorId };
}
const cursorText = ({ at, id: cursorId }: Cursor): string => `${at.toISOString()}_${cursorId}`;

/** When they meet: what waits for an answer, what comes, what was. */
export const sessionsPage = page("/organizations/:organizationId/relationships/:relationshipId/sessions", {
  access: peopleOfTheRelationship,
  async show(ctx, its, visit) {
    const words = sessionWords(ctx.reader);
    const relationship = await findRelationship(ctx, its);
    const { me, others, names, title } = standpointOf(ctx, relationship, ctx.actor.personId);
    const clock = clockOf(ctx.reader, me, ctx.now);
    const mayPlan = isOpen(relationship);
    const proposals = await listOpenProposals(ctx, its);
    const upcoming = await listSessions(ctx, its, { which: "upcoming", after: readCursor(visit.query.get("from")) });
    const past = await listSessions(ctx, its, { which: "past", after: readCursor(visit.query.get("before")) });
    const toTell = await listToTell(ctx, its, me.personId);
    const actions = await listActions(ctx, its);
    const refused = ["choose", "settle", "withdraw", "tell", "mark"].map((act) => visit.refused(act)).find((one) => one !== undefined);
    const asksForNew = proposals.some(({ movesSessionId }) => movesSessionId === null);
    const here = sessionsPath(its.organizationId, its.relationshipId);
    const shared = { people: relationship.people, others, clock };
    return (
      <Page
        title={words.title}
        lead={words.lead(names)}
        audience={withGuardians(ctx.reader.language, relationship, "dates", words.audience(names))}
        crumbs={pairCrumbs(its, title, words.myPage)}
        actions={mayPlan && !asksForNew && <ButtonLink href={`${here}/propose`}>{words.propose}</ButtonLink>}
      >
        <PairTabs {...its} format={relationship.format} current="sessions" />
        {refused && (
          <Form action={visit.path} id="refused" {...refused}>
            {null}
          </Form>
        )}
        {proposals.length > 0 && (
          <Section title={words.waiting}>
            {proposals.map((proposal) => (
              <OpenProposal
                key={proposal.id}
                proposal={proposal}
                people={relationship.people}
                me={me}
                clock={clock}
                action={visit.path}
                proposeHref={mayPlan ? `${here}/propose${proposal.movesSessionId ? `?session=${proposal.movesSessionId}` : ""}` : undefined}
              />
            ))}
          </Section>
        )}
        {toTell.length > 0 && (
          <Section title={words.told}>
            {toTell.map((session) => (
              <div key={session.id}>
                <p>
                  <SessionTime at={session.startsAt} clock={clock} others={others} />
                </p>
                <OutcomeButtons action={visit.path} sessionId={session.id} format={relationship.format} />
              </div>
            ))}
          </Section>
        )}
        <Section title={words.upcoming}>
          {upcoming.sessions.length === 0 ? (
            <p class="quiet">{asksForNew ? words.comesHere : words.noUpcoming}</p>
          ) : (
            <SessionList label={words.upcoming} sessions={upcoming.sessions} {...shared} />
          )}
          {upcoming.next && (
            <Buttons>
              <ButtonLink kind="quiet" href={`?from=${encodeURIComponent(cursorText(upcoming.next))}`}>
                {words.later}
              </ButtonLink>
            </Buttons>
          )}
        </Section>
        <Section title={recordWords(ctx.reader).actions} id="actions">
          <ActionList
            actions={actions}
            people={relationship.people}
            me={me}
            action={visit.path}
            isOpen={mayPlan}
            refused={visit.refused("addAction")}
          />
        </Section>
        {past.sessions.length > 0 && (
          <Section title={words.past} id="past">
            <SessionList label={words.past} sessions={past.sessions} {...shared} />
            {past.next && (
              <Buttons>
                <ButtonLink kind="quiet" href={`?before=${encodeURIComponent(cursorText(past.next))}#past`}>
                  {words.older}
                </ButtonLink>
              </Buttons>
            )}
          </Section>
        )}
        <p>
          <a href={`/organizations/${its.organizationId}/calendar`}>{words.calendar}</a>
          {" · "}
          {words.plan.clock(me.timeZone)}, {formatTime(clock, ctx.now, "clock")}
        </p>
      </Page>
    );
  },
  acts: {
    choose: form(ChoosingForm, async (ctx: PersonalContext, its, values) => ({
      notice: chosenNotice(ctx.reader, await chooseTime(ctx, its, { ...values, by: ctx.actor.personId })),
    })),
    settle: form(ChoosingForm, async (ctx: PersonalContext, its, values) => ({
      notice: chosenNotice(ctx.reader, await settleTime(ctx, its, { ...values, by: ctx.actor.personId })),
    })),
    withdraw: form(z.object({ proposalId: id() }), async (ctx: PersonalContext, its, { proposalId }) => {
      await withdrawProposal(ctx, its, { proposalId, by: ctx.actor.personId });
      return { notice: sessionWords(ctx.reader).withdrawn };
    }),
    tell: form(TellShape, async (ctx: PersonalContext, its, { sessionId, outcome }) => {
      await tellOutcome(ctx, { ...its, sessionId }, { by: ctx.actor.personId, outcome });
      return { notice: toldNotice(outcome, ctx.reader.language) };
    }),
    addAction: form(ActionForm, async (ctx: PersonalContext, its, action) => {
      await addAction(ctx, its, { ...action, sessionId: null, by: ctx.actor.personId });
      return { notice: recordWords(ctx.reader).actionAdded };
    }),
    mark: form(ActionMark, async (ctx: PersonalContext, its, { actionId, done }) => {
      await markAction(ctx, its, { actionId, isDone: done, by: ctx.actor.personId });
      return { notice: done ? recordWords(ctx.reader).marked : recordWords(ctx.reader).reopened };
    }),
  },
});

function chosenNotice(reader: { language: "en" | "es" | "ar" }, chosen: Chosen): string {
  const words = sessionWords(reader);
  return chosen.is === "agreed" ? words.agreed : words.noted;
}
