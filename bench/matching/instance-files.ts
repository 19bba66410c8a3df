import { closeSync, existsSync, fstatSync, mkdirSync, openSync, readSync, renameSync, writeSync } from "node:fs";
import path from "node:path";
import type { Rows } from "./best-candidates.ts";

/**
 * Instances as files that programs in any language read: 32-bit integers in the byte order of the machine.
 *
 *     rows     magic, mentees, mentors, pairs, then ptr (mentees + 1), col (pairs), weight (pairs)
 *     places   magic, mentors, then the places of each mentor
 *
 * The same rows go with different places.
 */
export const instanceFolder = path.resolve("data/scratch/bench-matching");

/** Part of every name: raise it when the instances change. */
const edition = 1;

const rowsMagic = 0x524f5753;
const placesMagic = 0x504c4143;

export const rowsFile = (family: string, mentees: number): string => path.join(instanceFolder, `${family}-${mentees}-v${edition}.rows`);
export const placesFile = (supply: string, mentees: number): string => path.join(instanceFolder, `${supply}-${mentees}-v${edition}.places`);

export function writeRows(file: string, mentors: number, { ptr, col, weight }: Rows): void {
  writeWhole(file, [Int32Array.of(rowsMagic, ptr.length - 1, mentors, col.length), ptr, col, weight]);
}

export function writePlaces(file: string, places: Int32Array): void {
  writeWhole(file, [Int32Array.of(placesMagic, places.length), places]);
}

export function readRows(file: string): Rows & { readonly mentors: number } {
  return readWhole(file, rowsMagic, (take) => {
    const [mentees, mentors, pairs] = take(3) as unknown as [number, number, number];
    return { mentors, ptr: take(mentees + 1), col: take(pairs), weight: take(pairs) };
  });
}

export function readPlaces(file: string): Int32Array {
  return readWhole(file, placesMagic, (take) => take(take(1)[0]!));
}

/** Written beside its place and then moved there, so that a file that is there is whole. */
export function writeWhole(file: string, parts: readonly Int32Array[]): void {
  mkdirSync(path.dirname(file), { recursive: true });
  const unfinished = `${file}.${process.pid}.unfinished`;
  const handle = openSync(unfinished, "w");
  for (const part of parts) {
    const bytes = new Uint8Array(part.buffer, part.byteOffset, part.byteLength);
    for (let at = 0; at < bytes.length;) at += writeSync(handle, bytes, at, Math.min(bytes.length - at, 2 ** 28));
  }
  closeSync(handle);
  renameSync(unfinished, file);
}

type Take = (count: number) => Int32Array;

/** Reads straight into the arrays, so that reading costs no memory beside them. */
export function readWhole<T>(file: string, magic: number, read: (take: Take) => T): T {
  if (!existsSync(file)) throw new Error(`There is no ${file}: bench/matching/make-instance.ts makes it.`);
  const handle = openSync(file, "r");
  let left = fstatSync(handle).size;
  const take: Take = (count) => {
    const bytes = new Uint8Array(4 * count);
    for (let at = 0; at < bytes.length;) {
      const got = readSync(handle, bytes, at, Math.min(bytes.length - at, 2 ** 28), null);
      if (got === 0) throw new Error(`${file} ends too early. Remove it; it is made again.`);
      at += got;
    }
    left -= bytes.length;
    return new Int32Array(bytes.buffer);
  };
  try {
    if (take(1)[0] !== magic) throw new Error(`${file} is no such file. Remove it; it is made again.`);
    const whole = read(take);
    if (left !== 0) throw new Error(`${file} has ${left} bytes too many. Remove it; it is made again.`);
    return whole;
  } finally {
    closeSync(handle);
  }
}
