/** People who write without end, each her next message when the last was acknowledged, and others who listen, whatever happens. */
import { setTimeout as sleep } from "node:timers/promises";
import { newId } from "../../app/platform/identifiers.ts";
import { listenTo, type Listener } from "../../testing/listening.ts";
import type { KeptMessage, SentMessage } from "./account.ts";
import { type Conversation, sendOnce, type Writer } from "./conversations.ts";

export class PeopleAtWork {
  readonly acknowledged: SentMessage[] = [];
  readonly heard: KeptMessage[] = [];
  /** How often something had to be sent again, and how often what had arrived was sent once more. */
  retries = 0;
  repeats = 0;
  reconnects = 0;
  readonly #url: string;
  readonly #random: () => number;
  readonly #writing: Promise<void>[] = [];
  readonly #listening: Promise<void>[] = [];
  #writes = true;
  #listens = true;
  readonly #lines = new Map<string, Listener>();

  constructor(url: string, conversations: readonly Conversation[], random: () => number) {
    this.#url = url;
    this.#random = random;
    for (const conversation of conversations) {
      this.#listening.push(this.#listen(conversation));
      for (const writer of conversation.writers) this.#writing.push(this.#write(conversation, writer));
    }
  }

  async #write({ relationshipId, path }: Conversation, writer: Writer): Promise<void> {
    let count = 0;
    while (this.#writes) {
      count++;
      const message = { path, key: newId(), words: `Message ${count} of ${writer.personId}` };
      const sentAt = performance.now();
      while (!(await sendOnce(this.#url, writer, message))) {
        this.retries++;
        await sleep(50 + this.#random() * 150);
      }
      this.acknowledged.push({ relationshipId, key: message.key, writer: writer.personId, sentAt, acknowledgedAt: performance.now() });
      // A second tab that finds it unsent, a line that broke before the answer came.
      if (this.#random() < 0.1) {
        this.repeats++;
        await sendOnce(this.#url, writer, message);
      }
      await sleep(this.#random() * 40);
    }
  }

  async #listen({ relationshipId, path, writers }: Conversation): Promise<void> {
    let last = 0;
    while (this.#listens) {
      try {
        const line = await listenTo(`${this.#url}${path}/live?after=0`, writers[0].cookie, last);
        this.#lines.set(relationshipId, line);
        while (line.status === 200 && !line.isClosed) {
          await line.more();
          for (const { id, event, data } of line.heard.splice(0)) {
            last = id;
            if (event === "message") this.heard.push({ relationshipId, key: String(data["sentKey"]), number: Number(data["number"]) });
            else if (event === "again") throw new Error("a listener missed too much to be told");
          }
        }
        line.close();
      } catch {
        // The server is away.
      }
      this.reconnects++;
      await sleep(100);
    }
  }

  /** Each writes her last message to its end. */
  async rest(): Promise<void> {
    this.#writes = false;
    await Promise.all(this.#writing);
  }

  /** Waits until everything that is kept has been heard, or nothing more comes. */
  async listenToTheEnd(count: number): Promise<void> {
    for (let patience = 300; patience > 0 && this.heard.length < count; patience--) await sleep(50);
    this.#listens = false;
    for (const line of this.#lines.values()) line.close();
    await Promise.all(this.#listening);
  }
}
