/**
 * The conversation and the box to write in. Without scripts it is a list and a form; with them it hears what is said, sends in the
 * background, and keeps on this device what has not arrived yet.
 */
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { EmptyState } from "../../ui/empty-state.tsx";
import { useReader } from "../../ui/reader.ts";
import { Composer, type Sending } from "./composer.tsx";
import { ConversationList } from "./conversation-list.tsx";
import { keeper } from "./keeper.ts";
import { hearConversation } from "./live-line.ts";
import type { ReadMark, ShownMessage } from "./message.ts";
import type { ConversationPeople } from "./message-view.tsx";
import { messageWords } from "./messages.messages.ts";
import { Outbox, type Outcome, type WaitingMessage } from "./outbox.ts";

export interface ConversationProps extends ConversationPeople {
  messages: readonly ShownMessage[];
  marks: readonly ReadMark[];
  /** Up to where she had read before. */
  readBefore: number;
  revision: number;
  /** These are the newest: what is said now comes after them. */
  isNewest: boolean;
  /** Why nothing can be said. */
  closed: string | null;
  /** For the form without scripts. */
  sentKey: string;
  refused: { readonly sentence: string; readonly words: string } | null;
}

export default function Conversation(props: ConversationProps) {
  const { path, me, isNewest, closed } = props;
  const words = messageWords(useReader().language);
  const [messages, setMessages] = useState(props.messages);
  const [marks, setMarks] = useState(props.marks);
  const [waiting, setWaiting] = useState<readonly WaitingMessage[]>([]);
  const [isOpen, setOpen] = useState(true);
  const [isSignedOut, setSignedOut] = useState(false);
  const endRef = useRef<HTMLDivElement>(null);
  const boxRef = useRef<HTMLTextAreaElement>(null);

  const send = useMemo(
    () =>
      async (fields: Readonly<Record<string, string>>, files: readonly File[] = []): Promise<Outcome> => {
        const outcome = await post(path, fields, files);
        setSignedOut(outcome === "signed-out");
        return outcome;
      },
    [path],
  );
  const outbox = useMemo(() => {
    const kept = keeper();
    if (!kept) return undefined;
    return new Outbox(
      kept,
      `message ${path} ${me} `,
      ({ key, words: text }) => send({ act: "send", sentKey: key, words: text }),
      setWaiting,
    );
  }, [path, me, send]);

  useEffect(() => {
    if (!outbox) return undefined;
    setWaiting(outbox.waiting);
    if (closed === null) void outbox.run();
    const goOn = (): void => void outbox.run();
    addEventListener("online", goOn);
    return () => {
      removeEventListener("online", goOn);
      outbox.stop();
    };
  }, [outbox, closed]);

  useEffect(() => {
    if (!isNewest) return undefined;
    return hearConversation(path, props.revision, {
      message(message) {
        if (message.authorId === me) outbox?.remove(message.sentKey);
        setMessages((before) => merged(before, message));
      },
      read: (mark) => setMarks((before) => [...before.filter(({ personId }) => personId !== mark.personId), mark]),
      // What she is writing is kept on this device.
      again: () => location.reload(),
      line(isThere) {
        setOpen(isThere);
        if (isThere) setSignedOut(false);
      },
      signedOut: () => setSignedOut(true),
    });
  }, [path, me, isNewest, props.revision, outbox]);

  useReading(messages, props, send);
  useEnd(endRef, messages.length + waiting.length, isNewest && props.readBefore >= (messages.at(-1)?.number ?? 0));

  const arrived = new Set(messages.filter(({ authorId }) => authorId === me).map(({ sentKey }) => sentKey));
  const takeBack = ({ key, words: text }: WaitingMessage): void => {
    const box = boxRef.current;
    if (!box) return;
    box.value = [text, box.value].filter(Boolean).join("\n\n");
    // Kept there before it is given up here.
    box.dispatchEvent(new Event("input", { bubbles: true }));
    outbox?.remove(key);
    box.focus();
  };
  const sending: Sending = { outbox, send, isSignedOut, takeBack };
  return (
    <div class="conversation">
      {messages.length + waiting.length === 0 && <EmptyState title={words.none}>{closed === null ? words.noneHint : undefined}</EmptyState>}
      <ConversationList
        messages={messages}
        marks={marks}
        waiting={waiting.filter(({ key }) => !arrived.has(key))}
        people={props}
        readBefore={props.readBefore}
        newestBefore={props.messages.at(-1)?.number ?? 0}
        isClosed={closed !== null}
        sending={sending}
      />
      <div ref={endRef} id="newest" />
      {isNewest && !isOpen && !isSignedOut && <p class="hint">{words.offline}</p>}
      {isNewest && closed === null && <Composer {...props} sending={sending} boxRef={boxRef} />}
    </div>
  );
}

/** In the order of their numbers; a message that was changed takes its place. */
function merged(before: readonly ShownMessage[], message: ShownMessage): readonly ShownMessage[] {
  const others = before.filter(({ number }) => number !== message.number);
  // One from before this page was changed: it is changed there.
  if (others.length === before.length && message.number < (before[0]?.number ?? 0)) return before;
  return [...others, message].toSorted((a, b) => a.number - b.number);
}

async function post(path: string, fields: Readonly<Record<string, string>>, files: readonly File[]): Promise<Outcome> {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.set(name, value);
  for (const file of files) body.append("files", file);
  let response: Response;
  try {
    response = await fetch(path, {
      method: "POST",
      body,
      headers: { accept: "application/json" },
      signal: AbortSignal.timeout(files.length > 0 ? 300_000 : 20_000),
    });
  } catch {
    return "later";
  }
  if (response.status === 401 || response.redirected) return "signed-out";
  if (response.ok) return "arrived";
  if (response.status >= 500 || response.status === 408) return "later";
  const { errors = {} } = (await response.json().catch(() => ({}))) as { errors?: Record<string, string> };
  const [sentence] = Object.values(errors);
  if (response.status === 429) return sentence === undefined ? "later" : { later: sentence };
  return { refused: sentence ?? String(response.status) };
}

/** What is looked at is read. */
function useReading(
  messages: readonly ShownMessage[],
  { me, readBefore, isNewest }: ConversationProps,
  send: (fields: Readonly<Record<string, string>>) => Promise<Outcome>,
): void {
  const readRef = useRef(readBefore);
  const titleRef = useRef<string | undefined>(undefined);
  const newest = messages.findLast(({ authorId }) => authorId !== me)?.number ?? 0;
  useEffect(() => {
    const look = (): void => {
      // The tab says what came while nobody looked at it.
      titleRef.current ??= document.title;
      const unseen = document.hidden ? messages.filter(({ number, authorId }) => authorId !== me && number > readRef.current).length : 0;
      document.title = unseen > 0 ? `(${unseen}) ${titleRef.current}` : titleRef.current;
      if (document.hidden || !isNewest || newest <= readRef.current) return;
      readRef.current = newest;
      void send({ act: "read", number: String(newest) });
    };
    look();
    document.addEventListener("visibilitychange", look);
    return () => document.removeEventListener("visibilitychange", look);
  }, [messages, me, newest, isNewest, send]);
}

/** Who stands at the end of the conversation stays there when it grows; who reads further up is left in peace. */
function useEnd(endRef: { readonly current: HTMLDivElement | null }, count: number, beginsThere: boolean): void {
  const countRef = useRef<number | undefined>(undefined);
  useEffect(() => {
    const place = endRef.current;
    if (!place) return;
    const isFirst = countRef.current === undefined;
    const grown = !isFirst && count > countRef.current!;
    countRef.current = count;
    if (isFirst && location.hash !== "") return;
    const isNear = place.getBoundingClientRect().top < innerHeight + 400;
    if (isFirst ? beginsThere : grown && isNear) place.scrollIntoView({ block: "center" });
    else if (isFirst) document.getElementById("unread")?.scrollIntoView();
  }, [endRef, count, beginsThere]);
}
