/**
 * The control: a copy of the build whose transactions do not hold (each statement commits by itself). Killed in the same way, it
 * must be found out; a drill that finds nothing there finds nothing anywhere.
 */
import { cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Installation } from "./installation.ts";

export interface BrokenBuild {
  readonly main: string;
  remove(): void;
}

function replaceAll(text: string, what: RegExp, by: string, times: number): string {
  const found = text.match(what)?.length ?? 0;
  if (found < times) throw new Error(`the build cannot be broken on purpose any more: ${what.source} is there ${found} times`);
  return text.replaceAll(what, by);
}

export function breakBuild(dist: string): BrokenBuild {
  const folder = path.resolve(`node_modules/.cache/broken-build-${process.pid}`);
  cpSync(dist, folder, { recursive: true });
  const main = path.join(folder, "main.js");
  let text = readFileSync(main, "utf8");
  text = replaceAll(text, /return await db\.transaction\(\)\.execute\(work\)/g, "return await db.connection().execute(work)", 1);
  // What a transaction is told about who asks must then last as long as its connection.
  text = replaceAll(text, /(set_config\('app\.\w+', [^)]*), true\)/g, "$1, false)", 2);
  writeFileSync(main, text);
  return { main, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** The same for the function of the database that says who asks. */
export async function breakDatabase(installation: Installation): Promise<void> {
  await installation.asSuperuser(async (client) => {
    const { rows } = await client.query<{ source: string }>("select pg_get_functiondef('enter'::regproc) as source");
    await client.query(replaceAll(rows[0]!.source, /, true\)/g, ", false)", 3));
  });
}
