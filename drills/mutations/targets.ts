import { globSync, statSync } from "node:fs";
import path from "node:path";

/** What is broken in one go, and the tests that have to find it out. */
export interface Target {
  readonly name: string;
  readonly sources: readonly string[];
  readonly tests: readonly string[];
}

const isSource = (file: string): boolean => !/\.test\.ts$|\/(testing|node_modules|dist)\/|\/(bench|index)\.ts$/.test(file);
const sourcesUnder = (pattern: string): string[] => globSync(pattern).filter(isSource).toSorted();

/** The engine's folders one by one, what lies beside them, and the command line. */
export function everyTarget(): Target[] {
  const engine = "packages/matching-engine";
  const folders = globSync(`${engine}/*/`).filter((folder) => sourcesUnder(`${folder}/**/*.ts`).length > 0);
  const beside = { name: `${engine}/*.ts`, sources: sourcesUnder(`${engine}/*.ts`), tests: [`${engine}/*.test.ts`] };
  return [...folders.toSorted().map(targetOf), beside, targetOf("packages/match-cli")];
}

/** @param named a folder with all that it holds, or one file */
export function targetOf(named: string): Target {
  const name = path.normalize(named).replace(/\/$/, "");
  const isFolder = statSync(name).isDirectory();
  const sources = isFolder ? sourcesUnder(`${name}/**/*.ts`) : [name];
  return { name, sources, tests: isFolder ? testsOf(name, "**/*.test.ts") : testsOf(path.dirname(name), "*.test.ts") };
}

/** The tests of the nearest folder that has some. */
function testsOf(folder: string, pattern: string): string[] {
  const tests = globSync(`${folder}/${pattern}`);
  return tests.length > 0 || folder === "packages" ? tests : testsOf(path.dirname(folder), "*.test.ts");
}
