/** An entrance through which a page hears what happens, as it happens (server-sent events). */
import type { Access } from "../access.ts";
import type { Context } from "../context.ts";
import type { PathParameters } from "../page.ts";

export interface LiveEvent {
  /** Grows in the order in which things happened in the topic: who comes back names the last one that she has seen. */
  readonly id: number;
  readonly event: string;
  /** Must survive JSON. */
  readonly data: object;
  /** Whom it is for, by person; everybody who is admitted, where this is left out. */
  readonly to?: readonly string[];
}

export interface Stream {
  readonly kind: "stream";
  readonly path: string;
  readonly access: Access<never>;
  readonly topic: (params: never) => string;
  readonly read: (ctx: Context, params: never, after: number) => Promise<readonly LiveEvent[]>;
}

/**
 * A stream at an address below "/organizations/:organizationId". `topic` is what `app.live.publish(ctx, topic)` wakes; `read` then
 * tells what happened after an event, oldest first, to everybody who listens: it is asked once for all of them, without an actor.
 */
export function stream<const P extends `/organizations/:organizationId/${string}`>(
  path: P,
  definition: {
    access: Access<PathParameters<P>>;
    topic: (params: PathParameters<P>) => string;
    read: (ctx: Context, params: PathParameters<P>, after: number) => Promise<readonly LiveEvent[]>;
  },
): Stream {
  return { kind: "stream", path, ...definition } as unknown as Stream;
}
