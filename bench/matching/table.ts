/** A table of words for the terminal: the first column to the left, the others to the right. */
export class Table {
  readonly #columns: readonly string[];
  readonly #widths: readonly number[];

  constructor(columns: readonly (readonly [name: string, width: number])[]) {
    this.#columns = columns.map(([name]) => name);
    this.#widths = columns.map(([name, width]) => Math.max(name.length, width));
    console.log(this.#line(this.#columns));
  }

  /** Printed at once: some rows take minutes. */
  row(...cells: readonly string[]): void {
    console.log(this.#line(cells));
  }

  #line(cells: readonly string[]): string {
    return cells.map((cell, k) => (k === 0 ? cell.padEnd(this.#widths[k]!) : cell.padStart(this.#widths[k]!))).join("  ");
  }
}

export const whole = (value: number): string => Math.round(value).toLocaleString("en");
export const milliseconds = (value: number): string => (value < 100 ? value.toFixed(1) : whole(value));
export const times = (ratio: number): string => `${ratio.toFixed(ratio < 10 ? 2 : 1)}×`;
