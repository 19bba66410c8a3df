/**
 * An import of many people: how long each step takes, and how much memory the process holds at most.
 *
 *     node bench/import.ts [rows]        100,000 unless told
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { sql } from "kysely";
import { checkRows } from "../app/networks/imports/check-rows.job.ts";
import { findImport, type ImportPlace, updateImport } from "../app/networks/imports/find-import.ts";
import { lookOver } from "../app/networks/imports/look-over.job.ts";
import { runImport } from "../app/networks/imports/run-import.job.ts";
import { takeBack } from "../app/networks/imports/take-back.job.ts";
import { findUndoBars } from "../app/networks/imports/undo-bars.ts";
import { type App, type Context, inOrganization } from "../app/platform/context.ts";
import { connect, migrate } from "../app/platform/database.ts";
import { storeFile } from "../app/platform/files/store-file.ts";
import { newId } from "../app/platform/identifiers.ts";
import { Live } from "../app/platform/realtime/live.ts";
import { Jobs } from "../app/platform/jobs.ts";
import { startPostgres } from "../app/platform/postgres/start-postgres.ts";

const rows = Number(process.argv[2] ?? 100_000);
const grades = ["AA", "AO", "EO", "HEO", "SEO", "Grade 7", "Grade 6", "SCS1"];
const skills = ["writing", "python", "budgeting", "mediation", "law", "design", "teaching", "statistics", "negotiation"];

async function* file(): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  let text = "first name,last name,email address,grade,organisation,languages,can help with,biography\r\n";
  for (let row = 0; row < rows; row += 1) {
    const of = <T>(list: readonly T[], step: number): T => list[(row * step) % list.length]!;
    text += `Given${row % 977},Family${row},person${row}@example.org,${of(grades, 5)},Department ${row % 40},"English; ${of(["Spanish", "Arabic", "French"], 7)}",${of(skills, 2)}; ${of(skills, 5)},"I am number ${row}, and I have been here for a long time, in more than one place."\r\n`;
    if (text.length > 60_000) {
      yield await Promise.resolve(encoder.encode(text));
      text = "";
    }
  }
  yield encoder.encode(text);
}

let highest = 0;
const watch = setInterval(() => (highest = Math.max(highest, process.memoryUsage.rss())), 50);

/** Seconds of CPU that this process and all of PostgreSQL have used; on a busy machine they say more than the clock (Linux only). */
function cpuSeconds(): { node: number; postgres: number } {
  const { user, system } = process.cpuUsage();
  const postmaster = readFileSync(path.join(folder, "postgres/postmaster.pid"), "utf8").split("\n")[0];
  let ticks = 0;
  for (const pid of readdirSync("/proc").filter((name) => /^\d+$/.test(name))) {
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
      const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
      if (pid === postmaster || fields[1] === postmaster)
        ticks += Number(fields[11]) + Number(fields[12]) + (pid === postmaster ? Number(fields[13]) + Number(fields[14]) : 0);
    } catch {
      // It ended while we looked.
    }
  }
  return { node: (user + system) / 1e6, postgres: ticks / 100 };
}

const padded = (value: number): string => value.toFixed(1).padStart(6);

async function timed(name: string, work: () => Promise<unknown>): Promise<void> {
  highest = 0;
  const start = performance.now();
  const before = cpuSeconds();
  await work();
  const after = cpuSeconds();
  highest = Math.max(highest, process.memoryUsage.rss());
  const memory = `${Math.round(highest / 1e6)} MB`.padStart(7);
  const cpu = `CPU: node ${padded(after.node - before.node)} s, postgres ${padded(after.postgres - before.postgres)} s`;
  console.log(`${name.padEnd(20)} ${padded((performance.now() - start) / 1000)} s   ${cpu}   ${memory} at most`);
}

const folder = mkdtempSync(path.join(os.tmpdir(), "understory-bench-"));
const postgres = await startPostgres({ dataDir: folder, secret: "s".repeat(32), say: () => undefined });
try {
  const owner = connect({ ...postgres.ownerConfig, max: 2 });
  await migrate(owner, path.resolve("db/migrations"), postgres.appConfig.user);
  await owner.destroy();
  const db = connect({ ...postgres.appConfig, max: 5 });
  const app: App = {
    db,
    jobs: new Jobs(postgres.appConfig, [], []),
    live: new Live(postgres.appConfig),
    now: () => new Date(),
    settings: {} as App["settings"],
  };
  const organizationId = newId();
  const programId = newId();
  const within = <T>(work: (ctx: Context) => Promise<T>): Promise<T> => inOrganization(app, organizationId, work);
  await within(async (ctx) => {
    await ctx.db.insertInto("organization").values({ id: organizationId, name: "Bench" }).execute();
    await ctx.db.insertInto("program").values({ organization_id: organizationId, id: programId, name: "Bench" }).execute();
  });
  const signal = new AbortController().signal;
  const goTo = (place: ImportPlace, state: "checking" | "running" | "undoing") =>
    within((ctx) => updateImport(ctx, place).set({ state }).execute());

  async function bring(): Promise<ImportPlace> {
    const place = { organizationId, programId, importId: newId() };
    await timed("store the file", () =>
      within(async (ctx) => {
        const fileId = await storeFile(ctx, {
          organizationId,
          kind: "import",
          name: "people.csv",
          contentType: "text/csv",
          content: file(),
        });
        await ctx.db
          .insertInto("spreadsheet_import")
          .values({
            organization_id: organizationId,
            id: place.importId,
            program_id: programId,
            role: "mentor",
            file_id: fileId,
            file_name: "people.csv",
          })
          .execute();
      }),
    );
    await timed("look it over", () => lookOver.run(app, place, signal));
    await goTo(place, "checking");
    await timed("dry run", () => checkRows.run(app, place, signal));
    await goTo(place, "running");
    await timed("import", () => runImport.run(app, place, signal));
    const { state, counts } = await within((ctx) => findImport(ctx, place));
    console.log(`  ${state}: ${JSON.stringify({ ...counts, changes: undefined })}`);
    return place;
  }

  console.log(`${rows} rows, as a new file:`);
  const first = await bring();
  console.log("the same file once more:");
  await bring();
  await timed("may it be undone?", () => within(async (ctx) => findUndoBars(ctx, await findImport(ctx, first))));
  await goTo(first, "undoing");
  await timed("undo the first", () => takeBack.run(app, first, signal));
  const left = await within(async (ctx) => sql<{ n: number }>`select count(*)::int as n from auth.person`.execute(ctx.db));
  console.log(`  ${(await within((ctx) => findImport(ctx, first))).state}: ${left.rows[0]?.n} people left`);
  await db.destroy();
} finally {
  clearInterval(watch);
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
}
