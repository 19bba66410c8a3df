/** The browser's end of the line on which it hears what happens: open while the page is looked at, and made anew when it breaks. */
import type { ReadMark, ShownMessage } from "./message.ts";

export interface Heard {
  message(message: ShownMessage): void;
  read(mark: ReadMark): void;
  /** More has happened than can be told: look at the page anew. */
  again(): void;
  line(isOpen: boolean): void;
  signedOut(): void;
}

/** Somebody who comes back within this time hears on as if she had stayed. */
const hiddenForMs = 60_000;
const retryMs = 5000;

/** Begins to hear what happened after `after`; returns how to stop. */
export function hearConversation(path: string, after: number, heard: Heard): () => void {
  let source: EventSource | undefined;
  let last = after;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const on = (name: string, take: (data: never) => void): void =>
    source?.addEventListener(name, (event) => {
      const { lastEventId, data } = event as MessageEvent<string>;
      last = Math.max(last, Number(lastEventId) || 0);
      take(JSON.parse(data) as never);
    });
  const open = (): void => {
    clearTimeout(timer);
    source?.close();
    source = new EventSource(`${path}/live?after=${last}`);
    on("message", (message: ShownMessage) => heard.message(message));
    on("read", (mark: ReadMark) => heard.read(mark));
    on("again", () => heard.again());
    source.addEventListener("open", () => heard.line(true));
    source.addEventListener("error", () => {
      heard.line(false);
      // A browser comes back by itself where the line broke, and never where it was refused.
      if (source?.readyState === EventSource.CLOSED) void askWhy();
    });
  };
  const askWhy = async (): Promise<void> => {
    const refused = await fetch(`${path}/live?after=${last}`).catch(() => undefined);
    if (source?.readyState !== EventSource.CLOSED) return;
    if (refused?.redirected) return heard.signedOut();
    // She is in it no more.
    if (refused?.status === 404) return heard.again();
    timer = setTimeout(open, retryMs * (0.5 + Math.random()));
  };
  const close = (): void => {
    clearTimeout(timer);
    source?.close();
    source = undefined;
  };
  // A browser has few lines to one server: a tab that nobody looks at gives its own back.
  const seenOrNot = (): void => {
    if (!document.hidden) {
      clearTimeout(timer);
      if (!source || source.readyState === EventSource.CLOSED) open();
    } else timer = setTimeout(close, hiddenForMs);
  };
  document.addEventListener("visibilitychange", seenOrNot);
  open();
  return () => {
    document.removeEventListener("visibilitychange", seenOrNot);
    close();
  };
}
