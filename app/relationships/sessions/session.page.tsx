import { z } from "zod";
import type { PersonalContext } from "../../platform/context.ts";
import { choice, optionalText } from "../../platform/form-fields.ts";
import { form } from "../../platform/form.ts";
import { page } from "../../platform/page.ts";
import { Invalid } from "../../platform/errors.ts";
import { ButtonLink, Buttons } from "../../ui/button.tsx";
import { Details } from "../../ui/details.tsx";
import { Page, Section } from "../../ui/layout.tsx";
import { withGuardians } from "../guardians/audience.ts";
import { ReportButton } from "../concerns/report-button.tsx";
import { takeSnapshot } from "../concerns/take-snapshot.ts";
import { findRelationship } from "../life/find-life.ts";
import { isOpen } from "../life/life.ts";
import { peopleOfTheRelationship } from "../pairs/access.ts";
import { pairCrumbs, PairTabs } from "../pairs/pair-tabs.tsx";
import { ActionForm, ActionMark, addAction, listActions, markAction } from "./actions.ts";
import { ActionList } from "./action-list.tsx";
import { cancelSession } from "./cancel-session.ts";
import { ChangeForms } from "./change-forms.tsx";
import { findSession } from "./find-session.ts";
import { findStanding } from "./find-standing.ts";
import { personOf } from "./may-plan.ts";
import { moveSession } from "./move-session.ts";
import { planWords } from "./plan.messages.ts";
import { readPrivateNote, writePrivateNote, longestNote } from "./private-note.ts";
import { localTime, placeFields, readPlace, readTime } from "./propose-times.ts";
import { recordWords } from "./record.messages.ts";
import { sessionsPath } from "./session-event.ts";
import { clockOf, SessionTime } from "./session-time.tsx";
import { canMove, canTell, longestMinutes, shortestMinutes } from "./session.ts";
import { sessionWords } from "./sessions.messages.ts";
import { SessionFacts } from "./session-facts.tsx";
import { TellForm } from "./tell-form.tsx";
import { tellOutcome, TellShape, toldNotice } from "./tell-outcome.ts";
import { Sheets } from "./sheets.tsx";
import { stateText } from "./session-list.tsx";
import { suggestAgenda } from "./suggest-agenda.ts";
import { standpointOf } from "./title-of.ts";
import { wholeNumber } from "../../platform/form-fields.ts";
import { SheetForm, writeDown } from "./write-down.ts";
import { formatTime } from "../../ui/formats.ts";

const scopes = ["one", "following"] as const;
const MoveForm = z.object({
  startsAt: localTime(),
  minutes: wholeNumber(shortestMinutes, longestMinutes),
  ...placeFields,
  words: optionalText(1000),
  scope: choice(scopes),
});
const CancelForm = z.object({ words: optionalText(1000), scope: choice(scopes) });

/** One session: when and where, what they talk about, what they keep of it. */
export const sessionPage = page("/organizations/:organizationId/relationships/:relationshipId/sessions/:sessionId", {
  access: peopleOfTheRelationship,
  async show(ctx, its, visit) {
    const words = sessionWords(ctx.reader);
    const relationship = await findRelationship(ctx, its);
    const session = await findSession(ctx, its);
    const { me, others, names, title } = standpointOf(ctx, relationship, ctx.actor.personId);
    const clock = clockOf(ctx.reader, me, ctx.now);
    const mayWrite = isOpen(relationship);
    const actions = await listActions(ctx, its, session.id);
    const note = await readPrivateNote(ctx, its);
    const suggested =
      session.agenda === "" && session.state === "agreed"
        ? suggestAgenda(await findStanding(ctx, relationship, me, actions), ctx.reader.language)
        : "";
    return (
      <Page
        title={words.one.title(formatTime(clock, session.startsAt, "day"))}
        lead={<SessionTime at={session.startsAt} clock={clock} others={others} />}
        audience={withGuardians(ctx.reader.language, relationship, "dates", words.audience(names))}
        crumbs={[
          ...pairCrumbs(its, title, words.myPage),
          { href: sessionsPath(its.organizationId, its.relationshipId), label: words.title },
        ]}
      >
        <PairTabs {...its} format={relationship.format} current="sessions" />
        <SessionFacts ctx={ctx} session={session} state={stateText(session, clock)} people={relationship.people} mayWrite={mayWrite} />
        {canTell(session, ctx.now) && mayWrite && (
          <TellForm session={session} personId={me.personId} format={relationship.format} action={visit.path} />
        )}
        {mayWrite && ["missed", "moved", "cancelled"].includes(session.state) && (
          <Buttons>
            <ButtonLink href={`${sessionsPath(its.organizationId, its.relationshipId)}/propose`}>{words.plan.otherTitle}</ButtonLink>
          </Buttons>
        )}
        <Sheets
          session={session}
          note={note}
          suggested={suggested}
          people={relationship.people}
          clock={clock}
          mayWrite={mayWrite}
          action={visit.path}
          refused={(act) => visit.refused(act)}
        />
        <Section title={recordWords(ctx.reader).actions} id="actions">
          <ActionList
            actions={actions}
            people={relationship.people}
            me={me}
            action={visit.path}
            isOpen={mayWrite}
            refused={visit.refused("addAction")}
          />
        </Section>
        {canMove(session, ctx.now) && mayWrite && (
          <Details summary={words.one.change} open={visit.refused("move") !== undefined || visit.refused("cancel") !== undefined}>
            <ChangeForms
              session={session}
              timeZone={me.timeZone}
              action={visit.path}
              refused={(act) => visit.refused(act)}
              hasRooms={ctx.app.settings.jitsiUrl !== undefined}
              proposeHref={`${sessionsPath(its.organizationId, its.relationshipId)}/propose?session=${session.id}`}
            />
          </Details>
        )}
        <ReportButton action={visit.path} />
      </Page>
    );
  },
  acts: {
    report: form(z.object({}), async (ctx: PersonalContext, its) => {
      const { id, startsAt, place, agenda, notes, cancelWords } = await findSession(ctx, its);
      const actions = await listActions(ctx, its, id);
      const parts = [startsAt.toISOString(), place, agenda, notes, cancelWords, ...actions.map(({ words }) => words)];
      return {
        to: await takeSnapshot(ctx, its.organizationId, { kind: "session", parts, relationshipId: its.relationshipId, aboutId: null }),
      };
    }),
    move: form(MoveForm, async (ctx: PersonalContext, its, { startsAt, words, scope, ...values }) => {
      const me = personOf(await findRelationship(ctx, its), ctx.actor.personId);
      if (startsAt === "") throw new Invalid({ startsAt: (language) => planWords(language).oneTime });
      const before = await findSession(ctx, its);
      // The room that they have stays theirs.
      const place = values.placeKind === "room" && before.placeKind === "room" ? before : readPlace(ctx, values);
      await moveSession(ctx, its, {
        startsAt: readTime(startsAt, me.timeZone, "startsAt"),
        minutes: values.minutes,
        placeKind: place.placeKind,
        place: place.place,
        words,
        scope,
        by: me.personId,
      });
      return { notice: sessionWords(ctx.reader).one.moved };
    }),
    cancel: form(CancelForm, async (ctx: PersonalContext, its, cancelling) => {
      await cancelSession(ctx, its, { ...cancelling, by: ctx.actor.personId });
      return { to: sessionsPath(its.organizationId, its.relationshipId), notice: sessionWords(ctx.reader).one.cancelled };
    }),
    tell: form(TellShape.pick({ outcome: true }), async (ctx: PersonalContext, its, { outcome }) => {
      await tellOutcome(ctx, its, { by: ctx.actor.personId, outcome });
      return { notice: toldNotice(outcome, ctx.reader.language) };
    }),
    agenda: form(SheetForm.agenda, async (ctx: PersonalContext, its, values) => {
      await writeDown(ctx, its, { ...values, sheet: "agenda", by: ctx.actor.personId });
      return { notice: recordWords(ctx.reader).agendaSaved };
    }),
    notes: form(SheetForm.notes, async (ctx: PersonalContext, its, values) => {
      await writeDown(ctx, its, { ...values, sheet: "notes", by: ctx.actor.personId });
      return { notice: recordWords(ctx.reader).notesSaved };
    }),
    privateNote: form(
      z.object({ text: optionalText(longestNote), seen: optionalText(40) }),
      async (ctx: PersonalContext, its, { text, seen }) => {
        await writePrivateNote(ctx, its, text, seen);
        return { notice: recordWords(ctx.reader).privateSaved };
      },
    ),
    addAction: form(ActionForm, async (ctx: PersonalContext, its, action) => {
      await addAction(ctx, its, { ...action, sessionId: its.sessionId, by: ctx.actor.personId });
      return { notice: recordWords(ctx.reader).actionAdded };
    }),
    mark: form(ActionMark, async (ctx: PersonalContext, its, { actionId, done }) => {
      await markAction(ctx, its, { actionId, isDone: done, by: ctx.actor.personId });
      return { notice: done ? recordWords(ctx.reader).marked : recordWords(ctx.reader).reopened };
    }),
  },
});
