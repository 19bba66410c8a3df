import type { CsvEncoding } from "../spreadsheet.ts";

/** Large enough to be quick, small enough that no consumer waits on more rows than it asked for. */
const PIECE = 64 * 1024;

function* pieces(bytes: Uint8Array): Generator<Uint8Array> {
  for (let from = 0; from < bytes.length; from += PIECE) yield bytes.subarray(from, from + PIECE);
}

/** The text of a stream of bytes, without byte order mark and with «\n» for every line end, piece by piece. */
export async function* decodeText(bytes: AsyncIterable<Uint8Array>, encoding: CsvEncoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  let pendingReturn = false;
  const lineEnds = (text: string): string => {
    if (text === "") return text;
    const whole = pendingReturn ? `\r${text}` : text;
    // A carriage return at the end of a piece may be the first half of a line end.
    pendingReturn = whole.endsWith("\r");
    return (pendingReturn ? whole.slice(0, -1) : whole).replaceAll(/\r\n?/g, "\n");
  };
  for await (const chunk of bytes) {
    for (const piece of pieces(chunk)) {
      const text = lineEnds(decoder.decode(piece, { stream: true }));
      if (text !== "") yield text;
    }
  }
  const rest = lineEnds(decoder.decode()) + (pendingReturn ? "\n" : "");
  if (rest !== "") yield rest;
}
