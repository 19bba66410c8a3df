import { globSync } from "node:fs";
import path from "node:path";
import { sql } from "kysely";
import { expect, test } from "vitest";
import { testApp } from "./app.ts";

test("every column of every table has a privacy class, and no class is without its column", async () => {
  await using app = await testApp();
  const { rows } = await sql<{ name: string }>`
    select case when table_schema = 'auth' then 'auth.' else '' end || table_name || '.' || column_name as name
    from information_schema.columns where table_schema in ('public', 'auth') and table_name <> 'migration'`.execute(app.owner);
  const classified: string[] = [];
  for (const file of globSync("app/**/table.ts")) {
    const exported = (await import(path.resolve(file))) as Record<string, Record<string, Record<string, string>>>;
    for (const tables of Object.values(exported)) {
      for (const [table, columns] of Object.entries(tables)) classified.push(...Object.keys(columns).map((column) => `${table}.${column}`));
    }
  }
  expect(classified.toSorted()).toEqual(rows.map((row) => row.name).toSorted());
});
