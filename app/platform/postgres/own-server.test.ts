import { writeFileSync } from "node:fs";
import path from "node:path";
import type pg from "pg";
import { beforeEach, expect, test } from "vitest";
import { query, scratchPostgres } from "../../../testing/scratch-postgres.ts";
import { prepareOwnServer } from "./own-server.ts";
import { assertSafeLogin } from "./safe-login.ts";

const scratch = scratchPostgres();
const secret = "s".repeat(32);
let admin: pg.ClientConfig = {};
let urlAs: (login: string, password?: string, database?: string) => string;

// A server as others run them: some logins that the machine vouches for, and passwords for all others.
beforeEach(async () => {
  const hba = path.join(scratch.folder, "pg_hba.conf");
  writeFileSync(hba, "local all postgres trust\nlocal all understory_owner trust\nlocal all all scram-sha-256\n");
  const { ownerConfig } = await scratch.start({ serverParameters: { hba_file: hba } });
  const host = encodeURIComponent(ownerConfig.host!);
  admin = { ...ownerConfig, user: "postgres" };
  urlAs = (login, password = "", database = "garden") => `postgres://${login}:${password}@localhost/${database}?host=${host}`;
  await query(admin, `drop database if exists garden`);
  await query(admin, `drop role if exists gardener`);
  await query(admin, `drop role if exists understory_app`);
  await query(admin, `create role gardener login createrole password 'soil'`);
  await query(admin, `create database garden owner gardener`);
});

const prepare = (databaseUrl: string, more: { databaseAppUrl?: string; secret?: string } = {}) =>
  prepareOwnServer({ databaseUrl, secret, patienceMs: 0, ...more });

test("an owner that may create roles gets a login for requests, whose password follows the secret", async () => {
  const { ownerConfig, appConfig } = await prepare(urlAs("gardener", "soil"));
  expect(appConfig.user).toBe("understory_app");
  expect(await query(appConfig, "select session_user::text as me, current_database()::text as here")).toEqual([
    { me: "understory_app", here: "garden" },
  ]);
  await query(ownerConfig, "create table tree (name text)");
  await assertSafeLogin(appConfig);

  const again = await prepare(urlAs("gardener", "soil"));
  expect(again.appConfig).toEqual(appConfig);
  const changed = await prepare(urlAs("gardener", "soil"), { secret: "t".repeat(32) });
  expect(await query(changed.appConfig, "select 1 as one")).toEqual([{ one: 1 }]);
  await expect(query(appConfig, "select 1")).rejects.toThrow("password authentication failed");
});

test("a login for requests that is named is used as it is", async () => {
  await query(admin, `create role understory_app login password 'leaf'`);
  const { appConfig } = await prepare(urlAs("gardener", "soil"), { databaseAppUrl: urlAs("understory_app", "leaf") });
  expect(await query(appConfig, "select session_user::text as me")).toEqual([{ me: "understory_app" }]);
  const wrong = prepare(urlAs("gardener", "soil"), { databaseAppUrl: urlAs("understory_app", "twig") });
  await expect(wrong).rejects.toThrow(/^DATABASE_APP_URL: the login «understory_app» cannot connect \(password/);
});

test("an owner that may not create roles is told to name a login, in one sentence", async () => {
  await query(admin, "alter role gardener nocreaterole");
  await expect(prepare(urlAs("gardener", "soil"))).rejects.toThrow(
    /^DATABASE_URL: the login «gardener» may not create roles, and requests need a login of their own: create a login .* name it in DATABASE_APP_URL/,
  );
});

test("a role of the same name that somebody else made is not touched", async () => {
  await query(admin, `create role understory_app login password 'theirs'`);
  await expect(prepare(urlAs("gardener", "soil"))).rejects.toThrow(/^The role «understory_app» exists .* was not made for this database/);
  expect(await query({ connectionString: urlAs("understory_app", "theirs") }, "select 1 as one")).toEqual([{ one: 1 }]);
});

test("a login that does not own the database, a missing database, a wrong password, an absent server: one sentence each", async () => {
  await query(admin, "alter database garden owner to postgres");
  await expect(prepare(urlAs("gardener", "soil"))).rejects.toThrow(
    'the login «gardener» does not own the database «garden» and could not make tables there: alter database "garden" owner to "gardener";',
  );
  await expect(prepare(urlAs("gardener", "soil", "meadow"))).rejects.toThrow(/^DATABASE_URL: cannot connect .*"meadow" does not exist/);
  await expect(prepare(urlAs("gardener", "sand"))).rejects.toThrow(/^DATABASE_URL: cannot connect .*password authentication failed/);
  await expect(prepare("postgres://gardener@127.0.0.1:9/garden")).rejects.toThrow(/^DATABASE_URL: cannot connect .*ECONNREFUSED/);
});

test("a login that row-level security does not hold is refused, whichever way it got its power", async () => {
  await query(admin, `create role understory_app login password 'leaf'`);
  const { appConfig } = await prepare(urlAs("gardener", "soil"), { databaseAppUrl: urlAs("understory_app", "leaf") });
  const garden = { ...admin, database: "garden" };
  await expect(assertSafeLogin(garden)).rejects.toThrow(/^The login «postgres» for requests is a superuser,/);
  await expect(assertSafeLogin({ connectionString: urlAs("gardener", "soil") })).rejects.toThrow("owns the database");

  const powers: [give: string, take: string, reason: string][] = [
    ["alter role understory_app superuser", "alter role understory_app nosuperuser", "is a superuser"],
    ["alter role understory_app bypassrls", "alter role understory_app nobypassrls", "has BYPASSRLS"],
    ["grant postgres to understory_app", "revoke postgres from understory_app", "is a member of «postgres»"],
    ["grant gardener to understory_app", "revoke gardener from understory_app", "owns the database, or is a member"],
    ["create table bush (x int); alter table bush owner to understory_app", "drop table bush", "owns the table bush"],
  ];
  for (const [give, take, reason] of powers) {
    await query(garden, give);
    await expect(assertSafeLogin(appConfig)).rejects.toThrow(reason);
    await query(garden, take);
    await assertSafeLogin(appConfig);
  }
});
