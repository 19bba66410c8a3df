import { z } from "zod";
import type { PersonalContext } from "../../platform/context.ts";
import { choice, id, optionalText, text } from "../../platform/form-fields.ts";
import { form } from "../../platform/form.ts";
import { page } from "../../platform/page.ts";
import { ActButton } from "../../ui/act-button.tsx";
import { Callout } from "../../ui/callout.tsx";
import { formatDeadline } from "../../ui/formats.ts";
import { Page, Section } from "../../ui/layout.tsx";
import { findRelationship } from "../life/find-life.ts";
import { handlersOfTheConcern } from "./access.ts";
import { answerObjection } from "./answer-objection.ts";
import { CaseActs } from "./case-acts.tsx";
import { CaseObjections } from "./case-objections.tsx";
import { CaseFacts, CaseFiles, CasePause, CaseReadings, CaseTimeline } from "./case-parts.tsx";
import { caseWords } from "./case.messages.ts";
import { concernsPath, dueAt, isClosed, isUnacknowledged, longestWords, outcomes, referenceOf, severities } from "./concern.ts";
import { objectionOutcomes } from "./decision.ts";
import { decisionWords } from "./decision.messages.ts";
import { listReadings, readCase } from "./find-case.ts";
import { listObjections } from "./find-decisions.ts";
import { closeCase, handOverCase, nameSubject, noteInCase, othersThan, reopenCase, setSeverity, takeCase } from "./handle-case.ts";
import { listNameable } from "./list-nameable.ts";
import { OwnWords } from "../../ui/own-words.tsx";
import { endForSafety, liftPause, pauseForSafety } from "./pause-for-safety.ts";

const nothing = z.object({});

/** One case, for who may look into it. Each showing is noted in it. */
export const casePage = page("/organizations/:organizationId/concerns/:concernId", {
  access: handlersOfTheConcern,
  show: async (ctx, its, visit) => {
    const words = caseWords(ctx.reader);
    const { organizationId } = its;
    const me = ctx.actor.personId;
    const one = await readCase(ctx, its);
    const relationship =
      one.relationshipId === null ? undefined : await findRelationship(ctx, { organizationId, relationshipId: one.relationshipId });
    const others = await othersThan(ctx, its, me);
    const isMine = one.handlerId === me;
    const due = formatDeadline({ ...ctx.reader, now: ctx.now }, dueAt(one.openedAt));
    return (
      <Page
        title={words.caseTitle(referenceOf(one.id))}
        audience={words.caseAudience}
        crumbs={[{ href: concernsPath(organizationId), label: words.title }]}
      >
        {isUnacknowledged(one.state) && (
          <Callout kind="warn" title={words.waits}>
            <p>{ctx.now < dueAt(one.openedAt) ? words.waitsUntil(due) : words.waitsSince(due)}</p>
            {(one.handlerId === null || isMine) && (
              <ActButton action={visit.path} act="take" kind="primary">
                {words.take}
              </ActButton>
            )}
          </Callout>
        )}
        <CaseObjections objections={await listObjections(ctx, its)} me={me} others={others} now={ctx.now} visit={visit} />
        {one.handlerName !== null && !isMine && <p>{words.handledBy(one.handlerName)}</p>}
        <CaseFacts one={one} relationship={relationship} />
        <Section title={words.wordsTitle}>
          {one.words === undefined ? <p>{words.wordsLost}</p> : one.words === "" ? <p>{words.noWords}</p> : <OwnWords text={one.words} />}
        </Section>
        {relationship && relationship.state !== "concluded" && !isClosed(one.state) && (
          <CasePause one={one} isMine={isMine} visit={visit} />
        )}
        <CaseActs
          one={one}
          isMine={isMine}
          me={{ personId: me, name: ctx.actor.name }}
          others={others}
          nameable={isMine && !isClosed(one.state) ? await listNameable(ctx, organizationId, one.relationshipId) : []}
          visit={visit}
        />
        <CaseTimeline one={one} />
        <CaseFiles files={one.files} path={visit.path} />
        <CaseReadings readings={await listReadings(ctx, its)} />
      </Page>
    );
  },
  acts: {
    take: form(nothing, async (ctx: PersonalContext, its) => {
      await takeCase(ctx, its);
      return { notice: caseWords(ctx.reader).taken };
    }),
    pause: form(nothing, async (ctx: PersonalContext, its) => {
      await pauseForSafety(ctx, its);
      return { notice: caseWords(ctx.reader).paused };
    }),
    lift: form(nothing, async (ctx: PersonalContext, its) => {
      const words = caseWords(ctx.reader);
      return { notice: (await liftPause(ctx, its)) === "lifted" ? words.lifted : words.stillHeld };
    }),
    end: form(nothing, async (ctx: PersonalContext, its) => {
      await endForSafety(ctx, its);
      return { notice: caseWords(ctx.reader).endedNow };
    }),
    note: form(
      z.object({ kind: choice(["note", "contact"]), words: text(longestWords) }),
      async (ctx: PersonalContext, its, { kind, words }) => {
        await noteInCase(ctx, its, kind, words);
        return { notice: caseWords(ctx.reader).written };
      },
    ),
    severity: form(z.object({ severity: choice(severities) }), async (ctx: PersonalContext, its, { severity }) => {
      await setSeverity(ctx, its, severity);
      return { notice: caseWords(ctx.reader).severitySet };
    }),
    subject: form(z.object({ personId: id() }), async (ctx: PersonalContext, its, { personId }) => {
      await nameSubject(ctx, its, personId);
      return { notice: caseWords(ctx.reader).named };
    }),
    handOver: form(z.object({ personId: id(), words: optionalText(2000) }), async (ctx: PersonalContext, its, { personId, words }) => {
      await handOverCase(ctx, its, personId, words);
      return { notice: caseWords(ctx.reader).handedOver };
    }),
    close: form(
      z.object({ outcome: choice(outcomes), words: text(longestWords) }),
      async (ctx: PersonalContext, its, { outcome, words }) => {
        await closeCase(ctx, its, outcome, words);
        return { notice: caseWords(ctx.reader).closedNotice };
      },
    ),
    answer: form(
      z.object({ decisionId: id(), outcome: choice(objectionOutcomes), words: text(longestWords) }),
      async (ctx: PersonalContext, its, sent) => {
        await answerObjection(ctx, its, sent);
        return { notice: decisionWords(ctx.reader).lead.answered };
      },
    ),
    reopen: form(z.object({ words: text(2000) }), async (ctx: PersonalContext, its, { words }) => {
      await reopenCase(ctx, its, words);
      return { notice: caseWords(ctx.reader).reopened };
    }),
  },
});
