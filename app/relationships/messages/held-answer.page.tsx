import { z } from "zod";
import type { PersonalContext } from "../../platform/context.ts";
import { found } from "../../platform/errors.ts";
import { form } from "../../platform/form.ts";
import { page } from "../../platform/page.ts";
import { Button, Buttons } from "../../ui/button.tsx";
import { Callout } from "../../ui/callout.tsx";
import { Form } from "../../ui/form.tsx";
import { Page, Section } from "../../ui/layout.tsx";
import { Time } from "../../ui/time.tsx";
import { findRelationship } from "../life/find-life.ts";
import { pairCrumbs } from "../pairs/pair-tabs.tsx";
import { pairWords } from "../pairs/pairs.messages.ts";
import { whoseAnswerWaits } from "./access.ts";
import { heldAnswerWords } from "./held-answer.messages.ts";
import { dropHeldAnswer, findHeldAnswer, type OneHeldAnswer, sendHeldAnswer } from "./hold-answer.ts";
import { closedBecause } from "./lock-conversation.ts";
import { messagesPath } from "./message.ts";
import { messageWords } from "./messages.messages.ts";
import { titleOf } from "./messages.page.tsx";

/** An answer by mail that waits for her word: looking at it does nothing. */
export const heldAnswerPage = page("/organizations/:organizationId/relationships/:relationshipId/messages/held/:heldAnswerId", {
  access: whoseAnswerWaits,
  async show(ctx, its, visit) {
    const words = heldAnswerWords(ctx.reader);
    const { reason, words: said, files, cameAt } = found(await findHeldAnswer(ctx, its));
    const relationship = await findRelationship(ctx, its);
    const closed = closedBecause(relationship);
    const path = messagesPath(its.organizationId, its.relationshipId);
    return (
      <Page
        title={words.title[reason]}
        lead={words.lead[reason]}
        audience={words.audience}
        crumbs={[
          ...pairCrumbs(its, titleOf(ctx, relationship), pairWords(ctx.reader).myPage),
          { href: path, label: messageWords(ctx.reader).title },
        ]}
      >
        {closed && <Callout title={messageWords(ctx.reader).closed[closed]} />}
        <p class="hint">
          {words.came} <Time at={cameAt} />
        </p>
        {said !== "" && (
          <blockquote class="message-text" dir="auto">
            {said}
          </blockquote>
        )}
        {files.length > 0 && (
          <>
            <p>{words.files}</p>
            <ul>
              {files.map(({ fileId, name }) => (
                <li key={fileId}>
                  <bdi>{name}</bdi>
                </li>
              ))}
            </ul>
          </>
        )}
        {!closed && (
          <Section title={words.sendTitle}>
            <p>{words.sendText}</p>
            <Form act="send" action={visit.path} {...visit.refused("send")}>
              <Buttons>
                <Button>{words.send}</Button>
              </Buttons>
            </Form>
          </Section>
        )}
        <Section title={words.dropTitle}>
          <p>{words.dropText}</p>
          <Form act="drop" action={visit.path} {...visit.refused("drop")}>
            <Buttons>
              <Button kind="danger">{words.drop}</Button>
            </Buttons>
          </Form>
        </Section>
      </Page>
    );
  },
  acts: {
    send: form(z.object({}), async (ctx: PersonalContext, its: OneHeldAnswer) => {
      await sendHeldAnswer(ctx, its);
      return { to: `${messagesPath(its.organizationId, its.relationshipId)}#newest`, notice: heldAnswerWords(ctx.reader).sent };
    }),
    drop: form(z.object({}), async (ctx: PersonalContext, its: OneHeldAnswer) => {
      await dropHeldAnswer(ctx, its);
      return { to: messagesPath(its.organizationId, its.relationshipId), notice: heldAnswerWords(ctx.reader).dropped };
    }),
  },
});
