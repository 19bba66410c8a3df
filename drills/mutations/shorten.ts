import { readFileSync, writeFileSync } from "node:fs";

const most = 80;

/**
 * Properties tried on at most so many examples: what a change breaks shows within the first of them, or in a test of exact values.
 * Tests that afterwards count what their examples were like need all of them.
 */
export function shorten(tests: readonly string[]): void {
  for (const file of tests) {
    const written = readFileSync(file, "utf8");
    const short = written
      .split(/(?=^ *(?:test|describe)\b)/m)
      .map((test) => (/numRuns[^]*toBeGreaterThan/.test(test) ? test : test.replaceAll(/(?<=\bnumRuns: )[\d_]+/g, fewer)))
      .join("");
    if (short !== written) writeFileSync(file, short);
  }
}

const fewer = (runs: string): string => String(Math.min(most, Number(runs.replaceAll("_", ""))));
