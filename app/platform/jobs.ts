/** Work that happens by itself: queued in the transaction that asks for it, done at least once, retried with back-off. */
import { CompiledQuery } from "kysely";
import { type Db, PgBoss } from "pg-boss";
import type pg from "pg";
import type { App, Context } from "./context.ts";
import { NotFound } from "./errors.ts";
import type { Subscription } from "./facts.ts";

export interface Job<P extends object> {
  readonly name: string;
  /** Raised when the payload's shape changes; a job that was queued by an older version says which it is. */
  readonly version: number;
  readonly run: (app: App, payload: P, signal: AbortSignal) => Promise<void>;
  readonly retryLimit: number;
  readonly retryDelaySeconds: number;
  readonly expireSeconds: number;
  /** How many at once in one process. */
  readonly atOnce: number;
  /** Repeats by itself, at these times (UTC). */
  readonly schedule: string | undefined;
}

export function job<P extends object>(name: string, definition: Pick<Job<P>, "run"> & Partial<Omit<Job<P>, "name" | "run">>): Job<P> {
  return { name, version: 1, retryLimit: 8, retryDelaySeconds: 5, expireSeconds: 900, atOnce: 2, schedule: undefined, ...definition };
}

/** Statements of pg-boss, in a transaction of ours. */
const within = (ctx: Context): Db => ({
  executeSql: async (text, values = []) => ({
    rows: [...(await ctx.db.executeQuery<unknown>(CompiledQuery.raw(text, values))).rows],
  }),
});

const schema = "jobs";
/** A worker says this often that it lives; a job of one that does not is given out again, long before its time is up. */
const heartbeatSeconds = 30;
const lookForLostSeconds = 10;
const queueOptions = ({ retryLimit, retryDelaySeconds, expireSeconds }: Job<never>) => ({
  retryLimit,
  retryDelay: retryDelaySeconds,
  retryBackoff: true,
  retryDelayMax: 3600,
  expireInSeconds: expireSeconds,
  heartbeatSeconds,
  deleteAfterSeconds: 7 * 86_400,
  notify: true,
});

/** Makes the tables of the queue and lets the request login use them; run by the owner's login after the migrations. */
export async function prepareJobs(owner: pg.PoolConfig, requestLogin: string, jobs: readonly Job<never>[]): Promise<void> {
  const boss = new PgBoss({ ...(owner as object), schema, max: 2, supervise: false, schedule: false, reindex: false });
  boss.on("error", (error) => console.error("jobs:", error.message));
  await boss.start();
  try {
    const known = new Set((await boss.getQueues()).map((queue) => queue.name));
    for (const one of jobs) {
      if (known.has(one.name)) await boss.updateQueue(one.name, queueOptions(one));
      else await boss.createQueue(one.name, queueOptions(one));
    }
    const login = `"${requestLogin.replaceAll('"', '""')}"`;
    await boss.getDb().executeSql(
      `grant usage on schema ${schema} to ${login};
       grant select, insert, update, delete on all tables in schema ${schema} to ${login};
       grant usage on all sequences in schema ${schema} to ${login};
       grant execute on all routines in schema ${schema} to ${login}`,
    );
  } finally {
    await boss.stop({ graceful: false });
  }
}

/** Takes out of the memory of jobs that are over whatever says one of these words; what is still to be done is left alone. */
export async function forgetInJobs(ctx: Context, words: readonly string[]): Promise<void> {
  await within(ctx).executeSql(
    `delete from ${schema}.job where state in ('completed', 'cancelled', 'failed')
       and exists (select from unnest($1::text[]) word where strpos(lower(concat_ws(' ', data::text, output::text)), lower(word)) > 0)`,
    [words],
  );
}

export class Jobs {
  readonly all: readonly Job<never>[];
  readonly #subscriptions: readonly Subscription[];
  readonly #boss: PgBoss;
  readonly #stopping = new AbortController();
  #undisturbed: Promise<void> = Promise.resolve();
  readonly #running = new Set<Promise<void>>();

  constructor(requests: pg.PoolConfig, all: readonly Job<never>[], subscriptions: readonly Subscription[]) {
    this.all = all;
    this.#subscriptions = subscriptions;
    this.#boss = new PgBoss({
      ...(requests as object),
      schema,
      max: 4,
      migrate: false,
      createSchema: false,
      reindex: false,
      monitorVacuum: false,
      useListenNotify: true,
      superviseIntervalSeconds: lookForLostSeconds,
      monitorIntervalSeconds: lookForLostSeconds,
    });
    this.#boss.on("error", (error) => console.error("jobs:", error.message));
  }

  subscriptionsTo(fact: string): readonly Subscription[] {
    return this.#subscriptions.filter((subscription) => subscription.fact === fact);
  }

  /** Queues the job with the transaction of `ctx`: it runs if, and only if, that commits. */
  async enqueue<P extends object>(
    ctx: Context,
    one: Job<P>,
    payload: P,
    options: { startAfter?: Date; onlyOneFor?: string } = {},
  ): Promise<void> {
    await this.#boss.send(
      one.name,
      { ...payload, version: one.version },
      {
        db: within(ctx),
        ...(options.startAfter && { startAfter: options.startAfter }),
        ...(options.onlyOneFor && { singletonKey: options.onlyOneFor }),
      },
    );
  }

  /** The same for many at once, in one statement. */
  async enqueueEach<P extends object>(ctx: Context, one: Job<P>, payloads: readonly P[]): Promise<void> {
    if (payloads.length === 0) return;
    const batch = payloads.map((payload) => ({ data: { ...payload, version: one.version } }));
    await this.#boss.insert(one.name, batch, { db: within(ctx) });
  }

  /** Forgets all work that names one of these in its payload, as `{ organizationId }` does: what it was about is gone. */
  async forget(ctx: Context, name: string, values: readonly string[]): Promise<void> {
    if (values.length === 0) return;
    await ctx.db.executeQuery(CompiledQuery.raw(`delete from ${schema}.job where data ->> $1 = any ($2)`, [name, values]));
  }

  /** Begins to send (and, with workers, to work). Tests of single acts do without workers and call `runDue`. */
  async start(app: App, options: { withWorkers: boolean }): Promise<void> {
    await this.#boss.start();
    if (options.withWorkers) await this.work(app);
  }

  async work(app: App): Promise<void> {
    for (const one of this.all) {
      for (let worker = 0; worker < one.atOnce; worker++) await this.#work(app, one);
      if (one.schedule) await this.#boss.schedule(one.name, one.schedule, { version: one.version });
      else await this.#boss.unschedule(one.name);
    }
  }

  /** A worker takes what comes; and after each job the next one, without the pause that pg-boss makes where nobody told of new work. */
  async #work(app: App, one: Job<never>): Promise<void> {
    let worker: string | undefined;
    worker = await this.#boss.work(one.name, { notifyPollingIntervalSeconds: 10 }, async (batch) => {
      try {
        for (const { data } of batch) await this.#tracked(this.#perform(app, one, data as never));
      } finally {
        if (worker !== undefined) this.#boss.notifyWorker(worker);
      }
    });
  }

  /** Until `work` ends nothing begins by its schedule: what comes due meanwhile waits. */
  undisturbed(work: () => Promise<void>): Promise<void> {
    const going = work();
    this.#undisturbed = going.catch(() => undefined);
    return going;
  }

  async #perform(app: App, one: Job<never>, payload: never): Promise<void> {
    if (one.schedule) await this.#undisturbed;
    try {
      await one.run(app, payload, this.#stopping.signal);
    } catch (error) {
      // What it was about is gone, with whoever left: nothing is to be done any more.
      if (error instanceof NotFound) return;
      if (!this.#stopping.signal.aborted) console.error(`job ${one.name} failed and will be tried again:`, error);
      throw error;
    }
  }

  async #tracked(work: Promise<void>): Promise<void> {
    this.#running.add(work);
    try {
      await work;
    } finally {
      this.#running.delete(work);
    }
  }

  /** For tests: does what is due now, in order, until nothing is left. Returns the names of what was done. */
  async runDue(app: App): Promise<string[]> {
    const done: string[] = [];
    for (let isIdle = false; !isIdle;) {
      isIdle = true;
      for (const one of this.all) {
        for (const { id, data } of await this.#boss.fetch<object>(one.name, { batchSize: 100 })) {
          isIdle = false;
          // Whoever is slow is not missed: else it would be given out again.
          const beat = setInterval(() => void this.#boss.touch(one.name, id), (heartbeatSeconds * 1000) / 3);
          try {
            await one.run(app, data as never, this.#stopping.signal);
          } finally {
            clearInterval(beat);
          }
          await this.#boss.complete(one.name, id);
          done.push(one.name);
        }
      }
    }
    return done;
  }

  /** Lets running work finish (it hears the signal and may stop at a safe place). */
  async stop(): Promise<void> {
    this.#stopping.abort(new Error("the server is stopping"));
    await Promise.race([Promise.allSettled(this.#running), new Promise((resolve) => setTimeout(resolve, 10_000))]);
    await this.#boss.stop({ graceful: true, timeout: 5000 });
  }
}
