/**
 * The program page and the people list with ten thousand people in one program, beside a bare node:http server that runs the same
 * statements and concatenates strings; both in one run, on the same PostgreSQL, in turns.
 *
 *     npm run bench:pages -- [--people 10000] [--seconds 10] [--rounds 3] [--profile]
 */
import { spawn } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { importWhole, makeProgram, prepareRound, setUp } from "../drills/kill/coordinator.ts";
import { Installation } from "../drills/kill/installation.ts";
import { menteeAddress, menteesCsv, mentorAddress, mentorsCsv } from "../drills/kill/people.ts";
import { captureStatements } from "./pages/captured-statements.ts";
import { firstLoad } from "./pages/first-load.ts";
import { measure, type Measured, medianOf } from "./pages/measure.ts";

const { values: options } = parseArgs({
  options: {
    people: { type: "string", default: "10000" },
    seconds: { type: "string", default: "10" },
    rounds: { type: "string", default: "3" },
    port: { type: "string", default: "39137" },
    profile: { type: "boolean", default: false },
  },
});
const [people, seconds, rounds, port] = [options.people, options.seconds, options.rounds, options.port].map(Number) as [
  number,
  number,
  number,
  number,
];
const connections = 32;
const poolSize = 10;

const folder = mkdtempSync(path.join(os.tmpdir(), "bench-pages-"));
const installation = new Installation({
  folder,
  port,
  main: path.resolve("dist/main.js"),
  nodeOptions: options.profile ? ["--cpu-prof", `--cpu-prof-dir=${path.resolve("bench-profile")}`] : [],
});
try {
  await installation.recover();
  const { ruth, organizationId } = await setUp(installation);
  const program = await makeProgram(ruth, organizationId, "A large program");
  const half = Math.floor(people / 2);
  await importWhole(ruth, program, "mentor", mentorsCsv("bench", half, 2));
  await importWhole(ruth, program, "mentee", menteesCsv("bench", people - half));
  const some = Array.from({ length: 300 }, (_, index) => index);
  const round = await prepareRound(ruth, program, {
    mentees: some.map((index) => menteeAddress("bench", index)),
    mentors: some.map((index) => mentorAddress("bench", index)),
  });
  await ruth.submit(round.publish);
  // Their letters are written by jobs, which are not what is measured.
  let left = 1;
  while (left > 0) {
    left = await installation.asSuperuser(
      async (client) =>
        (
          await client.query<{ n: number }>(
            "select count(*)::int as n from jobs.job where state in ('created', 'active') and start_after <= now()",
          )
        ).rows[0]!.n,
    );
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  await installation.asSuperuser((client) => client.query("vacuum analyze"));

  const pages = { "the program page": program.path, "the people list": `${program.path}/participants` };
  const statements: Record<string, Awaited<ReturnType<typeof captureStatements>>> = {};
  for (const at of Object.values(pages)) {
    await ruth.open(at);
    statements[at] = await captureStatements(installation, () => ruth.open(at));
  }
  const work = path.join(folder, "bare-server.json");
  const connection = { host: path.join(installation.dataDir, "run"), port: 5432, user: "understory_app", database: "understory" };
  writeFileSync(work, JSON.stringify({ port: port + 1, poolSize, connection, pages: statements }));
  const bare = spawn(process.execPath, ["bench/pages/bare-server.ts", work], { stdio: ["ignore", "pipe", "inherit"] });
  process.once("exit", () => bare.kill());
  await new Promise<void>((resolve) => bare.stdout.once("data", () => resolve()));

  console.log(
    `${people} people in one program, ${connections} connections, ${rounds} × ${seconds} s each in turns; medians by pages per second`,
  );
  console.log("PostgreSQL, both servers and the load share this machine; CPU is that of the server's process alone.\n");
  console.log("page               server       pages/s   CPU ms a page   p50 ms   p99 ms   bytes a page   statements");
  for (const [name, at] of Object.entries(pages)) {
    const ours: Measured[] = [];
    const theirs: Measured[] = [];
    for (let turn = 0; turn < rounds; turn++) {
      ours.push(await measure(installation.serverPid, installation.url + at, { connections, seconds, cookie: ruth.cookieHeader }));
      theirs.push(await measure(bare.pid!, `http://127.0.0.1:${port + 1}${at}`, { connections, seconds }));
    }
    const line = (server: string, m: Measured): string =>
      [
        name.padEnd(18),
        server.padEnd(10),
        m.pagesPerSecond.toFixed(1).padStart(9),
        m.cpuMsPerPage.toFixed(2).padStart(15),
        String(m.p50Ms).padStart(8),
        String(m.p99Ms).padStart(8),
        String(m.bytes).padStart(14),
        String(statements[at]!.length).padStart(12),
      ].join(" ");
    const [a, b] = [medianOf(ours), medianOf(theirs)];
    console.log(line("Understory", a));
    console.log(line("bare", b));
    console.log(
      `${"".padEnd(18)} ratio      ${(a.pagesPerSecond / b.pagesPerSecond).toFixed(2).padStart(9)} ${(a.cpuMsPerPage / b.cpuMsPerPage).toFixed(2).padStart(15)}`,
    );
  }
  bare.kill();

  console.log("\nfirst load, bytes as sent (Brotli where there is)   page      script   style");
  for (const [name, at, cookie] of [
    ["the door, for a visitor", "/", undefined],
    ["the program page", program.path, ruth.cookieHeader],
    ["the people list", `${program.path}/participants`, ruth.cookieHeader],
    ["the board", `${program.path}/rounds/${round.roundId}`, ruth.cookieHeader],
  ] as const) {
    const { html, script, style } = await firstLoad(installation.url, at, cookie);
    console.log(`  ${name.padEnd(46)} ${String(html).padStart(8)} ${String(script).padStart(9)} ${String(style).padStart(8)}`);
  }
} finally {
  await installation.stop();
  installation.remove();
}
