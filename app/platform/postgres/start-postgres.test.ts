import { existsSync, mkdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { query, scratchPostgres } from "../../../testing/scratch-postgres.ts";

const { folder, dataDir, start } = scratchPostgres();

test("two first starts at once make one durable database, with a login that owns it and one that owns nothing", async () => {
  const half = path.join(dataDir, "postgres.new-99999999");
  mkdirSync(half, { recursive: true });
  const [{ pid, ownerConfig, appConfig }, other] = await Promise.all([start(), start()]);
  expect(other.pid).toBe(pid);
  // What a kill during a first start left behind.
  expect(existsSync(half)).toBe(false);

  const durable = `select name, setting from pg_settings where name in ('fsync', 'synchronous_commit', 'full_page_writes', 'data_checksums') order by 1`;
  expect((await query<{ setting: string }>(ownerConfig, durable)).map((row) => row.setting)).toEqual(["on", "on", "on", "on"]);
  const roles = `select rolname, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb from pg_roles where rolname like 'understory%' order by 1`;
  const plain = { rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false };
  expect(await query(appConfig, roles)).toEqual([
    { rolname: "understory_app", ...plain },
    { rolname: "understory_owner", ...plain },
  ]);
  expect(appConfig.user).toBe("understory_app");

  await query(ownerConfig, "create extension pg_trgm; create table tree (name text); insert into tree values ('oak')");
  await expect(query(appConfig, "select * from tree")).rejects.toThrow("permission denied");
  await expect(query(appConfig, "create table mine (x int)")).rejects.toThrow("permission denied");
  await expect(query(appConfig, "set role understory_owner")).rejects.toThrow("permission denied");

  // Nobody else on the machine can open the socket, and there is no other way in.
  expect(statSync(ownerConfig.host!).mode & 0o077).toBe(0);
  expect(await query(ownerConfig, "select setting from pg_settings where name = 'listen_addresses'")).toEqual([{ setting: "" }]);
});

test("a pid file left behind, whose number another program has now, does not block the start", async () => {
  await (await start()).stop();
  const stale = `${process.pid}\n${dataDir}/postgres\n1700000000\n5432\n/nowhere\n\n0 0\nready   \n`;
  writeFileSync(path.join(dataDir, "postgres/postmaster.pid"), stale);
  const server = await start();
  expect(server.pid).not.toBe(process.pid);
  expect(await query(server.appConfig, "select 1 as one")).toEqual([{ one: 1 }]);
});

test("a path too long for a socket, with spaces, commas and quotes, is fine", async () => {
  const server = await start({ dataDir: path.join(folder, `a, "long" one's ${"x".repeat(90)}`) });
  expect(server.ownerConfig.host!.length).toBeLessThan(90);
  expect(await query(server.appConfig, "select 1 as one")).toEqual([{ one: 1 }]);
  await server.stop();
  rmSync(server.ownerConfig.host!, { recursive: true });
});

test("a cluster made by another version of PostgreSQL is left alone, with one sentence", async () => {
  const old = path.join(folder, "old");
  mkdirSync(path.join(old, "postgres"), { recursive: true });
  writeFileSync(path.join(old, "postgres/PG_VERSION"), "9\n");
  await expect(start({ dataDir: old })).rejects.toThrow(/was made by PostgreSQL 9, and this version of Understory brings 18/);
});
