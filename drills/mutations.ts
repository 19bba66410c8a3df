/**
 * Breaks the packages on purpose, one small change after the other, and counts how many changes some test finds out (StrykerJS).
 *
 *     npm run drill:mutations [-- packages/matching-engine/stable …] [--fresh] [--every=5] [--timeouts]
 *
 * Without folders all of the matching engine and its command line are broken, folder by folder. Only the tests beside the code count.
 * It fails where fewer than 90% of the changes of a folder are found. Lines that only steer speed, or whose change changes nothing that
 * anybody could see, say so in the source: `// Stryker disable next-line <Mutator>: speed (why)`. What was found out before and has not
 * changed since is not tried again (data/scratch/mutations), unless with --fresh, which counts where it matters: a change in another
 * folder is not noticed. With --every=5 only each fifth line is broken, for a first look. With --timeouts those are listed too with
 * which a test did not come to an end: they count as found out, and on a busy machine some may only have been slow.
 * MUTATION_WORKERS says how many changes are tried at once (2).
 */
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { shorten } from "./mutations/shorten.ts";
import { type FolderScore, type MutationReport, scoresByFolder, survivors, foundByTime } from "./mutations/scores.ts";
import { everyTarget, type Target, targetOf } from "./mutations/targets.ts";

const least = 90;
const root = process.cwd();
const fresh = process.argv.includes("--fresh");
const every = Number(process.argv.find((argument) => argument.startsWith("--every="))?.slice("--every=".length) ?? 1);
const named = process.argv.slice(2).filter((argument) => !argument.startsWith("--"));
for (const folder of named) {
  if (folder.startsWith("packages/") && existsSync(folder)) continue;
  console.error(`drill:mutations: ${folder} is no folder or file under packages/.`);
  process.exit(2);
}
const targets = named.length > 0 ? named.map(targetOf) : everyTarget();

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
shorten(globSync(path.join(copy, "packages/**/*.test.ts")));
for (const part of ["short-runs.ts", "fast-first.ts"]) cpSync(path.join(root, "drills/mutations", part), path.join(copy, part));
// Not tsconfig.json: StrykerJS would rewrite it with an interface that TypeScript 7 no longer has.
cpSync(path.join(root, "package.json"), path.join(copy, "package.json"));
symlinkSync(path.join(root, "node_modules"), path.join(copy, "node_modules"));
const remembered = path.join(root, "data/scratch/mutations");
mkdirSync(remembered, { recursive: true });

const report: MutationReport = { files: Object.assign({}, ...targets.map((target) => broken(target).files)) };
const scores = scoresByFolder(report);
for (const line of survivors(report)) console.log(line);
if (process.argv.includes("--timeouts")) for (const line of foundByTime(report)) console.log(line);
console.log("\nfolder                                    found    of    score   timed out   excluded");
const line = ({ folder, found, of, timedOut, excluded }: FolderScore): string =>
  [
    folder.padEnd(40),
    String(found).padStart(6),
    String(of).padStart(5),
    `${scoreOf(found, of).toFixed(1)}%`.padStart(8),
    String(timedOut).padStart(11),
    String(excluded).padStart(10),
  ].join(" ");
for (const score of scores) console.log(line(score));
const low = scores.filter(({ found, of }) => scoreOf(found, of) < least);
if (low.length > 0) {
  console.error(`\nLess than ${least}% found in ${low.map(({ folder }) => folder).join(", ")}.`);
  process.exitCode = 1;
}

/** Files, or each so many-th line of them, as StrykerJS names them. */
function parts(sources: readonly string[]): string[] {
  if (every === 1) return [...sources];
  return sources.flatMap((file) => {
    const lines = readFileSync(file, "utf8").split("\n").length;
    return Array.from({ length: Math.floor(lines / every) }, (_, k) => `${file}:${(k + 1) * every}-${(k + 1) * every}`);
  });
}

function broken({ name, sources, tests }: Target): MutationReport {
  const before = path.join(remembered, `${name.replaceAll("/", "-")}.json`);
  if (fresh) rmSync(before, { force: true });
  // Without the database that the tests of the application want.
  const vitest = { include: tests, setupFiles: ["short-runs.ts"], testTimeout: 60_000 };
  writeFileSync(
    path.join(copy, "vitest.config.ts"),
    `import sequencer from "./fast-first.ts";\nexport default { test: { ...${JSON.stringify(vitest)}, sequence: { sequencer } } };\n`,
  );
  writeFileSync(
    path.join(copy, "stryker.config.json"),
    JSON.stringify({
      testRunner: "vitest",
      plugins: [path.join(root, "drills/mutations/node_modules/@stryker-mutator/vitest-runner/dist/src/index.js")],
      vitest: { configFile: "vitest.config.ts" },
      mutate: parts(sources),
      coverageAnalysis: "perTest",
      incremental: every === 1,
      incrementalFile: before,
      concurrency: Number(process.env["MUTATION_WORKERS"] ?? 2),
      reporters: ["json", "progress-append-only"],
      jsonReporter: { fileName: "mutations.json" },
      thresholds: { break: null },
      timeoutMS: 3_000,
      // A change that fills the memory without end is found out sooner.
      testRunnerNodeArgs: ["--max-old-space-size=1024"],
      allowEmpty: false,
      warnings: { slow: false },
    }),
  );
  console.log(`\n${name}: ${sources.length} files, found out by ${tests.join(", ")}`);
  const run = spawnSync(process.execPath, [stryker, "run"], { cwd: copy, stdio: "inherit" });
  if (run.status !== 0) {
    console.error("drill:mutations: StrykerJS did not come to an end; what it says is above.");
    process.exit(1);
  }
  return JSON.parse(readFileSync(path.join(copy, "mutations.json"), "utf8")) as MutationReport;
}

function scoreOf(found: number, of: number): number {
  return of === 0 ? 100 : (100 * found) / of;
}
