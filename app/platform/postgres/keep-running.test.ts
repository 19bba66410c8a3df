import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { eventually, query, scratchPostgres } from "../../../testing/scratch-postgres.ts";
import { isServerOf } from "./pid-file.ts";

const { dataDir, said, start } = scratchPostgres();
const cluster = path.join(dataDir, "postgres");

test("a server that dies alone is started again once, with all that was committed; then it is lost, with one sentence", async () => {
  const server = await start();
  const words: string[] = [];
  server.onLost((sentence) => words.push(sentence));
  await query(server.ownerConfig, "create table tree (name text); insert into tree values ('oak')");

  process.kill(server.pid!, "SIGKILL");
  await eventually(() => said.length === 2);
  expect(said[0]).toBe("The database server was ended by SIGKILL; starting it again.");
  expect(said[1]).toMatch(/^The database server is back after \d+\.\d seconds\.$/);
  expect(await query(server.ownerConfig, "select name from tree")).toEqual([{ name: "oak" }]);
  expect(words).toEqual([]);

  const pid = Number(readFileSync(path.join(cluster, "postmaster.pid"), "utf8").split("\n")[0]);
  process.kill(pid, "SIGKILL");
  await eventually(() => words.length === 1);
  expect(words).toEqual(["The database server was ended by SIGKILL for the second time within ten minutes."]);
  const late: string[] = [];
  server.onLost((sentence) => late.push(sentence));
  expect(late).toEqual(words);
});

test("a second process shares the running server, and takes over when the first one stops it", async () => {
  const first = await start();
  const second = await start();
  expect(second.pid).toBe(first.pid);
  await first.stop();
  await eventually(() => said.length === 2);
  expect(said[0]).toBe("The database server was stopped by the process that started it; starting it again.");
  expect(await query(second.appConfig, "select 1 as one")).toEqual([{ one: 1 }]);
});

test("when the process is killed, its server ends by itself, and a start at once finds everything", async () => {
  const script = `
    import { startPostgres } from "./app/platform/postgres/start-postgres.ts";
    import { withConnection } from "./app/platform/postgres/connection.ts";
    const { pid, ownerConfig } = await startPostgres({ dataDir: process.argv[1], secret: "s".repeat(32) });
    await withConnection(ownerConfig, (client) => client.query("insert into tree values ('elm')"));
    console.log(pid);
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ["--input-type=module", "--eval", script, dataDir], { stdio: ["ignore", "pipe", "inherit"] });
  const pid = await new Promise<number>((resolve) => child.stdout.once("data", (data: Buffer) => resolve(Number(data))));
  expect(isServerOf(pid, cluster)).toBe(true);
  child.kill("SIGKILL");
  const server = await start();
  expect(server.pid).not.toBe(pid);
  expect(isServerOf(pid, cluster)).toBe(false);
  expect(await query(server.ownerConfig, "select name from tree")).toEqual([{ name: "oak" }, { name: "elm" }]);
  expect(said).toEqual([]);
});
