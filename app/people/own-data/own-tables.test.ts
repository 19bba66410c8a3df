import { globSync } from "node:fs";
import path from "node:path";
import { sql } from "kysely";
import { expect, test } from "vitest";
import { testApp } from "../../../testing/app.ts";
import { exportedTables } from "./read-own-rows.ts";
import { secretColumns } from "./own-table.ts";
import { ownTables } from "./own-tables.ts";

const rules = ownTables as Readonly<Record<string, (typeof ownTables)[keyof typeof ownTables] | undefined>>;

/** Columns by which a row says whose it is. */
const namesSomebody = /^(.*_)?(person_id|participant_id|mentee_id|mentor_id)$|^(actor_id|subject_id|created_by|made_by|email|to_address)$/;

async function classesOfTables(): Promise<Map<string, Map<string, string>>> {
  const tables = new Map<string, Map<string, string>>();
  for (const file of globSync("app/**/table.ts")) {
    const exported = (await import(path.resolve(file))) as Record<string, Record<string, Record<string, string>>>;
    for (const classes of Object.values(exported))
      for (const [table, columns] of Object.entries(classes)) tables.set(table, new Map(Object.entries(columns)));
  }
  return tables;
}

test("every table with something personal is taken along, or says why not", async () => {
  const tables = await classesOfTables();
  expect(tables.size).toBeGreaterThan(30);
  const forgotten: string[] = [];
  for (const [table, columns] of tables) {
    const rule = rules[table];
    const isPersonal = [...columns].some(([column, kind]) => kind !== "public" && (kind !== "internal" || namesSomebody.test(column)));
    if (!rule) forgotten.push(`${table} is not named in own-tables.ts`);
    else if (isPersonal && "notHers" in rule && rule.notHers.length < 10) forgotten.push(`${table} says nothing of why it is not hers`);
  }
  expect(forgotten).toEqual([]);
  expect(Object.keys(rules).filter((table) => !tables.has(table))).toEqual([]);
});

test("every table of the database is named, and none that is not there", async () => {
  await using app = await testApp();
  const { rows } = await sql<{ name: string }>`
    select distinct case when table_schema = 'auth' then 'auth.' else '' end || table_name as name
    from information_schema.columns where table_schema in ('public', 'auth') and table_name <> 'migration'`.execute(app.owner);
  expect(Object.keys(rules).toSorted()).toEqual(rows.map(({ name }) => name).toSorted());
});

test("every secret is known by its column's name", async () => {
  const tables = await classesOfTables();
  const looksSecret = /token|secret|password|backup_codes|^code$|identifier/;
  const open = exportedTables.flatMap((table) =>
    [...tables.get(table)!.keys()].filter(
      (column) => looksSecret.test(column) && !column.endsWith("_expires_at") && !secretColumns.includes(column),
    ),
  );
  expect(open).toEqual([]);
});
