/** What the documentation says that can be held against the code: settings, links, commands. */
import { existsSync, globSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { catalog } from "../app/platform/settings/catalog.ts";

const documents = [...globSync("*.md"), ...globSync("docs/**/*.md"), ...globSync("decisions/*.md")];
const read = (file: string): string => readFileSync(file, "utf8");

test("the reference has every setting, as the program itself describes it", () => {
  const rows = Object.values(catalog).map(({ name, fallback, description }) => `| \`${name}\` | ${description} | ${fallback} |`);
  const written = read("docs/reference/settings.md")
    .split("\n")
    .filter((line) => line.startsWith("| `"))
    .map((line) => line.replaceAll(/ +/g, " "));
  expect(written).toEqual(rows);
});

test("of every table that holds something of somebody it says how long what is in it is kept", async () => {
  const tables = new Map<string, boolean>();
  for (const file of globSync("app/**/table.ts")) {
    const exported = (await import(path.resolve(file))) as Record<string, Record<string, Record<string, string>>>;
    for (const classes of Object.values(exported))
      for (const [table, columns] of Object.entries(classes))
        tables.set(
          table,
          Object.values(columns).some((privacy) => ["personal", "special", "safeguarding"].includes(privacy)),
        );
  }
  const rows = [...read("docs/reference/what-is-kept.md").matchAll(/^\| `([\w.]+)`\s+\|[^|]+\| ([^|]*\S)\s*\|$/gm)].map((row) => row[1]!);
  const missing = [...tables].flatMap(([table, isSomebodys]) => (isSomebodys && !rows.includes(table) ? [table] : []));
  expect(missing, "tables without a line in docs/reference/what-is-kept.md").toEqual([]);
  expect(
    rows.filter((table) => !tables.has(table)),
    "lines of tables that are not there",
  ).toEqual([]);
  expect(new Set(rows).size).toBe(rows.length);
});

test("every link and picture in the documentation is there", () => {
  const broken = documents.flatMap((file) =>
    [...read(file).matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)]
      .map((match) => match[1]!)
      .filter((target) => !/^[a-z]+:/.test(target) && !existsSync(path.join(path.dirname(file), target)))
      .map((target) => `${file}: ${target}`),
  );
  expect(documents.length).toBeGreaterThan(10);
  expect(broken).toEqual([]);
});

test("every command in the documentation can be run", () => {
  const { scripts } = JSON.parse(read("package.json")) as { scripts: Record<string, string> };
  const unknown = documents.flatMap((file) =>
    [...read(file).matchAll(/\bnpm run ([\w:-]+)/g)].map((match) => match[1]!).filter((script) => scripts[script] === undefined),
  );
  expect(unknown).toEqual([]);
});

test("every file of the product that the documentation names is there", () => {
  const missing = documents.flatMap((file) =>
    [...read(file).matchAll(/`((?:app|packages|testing|scripts|db|drills|bench|e2e)\/[\w./-]+)`/g)]
      .map((match) => match[1]!)
      // The feature that the architecture adds as an example.
      .filter((named) => !named.includes("reminders") && !existsSync(named))
      .map((named) => `${file}: ${named}`),
  );
  expect(missing).toEqual([]);
});
