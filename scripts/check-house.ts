/** Checks what `ls` should tell: precise names, files of a known kind, acts and queries that say who is asking, nothing too long. */
import { globSync, readFileSync } from "node:fs";
import path from "node:path";
import { type Module, type Param, type Pattern, parseSync } from "@swc/core";

interface Findings {
  readonly problems: string[];
  readonly questions: string[];
}

const longestLines = 400;
const questionableLines = 250;
/** Longer than the house allows, and why that is better than two files. */
const mayBeLong: Readonly<Record<string, string>> = {};

/** Each is an answer not yet found. */
const vague = new Set("util utils helper helpers service services manager managers common types misc lib libs stuff shared".split(" "));

/** The kinds of files in a room; `ls` tells them apart by their names. */
const kinds: readonly RegExp[] = [
  /^(table|access|queries|routes|room|subscriptions)\.ts$/,
  /^[a-z0-9-]+\.page\.tsx$/, // entrances: people,
  /^[a-z0-9-]+\.download\.tsx?$/, // files for people,
  /^[a-z0-9-]+\.api\.ts$/, // other programs,
  /^[a-z0-9-]+\.job\.ts$/, // a fact or the clock
  /^[a-z0-9-]+\.email\.tsx?$/,
  /^[a-z0-9-]+\.island\.tsx$/,
  /^[a-z0-9-]+\.worker\.ts$/,
  /^[a-z0-9-]+\.messages\.ts$/,
  /^[a-z0-9-]+(\.(page|download|api|job|email|island|worker|messages))?\.test\.tsx?$/,
  /^[a-z0-9-]+\.tsx$/, // a component
  /^[a-z0-9-]+\.ts$/, // a concept, or an act: verb first
];

const isInRoom = (file: string) => /^app\/(?!platform\/|ui\/)[^/]+\//.test(file);

function checkNames(file: string): string[] {
  const problems: string[] = [];
  const word = file
    .replace(/\.[a-z.]+$/, "")
    .split(/[/.-]/)
    .find((part) => vague.has(part));
  if (word) problems.push(`${file}: «${word}» says nothing; name it after what it is or does`);
  if (isInRoom(file) && !kinds.some((kind) => kind.test(path.basename(file)))) {
    problems.push(`${file}: no kind of file that a room has (see the list in scripts/check-house.ts)`);
  }
  return problems;
}

function checkLength(file: string, text: string): Findings {
  const lines = text.split("\n").length - 1;
  // Catalogs are words in three languages, side by side.
  if (lines <= questionableLines || file.endsWith(".messages.ts")) return { problems: [], questions: [] };
  if (lines <= longestLines || mayBeLong[file]) return { problems: [], questions: [`${file} has ${lines} lines: is it one thing?`] };
  return {
    problems: [`${file} has ${lines} lines, and ${longestLines} are the most: divide it, or give a reason in mayBeLong`],
    questions: [],
  };
}

interface ExportedFunction {
  readonly name: string;
  readonly isAsync: boolean;
  readonly parameters: readonly string[];
}

function exportedFunctions(module: Module): ExportedFunction[] {
  return module.body.flatMap((item) => {
    if (item.type !== "ExportDeclaration") return [];
    const { declaration } = item;
    if (declaration.type === "FunctionDeclaration") {
      return [{ name: declaration.identifier.value, isAsync: declaration.async, parameters: declaration.params.map(nameOf) }];
    }
    if (declaration.type !== "VariableDeclaration") return [];
    return declaration.declarations.flatMap(({ id, init }) =>
      id.type === "Identifier" && init?.type === "ArrowFunctionExpression"
        ? [{ name: id.value, isAsync: init.async, parameters: init.params.map(nameOf) }]
        : [],
    );
  });
}

/** Its name; or `ctx` where its type says so, as in `where: App | Context`. */
function nameOf(parameter: Param | Pattern): string {
  const pattern = parameter.type === "Parameter" ? parameter.pat : parameter;
  if (pattern.type !== "Identifier") return "";
  return /"(Personal)?Context"/.test(JSON.stringify(pattern)) ? "ctx" : pattern.value;
}

const camelCase = (words: string) => words.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());

/** The first parameter says who is asking; work that the program does by itself begins from `app`. */
function checkWhoAsks(file: string, text: string): string[] {
  const base = path.basename(file);
  if (!isInRoom(file) || /\.test\.tsx?$/.test(base)) return [];
  const functions = exportedFunctions(parseSync(text, { syntax: "typescript", tsx: file.endsWith("x") }));
  const act = /^([a-z0-9-]+)\.ts$/.exec(base)?.[1];
  const reachesData = /from "[./]+platform\/(context|database)\.ts"/.test(text);
  return functions.flatMap(({ name, isAsync, parameters: [first = "", ...rest] }) => {
    const isQuery = base === "queries.ts" && isAsync && first !== "ctx";
    const isAct = act !== undefined && name === camelCase(act) && isAsync && reachesData && first !== "ctx" && first !== "app";
    const isLate = rest.includes("ctx");
    return isQuery || isAct || isLate ? [`${file}: ${name} must take ctx first, so that every call says who is asking`] : [];
  });
}

function check(files: Iterable<readonly [file: string, text: string]>): Findings {
  const found: Findings = { problems: [], questions: [] };
  for (const [file, text] of files) {
    const length = checkLength(file, text);
    found.problems.push(...checkNames(file), ...length.problems, ...checkWhoAsks(file, text));
    found.questions.push(...length.questions);
  }
  return found;
}

/** One fault of each kind, each of which must be found: a check that finds nothing may be looking at nothing. */
const planted: readonly [file: string, text: string, complaint?: string][] = [
  ["app/people/accounts/account-utils.ts", "", "«utils» says nothing"],
  ["packages/statistics/lib/mean.ts", "", "«lib» says nothing"],
  ["app/people/accounts/Account.tsx", "", "no kind of file"],
  ["app/people/accounts/account.style.css", "", "no kind of file"],
  ["app/home/tale.ts", "\n".repeat(longestLines + 1), "are the most"],
  ["app/home/queries.ts", "export async function listTrees(organizationId: string) {}", "listTrees must take ctx first"],
  [
    "app/home/plant-tree.ts",
    `import type { Context } from "../platform/context.ts"; export const plantTree = async (tree: string, ctx: Context) => {};`,
    "plantTree must take ctx first",
  ],
  [
    "app/home/fell-tree.ts",
    `import { transact } from "../platform/database.ts"; export async function fellTree(tree: string) {}`,
    "fellTree must take ctx",
  ],
  ["app/home/hash-tree.ts", "export async function hashTree(tree: string) {}"],
  ["app/home/tree.messages.ts", "\n".repeat(longestLines + 1)],
];

function blindSpots(): string[] {
  const { problems } = check(planted.map(([file, text]) => [file, text] as const));
  return planted.flatMap(([file, , complaint]) => {
    const own = problems.filter((problem) => problem.startsWith(file));
    if (complaint === undefined) return own.map((problem) => `blamed without reason: ${problem}`);
    return own.some((problem) => problem.includes(complaint)) ? [] : [`planted in ${file} and not found: ${complaint}`];
  });
}

const sources = globSync("{app,packages,testing,e2e,bench,drills,scripts}/**/*.{ts,tsx,mts,mjs,js,jsx,css}", {
  exclude: (name) => name === "node_modules",
}).toSorted();
const { problems, questions } = check(sources.map((file) => [file, readFileSync(file, "utf8")] as const));
problems.push(...blindSpots());
for (const file of Object.keys(mayBeLong)) if (!sources.includes(file)) problems.push(`${file} is in mayBeLong and no more in the house`);
for (const question of questions) console.log(question);
for (const problem of problems) console.error(problem);
console.log(`${sources.length} files, ${problems.length} wrong`);
process.exitCode = problems.length > 0 ? 1 : 0;
