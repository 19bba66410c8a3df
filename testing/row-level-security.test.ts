/** With every check of the application removed: what the database itself holds back. */
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { inOrganization, inRequest } from "../app/platform/context.ts";
import { startSession } from "../app/people/accounts/start-session.ts";
import { parseCookies } from "../app/platform/cookies.ts";
import { sessionToken } from "../app/people/accounts/session-cookie.ts";
import { testApp, type TestApp } from "./app.ts";
import { fillWorld, type FilledWorld } from "./filled-world.ts";

let app: TestApp;
let world: FilledWorld;
let tenantTables: string[];
beforeAll(async () => {
  app = await testApp();
  world = await fillWorld(app);
  const { rows } = await sql<{ name: string }>`
    select table_name as name from information_schema.columns where table_schema = 'public' and column_name = 'organization_id' order by 1`.execute(
    app.owner,
  );
  tenantTables = rows.map((row) => row.name);
});
afterAll(() => app[Symbol.asyncDispose]());

test("row-level security is forced on every table that belongs to an organization", async () => {
  const { rows } = await sql<{ name: string }>`
    select relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where nspname = 'public' and relkind = 'r' and not (relrowsecurity and relforcerowsecurity) order by 1`.execute(app.owner);
  // These hold nothing of an organization.
  expect(rows.map((row) => row.name)).toEqual(["installation", "migration"]);
  expect(tenantTables.length).toBeGreaterThan(20);
});

test("the login of requests owns nothing and bypasses nothing", async () => {
  const { rows } = await sql<{ owns: number; powers: boolean }>`
    select (select count(*)::int from pg_class where relowner = r.oid) as owns, rolsuper or rolbypassrls or rolcreaterole as powers
    from pg_roles r where rolname = current_user`.execute(app.db);
  expect(rows).toEqual([{ owns: 0, powers: false }]);
});

const counts = async (read: (table: string) => Promise<{ rows: { n: number }[] }>): Promise<Record<string, number>> => {
  const all: Record<string, number> = {};
  for (const table of tenantTables) all[table] = (await read(table)).rows[0]!.n;
  return all;
};

test("a transaction that opened nothing reads nothing", async () => {
  const seen = await counts((table) => sql<{ n: number }>`select count(*)::int as n from ${sql.id(table)}`.execute(app.db));
  expect(Object.values(seen).every((n) => n === 0)).toBe(true);
});

test("a request of one organization neither reads nor changes a row of another", async () => {
  const cookies = parseCookies((await startSession(app, world.people.strangerOwner)).map((cookie) => cookie.split(";")[0]).join("; "));
  const token = sessionToken(cookies, app.settings.secret);
  expect(token).toBeDefined();
  for (const organizationId of [undefined, world.hillside, world.riverside]) {
    const seen = await inRequest(
      app,
      { sessionToken: token, organizationId, isPublic: false, language: "en", isLanguageChosen: false },
      (ctx) =>
        counts((table) =>
          sql<{ n: number }>`select count(*)::int as n from ${sql.id(table)} where organization_id = ${world.riverside}`.execute(ctx.db),
        ),
    );
    expect(Object.entries(seen).filter(([, n]) => n > 0)).toEqual([]);
  }
  const changed = await inOrganization(app, world.hillside, async ({ db }) => {
    const program = await sql`update program set name = 'taken' where organization_id = ${world.riverside}`.execute(db);
    const profile = await sql`delete from profile where organization_id = ${world.riverside}`.execute(db);
    return Number(program.numAffectedRows) + Number(profile.numAffectedRows);
  });
  expect(changed).toBe(0);
  await expect(
    inOrganization(app, world.hillside, ({ db }) =>
      sql`insert into program (organization_id, id, name) values (${world.riverside}, gen_random_uuid(), 'planted')`.execute(db),
    ),
  ).rejects.toThrow(/row-level security/);
});

test("the control: the same counts, asked with the right organization open, are not zero", async () => {
  const seen = await inOrganization(app, world.riverside, (ctx) =>
    counts((table) => sql<{ n: number }>`select count(*)::int as n from ${sql.id(table)}`.execute(ctx.db)),
  );
  expect(seen["program"]).toBe(2);
  expect(seen["participant"]).toBe(4);
});
