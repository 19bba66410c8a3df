/** A browser's end of a stream of events, over real HTTP. */
import http from "node:http";

export interface Heard {
  readonly id: number;
  readonly event: string;
  readonly data: Readonly<Record<string, unknown>>;
}

export interface Listener {
  readonly status: number;
  /** Whoever takes something out of it has heard it. */
  readonly heard: Heard[];
  readonly isClosed: boolean;
  /** Waits until so many events have been heard, and returns all of them. */
  until(count: number): Promise<readonly Heard[]>;
  /** Waits until there is something to hear, or the line is closed. */
  more(): Promise<void>;
  /** Waits until the server has closed the line. */
  closed(): Promise<void>;
  close(): void;
}

const patienceMs = 15_000;

/** Listens at an address; the promise is fulfilled when the line is open, or refused. */
export function listenTo(url: string, cookie: string, lastEventId?: number): Promise<Listener> {
  const heard: Heard[] = [];
  const waiting = new Set<() => void>();
  let isClosed = false;
  return new Promise((resolve, reject) => {
    const request = http.get(
      url,
      { headers: { accept: "text/event-stream", cookie, ...(lastEventId !== undefined && { "last-event-id": String(lastEventId) }) } },
      (response) => {
        let rest = "";
        response.setEncoding("utf8");
        const news = (): void => {
          for (const look of waiting) look();
        };
        response.on("data", (part: string) => {
          const blocks = (rest + part).split("\n\n");
          rest = blocks.pop()!;
          heard.push(...blocks.flatMap(read));
          news();
        });
        response.on("error", () => undefined);
        response.once("close", () => {
          isClosed = true;
          news();
        });
        const wait = (holds: () => boolean, what?: () => string): Promise<void> =>
          new Promise((done, fail) => {
            const giveUp = (): void => {
              waiting.delete(look);
              fail(new Error(what?.()));
            };
            const timer = what && setTimeout(giveUp, patienceMs);
            const look = (): void => {
              if (!holds()) return;
              clearTimeout(timer);
              waiting.delete(look);
              done();
            };
            waiting.add(look);
            look();
          });
        resolve({
          status: response.statusCode ?? 0,
          heard,
          get isClosed() {
            return isClosed;
          },
          more: () => wait(() => heard.length > 0 || isClosed),
          until: async (count) => {
            await wait(
              () => heard.length >= count,
              () => `heard ${heard.length} of ${count} events: ${JSON.stringify(heard)}`,
            );
            return heard;
          },
          closed: () =>
            wait(
              () => isClosed,
              () => "the line is still open",
            ),
          close: () => request.destroy(),
        });
      },
    );
    request.once("error", reject);
  });
}

function read(block: string): Heard[] {
  const fields = new Map(block.split("\n").map((line) => [line.slice(0, line.indexOf(":")), line.slice(line.indexOf(":") + 1).trim()]));
  const data = fields.get("data");
  if (data === undefined) return [];
  return [{ id: Number(fields.get("id")), event: fields.get("event") ?? "", data: JSON.parse(data) as Heard["data"] }];
}
