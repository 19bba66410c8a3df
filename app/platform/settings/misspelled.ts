/** Finds settings that were probably meant and do nothing: `DATABSE_URL`. */
import { settingNames } from "./catalog.ts";

/** The least number of letters to add, drop, change or swap with a neighbor (Damerau 1964, the restricted form). */
function distance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let least = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) least = Math.min(least, beforeLast[j - 2]! + 1);
      row.push(least);
    }
    [beforeLast, last] = [last, row];
  }
  return last[b.length]!;
}

/** One sentence for each name in the environment that is nearly that of a setting. */
export function misspelled(names: Iterable<string>): string[] {
  const warnings: string[] = [];
  for (const name of names) {
    if (settingNames.includes(name)) continue;
    // Short names have many neighbors that mean something else: HOME is two letters from HOST.
    const meant = settingNames.find((setting) => distance(name.toUpperCase(), setting) <= (setting.length < 8 ? 1 : 2));
    if (meant) warnings.push(`${name} is not a setting and is ignored; did you mean ${meant}?`);
  }
  return warnings;
}
