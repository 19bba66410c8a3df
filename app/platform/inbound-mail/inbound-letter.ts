/**
 * What comes in by mail. Whoever wants answers makes addresses with `replyAddress(settings, "m", id)` and puts a handler of that
 * name into her room's `inboundHandlers`:
 *
 *     export const takeReply: InboundHandler = { name: "m", take: (app, id, letter) => … };
 */
import type { App } from "../context.ts";
import type { Authenticity } from "./authenticity.ts";

export interface InboundFile {
  /** As its sender calls it; "" where she does not. */
  readonly name: string;
  /** As its sender claims: sniff before you believe. */
  readonly contentType: string;
  readonly bytes: Buffer;
  /** Shown among the words, as a picture in a signature is. */
  readonly isInline: boolean;
}

/** What stands in a letter. */
export interface ReadLetter {
  /** From the header, in lower case; undefined where there is none, or more than one. Anybody can write anything there. */
  readonly from: string | undefined;
  readonly subject: string;
  /** By which the same letter is known when it comes twice; made from its content where its sender gives none. */
  readonly messageId: string;
  /** What its sender wrote herself: without the letter that she answers to, and without her signature (`wordsOfReply`). */
  readonly words: string;
  readonly files: readonly InboundFile[];
  /** Written by a machine: an answer that somebody is away, a list, a bounce. (An answer to an invitation is one, too.) */
  readonly isAutomatic: boolean;
  /** Whether it is proved that its author is who the header From says. */
  readonly authenticity: Authenticity;
}

export interface InboundLetter extends ReadLetter {
  /** The address that it comes to was good until a day, and that is over. */
  readonly isLate: boolean;
}

/**
 * - `taken`: it is kept, in the database; the sender's mail server may forget it.
 * - `dropped`: nobody is told, since nobody wrote it.
 * - `refusal`: one sentence in plain ASCII that her mail server passes on to who wrote it; it says what to do instead.
 */
export type Taken = "taken" | "dropped" | { readonly refusal: string };

export interface InboundHandler {
  /** The first letters of its addresses. */
  readonly name: string;
  /** The same letter may come twice. What is thrown makes the sender's mail server try again later. */
  readonly take: (app: App, id: string, letter: InboundLetter) => Promise<Taken>;
}
