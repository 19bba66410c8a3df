/**
 * News runs up: an act announces what happened, and jobs of the rooms above follow from it, in the same transaction, so that
 * what follows happens exactly when the fact does. Each feature names its facts in its `table.ts`:
 *
 *     declare module "../../platform/facts.ts" { interface Facts { "offer.accepted": { organizationId: string; offerId: string } } }
 */
import type { Context } from "./context.ts";
import type { Job } from "./jobs.ts";

// oxlint-disable-next-line typescript/no-empty-interface, typescript/no-empty-object-type -- the features fill it
export interface Facts {}
export type Fact = keyof Facts;

/** One line of a room's `subscriptions.ts`: from a fact follows a job. */
export interface Subscription {
  readonly fact: string;
  readonly job: Job<never>;
}
export function when<F extends Fact>(fact: F, job: Job<Facts[F]>): Subscription {
  return { fact, job: job };
}

/** The same fact of many things at once, in one statement for each job that follows. */
export async function announceEach<F extends Fact>(ctx: Context, fact: F, payloads: readonly Facts[F][]): Promise<void> {
  for (const subscription of ctx.app.jobs.subscriptionsTo(fact)) await ctx.app.jobs.enqueueEach(ctx, subscription.job, payloads as never);
}

export async function announce<F extends Fact>(ctx: Context, fact: F, payload: Facts[F]): Promise<void> {
  for (const subscription of ctx.app.jobs.subscriptionsTo(fact)) await ctx.app.jobs.enqueue(ctx, subscription.job, payload as never);
}
