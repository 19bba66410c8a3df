/** Messages in open conversations: how many a server keeps in a second, and how long each is on its way to the other's line. */
import { execFileSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import http from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import type { Conversation } from "../../drills/messages/conversations.ts";
import { type Listener, listenTo } from "../../testing/listening.ts";

export interface Exchanged {
  readonly perSecond: number;
  /** Of the server's own process. */
  readonly cpuMsEach: number;
  /** From the moment before it is sent until the other's line has it. */
  readonly medianMs: number;
  readonly p99Ms: number;
}

export interface Server {
  readonly url: string;
  readonly pid: number;
  /** The bare one knows no cookies. */
  readonly namesPerson: boolean;
}

const ticksPerSecond = Number(execFileSync("getconf", ["CLK_TCK"], { encoding: "utf8" }));
function cpuSeconds(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]!.split(" ");
  return (Number(fields[11]) + Number(fields[12])) / ticksPerSecond;
}

const agent = new http.Agent({ keepAlive: true, maxSockets: 200 });
function post(url: string, cookie: string, body: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const headers = {
      cookie,
      origin: new URL(url).origin,
      accept: "application/json",
      "content-type": "application/x-www-form-urlencoded",
      "content-length": Buffer.byteLength(body),
    };
    const request = http.request(url, { method: "POST", agent, headers }, (response) => {
      response.resume();
      response.once("end", () => resolve(response.statusCode ?? 0));
    });
    request.once("error", reject);
    request.end(body);
  });
}

/** Each conversation: one writes, the other listens. `pauseMs` between messages of one writer; 0: as fast as they are taken. */
export async function exchange(
  server: Server,
  conversations: readonly Conversation[],
  { seconds, pauseMs, revisions }: { seconds: number; pauseMs: number; revisions: ReadonlyMap<string, number> },
): Promise<Exchanged> {
  const sentAt = new Map<string, number>();
  const ways: number[] = [];
  const lines: Listener[] = [];
  const over = new AbortController();
  const hear = async (line: Listener): Promise<void> => {
    while (!line.isClosed) {
      await line.more();
      for (const { data } of line.heard.splice(0)) {
        const at = sentAt.get(String(data["sentKey"]));
        if (at !== undefined) ways.push(performance.now() - at);
      }
    }
  };
  for (const { path, writers, relationshipId } of conversations) {
    const line = await listenTo(`${server.url}${path}/live`, writers[1].cookie, revisions.get(relationshipId) ?? 0);
    if (line.status !== 200) throw new Error(`a line was answered with ${line.status}`);
    lines.push(line);
    void hear(line);
  }
  let count = 0;
  const write = async ({ path, writers: [writer] }: Conversation): Promise<void> => {
    if (pauseMs > 0) await sleep(Math.random() * pauseMs);
    while (!over.signal.aborted) {
      const sentKey = randomUUID();
      sentAt.set(sentKey, performance.now());
      const body = new URLSearchParams({ act: "send", sentKey, words: "Could we meet on Tuesday at five, at the library?" }).toString();
      const status = await post(server.url + path + (server.namesPerson ? `?person=${writer.personId}` : ""), writer.cookie, body);
      if (status !== 200) throw new Error(`a message was answered with ${status}`);
      count++;
      if (pauseMs > 0) await sleep(pauseMs * (0.5 + Math.random()));
    }
  };
  const writing = conversations.map(write);
  await sleep(2000);
  const before = { count, cpu: cpuSeconds(server.pid), at: performance.now(), ways: ways.length };
  await sleep(seconds * 1000);
  const done = count - before.count;
  const cpu = cpuSeconds(server.pid) - before.cpu;
  const took = (performance.now() - before.at) / 1000;
  over.abort();
  await Promise.all(writing);
  for (let patience = 200; patience > 0 && ways.length < count; patience--) await sleep(50);
  if (ways.length !== count) throw new Error(`${count} messages were kept, and ${ways.length} heard`);
  for (const line of lines) line.close();
  const sorted = ways.slice(before.ways).toSorted((a, b) => a - b);
  return {
    perSecond: done / took,
    cpuMsEach: (1000 * cpu) / done,
    medianMs: sorted[Math.floor(sorted.length / 2)]!,
    p99Ms: sorted[Math.floor(sorted.length * 0.99)]!,
  };
}
