/** Turns the sources into what runs: one file for the server, one for each worker, and hashed assets for the browser. */
import { existsSync, globSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { build, type BuildOptions, type OutputFile } from "esbuild";

export interface Bundle {
  /** Path from the project's root → content. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** Source path → address, as `app/ui/assets.ts` reads it. */
  readonly manifest: Readonly<Record<string, string>>;
}

const common = {
  bundle: true,
  write: false,
  format: "esm",
  target: "es2024",
  jsx: "automatic",
  jsxImportSource: "preact",
  sourcemap: true,
  logLevel: "warning",
} satisfies BuildOptions;

const onServer = { ...common, platform: "node", packages: "external" } satisfies BuildOptions;

/**
 * Bundles everything that is found by its name; writes nothing.
 *
 * @throws when a source has an error; esbuild has then printed where
 */
export async function bundle(): Promise<Bundle> {
  const [client, server, workers] = await Promise.all([bundleClient(), bundleServer(), bundleWorkers()]);
  return { files: new Map([...client.files, ...byPath(server), ...byPath(workers)]), manifest: client.manifest };
}

const byPath = (files: readonly OutputFile[]) => files.map((file) => [path.relative(".", file.path), file.contents] as const);

/** Only what the browser loads. */
export async function bundleClient(): Promise<Bundle> {
  const { outputFiles, metafile } = await build({
    ...common,
    entryPoints: [...globSync("app/**/*.island.tsx"), "app/ui/client.ts", "app/ui/style.css", ...globSync("app/ui/assets/*.*")].toSorted(),
    outdir: "dist/assets",
    entryNames: "[name]-[hash]",
    assetNames: "[name]-[hash]",
    chunkNames: "chunk-[hash]",
    splitting: true,
    minify: true,
    platform: "browser",
    loader: { ".woff2": "copy", ".svg": "copy", ".png": "copy", ".ico": "copy", ".webmanifest": "copy" },
    metafile: true,
  });
  const manifest: Record<string, string> = {};
  for (const [file, output] of Object.entries(metafile.outputs)) {
    // Fonts are no entrances, but a page may want to ask for one early.
    const source = output.entryPoint ?? Object.keys(output.inputs).find((input) => input.endsWith(".woff2"));
    if (source && !file.endsWith(".map")) manifest[source] = `/${path.posix.relative("dist", file)}`;
  }
  return { files: new Map(byPath(outputFiles)), manifest };
}

async function bundleServer(): Promise<OutputFile[]> {
  return (await build({ ...onServer, entryPoints: ["app/main.ts"], outdir: "dist" })).outputFiles;
}

async function bundleWorkers(): Promise<OutputFile[]> {
  const sources = globSync("app/**/*.worker.ts").toSorted();
  const names = sources.map((source) => path.basename(source, ".worker.ts"));
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice) throw new Error(`two workers are called ${twice}.worker.ts: each needs a name of its own`);
  const entryPoints = sources.map((source, index) => ({ in: source, out: names[index]! }));
  return entryPoints.length === 0 ? [] : (await build({ ...onServer, entryPoints, outdir: "dist/workers" })).outputFiles;
}

/** Puts a bundle into `dist/`, the manifest last, so that a server that reads it finds all it names. */
export async function writeBundle({ files, manifest }: Bundle, options: { compress: boolean; sweep: boolean }): Promise<void> {
  const kept = new Set(["dist/manifest.json"]);
  for (const [file, content] of files) {
    const versions = options.compress && isCompressible(file, content) ? await compressed(file, content) : [];
    for (const [at, bytes] of [[file, content] as const, ...versions]) {
      kept.add(at);
      // A hashed name says what is in it.
      if (!file.startsWith("dist/assets/") || !existsSync(at)) replace(at, bytes);
    }
  }
  replace("dist/manifest.json", `${JSON.stringify(manifest, undefined, 2)}\n`);
  if (!options.sweep) return;
  for (const file of globSync("dist/**/*.*")) if (!kept.has(file)) rmSync(file, { recursive: true, force: true });
}

/** Whole or not at all, for whoever reads at the same time. */
function replace(file: string, content: Uint8Array | string): void {
  mkdirSync(path.dirname(file), { recursive: true });
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, content);
  renameSync(draft, file);
}

const isCompressible = (file: string, content: Uint8Array) =>
  /^dist\/assets\/.*\.(css|js|svg|webmanifest)$/.test(file) && content.length > 512;

async function compressed(file: string, content: Uint8Array): Promise<[string, Uint8Array][]> {
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: content.length };
  return [
    [`${file}.br`, await promisify(brotliCompress)(content, { params })],
    [`${file}.gz`, await promisify(gzip)(content, { level: 9 })],
  ];
}
