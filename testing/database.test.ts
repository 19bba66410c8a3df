import { sql } from "kysely";
import { expect, test } from "vitest";
import { query } from "./scratch-postgres.ts";
import { testDatabase } from "./database.ts";

const whoAmI = sql<{ me: string; here: string }>`select session_user::text as me, current_database()::text as here`;

test("each test has a migrated database of its own, with the logins of a real installation", async () => {
  await using one = await testDatabase();
  await using other = await testDatabase();
  const [app, owner, everything, neighbor] = await Promise.all(
    [one.app, one.owner, one.everything, other.app].map(async (db) => (await whoAmI.execute(db)).rows[0]!),
  );
  expect([app?.me, owner?.me, everything?.me]).toEqual(["understory_app", "understory_owner", "postgres"]);
  expect(new Set([app?.here, owner?.here, everything?.here])).toEqual(new Set([app?.here]));
  expect(neighbor?.here).not.toBe(app?.here);
  expect((await sql<{ name: string }>`select name from migration`.execute(one.everything)).rows.length).toBeGreaterThan(0);
  expect(await query({ connectionString: one.env.DATABASE_APP_URL }, whoAmI.compile(one.app).sql)).toEqual([app]);
});

test("a test's database is gone afterwards, even while somebody is connected", async () => {
  const db = await testDatabase();
  const { appConfig } = db;
  await whoAmI.execute(db.app);
  await db[Symbol.asyncDispose]();
  await expect(query(appConfig, "select 1")).rejects.toThrow("does not exist");
});
