import type { Subscription } from "./facts.ts";
import type { InboundHandler } from "./inbound-mail/inbound-letter.ts";
import type { Job } from "./jobs.ts";
import type { Route } from "./page.ts";

/** What a room adds to the house: its addresses, its jobs, and what follows from the facts of the rooms below. */
export interface Room {
  readonly routes: readonly Route[];
  readonly jobs: readonly Job<never>[];
  readonly subscriptions: readonly Subscription[];
  /** Who takes letters that come in by mail. */
  readonly inboundHandlers?: readonly InboundHandler[];
}
