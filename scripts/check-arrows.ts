/** Checks who imports whom against `arrows.ts`, and that the check itself sees what it should. */
import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { cruise, type ICruiseResult, type IModule } from "dependency-cruiser";
import type { VariableDeclarator } from "@swc/core";
import { Visitor } from "@swc/core/Visitor.js";
import { options, resolution } from "./arrows.ts";

const folders = ["app", "packages", "testing", "e2e", "bench", "drills", "scripts"];

// The parser's visitor stops at declarations with `using`.
// oxlint-disable-next-line typescript/unbound-method -- called with `this`
const { visitStatement } = Visitor.prototype;
Visitor.prototype.visitStatement = function (statement) {
  const { type, decls } = statement as { type: string; decls?: VariableDeclarator[] };
  if (type !== "UsingDeclaration" || !decls) return visitStatement.call(this, statement);
  this.visitVariableDeclarators(decls);
  return statement;
};

async function modulesUnder(baseDir: string): Promise<ICruiseResult> {
  const present = folders.filter((folder) => existsSync(path.join(baseDir, folder)));
  return (await cruise(present, { ...options, baseDir }, resolution)).output as ICruiseResult;
}

/** What the browser would have to load, or could not: a database, a validator of 85 kB, Node itself. */
const serverOnly = /(^|\/)(node_modules|\.\.)\/(pg|pg-boss|kysely|zod|hono|better-auth|nodemailer)\/|^app\/platform\/database\.ts$/;

/** Files that the browser loads, and concepts, which it may load: single words of a room, types and pure rules. */
const reserved = new Set(["table", "access", "queries", "routes", "room", "subscriptions"]);
function belongsToBrowser({ source, dependencies }: IModule): boolean {
  if (source.endsWith(".island.tsx") || source === "app/ui/client.ts") return true;
  const word = /^app\/(?!platform\/|ui\/).+\/([a-z]+)\.ts$/.exec(source)?.[1];
  if (word === undefined || reserved.has(word)) return false;
  // Who knows who is asking is an act of one word, such as `unsubscribe`.
  return !dependencies.some(({ resolved }) => resolved === "app/platform/context.ts");
}

/** One sentence for each file of the browser from which something of the server can be reached, with the way there. */
function serverInBrowser(modules: readonly IModule[]): string[] {
  const bySource = new Map(modules.map((module) => [module.source, module]));
  return modules.filter(belongsToBrowser).flatMap(({ source }) => {
    const cameFrom = new Map<string, string | undefined>([[source, undefined]]);
    for (const at of cameFrom.keys()) {
      for (const dependency of bySource.get(at)?.dependencies ?? []) {
        if (dependency.dependencyTypes.includes("type-only") || cameFrom.has(dependency.resolved)) continue;
        cameFrom.set(dependency.resolved, at);
        if (!dependency.dependencyTypes.includes("core") && !serverOnly.test(dependency.resolved)) continue;
        const way = [dependency.resolved];
        for (let step: string | undefined = at; step !== undefined; step = cameFrom.get(step)) way.unshift(step);
        return [`${way.join(" → ")}: the browser loads the first and cannot have the last`];
      }
    }
    return [];
  });
}

function wrongArrows({ modules, summary }: ICruiseResult): string[] {
  const broken = summary.violations
    .filter(({ rule }) => rule.severity === "error")
    .map(({ from, to, rule, cycle }) => `${from} → ${cycle ? cycle.map(({ name }) => name).join(" → ") : to}: ${rule.name}`);
  return [...new Set([...broken, ...serverInBrowser(modules)])];
}

/** A small house in which everything is wrong that the rules forbid: source → its text, and the words of the complaint. */
const planted: readonly [file: string, text: string, complaint?: string][] = [
  [
    "app/people/accounts/account.ts",
    `import { board } from "../../matching/board.ts"; export const account = board;`,
    "people imports only",
  ],
  ["app/matching/board.ts", `export const board = 1; export type Board = 1;`],
  ["app/platform/facts.ts", `import type { Board } from "../matching/board.ts"; export type Fact = Board;`, "platform imports only"],
  ["app/platform/frame.ts", `import "../ui/button.tsx";`, "platform imports only"],
  ["app/ui/button.tsx", `export const Button = () => <b />;`],
  ["app/resources/toolkit.ts", `export * from "../relationships/goal.ts";`, "resources imports only"],
  ["app/relationships/goal.ts", `import("./hope.ts"); export const goal = 1;`, "no circles"],
  ["app/relationships/hope.ts", `import { goal } from "./goal.ts"; export const hope = goal;`],
  [
    "app/home/board.island.tsx",
    `import { rule } from "./rules-of-board.ts"; export default () => <b>{rule}</b>;`,
    "board.island.tsx → app/home/rules-of-board.ts",
  ],
  ["app/home/rules-of-board.ts", `import { z } from "zod"; export const rule = z;`],
  [
    "app/home/clock.island.tsx",
    `import { readFileSync } from "node:fs"; export default () => <b>{readFileSync}</b>;`,
    "clock.island.tsx → fs",
  ],
  ["app/home/round.ts", `import { sql } from "kysely"; export const round = sql;`, "round.ts → "],
  ["app/home/lantern.island.tsx", `import type { Kysely } from "kysely"; export default (_: Kysely<object>) => <b />;`],
  ["app/attic/box.ts", `import "../home/round.ts";`, "a new room has its floor"],
  ["packages/statistics/mean.ts", `import "node:fs";`, "packages/statistics stands alone"],
  ["packages/match-cli/main.ts", `import "node:fs"; import "../matching-engine/index.ts";`],
  ["packages/matching-engine/index.ts", `import "../match-cli/main.ts";`, "packages/matching-engine stands alone"],
];

/** Whether each planted fault is found, and nothing else: a check that finds nothing may be looking at nothing. */
async function blindSpots(): Promise<string[]> {
  const baseDir = path.resolve("node_modules/.cache", `planted-${process.pid}`);
  try {
    for (const [file, text] of planted) {
      mkdirSync(path.dirname(path.join(baseDir, file)), { recursive: true });
      writeFileSync(path.join(baseDir, file), text);
    }
    const found = wrongArrows(await modulesUnder(baseDir));
    const missed = planted.flatMap(([file, , complaint]) => {
      const isFound = found.some((sentence) => sentence.includes(file) && complaint !== undefined && sentence.includes(complaint));
      return complaint === undefined || isFound ? [] : [`planted in ${file} and not found: ${complaint}`];
    });
    const innocent = ["app/home/lantern.island.tsx", "packages/match-cli/main.ts", "app/ui/button.tsx"];
    const blamed = found.filter(
      (sentence) => innocent.some((file) => sentence.startsWith(`${file} →`)) && !sentence.includes("no circles"),
    );
    return [...missed, ...blamed.map((sentence) => `blamed without reason: ${sentence}`)];
  } finally {
    rmSync(baseDir, { recursive: true, force: true });
  }
}

const real = await modulesUnder(process.cwd());
const problems = [...wrongArrows(real), ...(await blindSpots())];
const arrows = real.modules.reduce((sum, module) => sum + module.dependencies.length, 0);
if (arrows < real.modules.length / 2)
  problems.push(`only ${arrows} imports found in ${real.modules.length} files: the parser reads nothing`);
for (const problem of problems) console.error(problem);
console.log(`${real.modules.length} files, ${arrows} imports, ${problems.length} wrong`);
process.exitCode = problems.length > 0 ? 1 : 0;
