import { z } from "zod";
import { membershipIn, type PersonalContext } from "../../platform/context.ts";
import { NotFound } from "../../platform/errors.ts";
import { id, text } from "../../platform/form-fields.ts";
import { form } from "../../platform/form.ts";
import { page, type Visit } from "../../platform/page.ts";
import { Button, ButtonLink, Buttons } from "../../ui/button.tsx";
import { Callout } from "../../ui/callout.tsx";
import { TextArea } from "../../ui/field.tsx";
import { Form } from "../../ui/form.tsx";
import { formatTime } from "../../ui/formats.ts";
import { Page, Section } from "../../ui/layout.tsx";
import { OwnWords } from "../../ui/own-words.tsx";
import { useReader } from "../../ui/reader.ts";
import { Time } from "../../ui/time.tsx";
import { findRelationship } from "../life/find-life.ts";
import { listOwnHelplines } from "../../networks/organizations/own-helplines.ts";
import { peopleOfTheRelationship } from "../pairs/access.ts";
import { pairCrumbs } from "../pairs/pair-tabs.tsx";
import { pairWords } from "../pairs/pairs.messages.ts";
import { withWhom } from "../sessions/session-event.ts";
import { standpointOf } from "../sessions/title-of.ts";
import { concernsPath, longestWords } from "./concern.ts";
import { answerDueAt, canObject, objectUntil } from "./decision.ts";
import { decisionWords } from "./decision.messages.ts";
import { type Decision, listOwnDecisions } from "./find-decisions.ts";
import { HelplineList } from "./helpline-list.tsx";
import { objectToDecision } from "./object-to-decision.ts";

/** What was decided for safety, for each whom it touches: what it means, how long she can object, what came of it. Nothing of a case. */
export const decisionPage = page("/organizations/:organizationId/relationships/:relationshipId/decision", {
  access: peopleOfTheRelationship,
  async show(ctx, its, visit) {
    const decisions = await listOwnDecisions(ctx, its);
    if (decisions.length === 0) throw new NotFound();
    const words = decisionWords(ctx.reader);
    const relationship = await findRelationship(ctx, its);
    const { title } = standpointOf(ctx, relationship, ctx.actor.personId);
    const other = withWhom(relationship, ctx.actor.personId, ctx.reader.language);
    const profile = await ctx.db
      .selectFrom("profile")
      .select("country")
      .where("organization_id", "=", its.organizationId)
      .where("person_id", "=", ctx.actor.personId)
      .executeTakeFirst();
    return (
      <Page
        title={words.title}
        audience={words.audience(membershipIn(ctx, its.organizationId)?.organizationName ?? "")}
        crumbs={pairCrumbs(its, title, pairWords(ctx.reader).myPage)}
      >
        {decisions.map((decision) => (
          <OneDecision key={decision.id} {...{ decision, other, visit }} now={ctx.now} />
        ))}
        <Buttons>
          <ButtonLink href={`${concernsPath(its.organizationId)}/new?relationship=${its.relationshipId}`} kind="plain">
            {words.tell}
          </ButtonLink>
        </Buttons>
        <HelplineList country={profile?.country ?? null} here={await listOwnHelplines(ctx, its.organizationId)} />
      </Page>
    );
  },
  submit: form(z.object({ decisionId: id(), words: text(longestWords) }), async (ctx: PersonalContext, its, sent) => {
    await objectToDecision(ctx, its, sent);
    return { notice: decisionWords(ctx.reader).objected };
  }),
});

function OneDecision({ decision, other, now, visit }: { decision: Decision; other: string; now: Date; visit: Visit }) {
  const reader = useReader();
  const words = decisionWords(reader.language);
  const { id: decisionId, kind, decidedAt, overAt, objectedAt, objection, answeredAt, outcome, answer } = decision;
  const day = (at: Date): string => formatTime(reader, at, "long-day");
  const refused = visit.refused();
  const isRefused = refused?.values["decisionId"]?.[0] === decisionId;
  return (
    <Section title={words.kinds[kind](other)}>
      <p>
        {words.decidedAt}: <Time at={decidedAt} />
      </p>
      {overAt === null ? <p>{words.what[kind]}</p> : <Callout>{words.overAt(day(overAt))}</Callout>}
      {objectedAt !== null && (
        <>
          <h3>{words.yours}</h3>
          {objection === undefined ? <p>{words.lost}</p> : <OwnWords text={objection} />}
          {answeredAt === null && <p>{overAt === null ? words.waits(day(answerDueAt(objectedAt))) : words.settled}</p>}
        </>
      )}
      {outcome !== null && (
        <>
          <h3>{words.answerTitle}</h3>
          <p>
            <strong>{words.outcomes[outcome]}</strong>
          </p>
          {answer === undefined ? <p>{words.lost}</p> : <OwnWords text={answer} />}
        </>
      )}
      {(canObject(decision, now) || isRefused) && (
        <>
          <h3>{words.objectTitle}</h3>
          <p>{words.objectText(day(objectUntil(decidedAt)))}</p>
          <Form action={visit.path} {...(isRefused && refused)}>
            <input type="hidden" name="decisionId" value={decisionId} />
            <TextArea name="words" label={words.words} hint={words.wordsHint} maxlength={longestWords} required />
            <Buttons>
              <Button>{words.object}</Button>
            </Buttons>
          </Form>
        </>
      )}
      {objectedAt === null && overAt === null && !canObject(decision, now) && <p>{words.over}</p>}
    </Section>
  );
}
