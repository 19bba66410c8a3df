import { readFileSync } from "node:fs";
import { Failure } from "../failure.ts";

/** The bytes of a file. `as` is how the command calls it, e.g. "--mentors". */
export function readWhole(file: string, as: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const reason = code === "ENOENT" ? "there is no such file" : code === "EISDIR" ? "it is a folder" : (error as Error).message;
    throw new Failure("badInput", `Cannot read ${file} (${as}): ${reason}.`);
  }
}
