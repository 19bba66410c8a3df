import { z } from "zod";
import type { PersonalContext } from "../../platform/context.ts";
import { checkbox, id, optionalDate, optionalText } from "../../platform/form-fields.ts";
import { NotAllowed } from "../../platform/errors.ts";
import { form } from "../../platform/form.ts";
import { page, type Visit } from "../../platform/page.ts";
import { ActButton } from "../../ui/act-button.tsx";
import { Button, ButtonLink, Buttons } from "../../ui/button.tsx";
import { Callout } from "../../ui/callout.tsx";
import { Checkbox, RadioGroup } from "../../ui/choices.tsx";
import { Details } from "../../ui/details.tsx";
import { DateField, TextArea } from "../../ui/field.tsx";
import { Form } from "../../ui/form.tsx";
import { Page, Section } from "../../ui/layout.tsx";
import { useReader } from "../../ui/reader.ts";
import { peopleAndCoordinatorsOfTheRelationship } from "../pairs/access.ts";
import { careCrumbs, CareTabs } from "../pairs/care-tabs.tsx";
import { PairTabs } from "../pairs/pair-tabs.tsx";
import { pairPath } from "../pairs/pair.ts";
import { pairWords } from "../pairs/pairs.messages.ts";
import { withWhom } from "../sessions/session-event.ts";
import { titleFor } from "../sessions/title-of.ts";
import { changesAs, extendRelationship, pauseRelationship, resumeRelationship } from "./change-dates.ts";
import { changeWordsForCoordinators } from "./changes-of-others.messages.ts";
import { changeWords } from "./changes.messages.ts";
import { formatDay } from "../../ui/formats.ts";
import { findRelationship, type Relationship } from "./find-life.ts";
import { lifeWords } from "./life.messages.ts";
import { leaveGroup, mayLeaveGroup } from "./leave-group.ts";
import { canMove } from "./life.ts";
import { decidesForAll } from "./who-decides.ts";

const nothing = z.object({});

const LeavingShape = z.object({ again: checkbox(), learned: optionalText(2000), thanks: optionalText(2000) });

/** A break, a later day, an end, a new start: what can change in a relationship, and what will happen. */
export const changesPage = page("/organizations/:organizationId/relationships/:relationshipId/changes", {
  access: peopleAndCoordinatorsOfTheRelationship,
  async show(ctx, its, visit) {
    const relationship = await findRelationship(ctx, its);
    const words = changeWords(ctx.reader);
    const forCoordinators = changeWordsForCoordinators(ctx.reader);
    const by = changesAs(relationship, ctx.actor.personId);
    const mayChange = decidesForAll(relationship, ctx.actor.personId);
    const at = pairPath(its.organizationId, its.relationshipId);
    const name = withWhom(relationship, ctx.actor.personId, ctx.reader.language);
    return (
      <Page
        title={by === "people" ? words.title : forCoordinators.title(name)}
        lead={by === "coordinator" ? forCoordinators.lead : mayChange ? words.lead(name) : words.leadMember(name)}
        audience={by === "people" ? words.audience(name) : forCoordinators.audience}
        crumbs={
          by === "people"
            ? [
                { href: "/", label: pairWords(ctx.reader).myPage },
                { href: at, label: titleFor(relationship, ctx.actor.personId, ctx.reader.language) },
              ]
            : careCrumbs(relationship, ctx.reader)
        }
      >
        {by === "people" ? <PairTabs {...its} format={relationship.format} /> : <CareTabs {...its} current="changes" />}
        <Standing relationship={relationship} by={by} />
        {relationship.state !== "concluded" && mayChange && <Changes {...{ relationship, by, visit, at }} />}
        {relationship.state !== "concluded" && !mayChange && <MentorDecides closing={relationship.state === "closing"} at={at} />}
        {mayLeaveGroup(relationship, ctx.actor.personId) && <Leave visit={visit} />}
        {by === "coordinator" && relationship.format === "group" && relationship.state !== "concluded" && (
          <Remove relationship={relationship} visit={visit} />
        )}
      </Page>
    );
  },
  acts: {
    pause: form(z.object({ until: optionalDate() }), async (ctx: PersonalContext, its, { until }) => {
      await pauseRelationship(ctx, its, until);
      return { notice: changeWords(ctx.reader).paused };
    }),
    resume: form(nothing, async (ctx: PersonalContext, its) => {
      await resumeRelationship(ctx, its);
      return { notice: changeWords(ctx.reader).resumed };
    }),
    leave: form(LeavingShape, async (ctx: PersonalContext, its, { again, learned, thanks }) => {
      await leaveGroup(ctx, its, { personId: ctx.actor.personId, looksAgain: again, learned, thanks });
      return { to: "/", notice: changeWords(ctx.reader).left };
    }),
    remove: form(z.object({ personId: id() }), async (ctx: PersonalContext, its, { personId }) => {
      const relationship = await findRelationship(ctx, its);
      if (changesAs(relationship, ctx.actor.personId) !== "coordinator")
        throw new NotAllowed((language) => changeWords(language).cannotLeave);
      await leaveGroup(ctx, its, { personId, looksAgain: false, learned: "" });
      return { notice: changeWords(ctx.reader).removed };
    }),
    extend: form(z.object({ endsOn: optionalDate() }), async (ctx: PersonalContext, its, { endsOn }) => {
      await extendRelationship(ctx, its, endsOn);
      return { notice: changeWords(ctx.reader).extended };
    }),
  },
});

/** Where it stands, with its days. */
export function Standing({ relationship, by = "people" }: { relationship: Relationship; by?: "people" | "coordinator" }) {
  const { language } = useReader();
  const words = changeWords(language);
  const day = (at: string | null): string => (at === null ? "" : formatDay(language, at));
  const { state, pausedBy, pausedUntil, endsOn, closesOn } = relationship;
  if (state === "paused") {
    if (pausedBy === "safeguarding") return <Callout kind="warn">{lifeWords(language).impossible["held-for-safety"]}</Callout>;
    const until = pausedUntil === null ? words.pausedOpen : words.pausedUntil(day(pausedUntil));
    return (
      <Callout title={until}>
        {pausedBy === "coordinator" && <p>{by === "people" ? words.byCoordinator : changeWordsForCoordinators(language).byCoordinator}</p>}
      </Callout>
    );
  }
  if (state === "closing") return <Callout title={words.closing(day(closesOn))} />;
  if (state === "concluded") return <Callout title={pairWords(language).concluded} />;
  return <p>{endsOn === null ? words.goesOn : words.goesOnUntil(day(endsOn))}</p>;
}

interface ChangesProps {
  relationship: Relationship;
  by: "people" | "coordinator";
  visit: Visit;
  at: string;
}

function Changes({ relationship, by, visit, at }: ChangesProps) {
  const { language } = useReader();
  const words = changeWords(language);
  const said = by === "people" ? words : changeWordsForCoordinators(language);
  const { today, state, pausedBy } = relationship;
  const can = (move: Parameters<typeof canMove>[1]): boolean => canMove(relationship, move, today);
  const mayPause = can({ move: "pause", by, until: null });
  return (
    <>
      {can({ move: "resume", by }) && (
        <ActButton action={visit.path} act="resume" kind="primary">
          {words.resume}
        </ActButton>
      )}
      {mayPause && (
        <Section title={state === "paused" ? words.otherDay : said.pause} id="pause">
          <p>{said.pauseWhat}</p>
          <Form action={visit.path} act="pause" {...visit.refused("pause")}>
            <DateField
              name="until"
              label={words.until}
              hint={by === "coordinator" ? words.untilOpen : words.untilHint}
              value={pausedBy === null ? undefined : (relationship.pausedUntil ?? undefined)}
              min={today}
              required={by === "people"}
            />
            <Button kind="plain">{state === "paused" ? words.changeDay : words.pauseNow}</Button>
          </Form>
        </Section>
      )}
      {can({ move: "extend", endsOn: null }) && (
        <Section title={words.lastDay} id="extend">
          <p>{said.lastDayWhat}</p>
          <Form action={visit.path} act="extend" {...visit.refused("extend")}>
            <DateField name="endsOn" label={words.endsOn} hint={words.endsOnHint} value={relationship.endsOn ?? undefined} min={today} />
            <Button kind="plain">{words.saveDay}</Button>
          </Form>
        </Section>
      )}
      {pausedBy !== "safeguarding" && (
        <Section title={words.end}>
          <p>{said.endWhat}</p>
          <Buttons>
            <ButtonLink href={`${at}/closure`} kind="plain">
              {state === "closing" ? said.toClosing : words.toEnd}
            </ButtonLink>
            {by === "people" && state !== "closing" && (
              <ButtonLink href={`${at}/new-start`} kind="quiet">
                {words.newStart}
              </ButtonLink>
            )}
          </Buttons>
        </Section>
      )}
    </>
  );
}

/** To a mentee of a group: whom she can tell what she needs. */
function MentorDecides({ closing, at }: { closing: boolean; at: string }) {
  const words = changeWords(useReader().language);
  return (
    <>
      <p>{words.mentorDecides}</p>
      <Buttons>
        <ButtonLink href={closing ? `${at}/closure` : `${at}/new-start`} kind="plain">
          {closing ? words.toClosing : words.newStart}
        </ButtonLink>
      </Buttons>
    </>
  );
}

/** One mentee of several goes. */
function Leave({ visit }: { visit: Visit }) {
  const words = changeWords(useReader().language);
  return (
    <Details summary={words.leave} open={visit.refused("leave") !== undefined}>
      <p>{words.leaveWhat}</p>
      <Form action={visit.path} act="leave" {...visit.refused("leave")}>
        <TextArea name="thanks" label={words.leaveThanks} hint={words.leaveThanksHint} rows={3} maxlength={2000} />
        <Checkbox name="again" label={words.leaveAgain} />
        <TextArea name="learned" label={words.leaveLearned} rows={3} maxlength={2000} />
        <Button kind="danger">{words.leaveButton}</Button>
      </Form>
    </Details>
  );
}

function Remove({ relationship, visit }: { relationship: Relationship; visit: Visit }) {
  const words = changeWords(useReader().language);
  const mentees = relationship.people.filter(({ role }) => role === "mentee");
  return (
    <Details summary={words.removes} open={visit.refused("remove") !== undefined}>
      <p>{words.removesWhat}</p>
      <Form action={visit.path} act="remove" {...visit.refused("remove")}>
        <RadioGroup
          name="personId"
          label={words.removes}
          labelHidden
          options={mentees.map(({ personId, name }) => ({ value: personId, label: name }))}
          required
        />
        <Button kind="plain">{words.removeButton}</Button>
      </Form>
    </Details>
  );
}
