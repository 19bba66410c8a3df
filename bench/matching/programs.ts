import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { instanceFolder } from "./instance-files.ts";

const execute = promisify(execFile);

/** Stopped by its time limit, in seconds. */
export type Stopped = { readonly stoppedAfter: number };
export const isStopped = (answer: object): answer is Stopped => "stoppedAfter" in answer;

/** Runs a program that prints one line of JSON; it is stopped after `limit` seconds. What goes wrong in it is an error here. */
export async function run<T extends object>(program: string, words: readonly string[], limit: number): Promise<T | Stopped> {
  try {
    const { stdout } = await execute(program, words, { timeout: limit * 1_000, killSignal: "SIGKILL", maxBuffer: 2 ** 26 });
    return JSON.parse(stdout) as T;
  } catch (error) {
    if ((error as { killed?: boolean }).killed) return { stoppedAfter: limit };
    throw error;
  }
}

/** Runs one of our own scripts in a process of its own, with the Node that runs this. */
export function runScript<T extends object>(script: string, words: readonly string[], limit: number): Promise<T | Stopped> {
  return run<T>(process.execPath, [path.join(import.meta.dirname, script), ...words], limit);
}

export type Compiled = { readonly program: string } | { readonly missing: string };

/** Compiles a C++ program of this folder where it has changed; `missing` says what this machine lacks for that. */
export async function compile(
  source: string,
  libraries: readonly { readonly link: string; readonly header: string; readonly debian: string }[],
): Promise<Compiled> {
  const text = readFileSync(path.join(import.meta.dirname, source), "utf8");
  const flags = ["-O3", "-march=native", "-DNDEBUG", "-std=c++17"];
  const compiler = await execute("g++", ["--version"]).catch(() => null);
  if (!compiler) return { missing: "g++ is not installed (Debian: apt-get install g++)" };
  for (const { header, debian } of libraries) {
    const found = await execute("sh", ["-c", 'printf "#include <%s>\\n" "$1" | g++ -E -x c++ - > /dev/null', "sh", header]).catch(
      () => null,
    );
    if (!found) return { missing: `${header} is not installed (Debian: apt-get install ${debian})` };
  }
  const stamp = createHash("sha256")
    .update(JSON.stringify([text, flags, compiler.stdout]))
    .digest("hex")
    .slice(0, 12);
  const program = path.join(instanceFolder, `${path.basename(source, ".cpp")}-${stamp}`);
  if (!existsSync(program)) {
    mkdirSync(instanceFolder, { recursive: true });
    const links = libraries.map(({ link }) => `-l${link}`);
    await execute("g++", [...flags, path.join(import.meta.dirname, source), ...links, "-o", `${program}.unfinished`]);
    renameSync(`${program}.unfinished`, program);
  }
  return { program };
}
