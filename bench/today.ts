/**
 * The coordinator's list with two thousand relationships that have lived for half a year: sessions, messages, pulses, talks and
 * agreements, in a program that wants checks. How long it takes to open, beside a bare node:http server that runs the same statements
 * and concatenates strings, both in one run and in turns; and how PostgreSQL finds what the rules look at.
 *
 *     npm run bench:today -- [--relationships 2000] [--requests 20] [--explain]
 */
import { spawn } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { sql } from "kysely";
import { relationshipSignals } from "../app/home/today/find-signals.ts";
import { connect } from "../app/platform/database.ts";
import { makeProgram, setUp } from "../drills/kill/coordinator.ts";
import { Installation } from "../drills/kill/installation.ts";
import { captureStatements, type Statement } from "./pages/captured-statements.ts";
import { connectionOf } from "../drills/messages/conversations.ts";

const { values: options } = parseArgs({
  options: {
    relationships: { type: "string", default: "2000" },
    requests: { type: "string", default: "20" },
    port: { type: "string", default: "39217" },
    explain: { type: "boolean", default: false },
  },
});
const [count, requests, port] = [options.relationships, options.requests, options.port].map(Number) as [number, number, number];

const bareFolder = mkdtempSync(path.join(os.tmpdir(), "bench-today-"));
const installation = new Installation({
  folder: bareFolder,
  port,
  main: path.resolve("dist/main.js"),
});

/** Made in the database, since what is measured is reading. Of ten relationships three are quiet, and each has its own age. */
async function fill(organizationId: string, programId: string): Promise<void> {
  const each = `from generate_series(1, ${count}) n`;
  await installation.asSuperuser(async (client) => {
    const statements = [
      `create temporary table pair as select n, gen_random_uuid() as id, gen_random_uuid() as mentor, gen_random_uuid() as mentee,
         gen_random_uuid() as mentor_part, gen_random_uuid() as mentee_part, now() - interval '20 days' - n % 160 * interval '1 day' as begun ${each}`,
      `create temporary table someone as select mentor as id, mentor_part as part, id as pair, 'mentor' as role, n from pair
         union all select mentee, mentee_part, id, 'mentee', n from pair`,
      `insert into auth.person (id, email, email_verified, name, language) select id, id || '@bench.test', true, role || ' ' || n, 'en' from someone`,
      `insert into member (organization_id, person_id, role, joined_at) select '${organizationId}', id, 'member', now() from someone`,
      `insert into profile (organization_id, person_id, name) select '${organizationId}', id, role || ' ' || n from someone`,
      `insert into participant (organization_id, id, program_id, person_id, role, joined_at, adult_attested_at, completed_at)
         select '${organizationId}', part, '${programId}', id, role, now(), now(), now() from someone`,
      `insert into relationship (organization_id, id, program_id, reasons, begun_at, owner_id)
         select '${organizationId}', id, '${programId}', '{}', begun, (select person_id from coordinator limit 1) from pair`,
      `insert into relationship_person (organization_id, relationship_id, participant_id, person_id, role)
         select '${organizationId}', pair, part, id, role from someone`,
      `insert into session (organization_id, id, relationship_id, state, starts_at, ends_at, time_zone, place_kind, agreed_at)
         select '${organizationId}', gen_random_uuid(), id, case when at > now() then 'agreed' else 'held' end, at, at + interval '1 hour', 'UTC', 'phone', begun
         from pair, lateral generate_series(begun + interval '10 days', now() + interval '10 days', interval '14 days') at where n % 10 < 7`,
      `insert into conversation (organization_id, relationship_id, newest, revision) select '${organizationId}', id, 40, 40 from pair`,
      `insert into message (organization_id, id, relationship_id, number, revision, author_id, words, sent_at, sent_key, sent_hash)
         select '${organizationId}', gen_random_uuid(), id, m, m, case when m % 2 = 0 then mentor else mentee end, 'Message ' || m,
           now() - (40 - m) * interval '1 day' - n % 20 * interval '1 day', gen_random_uuid(), '\\x00'
         from pair, generate_series(1, 40) m where n % 20 > 0`,
      `insert into pulse (organization_id, id, relationship_id, person_id, role, kind, number, asked_at, answered_at, heard, trust, useful, challenged, on_track)
         select '${organizationId}', gen_random_uuid(), pair, id, role, 'pulse', p, now(), now(), 1 + n % 5, 3, 4, 3, 1 + (n / 5) % 5
         from someone, generate_series(1, 3) p where n % 4 > 0`,
      `insert into support_contact (organization_id, id, relationship_id, person_id, due_on)
         select '${organizationId}', gen_random_uuid(), pair, id, current_date - 5 + n % 30 from someone`,
      `insert into support_contact (organization_id, id, relationship_id, person_id, state, due_on, at, how, mood)
         select '${organizationId}', gen_random_uuid(), pair, id, 'done', current_date - 30, now() - interval '30 days', 'call', 4 from someone`,
      `update program set needed_checks = '{references}' where id = '${programId}'`,
      `insert into background_check (organization_id, id, person_id, kind, provider, jurisdictions, decided_on, expires_on, recorded_at)
         select '${organizationId}', gen_random_uuid(), id, 'references', 'Office', 'Spain', current_date - 300, current_date - 300 + 365 - n % 70, now()
         from someone where role = 'mentor' and n % 50 > 0`,
      `insert into agreement_version (organization_id, relationship_id, number, sections, made_at) select '${organizationId}', id, 1, '[]', begun from pair`,
      `insert into agreement_signature (organization_id, relationship_id, version, person_id, signed_as, name, signed_at)
         select '${organizationId}', pair, 1, id, role, 'Name', now() from someone where n % 3 > 0`,
      "drop table someone",
      "drop table pair",
    ];
    await client.query("begin");
    for (const statement of statements) await client.query(statement);
    await client.query("commit");
    await client.query("analyze");
  });
}

try {
  await installation.recover();
  const { ruth, organizationId } = await setUp(installation);
  const program = await makeProgram(ruth, organizationId, "A large program");
  await fill(organizationId, program.programId);
  const pages = {
    mine: `/organizations/${organizationId}/today?whose=mine`,
    all: `/organizations/${organizationId}/today?whose=all`,
    "by name": `/organizations/${organizationId}/today?whose=all&q=mentee+17`,
    "my page": "/",
  };
  const statements: Record<string, Statement[]> = {};
  for (const address of Object.values(pages)) {
    await ruth.open(address);
    statements[address] = await captureStatements(installation, () => ruth.open(address));
  }
  const work = path.join(bareFolder, "bare-server.json");
  writeFileSync(work, JSON.stringify({ port: port + 1, poolSize: 2, connection: connectionOf(installation), pages: statements }));
  const bare = spawn(process.execPath, ["bench/pages/bare-server.ts", work], { stdio: ["ignore", "pipe", "inherit"] });
  process.once("exit", () => bare.kill());
  await new Promise<void>((resolve) => bare.stdout.once("data", () => resolve()));
  const openBare = async (address: string): Promise<unknown> => {
    const response = await fetch(`http://127.0.0.1:${port + 1}${address}`);
    if (response.status !== 200) throw new Error(`${address} answered ${response.status}`);
    return response.text();
  };
  console.log(`${count} relationships, ${requests} requests one after the other, in turns; ms`);
  console.log("page       server       median   fastest   slowest   statements");
  for (const [name, address] of Object.entries(pages)) {
    const servers = { Understory: (at: string): Promise<unknown> => ruth.open(at), bare: openBare };
    const times = { Understory: [] as number[], bare: [] as number[] };
    for (const open of Object.values(servers)) await open(address);
    for (let request = 0; request < requests; request += 1)
      for (const [server, open] of Object.entries(servers) as [keyof typeof servers, (at: string) => Promise<unknown>][]) {
        const start = performance.now();
        await open(address);
        times[server].push(performance.now() - start);
      }
    for (const [server, all] of Object.entries(times)) {
      all.sort((a, b) => a - b);
      const at = (share: number): string => all[Math.min(all.length - 1, Math.floor(all.length * share))]!.toFixed(0);
      console.log(
        `${name.padEnd(10)} ${server.padEnd(10)} ${at(0.5).padStart(8)} ${at(0).padStart(9)} ${at(1).padStart(9)} ${String(statements[address]!.length).padStart(12)}`,
      );
    }
  }
  bare.kill();
  const html = await ruth.open(`/organizations/${organizationId}/today?whose=all`);
  console.log(`lines: ${/class="pagination-range">([^<]*)</.exec(html)?.[1] ?? "none"}`);
  const db = connect(connectionOf(installation));
  try {
    const statement = relationshipSignals(new Date(), {
      organizationId,
      programIds: [program.programId],
      search: "",
      readerId: organizationId,
      timeZone: "Europe/Madrid",
    });
    const plan = await db.transaction().execute(async (tx) => {
      await sql`select set_config('app.organization_ids', ${`{${organizationId}}`}, true)`.execute(tx);
      const { rows } = await sql<Record<string, string>>`explain (analyze, costs off, timing off) ${statement}`.execute(tx);
      return rows.map((row) => Object.values(row)[0]!);
    });
    const scans = plan.filter((line) => /Seq Scan on (?!relationship\b|relationship r\b)/.test(line));
    console.log(plan.at(-1));
    console.log(
      scans.length === 0 ? "every table but the relationships themselves is read by an index" : `read whole: ${scans.join("; ")}`,
    );
    if (options.explain) console.log(plan.join("\n"));
  } finally {
    await db.destroy();
  }
} finally {
  await installation.stop();
  installation.remove();
}
