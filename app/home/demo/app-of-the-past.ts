/**
 * The application as of a moment in the past: its clock is set by hand, and what it queues is done when `settle` says so, at the
 * moment that the clock shows. So the weeks before the demo are lived through by the same acts and jobs as any others.
 */
import type { App, Context } from "../../platform/context.ts";
import { type Job, Jobs } from "../../platform/jobs.ts";

export interface AppOfThePast extends App {
  /** Sets the clock. */
  moveTo(moment: Date): void;
  /** Does all that is queued, and what follows from it, in order. */
  settle(): Promise<void>;
}

export function appOfThePast(app: App, begin: Date, signal: AbortSignal): AppOfThePast {
  let now = begin;
  const queue: { job: Job<never>; payload: object }[] = [];
  const put = (job: Job<never>, payload: object): void => void queue.push({ job, payload: { ...payload, version: job.version } });
  const jobs: Jobs = Object.assign(Object.create(Jobs.prototype) as Jobs, {
    all: app.jobs.all,
    subscriptionsTo: (fact: string) => app.jobs.subscriptionsTo(fact),
    enqueue: async <P extends object>(_ctx: Context, job: Job<P>, payload: P) => put(job, payload),
    enqueueEach: async <P extends object>(_ctx: Context, job: Job<P>, payloads: readonly P[]) => {
      for (const payload of payloads) put(job, payload);
    },
  });
  const past: AppOfThePast = {
    settings: app.settings,
    db: app.db,
    jobs,
    live: app.live,
    now: () => now,
    moveTo(moment) {
      signal.throwIfAborted();
      now = moment;
    },
    async settle() {
      for (let next = queue.shift(); next; next = queue.shift()) {
        signal.throwIfAborted();
        await next.job.run(past, next.payload as never, signal);
      }
    },
  };
  return past;
}
