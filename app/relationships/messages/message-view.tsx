/** One message as it stands in the conversation; the same on the server and in the browser. */
import type { ComponentChildren } from "preact";
import { formatNumber, formatTime } from "../../ui/formats.ts";
import { Icon } from "../../ui/icon.tsx";
import { useReader } from "../../ui/reader.ts";
import type { ReadMark, ShownFile, ShownMessage } from "./message.ts";
import { messageWords } from "./messages.messages.ts";

export interface ConversationPeople {
  /** Where the conversation is. */
  readonly path: string;
  readonly me: string;
  /** Name by person. */
  readonly names: Readonly<Record<string, string>>;
}

export function nameOf({ me, names }: ConversationPeople, personId: string | null, language: "en" | "es" | "ar"): string {
  const words = messageWords(language);
  return personId === me ? words.you : (personId !== null && names[personId]) || words.gone;
}

export function MessageView({
  message,
  people,
  seen,
  isClosed,
  hasNoAct,
}: {
  message: ShownMessage;
  people: ConversationPeople;
  seen?: readonly ReadMark[] | undefined;
  isClosed: boolean;
  /** Where its acts stand beside it. */
  hasNoAct?: boolean;
}) {
  const reader = useReader();
  const words = messageWords(reader.language);
  const isOwn = message.authorId === people.me;
  const author = nameOf(people, message.authorId, reader.language);
  const act = isOwn ? (isClosed ? undefined : words.change) : words.report;
  const sentAt = new Date(message.sentAt);
  return (
    <li id={`m-${message.number}`} class={isOwn ? "message own" : "message"}>
      <p class="message-head">
        <bdi class="message-author">{author}</bdi> <time datetime={message.sentAt}>{formatTime(reader, sentAt, "moment")}</time>
        {message.cameBy === "mail" && <span> · {words.byMail}</span>}
        {message.isEdited && !message.isDeleted && <span> · {words.edited}</span>}
      </p>
      {message.isDeleted ? (
        <p class="hint">{words.deleted}</p>
      ) : (
        <>
          {message.words !== "" && <MessageText text={message.words} />}
          <MessageFiles message={message} people={people} />
        </>
      )}
      <p class="message-foot">
        {seen && seen.length > 0 && (
          <span>
            {words.seen(
              seen.map(({ personId }) => nameOf(people, personId, reader.language)).join(", "),
              formatTime(reader, new Date(seen.at(-1)!.at), "moment"),
            )}
          </span>
        )}
        {act !== undefined && !hasNoAct && !message.isDeleted && (
          <a href={`${people.path}/${message.id}`} aria-label={words.of(act, author)}>
            {act}
          </a>
        )}
      </p>
    </li>
  );
}

/** Hers, with her own line breaks. */
export function MessageText({ text, children }: { text: string; children?: ComponentChildren }) {
  return (
    <div class="message-text" dir="auto">
      {text}
      {children}
    </div>
  );
}

function MessageFiles({ message: { id, files }, people }: { message: ShownMessage; people: ConversationPeople }) {
  const { language } = useReader();
  if (files.length === 0) return null;
  return (
    <ul class="message-files">
      {files.map((file) => {
        const href = `${people.path}/${id}/files/${file.id}`;
        return (
          <li key={file.id}>
            {file.kind === "picture" ? (
              <a href={href}>
                <img src={href} alt={file.name} width={file.width ?? undefined} height={file.height ?? undefined} loading="lazy" />
              </a>
            ) : (
              <a href={href} download>
                <Icon name="download" />
                <bdi>{file.name}</bdi> ({size(language, file)})
              </a>
            )}
          </li>
        );
      })}
    </ul>
  );
}

const size = (language: "en" | "es" | "ar", { bytes }: ShownFile): string =>
  bytes >= 1_000_000
    ? formatNumber(language, bytes / 1_000_000, { style: "unit", unit: "megabyte", maximumFractionDigits: 1 })
    : formatNumber(language, Math.max(1, Math.round(bytes / 1000)), { style: "unit", unit: "kilobyte" });
