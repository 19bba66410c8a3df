/**
 * Makes what can be published of `packages/`: plain JavaScript for Node 20 with types, packed by npm. Publishes nothing.
 *
 * `node scripts/pack-packages.ts [folder]` puts `*.tgz` into the folder (default `data/packages`).
 */
import { spawnSync } from "node:child_process";
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { build } from "esbuild";

const root = path.resolve(import.meta.dirname, "..");
const into = path.resolve(process.argv[2] ?? path.join(root, "data/packages"));

function run(command: string, args: readonly string[], cwd: string): string {
  const { status, stdout, stderr, error } = spawnSync(command, args, { cwd, encoding: "utf8" });
  if (status !== 0) throw new Error(`${command} ${args.join(" ")} failed:\n${stdout ?? ""}${stderr ?? ""}${error?.message ?? ""}`);
  return stdout;
}

/** Checks a package against what Node 20 knows of the language, and writes its JavaScript and its types where they are wanted. */
function compile(name: string, types: readonly string[], out: string | null): void {
  const from = path.join(root, "packages", name);
  const draft = mkdtempSync(path.join(root, "node_modules/.cache/pack-"));
  try {
    const options = {
      lib: ["ES2023"],
      target: "ES2022",
      types,
      rootDir: path.join(root, "packages"),
      ...(out ? { noEmit: false, outDir: out, rootDir: from, declaration: true, rewriteRelativeImportExtensions: true } : {}),
    };
    const exclude = ["**/*.test.ts", "testing", "bench.ts"].map((files) => path.join(from, files));
    const project = { extends: path.join(root, "tsconfig.json"), compilerOptions: options, include: [`${from}/**/*.ts`], exclude };
    writeFileSync(path.join(draft, "tsconfig.json"), JSON.stringify(project));
    run(path.join(root, "node_modules/.bin/tsc"), ["-p", path.join(draft, "tsconfig.json")], root);
  } finally {
    rmSync(draft, { recursive: true });
  }
}

/** The two entrances of the command, each in one file: what runs, and its threads. */
async function bundleCommand(out: string): Promise<void> {
  const from = path.join(root, "packages/match-cli");
  await build({
    entryPoints: ["understory-match.ts", "matching/task.worker.ts"].map((file) => path.join(from, file)),
    outdir: out,
    entryNames: "[name]",
    bundle: true,
    format: "esm",
    platform: "node",
    target: "node20.9",
    logLevel: "warning",
  });
  chmodSync(path.join(out, "understory-match.js"), 0o755);
}

function pack(name: string, folder: string): void {
  for (const file of ["package.json", "README.md"]) copyFileSync(path.join(root, "packages", name, file), path.join(folder, file));
  copyFileSync(path.join(root, "LICENSE"), path.join(folder, "LICENSE"));
  const [packed] = JSON.parse(run("npm", ["pack", "--json", "--offline", "--pack-destination", into], folder)) as [
    { filename: string; size: number; files: readonly object[] },
  ];
  console.log(`${path.join(into, packed.filename)}: ${packed.files.length} files, ${Math.ceil(packed.size / 1000)} kB`);
}

mkdirSync(into, { recursive: true });
mkdirSync(path.join(root, "node_modules/.cache"), { recursive: true });
const drafts = mkdtempSync(path.join(tmpdir(), "packages-"));
try {
  const [engine, command] = [path.join(drafts, "matching-engine"), path.join(drafts, "match-cli")];
  compile("matching-engine", [], engine);
  pack("matching-engine", engine);
  compile("match-cli", [path.join(root, "node_modules/@types/node")], null);
  await bundleCommand(command);
  pack("match-cli", command);
} finally {
  rmSync(drafts, { recursive: true });
}
