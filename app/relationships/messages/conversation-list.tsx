/** The messages in their order, with what has not arrived yet at the end. */
import { Fragment } from "preact";
import { useReader } from "../../ui/reader.ts";
import type { Sending } from "./composer.tsx";
import { type ReadMark, seenUnder, type ShownMessage } from "./message.ts";
import { type ConversationPeople, MessageText, MessageView } from "./message-view.tsx";
import { messageWords } from "./messages.messages.ts";
import type { WaitingMessage } from "./outbox.ts";

export interface ConversationListProps {
  messages: readonly ShownMessage[];
  marks: readonly ReadMark[];
  waiting: readonly WaitingMessage[];
  people: ConversationPeople;
  readBefore: number;
  /** What stood here when the page was opened; what came since she has seen come. */
  newestBefore: number;
  isClosed: boolean;
  sending: Sending;
}

export function ConversationList({ messages, marks, waiting, people, readBefore, newestBefore, isClosed, sending }: ConversationListProps) {
  const words = messageWords(useReader().language);
  const seen = seenUnder(marks, messages);
  const firstUnread = messages.find(
    ({ number, authorId }) => number > readBefore && number <= newestBefore && authorId !== people.me,
  )?.number;
  return (
    <div role="log" aria-label={words.label}>
      <ol class="messages">
        {messages.map((message) => (
          <Fragment key={message.id}>
            {message.number === firstUnread && (
              <li id="unread" class="message-divider">
                {words.unreadFrom}
              </li>
            )}
            <MessageView message={message} people={people} seen={seen.get(message.number)} isClosed={isClosed} />
          </Fragment>
        ))}
        {waiting.map((message) => (
          <li key={message.key} class="message own waiting">
            <p class="message-head">
              <bdi class="message-author">{words.you}</bdi>
            </p>
            <MessageText text={message.words} />
            <p class="message-foot">
              <span>{message.sentence ?? words.states[message.state as "waiting" | "sending" | "failed"]}</span>
              {message.state === "failed" && (
                <button type="button" class="button quiet small" onClick={() => void sending.outbox?.run()}>
                  {words.tryNow}
                </button>
              )}
              {message.state === "refused" && (
                <button type="button" class="button quiet small" onClick={() => sending.takeBack(message)}>
                  {words.takeBack}
                </button>
              )}
            </p>
          </li>
        ))}
      </ol>
    </div>
  );
}
