/**
 * Rebuilds and restarts on every change. The database belongs to this process and keeps running; a source with an error
 * is printed, and the server that runs goes on.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { watch } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { CannotStart } from "../app/platform/settings/cannot-start.ts";
import { readSettings } from "../app/platform/settings/settings.ts";
import { startPostgres } from "../app/platform/postgres/start-postgres.ts";
import { bundle, writeBundle } from "./bundle.ts";

const patienceMs = 3000;
let server: ChildProcess | undefined;
let isStopping = false;

async function stopServer(): Promise<void> {
  if (server?.exitCode !== null || server.signalCode !== null) return;
  const ended = once(server, "exit");
  server.kill("SIGTERM");
  // Open event streams are no reason to wait.
  const impatience = setTimeout(() => server?.kill("SIGKILL"), patienceMs);
  await ended;
  clearTimeout(impatience);
}

async function rebuild(): Promise<void> {
  const begin = performance.now();
  try {
    await writeBundle(await bundle(), { compress: false, sweep: false });
  } catch (error) {
    if (!(error instanceof Error && "errors" in error)) console.error(error);
    console.error(server ? "dev: not built; the server goes on as it was." : "dev: not built.");
    return;
  }
  await stopServer();
  if (isStopping) return;
  server = spawn(process.execPath, ["--enable-source-maps", "dist/main.js", ...process.argv.slice(2)], { stdio: "inherit" });
  console.log(`dev: built in ${Math.round(performance.now() - begin)} ms`);
}

/** One build at a time; changes during one lead to one more. */
let isDue = false;
let running: Promise<void> | undefined;
function changed(): void {
  isDue = true;
  running ??= (async () => {
    while (isDue) {
      // An editor writes more than once for one save.
      await sleep(50);
      isDue = false;
      await rebuild();
    }
    running = undefined;
  })();
}

try {
  const postgres = await startPostgres(readSettings(process.env, process.argv.slice(2)));
  const stop = async (code: number): Promise<void> => {
    if (isStopping) return;
    isStopping = true;
    await stopServer();
    await postgres.stop();
    process.exit(code);
  };
  postgres.onLost((sentence) => {
    console.error(sentence);
    void stop(1);
  });
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => void stop(0));
  for (const folder of ["app", "packages", "db"]) {
    watch(folder, { recursive: true }, (_, name) => {
      if (!/\.test\.tsx?$/.test(name ?? "")) changed();
    });
  }
  changed();
} catch (error) {
  if (!(error instanceof CannotStart)) throw error;
  console.error(error.message);
  process.exitCode = error.exitCode;
}
