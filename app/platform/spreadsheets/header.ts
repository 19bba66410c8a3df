/** A row before it is known which one is the header. */
export interface RawRow {
  readonly line: number;
  readonly cells: readonly string[];
}

export const isBlank = (cells: readonly string[]): boolean => cells.every((cell) => cell === "");

const VALUE = /^(?:[^\s@]+@[^\s@]+\.[^\s@]+|https?:\/\/\S+|[\d.,/:\s-]*\d[\d.,/:\s-]*)$/;
const LONGEST_HEADER = 300;

const filled = (row: RawRow): string[] => row.cells.filter((cell) => cell !== "");

function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

/** Headers are words: no addresses, hardly any bare numbers, not the same word again and again. */
function looksLikeHeader(cells: readonly string[]): boolean {
  if (cells.some((cell) => cell.includes("@") && VALUE.test(cell))) return false;
  const values = cells.filter((cell) => VALUE.test(cell) || cell.length > LONGEST_HEADER).length;
  const different = new Set(cells.map((cell) => cell.toLowerCase())).size;
  return values <= cells.length / 5 && different >= cells.length * 0.4;
}

/**
 * The row that names the columns: the first one that fills more than half as many cells as the rows usually
 * do (a title above the table fills one or two) and holds names, not values. Undefined when the rows begin at once.
 */
export function findHeader(rows: readonly RawRow[]): RawRow | undefined {
  const usual = median(rows.slice(1).map((row) => filled(row).length)) || (rows[0] ? filled(rows[0]).length : 0);
  const first = rows.find((row) => filled(row).length >= Math.max(Math.min(2, usual), Math.floor(usual / 2) + 1));
  if (!first) return rows[0];
  // Values above any row of names are data; a row of names further down is then a cell of the table.
  return looksLikeHeader(filled(first)) ? first : undefined;
}

/** As spreadsheet programs name columns: A, B … Z, AA. */
export function columnLetter(index: number): string {
  return index < 26 ? String.fromCharCode(65 + index) : columnLetter(Math.floor(index / 26) - 1) + columnLetter(index % 26);
}

/** Names for all columns, none empty and none twice. */
export function nameColumns(cells: readonly string[]): string[] {
  const used = new Set<string>();
  return cells.map((cell, index) => {
    const name = cell.replaceAll(/\s+/g, " ") || columnLetter(index);
    let unique = name;
    for (let count = 2; used.has(unique.toLowerCase()); count += 1) unique = `${name} (${count})`;
    used.add(unique.toLowerCase());
    return unique;
  });
}
