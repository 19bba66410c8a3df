/** What happens in a topic is read once for everybody in this process who listens, in one transaction for each event. */
import type { Live } from "./live.ts";
import type { LiveEvent } from "./stream.ts";

interface Subscriber {
  /** Not known until she has caught up. */
  personId: string;
  /** Takes the events that are for her, oldest first. */
  readonly take: (events: readonly LiveEvent[]) => void;
  /** The newest event that she has seen, or that was not for her; undefined until she has caught up. */
  position: number | undefined;
  /** Something happened while she was catching up. */
  hasMissed: boolean;
}

/** How long after a reading that failed it is tried again. */
const patienceMs = 1000;

class Feed {
  readonly subscribers = new Set<Subscriber>();
  readonly #read: (after: number) => Promise<readonly LiveEvent[]>;
  #isReading = false;
  #isStale = false;

  constructor(read: (after: number) => Promise<readonly LiveEvent[]>) {
    this.#read = read;
  }

  async wake(): Promise<void> {
    for (const subscriber of this.subscribers) if (subscriber.position === undefined) subscriber.hasMissed = true;
    this.#isStale = true;
    if (this.#isReading) return;
    this.#isReading = true;
    try {
      while (this.#isStale) {
        this.#isStale = false;
        await this.#readOn();
      }
    } catch (error) {
      console.error("live: what happened could not be read, and will be soon:", (error as Error).message);
      if (this.subscribers.size > 0) setTimeout(() => void this.wake(), patienceMs).unref();
    } finally {
      this.#isReading = false;
    }
  }

  async #readOn(): Promise<void> {
    const positions = [...this.subscribers].flatMap(({ position }) => position ?? []);
    if (positions.length === 0) return;
    const events = await this.#read(Math.min(...positions));
    for (const subscriber of this.subscribers) handOut(subscriber, events);
  }
}

function handOut(subscriber: Subscriber, events: readonly LiveEvent[]): void {
  const { position, personId } = subscriber;
  const newest = events.at(-1);
  if (position === undefined || !newest || newest.id <= position) return;
  subscriber.position = newest.id;
  subscriber.take(events.filter(({ id, to }) => id > position && (to === undefined || to.includes(personId))));
}

export class Feeds {
  readonly #live: Live;
  readonly #feeds = new Map<string, { readonly feed: Feed; readonly ended: Promise<() => void> }>();

  constructor(live: Live) {
    this.#live = live;
  }

  /** From now on she misses nothing; what she gets begins with `catchUp`. */
  async join(
    topic: string,
    read: (after: number) => Promise<readonly LiveEvent[]>,
    take: Subscriber["take"],
  ): Promise<{ catchUp: (personId: string, before: readonly LiveEvent[], after: number) => void; leave: () => void }> {
    let entry = this.#feeds.get(topic);
    if (!entry) {
      const feed = new Feed(read);
      entry = { feed, ended: this.#live.listen(topic, () => void feed.wake()) };
      this.#feeds.set(topic, entry);
    }
    const { feed, ended } = entry;
    const subscriber: Subscriber = { personId: "", take, position: undefined, hasMissed: false };
    feed.subscribers.add(subscriber);
    const leave = (): void => {
      feed.subscribers.delete(subscriber);
      if (feed.subscribers.size > 0 || this.#feeds.get(topic)?.feed !== feed) return;
      this.#feeds.delete(topic);
      void ended.then(
        (end) => end(),
        () => undefined,
      );
    };
    try {
      await ended;
    } catch (error) {
      leave();
      throw error;
    }
    return {
      leave,
      catchUp(personId, before, after) {
        Object.assign(subscriber, { personId, position: after });
        handOut(subscriber, before);
        if (subscriber.hasMissed) void feed.wake();
      },
    };
  }
}
