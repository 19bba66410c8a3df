import { z } from "zod";
import type { PersonalContext } from "../../platform/context.ts";
import { text } from "../../platform/form-fields.ts";
import { form } from "../../platform/form.ts";
import { page } from "../../platform/page.ts";
import { listOwnHelplines } from "../../networks/organizations/own-helplines.ts";
import { Button, Buttons } from "../../ui/button.tsx";
import { Callout } from "../../ui/callout.tsx";
import { DescriptionList } from "../../ui/description-list.tsx";
import { TextArea } from "../../ui/field.tsx";
import { Form } from "../../ui/form.tsx";
import { formatTime } from "../../ui/formats.ts";
import { Page, Section } from "../../ui/layout.tsx";
import { OwnWords } from "../../ui/own-words.tsx";
import { Time } from "../../ui/time.tsx";
import { whoRaisedTheConcern } from "./access.ts";
import { appealUntil, canAppeal, concernsPath, dueAt, isClosed, isUnacknowledged, longestWords, referenceOf } from "./concern.ts";
import { concernWords } from "./concerns.messages.ts";
import { HelplineList } from "./helpline-list.tsx";
import { addToConcern, appeal, findOwnConcern } from "./own-concerns.ts";

const Words = z.object({ words: text(longestWords) });

export const ownConcernPage = page("/organizations/:organizationId/concerns/mine/:concernId", {
  access: whoRaisedTheConcern,
  show: async (ctx, its, visit) => {
    const words = concernWords(ctx.reader);
    const concern = await findOwnConcern(ctx, its);
    const { state, closedAt } = concern;
    const profile = await ctx.db
      .selectFrom("profile")
      .select("country")
      .where("organization_id", "=", its.organizationId)
      .where("person_id", "=", ctx.actor.personId)
      .executeTakeFirst();
    return (
      <Page
        title={words.categories[concern.category]}
        lead={<strong>{words.states[state]}</strong>}
        audience={words.ownAudience}
        crumbs={[
          { href: "/", label: words.myPage },
          { href: `${concernsPath(its.organizationId)}/mine`, label: words.mine },
        ]}
      >
        {!isClosed(state) && !concern.canBeRead && (
          <Callout kind="warn">
            <p>{words.nobodyFree}</p>
          </Callout>
        )}
        {isUnacknowledged(state) && concern.canBeRead && <p>{words.openText(formatTime(ctx.reader, dueAt(concern.openedAt), "moment"))}</p>}
        {(state === "acknowledged" || state === "in-work") && <p>{words.handledText}</p>}
        {isClosed(state) && (
          <Section title={words.outcomeTitle}>
            {concern.outcome === undefined ? <p>{words.answerLost}</p> : <OwnWords text={concern.outcome} />}
          </Section>
        )}
        <DescriptionList
          items={[
            { name: words.reference, value: referenceOf(concern.id) },
            { name: words.raisedAt, value: <Time at={concern.raisedAt} /> },
            { name: words.urgency, value: words.urgencies[concern.urgency] },
            { name: words.confidential, value: concern.isConfidential ? words.confidentialOption : words.named },
          ]}
        />
        <Section title={words.yourWords}>
          {concern.words === undefined ? <p>{words.wordsLost}</p> : <OwnWords text={concern.words} />}
          {concern.added.map(({ at, kind, words: said }) => (
            <div key={at.toISOString()}>
              <p>
                <strong>{kind === "appealed" ? words.appealedEntry : words.addedEntry}</strong> · <Time at={at} />
              </p>
              {said === undefined ? <p>{words.wordsLost}</p> : <OwnWords text={said} />}
            </div>
          ))}
        </Section>
        {!isClosed(state) && (
          <Section title={words.addTitle}>
            <Form action={visit.path} act="add" {...visit.refused("add")}>
              <TextArea name="words" label={words.addWords} maxlength={longestWords} required />
              <Buttons>
                <Button kind="plain">{words.add}</Button>
              </Buttons>
            </Form>
          </Section>
        )}
        {isClosed(state) && closedAt && (
          <Section title={words.appealTitle}>
            {canAppeal(concern, ctx.now) ? (
              <Form action={visit.path} act="appeal" {...visit.refused("appeal")}>
                <p>{words.appealText(formatTime(ctx.reader, appealUntil(closedAt), "long-day"))}</p>
                <TextArea name="words" label={words.appealWords} maxlength={longestWords} required />
                <Buttons>
                  <Button kind="plain">{words.appeal}</Button>
                </Buttons>
              </Form>
            ) : (
              <p>{words.appealOver}</p>
            )}
          </Section>
        )}
        <HelplineList country={profile?.country ?? null} here={await listOwnHelplines(ctx, its.organizationId)} />
      </Page>
    );
  },
  acts: {
    add: form(Words, async (ctx: PersonalContext, its, { words }) => {
      await addToConcern(ctx, its, words);
      return { notice: concernWords(ctx.reader).added };
    }),
    appeal: form(Words, async (ctx: PersonalContext, its, { words }) => {
      await appeal(ctx, its, words);
      return { notice: concernWords(ctx.reader).appealed };
    }),
  },
});
