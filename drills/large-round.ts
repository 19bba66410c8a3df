/**
 * A round of twenty thousand mentees and five thousand mentors in a real installation, as a coordinator makes it: imports, a round
 * that she breaks off, the round itself, its board, and the page before publishing. Prints times and memory; works the proof out anew.
 *
 *     npm run drill:large-round -- [--mentees 20000] [--mentors 5000] [--seed 1] [--publish] [--keep]
 */
import { mkdtempSync, readFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import { fill, plainText } from "./http-visitor.ts";
import { importWhole, makeProgram, setUp } from "./kill/coordinator.ts";
import { Installation } from "./kill/installation.ts";
import { checkBest, type KeptRound } from "./large-round/check-best.ts";
import { MemoryWatch } from "./large-round/memory.ts";
import { spreadsheet } from "./large-round/people.ts";

const { values: options } = parseArgs({
  options: {
    mentees: { type: "string", default: "20000" },
    mentors: { type: "string", default: "5000" },
    seed: { type: "string", default: "1" },
    port: { type: "string", default: "39147" },
    publish: { type: "boolean", default: false },
    keep: { type: "boolean", default: false },
  },
});
const [mentees, mentors, seed] = [options.mentees, options.mentors, options.seed].map(Number) as [number, number, number];
/** A page that takes longer has lost its reader (Nielsen 1993: ten seconds). */
const mostPageMs = 10_000;
const mostCancelMs = 5_000;
/** What a small server has for everything. */
const mostServerMegabytes = 3_000;

let isWell = true;
function check(holds: boolean, words: string): void {
  console.log(`${holds ? "✓" : "✗"} ${words}`);
  isWell &&= holds;
}

const folder = mkdtempSync(path.join(os.tmpdir(), "drill-large-round-"));
const installation = new Installation({ folder, port: Number(options.port), main: path.resolve("dist/main.js") });
try {
  await installation.recover();
  const { ruth, organizationId } = await setUp(installation);
  const program = await makeProgram(ruth, organizationId, "A very large program");
  const postmaster = Number(readFileSync(path.join(installation.dataDir, "postgres/postmaster.pid"), "utf8").split("\n")[0]);
  const memory = new MemoryWatch(installation.serverPid, postmaster);

  async function timed<T>(words: string, work: () => Promise<T>): Promise<{ result: T; ms: number }> {
    memory.begin();
    const from = performance.now();
    const result = await work();
    const ms = performance.now() - from;
    const { serverMegabytes, postgresMegabytes } = memory.peak();
    console.log(
      `${(ms / 1000).toFixed(1).padStart(7)} s   server ${String(serverMegabytes).padStart(5)} MB, PostgreSQL ${String(postgresMegabytes).padStart(5)} MB at most   ${words}`,
    );
    check(serverMegabytes <= mostServerMegabytes, `${words}: the server stays within ${mostServerMegabytes} MB`);
    return { result, ms };
  }
  async function opened(words: string, at: string): Promise<string> {
    const { result, ms } = await timed(words, () => ruth.open(at));
    check(ms <= mostPageMs, `${words} within ${mostPageMs} ms`);
    return result;
  }
  async function startRound(number: number): Promise<string> {
    const page = await opened("the page that starts a round", `${program.path}/rounds/new`);
    return ruth.submit(fill(page, { field: "seed" }, { who: "everyone", objective: "most-good", seed: String(seed + number) }));
  }
  /** How far it is, as its page tells; every word once. */
  async function followed(board: string, until: (stage: string) => boolean): Promise<readonly string[]> {
    const stages: string[] = [];
    for (;;) {
      const { isOver, label } = JSON.parse(await ruth.open(`${board}/progress`)) as { isOver: boolean; label: string };
      if (stages.at(-1) !== label) stages.push(label);
      if (isOver || until(label)) return stages;
      await sleep(200);
    }
  }

  console.log(`${mentees} mentees × ${mentors} mentors: ${mentees * mentors} pairs`);
  await timed(`${mentors} mentors imported`, () => importWhole(ruth, program, "mentor", spreadsheet("mentor", mentors, seed)));
  await timed(`${mentees} mentees imported`, () => importWhole(ruth, program, "mentee", spreadsheet("mentee", mentees, seed + 1)));

  const brokenOff = await startRound(0);
  await followed(brokenOff, (stage) => stage === "Weighing every pair");
  const cancelled = await timed("a round broken off while it weighs every pair", async () => {
    await ruth.submit(fill(await ruth.open(brokenOff), { act: "cancel" }, {}));
    await followed(brokenOff, () => false);
  });
  check(cancelled.ms <= mostCancelMs, `it stops within ${mostCancelMs} ms`);

  const board = await startRound(1);
  const { result: stages } = await timed("the round", () => followed(board, () => false));
  check(stages.length >= 3, `it tells how far it is: ${stages.join(", ")}`);

  const roundId = board.split("/").at(-1)!;
  const kept = await installation.asSuperuser(async (client): Promise<KeptRound | undefined> => {
    const found = await client.query<KeptRound>(
      "select total::float8 as total, certificate, bytes from round r join round_snapshot s on s.round_id = r.id where r.id = $1 and state = 'done'",
      [roundId],
    );
    const { rows } = await client.query<KeptRound["pairs"][number]>(
      `select mentee_id as "menteeId", mentor_id as "mentorId", weight from round_pair where round_id = $1`,
      [roundId],
    );
    return found.rows[0] && { ...found.rows[0], pairs: rows };
  });
  if (!kept) throw new Error(`the round came to nothing: ${plainText(await ruth.open(board)).slice(0, 600)}`);
  const { problems, looked } = await checkBest(kept, 400, seed);
  for (const words of problems.slice(0, 10)) console.log(`  ${words}`);
  check(
    problems.length === 0,
    `the proof holds, worked out anew from what is kept (${kept.pairs.length} pairs, total ${kept.total}; ${looked} pairs looked at)`,
  );

  for (const [words, query] of [
    ["the board", ""],
    ["the board's second page", "?page=2"],
    ["who has nobody", "?view=unmatched"],
    ["the mentors", "?view=mentors"],
    ["one looked for by name", "?q=Number+777"],
  ] as const)
    await opened(words, board + query);
  const one = kept.pairs[0]!;
  await opened("a mentee of the board, with what others would cost", `${board}/participants/${one.menteeId}`);
  const preview = await opened("the page before publishing", `${board}/publish`);
  if (options.publish) {
    const { result: to } = await timed("publishing", () => ruth.submit(fill(preview, { action: `${board}/publish` }, {})));
    await opened("the offers", to);
    const offers = await installation.asSuperuser(
      async (client) => (await client.query<{ n: number }>("select count(*)::int as n from offer")).rows[0]!.n,
    );
    check(offers === kept.pairs.length, `${offers} offers, one for each pair`);
  }
} catch (error) {
  check(false, (error as Error).message);
} finally {
  await installation.stop();
  if (options.keep) console.log(`kept: ${folder}`);
  else installation.remove();
}
if (!isWell) {
  console.error("The drill failed: see the lines with ✗ above.");
  process.exitCode = 1;
}
