/**
 * Breaks the packages on purpose, one small change after the other, and counts how many changes some test finds out (StrykerJS).
 *
 *     npm run drill:mutations [-- packages/matching-engine/stable …]
 *
 * Without folders all of the matching engine and its command line are broken, which takes hours. It fails where fewer than 90% of the
 * changes of a folder are found. Lines that only steer speed say so in the source: `// Stryker disable next-line all: speed (why)`.
 */
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { type FolderScore, type MutationReport, scoresByFolder, survivors } from "./mutations/scores.ts";

const least = 90;
const root = process.cwd();
const everything = ["packages/matching-engine", "packages/match-cli"].filter((folder) => existsSync(folder));
const folders = process.argv.length > 2 ? process.argv.slice(2).map((folder) => path.normalize(folder).replace(/\/$/, "")) : everything;
for (const folder of folders) {
  if (folder.startsWith("packages/") && existsSync(folder)) continue;
  console.error(`drill:mutations: ${folder} is no folder or file under packages/.`);
  process.exit(2);
}

const stryker = path.join(root, "drills/mutations/node_modules/@stryker-mutator/core/bin/stryker.js");
if (!existsSync(stryker)) {
  console.log("drill:mutations: installing StrykerJS beside the drill …");
  const installed = spawnSync("npm", ["ci", "--prefix", "drills/mutations", "--legacy-peer-deps", "--loglevel=error"], {
    stdio: "inherit",
  });
  if (installed.status !== 0) process.exit(1);
}

// A copy, so that nobody's changes get into the run, and the run into nobody's way.
mkdirSync(path.join(root, "data/scratch"), { recursive: true });
const copy = mkdtempSync(path.join(root, "data/scratch/mutations-"));
process.once("exit", () => rmSync(copy, { recursive: true, force: true }));
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(130));
cpSync(path.join(root, "packages"), path.join(copy, "packages"), {
  recursive: true,
  filter: (from) => !/\/(node_modules|dist)(\/|$)/.test(from),
});
// Not tsconfig.json: StrykerJS would rewrite it with an interface that TypeScript 7 no longer has.
cpSync(path.join(root, "package.json"), path.join(copy, "package.json"));
symlinkSync(path.join(root, "node_modules"), path.join(copy, "node_modules"));
// The tests of the same folders have to find it out. Without the database that the tests of the application want.
const tests = folders.map((folder) => `${folder.endsWith(".ts") ? path.dirname(folder) : folder}/**/*.test.ts`);
writeFileSync(
  path.join(copy, "vitest.config.ts"),
  `export default { test: { include: ${JSON.stringify(tests)}, testTimeout: 60_000 } };\n`,
);
const mutate = folders.flatMap((folder) => (folder.endsWith(".ts") ? [folder] : globSync(`${folder}/**/*.ts`))).filter(isSource);
writeFileSync(
  path.join(copy, "stryker.config.json"),
  JSON.stringify({
    testRunner: "vitest",
    plugins: [path.join(root, "drills/mutations/node_modules/@stryker-mutator/vitest-runner/dist/src/index.js")],
    vitest: { configFile: "vitest.config.ts" },
    mutate,
    concurrency: 2,
    reporters: ["json", "progress-append-only"],
    jsonReporter: { fileName: "mutations.json" },
    thresholds: { break: null },
    timeoutMS: 5_000,
    allowEmpty: false,
    warnings: { slow: false },
  }),
);
const run = spawnSync(process.execPath, [stryker, "run"], { cwd: copy, stdio: "inherit" });
if (run.status !== 0) {
  console.error("drill:mutations: StrykerJS did not come to an end; what it says is above.");
  process.exit(1);
}
const report = JSON.parse(readFileSync(path.join(copy, "mutations.json"), "utf8")) as MutationReport;
const scores = scoresByFolder(report);
for (const line of survivors(report)) console.log(line);
console.log("\nfolder                                    found   of    score   excluded");
const line = ({ folder, found, of, excluded }: FolderScore): string =>
  [
    folder.padEnd(40),
    String(found).padStart(6),
    String(of).padStart(5),
    `${scoreOf(found, of).toFixed(1)}%`.padStart(8),
    String(excluded).padStart(9),
  ].join(" ");
for (const score of scores) console.log(line(score));
const low = scores.filter(({ found, of }) => scoreOf(found, of) < least);
if (low.length > 0) {
  console.error(`\nLess than ${least}% found in ${low.map(({ folder }) => folder).join(", ")}.`);
  process.exitCode = 1;
}

function isSource(file: string): boolean {
  return !/\.test\.ts$|\/(testing|node_modules|dist)\/|\/(bench|index)\.ts$/.test(file);
}

function scoreOf(found: number, of: number): number {
  return of === 0 ? 100 : (100 * found) / of;
}
