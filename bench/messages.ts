/**
 * Messages in a hundred open conversations: how many are kept in a second, on disk, and how long one takes from one to the other;
 * beside a bare node:http server that does the same inserts, in turns, on the same PostgreSQL.
 *
 *     npm run bench:messages -- [--conversations 100] [--seconds 10] [--rounds 3]
 */
import { spawn } from "node:child_process";
import { mkdtempSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { makeProgram, setUp } from "../drills/kill/coordinator.ts";
import { Installation } from "../drills/kill/installation.ts";
import { connectionOf, makeConversations } from "../drills/messages/conversations.ts";
import { betweenBrowsers } from "./messages/between-browsers.ts";
import { exchange, type Exchanged, type Server } from "./messages/exchange.ts";

const { values: options } = parseArgs({
  options: {
    conversations: { type: "string", default: "100" },
    seconds: { type: "string", default: "10" },
    rounds: { type: "string", default: "3" },
    port: { type: "string", default: "39187" },
  },
});
const [count, seconds, rounds, port] = [options.conversations, options.seconds, options.rounds, options.port].map(Number) as [
  number,
  number,
  number,
  number,
];
/** Two messages in three seconds from each of a hundred: what a large organization says at its busiest. */
const calmPauseMs = 1500;

const installation = new Installation({
  folder: mkdtempSync(path.join(os.tmpdir(), "bench-messages-")),
  port,
  main: path.resolve("dist/main.js"),
});
try {
  await installation.recover();
  const { ruth, organizationId } = await setUp(installation);
  const conversations = await makeConversations(installation, await makeProgram(ruth, organizationId, "Words"), count);
  await installation.asSuperuser((client) =>
    client.query("insert into conversation (organization_id, relationship_id) select organization_id, id from relationship"),
  );
  const work = { port: port + 1, poolSize: 10, connection: connectionOf(installation), organizationId };
  const bare = spawn(process.execPath, ["bench/messages/bare-server.ts", JSON.stringify(work)], { stdio: ["ignore", "pipe", "inherit"] });
  process.once("exit", () => bare.kill());
  await new Promise<void>((resolve) => bare.stdout.once("data", () => resolve()));
  const servers: Readonly<Record<string, Server>> = {
    Understory: { url: installation.url, pid: installation.serverPid, namesPerson: false },
    bare: { url: `http://127.0.0.1:${port + 1}`, pid: bare.pid!, namesPerson: true },
  };

  const findRevisions = () =>
    installation.asSuperuser(async (client) => {
      const { rows } = await client.query<{ id: string; revision: number }>(
        "select relationship_id as id, revision::int from conversation",
      );
      return new Map(rows.map(({ id, revision }) => [id, revision]));
    });

  console.log(`${count} open conversations, one writes and one listens in each; ${rounds} × ${seconds} s in turns, medians`);
  console.log("PostgreSQL, both servers and the load share this machine; CPU is that of the server's process alone.\n");
  console.log("how                          server       messages/s   CPU ms each   median ms   99% ms");
  for (const [how, pauseMs] of [
    ["as fast as they are taken", 0],
    [`one each ${calmPauseMs / 1000} s`, calmPauseMs],
  ] as const) {
    const results: Record<string, Exchanged[]> = { Understory: [], bare: [] };
    for (let turn = 0; turn < rounds; turn++)
      for (const [name, server] of Object.entries(servers))
        results[name]!.push(await exchange(server, conversations, { seconds, pauseMs, revisions: await findRevisions() }));
    for (const [name, all] of Object.entries(results)) {
      const { perSecond, cpuMsEach, medianMs, p99Ms } = all.toSorted((a, b) => a.perSecond - b.perSecond)[Math.floor(all.length / 2)]!;
      console.log(
        `${how.padEnd(28)} ${name.padEnd(10)} ${perSecond.toFixed(0).padStart(12)} ${cpuMsEach.toFixed(2).padStart(13)} ${medianMs.toFixed(1).padStart(11)} ${p99Ms.toFixed(1).padStart(8)}`,
      );
    }
  }
  bare.kill();
  const ways = await betweenBrowsers(installation.url, conversations[0]!, 200);
  console.log(
    `\nfrom the press of a button in one Chromium to the words on the screen of another, ${ways.length} messages: median ${ways[ways.length / 2]} ms, 99% ${ways[Math.floor(ways.length * 0.99)]} ms`,
  );
  const kept = await installation.asSuperuser(
    async (client) => (await client.query<{ n: number }>("select count(*)::int as n from message")).rows[0]!.n,
  );
  console.log(`${kept} messages are kept`);
} finally {
  await installation.stop();
  installation.remove();
}
