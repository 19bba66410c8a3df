import { fold } from "./fold.ts";
import { taken, type Parsed } from "./parsed.ts";

export type ListSeparator = ";" | "," | "|" | "/" | "\n";

/** In the order in which they are believed: a semicolon hardly ever means anything else, a comma often does. */
const SEPARATORS: readonly ListSeparator[] = [";", "|", "\n", ",", "/"];
const PATTERN: Record<ListSeparator, RegExp> = { ";": /[;؛；]/, ",": /[,،、，]/, "|": /\|/, "/": /\//, "\n": /\n/ };

/** The items of a cell, without bullets, empty ones and repetitions. */
export function splitList(cell: string, separator: ListSeparator): string[] {
  const items = cell.split(PATTERN[separator]).map((item) =>
    item
      .replace(/^[\s•·*–-]+(?=\S)/, "")
      .replaceAll(/\s+/g, " ")
      .trim(),
  );
  return [...new Map(items.filter((item) => item !== "").map((item) => [item.toLowerCase(), item])).values()];
}

export function parseList(cell: string, separator: ListSeparator): Parsed<string[]> {
  const items = splitList(cell.normalize("NFC"), separator);
  return taken(items.length === 0 ? null : items);
}

/** The separator that finds most of the options; without options, the first of the usual ones that occurs in enough cells. */
export function guessListSeparator(column: readonly string[], options: readonly string[] = []): ListSeparator {
  const cells = column.filter((cell) => cell.trim() !== "");
  const used = SEPARATORS.filter((separator) => cells.some((cell) => PATTERN[separator].test(cell)));
  if (options.length > 0) {
    const known = new Set(options.map(fold));
    const rate = (separator: ListSeparator): number => {
      const items = cells.flatMap((cell) => (known.has(fold(cell)) ? [] : splitList(cell, separator)));
      return items.filter((item) => known.has(fold(item))).length / Math.max(1, items.length);
    };
    const rated = used.map((separator) => ({ separator, rate: rate(separator) }));
    const best = rated.reduce((one, other) => (other.rate > one.rate ? other : one), { separator: ",", rate: 0 });
    return best.rate > 0 ? best.separator : (used[0] ?? ",");
  }
  const isFrequent = (separator: ListSeparator): boolean =>
    cells.filter((cell) => PATTERN[separator].test(cell)).length >= cells.length / 20;
  // A slash joins («CI/CD») more often than it separates: only options can tell.
  return used.find((separator) => separator !== "/" && isFrequent(separator)) ?? ",";
}
