import { isUtf8 } from "node:buffer";
import fc from "fast-check";
import { expect, test } from "vitest";
import { Utf8Tally } from "./encoding.ts";

const chunks = fc.array(
  fc.oneof(
    fc.uint8Array({ maxLength: 6 }),
    fc.string({ unit: "binary", maxLength: 4 }).map((text) => Uint8Array.from(Buffer.from(text))),
    // The edges of what is well formed.
    fc
      .constantFrom([0xc3], [0xa9], [0xe0, 0x9f], [0xed, 0xa0, 0x80], [0xf4, 0x90], [0xf0, 0x8f], [0xc1, 0x80], [0x41])
      .map((bytes) => Uint8Array.from(bytes)),
  ),
  { maxLength: 6 },
);

function tallied(parts: readonly Uint8Array[]) {
  const tally = new Utf8Tally();
  for (const part of parts) tally.add(part);
  tally.end();
  return { sequences: tally.sequences, faults: tally.faults };
}

test("a stream has no fault exactly when all of it is UTF-8, wherever it is cut", () => {
  fc.assert(
    fc.property(chunks, (parts) => {
      const whole = Buffer.concat(parts);
      expect(tallied(parts).faults === 0).toBe(isUtf8(whole));
      expect(tallied(parts)).toEqual(tallied([whole]));
    }),
    { numRuns: 1000 },
  );
});

test("letters of several bytes are counted", () => {
  expect(tallied([Buffer.from("añ漢😀")])).toEqual({ sequences: 3, faults: 0 });
});
