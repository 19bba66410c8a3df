import { isAscii } from "node:buffer";
import type { CsvEncoding } from "../spreadsheet.ts";

/** Counts the well-formed and the broken UTF-8 sequences of a stream of bytes (Unicode 17, table 3-7). */
export class Utf8Tally {
  sequences = 0;
  faults = 0;
  #missing = 0;
  #low = 0x80;
  #high = 0xbf;

  add(bytes: Uint8Array): void {
    if (this.#missing === 0 && isAscii(bytes)) return;
    for (const byte of bytes) {
      if (this.#missing > 0) {
        const fits = byte >= this.#low && byte <= this.#high;
        this.#low = 0x80;
        this.#high = 0xbf;
        if (fits) {
          this.#missing -= 1;
          if (this.#missing === 0) this.sequences += 1;
          continue;
        }
        this.faults += 1;
        this.#missing = 0;
      }
      if (byte >= 0x80) this.#begin(byte);
    }
  }

  end(): void {
    if (this.#missing > 0) this.faults += 1;
    this.#missing = 0;
  }

  #begin(byte: number): void {
    if (byte >= 0xc2 && byte <= 0xdf) this.#missing = 1;
    else if (byte >= 0xe0 && byte <= 0xef) this.#missing = 2;
    else if (byte >= 0xf0 && byte <= 0xf4) this.#missing = 3;
    else this.faults += 1;
    // No second spelling of a shorter sequence, no surrogates, nothing beyond U+10FFFF.
    if (byte === 0xe0) this.#low = 0xa0;
    if (byte === 0xed) this.#high = 0x9f;
    if (byte === 0xf0) this.#low = 0x90;
    if (byte === 0xf4) this.#high = 0x8f;
  }
}

/** UTF-16 by its mark, or by the zero bytes that Latin letters, commas and line ends leave on one side only. */
function utf16(head: Uint8Array): CsvEncoding | undefined {
  if (head[0] === 0xff && head[1] === 0xfe) return "utf-16le";
  if (head[0] === 0xfe && head[1] === 0xff) return "utf-16be";
  let even = 0;
  let odd = 0;
  for (const [index, byte] of head.entries()) {
    if (byte === 0 && index % 2 === 0) even += 1;
    else if (byte === 0) odd += 1;
  }
  const enough = Math.max(2, head.length / 2 / 20);
  if (odd >= enough && even * 10 < odd) return "utf-16le";
  if (even >= enough && odd * 10 < even) return "utf-16be";
  return undefined;
}

/**
 * Names the encoding from the first bytes and from a count over the whole file. A few broken bytes in
 * text that is otherwise full of good sequences are damage, not another encoding: better one unreadable
 * character than every accent wrong.
 */
export function nameEncoding(head: Uint8Array, tally: Utf8Tally): CsvEncoding {
  const wide = utf16(head);
  if (wide) return wide;
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return "utf-8";
  return tally.faults === 0 || tally.sequences >= 4 * tally.faults ? "utf-8" : "windows-1252";
}
