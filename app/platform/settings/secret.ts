/**
 * The secret of an installation that sets none: made once, kept in the data folder, readable by its account alone. Former ones may
 * stand below it, a line each.
 */
import { randomBytes } from "node:crypto";
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { CannotStart } from "./cannot-start.ts";

/** The newest first. */
export function keptSecrets(dataDir: string): string[] {
  const file = path.join(dataDir, "secret");
  try {
    try {
      return read(file);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    }
    mkdirSync(dataDir, { recursive: true });
    // Written whole under another name and linked, so that of two first starts one wins and none reads half a secret.
    const draft = `${file}.${process.pid}`;
    writeFileSync(draft, `${randomBytes(48).toString("base64url")}\n`, { mode: 0o600, flush: true });
    try {
      linkSync(draft, file);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    } finally {
      rmSync(draft);
    }
    return read(file);
  } catch (error) {
    if (error instanceof CannotStart) throw error;
    throw new CannotStart(`DATA_DIR: the secret cannot be kept in ${file} (${(error as Error).message}).`, 2);
  }
}

function read(file: string): string[] {
  const lines = readFileSync(file, "utf8")
    .trim()
    .split(/\s*\n\s*/);
  if (lines.every((line) => Buffer.byteLength(line) >= 32)) return lines;
  throw new CannotStart(
    `${file} holds less than 32 bytes${lines.length > 1 ? " in one of its lines" : ""}: restore it from a backup, or delete it, which signs everybody out and loses what was encrypted with it.`,
    2,
  );
}
