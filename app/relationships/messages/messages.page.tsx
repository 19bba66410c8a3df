import { z } from "zod";
import type { PersonalContext } from "../../platform/context.ts";
import { Invalid } from "../../platform/errors.ts";
import { id, optionalText, uploads, wholeNumber } from "../../platform/form-fields.ts";
import { form } from "../../platform/form.ts";
import { newId } from "../../platform/identifiers.ts";
import { page } from "../../platform/page.ts";
import { ActButton } from "../../ui/act-button.tsx";
import { Button, Buttons } from "../../ui/button.tsx";
import { Callout } from "../../ui/callout.tsx";
import { Form } from "../../ui/form.tsx";
import { formatList } from "../../ui/formats.ts";
import { Island } from "../../ui/island.tsx";
import { Page, Section } from "../../ui/layout.tsx";
import { SearchField } from "../../ui/search-field.tsx";
import { Time } from "../../ui/time.tsx";
import { findRelationship, type OneRelationship, type Relationship } from "../life/find-life.ts";
import { peopleOfTheRelationship } from "../pairs/access.ts";
import { pairCrumbs, PairTabs } from "../pairs/pair-tabs.tsx";
import { pairWords } from "../pairs/pairs.messages.ts";
import { listBlocked, unblockPerson } from "./block-person.ts";
import Conversation from "./conversation.island.tsx";
import { findMarks, findNames, listMessages } from "./list-messages.ts";
import { closedBecause } from "./lock-conversation.ts";
import { markRead } from "./mark-read.ts";
import { fileBytes } from "./file-kind.ts";
import { longestMessage, messagesPath, mostFiles } from "./message.ts";
import { prepareFiles } from "./message-files.ts";
import { nameOf } from "./message-view.tsx";
import { messageWords } from "./messages.messages.ts";
import { oneMessageWords } from "./one-message.messages.ts";
import { searchMessages } from "./search-messages.ts";
import { sendMessage } from "./send-message.ts";

export const messagesPage = page("/organizations/:organizationId/relationships/:relationshipId/messages", {
  access: peopleOfTheRelationship,
  uploadLimitBytes: mostFiles * fileBytes + (1 << 20),
  async show(ctx, its, visit) {
    const words = messageWords(ctx.reader);
    const relationship = await findRelationship(ctx, its);
    const me = ctx.actor.personId;
    const names = await findNames(ctx, its);
    const others = relationship.people.filter(({ personId }) => personId !== me).map(({ name }) => name);
    const path = messagesPath(its.organizationId, its.relationshipId);
    const people = { path, me, names };
    const typed = (visit.query.get("q") ?? "").slice(0, 200).trim();
    const closed = closedBecause(relationship);
    return (
      <Page
        title={words.title}
        lead={words.lead(formatList(ctx.reader.language, others))}
        audience={relationship.format === "group" ? words.audienceGroup : words.audience}
        crumbs={pairCrumbs(its, titleOf(ctx, relationship), pairWords(ctx.reader).myPage)}
      >
        <PairTabs {...its} format={relationship.format} current="messages" />
        {closed && <Callout title={words.closed[closed]} />}
        <Blocked ctx={ctx} blocked={await listBlocked(ctx, its)} names={names} path={path} />
        <Form action={path} method="get" inline label={words.search} id="search">
          <SearchField label={words.search} value={typed} />
          <Buttons>
            <Button kind="plain" icon="search">
              {words.searchButton}
            </Button>
          </Buttons>
        </Form>
        {typed === "" ? await conversation(ctx, its, people, closed, visit) : await found(ctx, its, people, typed)}
      </Page>
    );
  },
  acts: {
    send: form(
      z.object({ words: optionalText(longestMessage), sentKey: id(), files: uploads() }),
      async (ctx: PersonalContext, its: OneRelationship, { words, sentKey, files }) => {
        if (words === "" && files.length === 0) throw new Invalid({ words: (language) => messageWords(language).empty });
        const prepared = await prepareFiles(
          await Promise.all(files.map(async (file) => ({ name: file.name, bytes: Buffer.from(await file.arrayBuffer()) }))),
        );
        await sendMessage(ctx, its, { authorId: ctx.actor.personId, words, files: prepared, sentKey });
        return { to: `${messagesPath(its.organizationId, its.relationshipId)}#newest` };
      },
      // Its own key makes it one message, however often it is sent.
      { isRepeatable: true },
    ),
    read: form(
      z.object({ number: wholeNumber(0, 999_999_999) }),
      (ctx: PersonalContext, its: OneRelationship, { number }) => markRead(ctx, its, number),
      { isRepeatable: true },
    ),
    unblock: form(z.object({ personId: id() }), async (ctx: PersonalContext, its: OneRelationship, { personId }) => {
      await unblockPerson(ctx, its, personId);
      const { people } = await findRelationship(ctx, its);
      return { notice: oneMessageWords(ctx.reader).unblocked(people.find((one) => one.personId === personId)?.name ?? "") };
    }),
  },
});

/** What its people call the relationship. */
export function titleOf(ctx: PersonalContext, { people, format }: Relationship): string {
  const words = pairWords(ctx.reader);
  const mentor = people.find(({ role }) => role === "mentor");
  if (format === "group" && mentor) return mentor.personId === ctx.actor.personId ? words.group.own : words.group.title(mentor.name);
  return words.title(people.find(({ personId }) => personId !== ctx.actor.personId)?.name ?? "");
}

interface People {
  readonly path: string;
  readonly me: string;
  readonly names: Readonly<Record<string, string>>;
}

async function conversation(
  ctx: PersonalContext,
  its: OneRelationship,
  people: People,
  closed: ReturnType<typeof closedBecause>,
  visit: {
    readonly query: URLSearchParams;
    refused(act?: string): { errors: Readonly<Record<string, string>>; values: Readonly<Record<string, readonly string[]>> } | undefined;
  },
) {
  const words = messageWords(ctx.reader);
  const [before, around] = [numberIn(visit.query, "before"), numberIn(visit.query, "around")];
  // The marks first: what is said between the two is in the list, and comes once more by the line.
  const { marks, own, revision } = await findMarks(ctx, its, people.me);
  const shown = await listMessages(ctx, its, people.me, around !== undefined ? { around } : before !== undefined ? { before } : {});
  const isNewest = !shown.hasNewer;
  const refused = visit.refused("send");
  const newest = shown.messages.findLast(({ authorId }) => authorId !== people.me)?.number;
  if (isNewest && newest !== undefined) await markRead(ctx, its, newest);
  const first = shown.messages[0];
  return (
    <>
      {isNewest && shown.hasOlder && first && own < first.number - 1 && (
        <p>
          <a href={`${people.path}?around=${own + 1}#m-${own + 1}`}>{words.toFirstNew}</a>
        </p>
      )}
      {shown.hasOlder && first && (
        <p>
          <a href={`${people.path}?before=${first.number}#m-${first.number - 1}`} rel="prev">
            {words.older}
          </a>
        </p>
      )}
      <p>
        {isNewest ? (
          shown.messages.length > 5 && <a href="#newest">{words.toNewest}</a>
        ) : (
          <a href={`${people.path}#newest`}>{words.newer}</a>
        )}
      </p>
      <Island
        of={Conversation}
        module="app/relationships/messages/conversation.island.tsx"
        props={{
          ...people,
          messages: shown.messages,
          marks,
          readBefore: own,
          revision,
          isNewest,
          closed: closed ?? null,
          sentKey: newId(),
          refused: refused ? { sentence: Object.values(refused.errors)[0] ?? "", words: refused.values["words"]?.[0] ?? "" } : null,
        }}
      />
      <p class="hint">{words.kept}</p>
      <p>
        <a href="/account/messages">{words.settings}</a>
      </p>
    </>
  );
}

async function found(ctx: PersonalContext, its: OneRelationship, people: People, typed: string) {
  const words = messageWords(ctx.reader);
  const messages = await searchMessages(ctx, its, people.me, typed);
  return (
    <Section title={messages.length === 0 ? words.nothingFound : words.found(messages.length)}>
      <ul class="entries">
        {messages.map(({ number, authorId, words: text, sentAt }) => (
          <li key={number} class="entry">
            <a href={`${people.path}?around=${number}#m-${number}`}>
              <bdi>{nameOf(people, authorId, ctx.reader.language)}</bdi>, <Time at={sentAt} />
            </a>
            <div class="message-text" dir="auto">
              {text.length > 300 ? `${text.slice(0, 300)}…` : text}
            </div>
          </li>
        ))}
      </ul>
      <p>
        <a href={people.path}>{words.showAll}</a>
      </p>
    </Section>
  );
}

function Blocked({
  ctx,
  blocked,
  names,
  path,
}: {
  ctx: PersonalContext;
  blocked: readonly string[];
  names: People["names"];
  path: string;
}) {
  const words = messageWords(ctx.reader);
  return (
    <>
      {blocked.map((personId) => (
        <Callout key={personId} title={words.blockedNote(names[personId] ?? words.gone)}>
          <ActButton action={path} act="unblock" fields={{ personId }} kind="quiet">
            {words.unblock(names[personId] ?? words.gone)}
          </ActButton>
        </Callout>
      ))}
    </>
  );
}

function numberIn(query: URLSearchParams, name: string): number | undefined {
  const text = query.get(name) ?? "";
  return /^\d{1,15}$/.test(text) ? Number(text) : undefined;
}
