/**
 * What was written and has not arrived yet, in the browser: kept until the server says that it has it, sent one after the other,
 * and tried again with growing pauses. Sent twice it is one message, by its key.
 */
import type { Keeper } from "./keeper.ts";

export interface WaitingMessage {
  readonly key: string;
  readonly words: string;
  /** `refused` is not tried again by itself. */
  readonly state: "waiting" | "sending" | "failed" | "refused";
  readonly sentence?: string;
}

/** `later`: the line is down, the server in trouble, or it says itself that it is too much for now. */
export type Outcome = "arrived" | "later" | "signed-out" | { readonly refused: string } | { readonly later: string };

interface Kept {
  readonly key: string;
  readonly words: string;
}

const firstPauseMs = 1000;
const longestPauseMs = 30_000;

/** Each message has an entry of its own, so that two tabs never overwrite each other's. */
export class Outbox {
  readonly #keeper: Keeper;
  readonly #name: string;
  readonly #send: (message: Kept) => Promise<Outcome>;
  readonly #changed: (waiting: readonly WaitingMessage[]) => void;
  #waiting: WaitingMessage[];
  #isSending = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #pause = firstPauseMs;

  constructor(
    keeper: Keeper,
    name: string,
    send: (message: Kept) => Promise<Outcome>,
    changed: (waiting: readonly WaitingMessage[]) => void,
  ) {
    this.#keeper = keeper;
    this.#name = name;
    this.#send = send;
    this.#changed = changed;
    this.#waiting = this.#kept().map((message) => ({ ...message, state: "waiting" }));
  }

  get waiting(): readonly WaitingMessage[] {
    return this.#waiting;
  }

  /** `at` orders what is found again after the page was left. */
  put(message: Kept, at: number): void {
    this.#keeper.setItem(this.#name + message.key, JSON.stringify({ words: message.words, at }));
    this.#waiting = [...this.#waiting, { ...message, state: "waiting" }];
    this.#changed(this.#waiting);
    void this.run();
  }

  /** It has arrived, as the conversation itself shows, or is given up. */
  remove(key: string): void {
    this.#keeper.removeItem(this.#name + key);
    if (!this.#waiting.some((one) => one.key === key)) return;
    this.#waiting = this.#waiting.filter((one) => one.key !== key);
    this.#changed(this.#waiting);
  }

  /** Sends what waits, oldest first; at once, whatever pause was planned. */
  async run(): Promise<void> {
    if (this.#isSending) return;
    clearTimeout(this.#timer);
    this.#isSending = true;
    try {
      for (let next = this.#next(); next; next = this.#next()) {
        this.#mark(next.key, "sending");
        const outcome = await this.#send(next).catch((): Outcome => "later");
        if (outcome === "arrived") {
          this.#pause = firstPauseMs;
          this.remove(next.key);
        } else if (typeof outcome === "object" && "refused" in outcome) this.#mark(next.key, "refused", outcome.refused);
        else if (typeof outcome === "object") {
          this.#mark(next.key, "failed", outcome.later);
          this.#pause = longestPauseMs;
          return this.#tryLater();
        } else {
          this.#mark(next.key, "failed");
          // Who is signed out comes back to a page of her own; until then trying is of no use.
          if (outcome === "later") this.#tryLater();
          return;
        }
      }
    } finally {
      this.#isSending = false;
    }
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  #tryLater(): void {
    // Not all at once after the server was away.
    this.#timer = setTimeout(() => void this.run(), this.#pause * (0.75 + Math.random() / 2));
    this.#pause = Math.min(this.#pause * 2, longestPauseMs);
  }

  #next(): WaitingMessage | undefined {
    return this.#waiting.find(({ state }) => state !== "refused");
  }

  #mark(key: string, state: WaitingMessage["state"], sentence?: string): void {
    this.#waiting = this.#waiting.map((one) =>
      one.key === key ? { key, words: one.words, state, ...(sentence !== undefined && { sentence }) } : one,
    );
    this.#changed(this.#waiting);
  }

  #kept(): Kept[] {
    const names = Array.from({ length: this.#keeper.length }, (_, index) => this.#keeper.key(index) ?? "");
    return names
      .filter((name) => name.startsWith(this.#name))
      .flatMap((name) => {
        try {
          const { words, at } = JSON.parse(this.#keeper.getItem(name) ?? "") as { words: string; at: number };
          return [{ key: name.slice(this.#name.length), words, at }];
        } catch {
          return [];
        }
      })
      .toSorted((a, b) => a.at - b.at)
      .map(({ key, words }) => ({ key, words }));
  }
}
