import { globSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";

type Catalog = { readonly [key: string]: string | ((...parameters: never[]) => string) | Catalog };

function leaves(catalog: Catalog, prefix = ""): [string, string | ((...parameters: never[]) => string)][] {
  return Object.entries(catalog).flatMap(([key, value]) =>
    typeof value === "object"
      ? leaves(value, `${prefix}${key}.`)
      : [[`${prefix}${key}`, value] as [string, string | ((...parameters: never[]) => string)]],
  );
}

test("every catalog says everything in every language, and nothing is left in English", async () => {
  const files = globSync("app/**/*.messages.ts");
  expect(files.length).toBeGreaterThan(3);
  const problems: string[] = [];
  for (const file of files) {
    for (const exported of Object.values((await import(path.resolve(file))) as Record<string, unknown>)) {
      const catalogs = (exported as { catalogs?: Record<"en" | "es" | "ar", Catalog> }).catalogs;
      if (!catalogs) continue;
      const english = leaves(catalogs.en);
      for (const language of ["es", "ar"] as const) {
        const other = new Map(leaves(catalogs[language]));
        for (const [key, text] of english) {
          const translated = other.get(key);
          if (translated === undefined || translated === "") problems.push(`${file}: ${key} is missing in ${language}`);
          else if (
            typeof text === "string" &&
            typeof translated === "string" &&
            language === "ar" &&
            text === translated &&
            /[a-z]{4}/.test(text) &&
            !/[@:/]/.test(text)
          )
            problems.push(`${file}: ${key} is still English in ${language}`);
          else if (typeof text === "function" && typeof translated === "function" && text.length < translated.length)
            problems.push(`${file}: ${key} takes ${text.length} parameters, and ${translated.length} in ${language}`);
        }
        for (const key of other.keys())
          if (!english.some(([known]) => known === key)) problems.push(`${file}: ${key} is in ${language} alone`);
      }
    }
  }
  expect(problems).toEqual([]);
});
