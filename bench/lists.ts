/**
 * Conversations and sessions with a million messages and a million sessions in the installation, half of the messages in a single
 * conversation: the newest page, one in the middle, the oldest, a search; beside a bare node:http server that runs the same
 * statements and concatenates strings; both in one run, on the same PostgreSQL, in turns.
 *
 *     npm run bench:lists -- [--messages 1000000] [--sessions 1000000] [--seconds 5] [--rounds 3]
 */
import { spawn } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { makeProgram, setUp } from "../drills/kill/coordinator.ts";
import { Installation } from "../drills/kill/installation.ts";
import { connectionOf, makeConversations } from "../drills/messages/conversations.ts";
import { captureStatements, type Statement } from "./pages/captured-statements.ts";
import { measure, type Measured, medianOf } from "./pages/measure.ts";

const { values: options } = parseArgs({
  options: {
    messages: { type: "string", default: "1000000" },
    sessions: { type: "string", default: "1000000" },
    seconds: { type: "string", default: "5" },
    rounds: { type: "string", default: "3" },
    port: { type: "string", default: "39247" },
  },
});
const [messages, sessions, seconds, rounds, port] = (["messages", "sessions", "seconds", "rounds", "port"] as const).map((name) =>
  Number(options[name]),
) as [number, number, number, number, number];
const pairs = 100;
/** A few people at once: what is asked is how long one waits. */
const connections = 4;

const folder = mkdtempSync(path.join(os.tmpdir(), "bench-lists-"));
const installation = new Installation({ folder, port, main: path.resolve("dist/main.js") });

/** Made in the database, since what is measured is reading. One word in a thousand messages is rare. */
async function fill(longest: string): Promise<void> {
  const half = Math.floor(messages / 2);
  const others = Math.floor((messages - half) / (pairs - 1));
  const count = `case when r.id = '${longest}' then ${half} else ${others} end`;
  await installation.asSuperuser(async (client) => {
    for (const statement of [
      `insert into conversation (organization_id, relationship_id, newest, revision) select organization_id, r.id, ${count}, ${count} from relationship r`,
      `insert into message (organization_id, id, relationship_id, number, revision, author_id, words, sent_at, sent_key, sent_hash)
         select r.organization_id, gen_random_uuid(), r.id, n, n, p.people[1 + n % 2],
           'Thought number ' || n || case when n % 1000 = 0 then ' about marigolds' else ' about what comes next, and when we meet' end,
           now() - (${count} - n) * interval '1 minute', gen_random_uuid(), '\\x00'
         from relationship r
         join lateral (select array_agg(person_id) as people from relationship_person x where x.relationship_id = r.id) p on true,
         lateral generate_series(1, ${count}) n`,
      `insert into session (organization_id, id, relationship_id, state, starts_at, ends_at, time_zone, place_kind, agreed_at)
         select r.organization_id, gen_random_uuid(), r.id, 'held', at, at + interval '30 minutes', 'UTC', 'phone', at - interval '1 day'
         from relationship r, lateral generate_series(1, ${Math.floor(sessions / pairs)}) n,
         lateral (select now() - n * interval '1 hour' as at) x`,
      "vacuum analyze",
    ])
      await client.query(statement);
  });
  console.log(`${messages} messages, ${half} of them in one conversation, and ${sessions} sessions, ${sessions / pairs} of each pair`);
}

try {
  await installation.recover();
  const { ruth, organizationId } = await setUp(installation);
  const [one] = await makeConversations(installation, await makeProgram(ruth, organizationId, "Words"), pairs);
  if (!one) throw new Error("there is no conversation");
  await fill(one.relationshipId);
  const { cookie } = one.writers[0];
  const open = async (at: string): Promise<string> => {
    const response = await fetch(installation.url + at, { headers: { cookie } });
    if (response.status !== 200) throw new Error(`${at} answered ${response.status}`);
    return response.text();
  };
  const sessionsAt = one.path.replace(/messages$/, "sessions");
  const older = (html: string): string => decodeURIComponent(/[?&]before=([^"#&]+)/.exec(html)![1]!);
  const cursor = older(await open(sessionsAt));
  // As far back as sessions go by hours, and its middle.
  const back = (share: number): string => {
    const at = new Date(Date.parse(cursor.split("_")[0]!) - share * (sessions / pairs) * 3_600_000).toISOString();
    return `${sessionsAt}?before=${encodeURIComponent(`${at}_${cursor.split("_")[1]!}`)}`;
  };
  const pages: Readonly<Record<string, string>> = {
    "messages, newest": one.path,
    "messages, middle": `${one.path}?before=${Math.floor(messages / 4)}`,
    "messages, oldest": `${one.path}?before=40`,
    "messages, search": `${one.path}?q=marigolds`,
    "sessions, newest": sessionsAt,
    "sessions, middle": back(0.5),
    "sessions, oldest": back(0.99),
  };
  const statements: Record<string, Statement[]> = {};
  for (const at of Object.values(pages)) {
    await open(at);
    statements[at] = await captureStatements(installation, () => open(at));
  }
  const work = path.join(folder, "bare-server.json");
  writeFileSync(work, JSON.stringify({ port: port + 1, poolSize: 10, connection: connectionOf(installation), pages: statements }));
  const bare = spawn(process.execPath, ["bench/pages/bare-server.ts", work], { stdio: ["ignore", "pipe", "inherit"] });
  process.once("exit", () => bare.kill());
  await new Promise<void>((resolve) => bare.stdout.once("data", () => resolve()));

  console.log(`${connections} connections, ${rounds} × ${seconds} s each in turns; medians by pages per second`);
  console.log("PostgreSQL, both servers and the load share this machine; CPU is that of the server's process alone.\n");
  console.log("page                server       pages/s   CPU ms a page   p50 ms   p99 ms   statements");
  for (const [name, at] of Object.entries(pages)) {
    const ours: Measured[] = [];
    const theirs: Measured[] = [];
    for (let turn = 0; turn < rounds; turn++) {
      ours.push(await measure(installation.serverPid, installation.url + at, { connections, seconds, cookie }));
      theirs.push(await measure(bare.pid!, `http://127.0.0.1:${port + 1}${at}`, { connections, seconds }));
    }
    const [a, b] = [medianOf(ours), medianOf(theirs)];
    for (const [server, m] of [
      ["Understory", a],
      ["bare", b],
    ] as const)
      console.log(
        `${name.padEnd(19)} ${server.padEnd(10)} ${m.pagesPerSecond.toFixed(1).padStart(9)} ${m.cpuMsPerPage.toFixed(2).padStart(15)} ${String(m.p50Ms).padStart(8)} ${String(m.p99Ms).padStart(8)} ${String(statements[at]!.length).padStart(12)}`,
      );
    console.log(`${"".padEnd(19)} ratio      ${(a.pagesPerSecond / b.pagesPerSecond).toFixed(2).padStart(9)}`);
  }
  bare.kill();
} finally {
  await installation.stop();
  installation.remove();
}
