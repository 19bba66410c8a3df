/** News between requests, in every process: who listens to a topic is woken when somebody's transaction about it has committed. */
import { type RawBuilder, sql } from "kysely";
import pg from "pg";
import type { Context } from "../context.ts";

const channel = "understory_live";
const longestPauseMs = 5000;
/** A connection that was lost without a word is found out by asking. */
const askEveryMs = 30_000;

/** The same as a value in a statement that is made anyway, for what happens often. */
export const notice = (topic: string): RawBuilder<unknown> => sql`pg_notify(${channel}, ${topic})`;

/** One connection of the process listens for all topics; it is made with the first listener, and made anew when it is lost. */
export class Live {
  readonly #config: pg.ClientConfig;
  readonly #listeners = new Map<string, Set<() => void>>();
  readonly #closers = new Set<() => void>();
  #connection: Promise<pg.Client> | undefined;
  #hasStopped = false;

  constructor(config: pg.ClientConfig) {
    this.#config = config;
  }

  /**
   * Wakes the listeners of a topic when, and only if, the transaction of `ctx` commits; in the order of commits. Say only what it
   * is about ("messages 0199…"): they look by themselves at what they may see.
   */
  async publish(ctx: Context, topic: string): Promise<void> {
    await sql`select ${notice(topic)}`.execute(ctx.db);
  }

  /**
   * Calls `wake` after each transaction that published the topic and committed after this promise was fulfilled, and once more
   * whenever the connection was lost meanwhile and something may have been missed.
   *
   * @returns ends the listening
   */
  async listen(topic: string, wake: () => void): Promise<() => void> {
    const listeners = this.#listeners.get(topic) ?? new Set();
    this.#listeners.set(topic, listeners.add(wake));
    const end = (): void => {
      listeners.delete(wake);
      if (listeners.size === 0 && this.#listeners.get(topic) === listeners) this.#listeners.delete(topic);
    };
    try {
      await (this.#connection ??= this.#connect());
    } catch (error) {
      end();
      throw error;
    }
    return end;
  }

  /** Calls `close` when the process stops, unless what it returns was called before. */
  untilStop(close: () => void): () => void {
    this.#closers.add(close);
    return () => this.#closers.delete(close);
  }

  /** From then on nobody begins to listen. */
  get hasStopped(): boolean {
    return this.#hasStopped;
  }

  async stop(): Promise<void> {
    this.#hasStopped = true;
    for (const close of this.#closers) close();
    const client = await this.#connection?.catch(() => undefined);
    await client?.end().catch(() => undefined);
  }

  async #connect(): Promise<pg.Client> {
    const client = new pg.Client({ ...this.#config, keepAlive: true, connectionTimeoutMillis: 10_000, query_timeout: 10_000 });
    let isListening = false;
    const asking = setInterval(() => void client.query("select 1").catch(() => void client.end().catch(() => undefined)), askEveryMs);
    asking.unref();
    // Without a listener the death of the backend would end the process.
    client.on("error", (error) => console.error("live: the connection was lost:", error.message));
    client.once("end", () => {
      clearInterval(asking);
      // One that came to nothing is not the one that all listen to.
      if (!isListening) return;
      this.#connection = undefined;
      if (!this.#hasStopped && this.#listeners.size > 0) void this.#connectAgain();
    });
    client.on("notification", ({ payload = "" }) => {
      for (const wake of this.#listeners.get(payload) ?? []) wake();
    });
    try {
      await client.connect();
      await client.query(`listen ${channel}`);
      isListening = true;
    } catch (error) {
      clearInterval(asking);
      this.#connection = undefined;
      await client.end().catch(() => undefined);
      throw error;
    }
    return client;
  }

  async #connectAgain(): Promise<void> {
    for (let pause = 100; !this.#hasStopped; pause = Math.min(pause * 2, longestPauseMs)) {
      try {
        await (this.#connection ??= this.#connect());
        break;
      } catch {
        await new Promise((resolve) => setTimeout(resolve, pause * (0.5 + Math.random())).unref());
      }
    }
    for (const listeners of this.#listeners.values()) for (const wake of listeners) wake();
  }
}
