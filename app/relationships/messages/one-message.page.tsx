import { z } from "zod";
import type { PersonalContext } from "../../platform/context.ts";
import { found } from "../../platform/errors.ts";
import { optionalText, text } from "../../platform/form-fields.ts";
import { form } from "../../platform/form.ts";
import { page, type Visit } from "../../platform/page.ts";
import { Button, Buttons } from "../../ui/button.tsx";
import { Callout } from "../../ui/callout.tsx";
import { TextArea } from "../../ui/field.tsx";
import { Form } from "../../ui/form.tsx";
import { Page, Section } from "../../ui/layout.tsx";
import { useReader } from "../../ui/reader.ts";
import { findRelationship, type OneRelationship } from "../life/find-life.ts";
import { peopleOfTheRelationship } from "../pairs/access.ts";
import { pairCrumbs } from "../pairs/pair-tabs.tsx";
import { pairWords } from "../pairs/pairs.messages.ts";
import { blockPerson, listBlocked } from "./block-person.ts";
import { deleteMessage, editMessage } from "./change-message.ts";
import { findMessage, findNames } from "./list-messages.ts";
import { closedBecause } from "./lock-conversation.ts";
import { canDelete, canEdit, longestMessage, messagesPath, type ShownMessage } from "./message.ts";
import { MessageView } from "./message-view.tsx";
import { messageWords } from "./messages.messages.ts";
import { titleOf } from "./messages.page.tsx";
import { oneMessageWords } from "./one-message.messages.ts";
import { hasReported, reportMessage } from "./report-message.ts";

type OneMessage = OneRelationship & { readonly messageId: string };

/** The second tap: what can be done with a message. */
export const oneMessagePage = page("/organizations/:organizationId/relationships/:relationshipId/messages/:messageId", {
  access: peopleOfTheRelationship,
  async show(ctx, its, visit) {
    const words = oneMessageWords(ctx.reader);
    const message = found(await findMessage(ctx, its, ctx.actor.personId, its.messageId));
    const relationship = await findRelationship(ctx, its);
    const closed = closedBecause(relationship);
    const path = messagesPath(its.organizationId, its.relationshipId);
    const names = await findNames(ctx, its);
    const said = { ...message, sentAt: new Date(message.sentAt) };
    const author = relationship.people.find(({ personId }) => personId === message.authorId && personId !== ctx.actor.personId);
    return (
      <Page
        title={words.title}
        crumbs={[...pairCrumbs(its, titleOf(ctx, relationship), pairWords(ctx.reader).myPage), { href: path, label: words.back }]}
      >
        {closed && <Callout title={messageWords(ctx.reader).closed[closed]} />}
        <ol class="messages">
          <MessageView message={message} people={{ path, me: ctx.actor.personId, names }} isClosed hasNoAct />
        </ol>
        {!closed && canEdit(said, ctx.actor.personId, ctx.now) && <Edit visit={visit} message={message} />}
        {!closed && canDelete(said, ctx.actor.personId) && (
          <Section title={words.deleteTitle}>
            <p>{words.deleteText}</p>
            <Form act="delete" action={visit.path} {...visit.refused("delete")}>
              <Buttons>
                <Button kind="danger">{words.delete}</Button>
              </Buttons>
            </Form>
          </Section>
        )}
        {message.authorId !== ctx.actor.personId && <Report visit={visit} isReported={await hasReported(ctx, its)} />}
        {author && !(await listBlocked(ctx, its)).includes(author.personId) && (
          <Section title={words.blockTitle(author.name)}>
            <p>{words.blockText(author.name)}</p>
            <Form act="block" action={visit.path} {...visit.refused("block")}>
              <Buttons>
                <Button kind="danger">{words.block(author.name)}</Button>
              </Buttons>
            </Form>
          </Section>
        )}
      </Page>
    );
  },
  acts: {
    edit: form(z.object({ words: text(longestMessage) }), async (ctx: PersonalContext, its: OneMessage, values) => {
      await editMessage(ctx, its, values.words);
      return { to: `${messagesPath(its.organizationId, its.relationshipId)}#newest`, notice: oneMessageWords(ctx.reader).editedNotice };
    }),
    delete: form(z.object({}), async (ctx: PersonalContext, its: OneMessage) => {
      await deleteMessage(ctx, its);
      return { to: `${messagesPath(its.organizationId, its.relationshipId)}#newest`, notice: oneMessageWords(ctx.reader).deletedNotice };
    }),
    report: form(z.object({ note: optionalText(2000) }), async (ctx: PersonalContext, its: OneMessage, { note }) => {
      await reportMessage(ctx, its, note);
      return { notice: oneMessageWords(ctx.reader).reported };
    }),
    block: form(z.object({}), async (ctx: PersonalContext, its: OneMessage) => {
      const { authorId } = found(await findMessage(ctx, its, ctx.actor.personId, its.messageId));
      await blockPerson(ctx, its, found(authorId));
      const { people } = await findRelationship(ctx, its);
      return {
        to: messagesPath(its.organizationId, its.relationshipId),
        notice: oneMessageWords(ctx.reader).blocked(people.find(({ personId }) => personId === authorId)?.name ?? ""),
      };
    }),
  },
});

function Edit({ visit, message }: { visit: Visit; message: ShownMessage }) {
  const words = oneMessageWords(useReader().language);
  return (
    <Section title={words.editTitle}>
      <Form act="edit" action={visit.path} {...visit.refused("edit")}>
        <TextArea name="words" label={words.words} hint={words.editHint} value={message.words} maxlength={longestMessage} required />
        <Buttons>
          <Button>{words.edit}</Button>
        </Buttons>
      </Form>
    </Section>
  );
}

function Report({ visit, isReported }: { visit: Visit; isReported: boolean }) {
  const words = oneMessageWords(useReader().language);
  return (
    <Section title={words.reportTitle}>
      {isReported ? (
        <p>{words.reportedBefore}</p>
      ) : (
        <Form act="report" action={visit.path} {...visit.refused("report")}>
          <p>{words.reportText}</p>
          <TextArea name="note" label={words.note} rows={3} maxlength={2000} />
          <Buttons>
            <Button kind="danger">{words.reportButton}</Button>
          </Buttons>
        </Form>
      )}
    </Section>
  );
}
