/** The box to write in. What stands in it is kept on this device until it was sent. */
import { useEffect, useRef, useState } from "preact/hooks";
import { Button, Buttons } from "../../ui/button.tsx";
import { useReader } from "../../ui/reader.ts";
import { keeper } from "./keeper.ts";
import { longestMessage, mostFiles } from "./message.ts";
import { messageWords } from "./messages.messages.ts";
import type { Outbox, Outcome, WaitingMessage } from "./outbox.ts";

export interface Sending {
  /** In the browser. */
  readonly outbox: Outbox | undefined;
  readonly send: (fields: Readonly<Record<string, string>>, files?: readonly File[]) => Promise<Outcome>;
  readonly isSignedOut: boolean;
  /** Puts its words into the box again. */
  readonly takeBack: (message: WaitingMessage) => void;
}

interface ComposerProps {
  path: string;
  me: string;
  sentKey: string;
  refused: { readonly sentence: string; readonly words: string } | null;
  sending: Sending;
  boxRef: { current: HTMLTextAreaElement | null };
}

type State = "ready" | "sending" | "failed";

export function Composer({ path, me, sentKey, refused, sending, boxRef }: ComposerProps) {
  const words = messageWords(useReader().language);
  const filesRef = useRef<HTMLInputElement>(null);
  const [state, setState] = useState<State>("ready");
  const [problem, setProblem] = useState(refused?.sentence);
  const draftName = `draft ${path} ${me}`;
  // Of a message with files, which is tried again by hand: the same one again, not another.
  const [fileKey, setFileKey] = useState(sentKey);

  const keepDraft = (): void => {
    const text = boxRef.current?.value ?? "";
    if (text === "") keeper()?.removeItem(draftName);
    else keeper()?.setItem(draftName, text);
  };
  useEffect(() => {
    const text = boxRef.current;
    if (!text) return;
    if (text.value === "") text.value = keeper()?.getItem(draftName) ?? "";
  }, [draftName, boxRef]);

  const clear = (): void => {
    if (boxRef.current) boxRef.current.value = "";
    if (filesRef.current) filesRef.current.value = "";
    setProblem(undefined);
    keepDraft();
  };
  const sendWithFiles = async (text: string, chosen: readonly File[]): Promise<void> => {
    setState("sending");
    setProblem(undefined);
    const outcome = await sending.send({ act: "send", sentKey: fileKey, words: text }, chosen);
    setState(outcome === "later" ? "failed" : "ready");
    if (typeof outcome === "object") setProblem("refused" in outcome ? outcome.refused : outcome.later);
    if (outcome !== "arrived") return;
    setFileKey(newKey());
    clear();
  };
  /** A picture that is pasted is a file to be sent, beside those that were chosen. */
  const onPaste = (event: ClipboardEvent): void => {
    const pasted = [...(event.clipboardData?.files ?? [])];
    const input = filesRef.current;
    if (pasted.length === 0 || !input) return;
    event.preventDefault();
    const all = new DataTransfer();
    for (const file of [...(input.files ?? []), ...pasted]) all.items.add(file);
    input.files = all.files;
    setProblem(undefined);
  };
  const onSubmit = (event: Event): void => {
    if (!sending.outbox) return;
    event.preventDefault();
    const text = (boxRef.current?.value ?? "").trim();
    const chosen = [...(filesRef.current?.files ?? [])];
    if (chosen.length > 0) {
      if (state !== "sending") void sendWithFiles(text, chosen);
      return;
    }
    if (text === "") return setProblem(words.empty);
    // Kept there from now on, before it is taken out of the box.
    sending.outbox.put({ key: newKey(), words: text }, Date.now());
    clear();
    boxRef.current?.focus();
  };

  return (
    <form
      id="send"
      class="form composer"
      method="post"
      action={path}
      encType="multipart/form-data"
      data-draft="off"
      noValidate
      onSubmit={onSubmit}
    >
      <input type="hidden" name="act" value="send" />
      <input type="hidden" name="sentKey" value={sentKey} />
      {sending.isSignedOut && (
        <p class="callout warn" role="alert">
          <a href={`/sign-in?next=${encodeURIComponent(path)}`}>{words.signedOut}</a>
        </p>
      )}
      <div class="field long">
        <label for="send-words">{words.write}</label>
        {problem !== undefined && (
          <p class="field-error" id="send-words-error" role="alert">
            {problem}
          </p>
        )}
        <textarea
          id="send-words"
          name="words"
          ref={boxRef}
          rows={4}
          maxLength={longestMessage}
          dir="auto"
          aria-describedby={problem === undefined ? undefined : "send-words-error"}
          aria-invalid={problem === undefined ? undefined : "true"}
          defaultValue={refused?.words ?? ""}
          onInput={keepDraft}
          onPaste={onPaste}
        />
      </div>
      <div class="field long">
        <label for="send-files">{words.files}</label>
        <p class="hint" id="send-files-hint">
          {words.filesHint}
        </p>
        <input
          id="send-files"
          type="file"
          name="files"
          multiple
          ref={filesRef}
          aria-describedby="send-files-hint"
          data-most={mostFiles}
          onChange={() => setProblem(undefined)}
        />
      </div>
      <Buttons>
        <Button disabled={state === "sending"}>{words.send}</Button>
      </Buttons>
      {/* What becomes of a message with files; others say it where they stand. */}
      <output class="hint">{state === "sending" ? words.states.sending : state === "failed" ? words.states.failed : ""}</output>
    </form>
  );
}

/** RFC 9562, version 4; `randomUUID` is not there on pages without HTTPS. */
function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
