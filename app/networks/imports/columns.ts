/** What the columns of a file hold, found by looking it over once from beginning to end. Pure. */
import { splitList, guessListSeparator, type ListSeparator } from "../../platform/spreadsheets/values/list.ts";

export interface Column {
  readonly header: string;
  /** Cells that are not empty. */
  readonly filled: number;
  /** The first different values, shortened: to recognize the column by. */
  readonly samples: readonly string[];
  /** All different values as they are written, the most frequent first; null where there are too many to be a choice. */
  readonly distinct: readonly string[] | null;
  /** The same for the items of lists, where its cells are lists. */
  readonly items: readonly string[] | null;
}

export interface Columns {
  readonly kind: "csv" | "xlsx";
  readonly csv: { readonly encoding: string; readonly delimiter: string } | null;
  readonly sheets: readonly string[];
  readonly headerLine: number;
  readonly rows: number;
  readonly columns: readonly Column[];
}

/** More different values than this are no options of a choice. */
const mostOptions = 60;
const longestOption = 80;
const longestSample = 70;

/** Different values with how often each occurs; gives up, and forgets them, once there are too many. */
class Tally {
  #counts: Map<string, number> | undefined = new Map();
  add(value: string): void {
    if (!this.#counts) return;
    if (value.length > longestOption) this.#counts = undefined;
    else {
      this.#counts.set(value, (this.#counts.get(value) ?? 0) + 1);
      if (this.#counts.size > mostOptions) this.#counts = undefined;
    }
  }
  get values(): string[] | null {
    if (!this.#counts) return null;
    return [...this.#counts].toSorted((a, b) => b[1] - a[1]).map(([value]) => value);
  }
}

/** One column while the file goes by: holds a bounded number of values, however long the file is. */
export class ColumnLook {
  readonly #header: string;
  readonly #separator: ListSeparator | undefined;
  readonly #samples = new Set<string>();
  readonly #distinct = new Tally();
  readonly #items = new Tally();
  #filled = 0;

  constructor(header: string, sample: readonly string[]) {
    this.#header = header.toWellFormed();
    const filled = sample.filter((cell) => cell !== "");
    const separator = guessListSeparator(filled);
    const lists = filled.filter((cell) => splitList(cell, separator).length > 1).length;
    this.#separator = lists > 0 && lists >= filled.length / 20 ? separator : undefined;
  }

  add(given: string): void {
    if (given === "") return;
    const cell = given.toWellFormed();
    this.#filled += 1;
    if (this.#samples.size < 3) this.#samples.add(cell.length > longestSample ? `${cell.slice(0, longestSample).toWellFormed()}…` : cell);
    this.#distinct.add(cell.replaceAll(/\s+/g, " "));
    if (this.#separator) for (const item of splitList(cell, this.#separator)) this.#items.add(item);
  }

  get result(): Column {
    return {
      header: this.#header,
      filled: this.#filled,
      samples: [...this.#samples],
      distinct: this.#distinct.values,
      items: this.#separator ? this.#items.values : null,
    };
  }
}
