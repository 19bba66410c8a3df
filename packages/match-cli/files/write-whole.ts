import { renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { Failure } from "../failure.ts";

/** Writes several files, each whole or not at all: all under other names first, and only when all are there under their own. */
export function writeWhole(files: ReadonlyMap<string, string>): void {
  const drafts = new Map<string, string>();
  try {
    for (const [file, content] of files) {
      const draft = path.join(path.dirname(file), `.${path.basename(file)}.${process.pid}.part`);
      drafts.set(draft, file);
      writeFileSync(draft, content, { flag: "wx" });
    }
    for (const [draft, file] of drafts) renameSync(draft, file);
  } catch (error) {
    const { code, path: where } = error as NodeJS.ErrnoException;
    const reason = code === "ENOENT" ? "there is no such folder" : code === "EACCES" ? "it may not be written" : (error as Error).message;
    throw new Failure(
      "badUsage",
      `Cannot write ${drafts.get(String(where)) ?? [...files.keys()].join(", ")}: ${reason}. Nothing was changed.`,
    );
  } finally {
    for (const draft of drafts.keys()) rmSync(draft, { force: true });
  }
}
