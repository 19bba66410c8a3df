/** With the application's checks removed: what a request may write. Every row of one organization, brought by somebody of another. */
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { audit } from "../../app/platform/audit.ts";
import { type Context, inOrganization, inRequest } from "../../app/platform/context.ts";
import { parseCookies } from "../../app/platform/cookies.ts";
import { sessionToken } from "../../app/people/accounts/session-cookie.ts";
import { testApp, type TestApp } from "../app.ts";
import { fillWorld, type FilledWorld } from "../filled-world.ts";
import { cookieOf } from "./sending.ts";

let app: TestApp;
let world: FilledWorld;
let tables: string[];
beforeAll(async () => {
  app = await testApp();
  world = await fillWorld(app);
  await inOrganization(app, world.riverside, async (ctx) => {
    await audit(ctx, { organizationId: world.riverside, act: "test", subjectKind: "test", subjectId: null });
    await ctx.db
      .insertInto("unsubscription")
      .values({ organization_id: world.riverside, person_id: world.people.mentee, kind: "offer" })
      .execute();
  });
  const { rows } = await sql<{ name: string }>`
    select table_name as name from information_schema.columns where table_schema = 'public' and column_name = 'organization_id' order by 1`.execute(
    app.owner,
  );
  tables = rows.map((row) => row.name);
});
afterAll(() => app[Symbol.asyncDispose]());

/** As the web server lets a request begin. */
async function asRequestOf<T>(person: "strangerOwner" | "mentee", organizationId: string | undefined, work: (ctx: Context) => Promise<T>) {
  const token = sessionToken(parseCookies(await cookieOf(app, world.people[person])), app.settings.secret);
  return inRequest(app, { sessionToken: token, organizationId, isPublic: false, language: "en", isLanguageChosen: false }, work);
}

const someRow = (table: string) =>
  inOrganization(app, world.riverside, async ({ db }) => {
    const { rows } = await sql<{ row: Record<string, unknown> }>`select to_jsonb(t) as row from ${sql.id(table)} t limit 1`.execute(db);
    return rows[0]?.row;
  });

async function refusalOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return "let in";
  } catch (error) {
    return (error as Error).message;
  }
}

/** What PostgreSQL says to the row, brought anew by somebody of another organization. */
async function brought(table: string, row: Record<string, unknown>): Promise<string> {
  const fresh = {
    ...row,
    ...("id" in row && { id: crypto.randomUUID() }),
    ...("dedupe_key" in row && { dedupe_key: crypto.randomUUID() }),
  };
  // What the database works out by itself cannot be brought.
  const { rows: columns } = await sql<{ name: string }>`
    select column_name as name from information_schema.columns
    where table_schema = 'public' and table_name = ${table} and is_generated = 'NEVER'`.execute(app.owner);
  const names = sql.join(columns.map(({ name }) => sql.id(name)));
  return refusalOf(
    asRequestOf("strangerOwner", world.hillside, ({ db }) =>
      sql`insert into ${sql.id(table)} (${names})
        select ${names} from jsonb_populate_record(null::${sql.id(table)}, ${JSON.stringify(fresh)}::jsonb)`.execute(db),
    ),
  );
}

test("no row of another organization can be written, in any table", async () => {
  const outcomes: Record<string, string> = {};
  let tried = 0;
  for (const table of tables) {
    const row = await someRow(table);
    if (!row) continue;
    tried += 1;
    const outcome = await brought(table, row);
    if (!outcome.includes("row-level security")) outcomes[table] = outcome;
  }
  expect(outcomes).toEqual({});
  expect(tried).toBeGreaterThan(15);
});

test("no row of another organization can be changed or deleted, in any table", async () => {
  for (const table of tables) {
    for (const statement of [
      sql`update ${sql.id(table)} set organization_id = organization_id where organization_id = ${world.riverside}`,
      sql`delete from ${sql.id(table)} where organization_id = ${world.riverside}`,
    ]) {
      const changed = await asRequestOf("strangerOwner", world.hillside, async ({ db }) =>
        Number((await statement.execute(db)).numAffectedRows ?? 0),
      ).catch((error: unknown) => (error as Error).message);
      // Of the audit nothing may be changed at all.
      expect([0, "permission denied for table audit_entry"], table).toContain(changed);
    }
  }
});

test("what is one's own is written only in an organization that one has a part in", async () => {
  const own = await refusalOf(
    asRequestOf("mentee", undefined, ({ db }) =>
      sql`insert into profile (organization_id, person_id, name) values (${world.hillside}, ${world.people.mentee}, 'planted')`.execute(db),
    ),
  );
  expect(own).toContain("row-level security");
});

test("nothing in the audit is changed or deleted by requests", async () => {
  for (const statement of [sql`update audit_entry set act = 'nothing'`, sql`delete from audit_entry`, sql`truncate audit_entry`]) {
    await expect(inOrganization(app, world.riverside, ({ db }) => statement.execute(db))).rejects.toThrow("permission denied");
  }
});

test("what somebody has sent before is nobody else's to read", async () => {
  const key = crypto.randomUUID();
  const keep = (personId: string) => ({
    person_id: personId,
    form_key: key,
    content_hash: Buffer.alloc(32),
    location: "/",
    notice: "Maya is in",
  });
  await asRequestOf("mentee", undefined, ({ db }) => db.insertInto("answered_form").values(keep(world.people.mentee)).execute());
  const seen = (person: "strangerOwner" | "mentee") =>
    asRequestOf(
      person,
      undefined,
      async ({ db }) => (await db.selectFrom("answered_form").select("notice").where("form_key", "=", key).execute()).length,
    );
  expect([await seen("mentee"), await seen("strangerOwner")]).toEqual([1, 0]);
  await expect(
    asRequestOf("strangerOwner", undefined, ({ db }) =>
      db
        .insertInto("answered_form")
        .values({ ...keep(world.people.mentee), form_key: crypto.randomUUID() })
        .execute(),
    ),
  ).rejects.toThrow("row-level security");
});
