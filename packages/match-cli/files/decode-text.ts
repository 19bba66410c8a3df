import { Failure } from "../failure.ts";

/**
 * The text of a file, whatever program wrote it: by its byte order mark, as UTF-16 where every other byte is 0, as UTF-8, and if it
 * is none of these as Windows-1252, in which Excel saves "CSV". `encoding` (a name of the Encoding Standard) overrides all that.
 */
export function decodeText(bytes: Uint8Array, file: string, encoding?: string): string {
  if (encoding !== undefined) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch (error) {
      const reason = error instanceof RangeError ? "is no encoding that is known here" : `is not the encoding of ${file}`;
      throw new Failure("badUsage", `"${encoding}" ${reason}. Leave --encoding out, or try utf-8, utf-16le, windows-1252.`);
    }
  }
  const guess = guessEncoding(bytes);
  if (guess) return new TextDecoder(guess).decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

function guessEncoding(bytes: Uint8Array): string | undefined {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  const sample = bytes.subarray(0, 1_000);
  const zeros = [0, 0];
  for (const [k, byte] of sample.entries()) if (byte === 0) zeros[k % 2]! += 1;
  if (zeros[1]! > sample.length / 4) return "utf-16le";
  return zeros[0]! > sample.length / 4 ? "utf-16be" : undefined;
}
