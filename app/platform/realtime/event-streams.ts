/** Open connections of pages that listen: what they are sent, how many one person may have, and when they end. */
import { type App, inOrganization } from "../context.ts";
import { securityHeaders } from "../security-headers.ts";
import { Feeds } from "./feeds.ts";
import type { LiveEvent, Stream } from "./stream.ts";

/** Proxies cut what is silent for a minute. */
const heartbeatMs = 25_000;
/** Whether she may still listen is asked when the database says that her standing has changed, and now and then besides: sessions run out. */
const beatsBetweenChecks = 3;
/** Told by triggers of the tables that a standing rests on. */
const standingOf = (personId: string): string => `standing ${personId}`;
/** A page listens once while it is looked at; more than this is no reader. */
export const mostStreamsPerPerson = 12;
/** A reader who takes nothing gets no more: her browser comes back and says what she has seen. */
const mostWaitingParts = 200;

export interface Asking {
  readonly route: Stream;
  readonly params: Readonly<Record<string, string>>;
  /** The last event that she has seen. */
  readonly after: number;
  /** Whether the connection stays open; without it she gets what has happened until now. */
  readonly stays: boolean;
  /** Who she is, and what has happened, in one transaction; undefined: she is not admitted. */
  readonly enter: () => Promise<{ readonly personId: string; readonly events: readonly LiveEvent[] } | undefined>;
  readonly isStillAdmitted: () => Promise<boolean>;
}

const lineOf = ({ id, event, data }: LiveEvent): string => `id: ${id}\nevent: ${event}\ndata: ${JSON.stringify(data)}\n\n`;

const eventStreamHeaders = {
  ...securityHeaders,
  "content-type": "text/event-stream; charset=utf-8",
  "cache-control": "no-store, no-transform",
  // Some proxies gather answers before they pass them on.
  "x-accel-buffering": "no",
};

export class EventStreams {
  readonly #app: App;
  readonly #feeds: Feeds;
  readonly #open = new Map<string, number>();

  constructor(app: App) {
    this.#app = app;
    this.#feeds = new Feeds(app.live);
  }

  /** The answer to somebody who wants to listen; undefined where she is not admitted. */
  async answer(asking: Asking): Promise<Response | undefined> {
    // Whoever comes now would keep the server from ending; her browser finds the next one.
    if (this.#app.live.hasStopped) return new Response(null, { status: 503, headers: { ...securityHeaders, "retry-after": "5" } });
    if (asking.stays) return this.#stay(asking);
    const entered = await asking.enter();
    if (!entered) return undefined;
    const { personId, events } = entered;
    const hers = events.filter(({ to }) => to === undefined || to.includes(personId));
    return new Response(hers.map(lineOf).join(""), { headers: eventStreamHeaders });
  }

  async #stay({ route, params, after, enter, isStillAdmitted }: Asking): Promise<Response | undefined> {
    const encoder = new TextEncoder();
    const ends: (() => void)[] = [];
    let hasEnded = false;
    const end = (): void => {
      if (hasEnded) return;
      hasEnded = true;
      for (const one of ends.toReversed()) one();
    };
    let controller!: ReadableStreamDefaultController<Uint8Array>;
    const body = new ReadableStream<Uint8Array>({ start: (given) => void (controller = given), cancel: end });
    const close = (): void => {
      if (hasEnded) return;
      end();
      controller.close();
    };
    const send = (text: string): void => {
      if (hasEnded) return;
      if ((controller.desiredSize ?? 0) < -mostWaitingParts) return close();
      controller.enqueue(encoder.encode(text));
    };

    try {
      const read = (from: number) => inOrganization(this.#app, params["organizationId"]!, (ctx) => route.read(ctx, params as never, from));
      // Before it is asked who she is, so that nothing falls between what has happened and what will.
      const { catchUp, leave } = await this.#feeds.join(route.topic(params as never), read, (events) => {
        if (events.length > 0) send(events.map(lineOf).join(""));
      });
      ends.push(leave);
      const entered = await enter();
      const leaveOpen = entered && this.#countIn(entered.personId);
      if (!entered || !leaveOpen) {
        end();
        return entered && new Response(null, { status: 429, headers: { ...securityHeaders, "retry-after": "60" } });
      }
      ends.push(leaveOpen);
      const ask = (): void => void isStillAdmitted().then((isAdmitted) => isAdmitted || close(), close);
      ends.push(await this.#app.live.listen(standingOf(entered.personId), ask));
      // It may have changed before anybody listened to that.
      ask();
      send("retry: 2000\n\n");
      catchUp(entered.personId, entered.events, after);
    } catch (error) {
      end();
      throw error;
    }
    ends.push(this.#app.live.untilStop(close), this.#beat(send, close, isStillAdmitted));
    return new Response(body, { headers: eventStreamHeaders });
  }

  /** One more of hers is open until what is returned is called; undefined: she has as many as one may have. */
  #countIn(personId: string): (() => void) | undefined {
    const count = this.#open.get(personId) ?? 0;
    if (count >= mostStreamsPerPerson) return undefined;
    this.#open.set(personId, count + 1);
    return () => {
      const left = this.#open.get(personId)! - 1;
      if (left > 0) this.#open.set(personId, left);
      else this.#open.delete(personId);
    };
  }

  #beat(send: (text: string) => void, close: () => void, isStillAdmitted: () => Promise<boolean>): () => void {
    let beats = 0;
    const beating = setInterval(() => {
      send(":\n\n");
      if (++beats % beatsBetweenChecks !== 0) return;
      isStillAdmitted().then(
        (isAdmitted) => isAdmitted || close(),
        // The database is away, or what she listened to is gone: her browser asks again.
        close,
      );
    }, heartbeatMs);
    beating.unref();
    return () => clearInterval(beating);
  }
}
