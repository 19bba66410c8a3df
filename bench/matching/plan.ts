import { existsSync } from "node:fs";
import type { Family } from "./families.ts";
import { placesFile, rowsFile } from "./instance-files.ts";
import type { Supply } from "./places.ts";
import { isStopped, runScript } from "./programs.ts";

/** What a run measures. */
export type Plan = {
  readonly sizes: readonly number[];
  /** Whether the stress families are measured at this size. */
  readonly stress: (mentees: number) => boolean;
  readonly growth: readonly number[];
  /** Mentees of the market in which people come and go. */
  readonly changes: number;
  readonly choices: number;
  readonly candidates: number;
  /** Seconds after which a solver is stopped. */
  readonly limit: number;
};

const longestMaking = 1_800;

/** The file of candidate rows, made where it is missing; likewise the places. In a process of its own, so that this one stays small. */
export async function rowsOf(family: Family, mentees: number): Promise<string> {
  return made(rowsFile(family, mentees), "make-instance.ts", ["rows", family, String(mentees)]);
}

export async function placesOf(supply: Supply, mentees: number): Promise<string> {
  return made(placesFile(supply, mentees), "make-instance.ts", ["places", supply, String(mentees)]);
}

export async function made(file: string, script: string, words: readonly string[]): Promise<string> {
  if (existsSync(file)) return file;
  const answer = await runScript<object>(script, words, longestMaking);
  if (isStopped(answer)) throw new Error(`${file} was not made within ${longestMaking} s.`);
  return file;
}
