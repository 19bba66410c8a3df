import fc from "fast-check";
import { expect, test } from "vitest";
import { open, rowsOf } from "./look-alike-files.ts";
import { csvFile, csvLine, type CsvValue } from "./write-csv.ts";

async function written(headers: readonly string[], rows: readonly (readonly CsvValue[])[]): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of csvFile(headers, rows)) pieces.push(piece);
  return Buffer.concat(pieces);
}

test("a file begins with a mark for Excel and ends its lines as RFC 4180 says", async () => {
  const file = await written(["Name", "Hours", "Ready"], [["Zoë, Ann", 1.5, true]]);
  expect(file.toString()).toBe('\uFEFFName,Hours,Ready\r\n"Zoë, Ann",1.5,yes\r\n');
});

test.each(["=1+1", "+1", "-1+cmd", "@SUM(A1)", "\t=1", "\r=1", " =1", "＝1", "'=1", '=HYPERLINK("http://x","y")'])(
  "%j is never a formula",
  (text) => {
    expect(csvLine([text])).toMatch(/^"?'/);
  },
);

test("outer spaces are quoted, so that other programs keep them", () => {
  expect(csvLine([" a", "b ", "c d"])).toBe('" a","b ",c d\r\n');
});

test("a negative number stays a number; the same as text does not", () => {
  expect(csvLine([-5, "-5", Number.NaN, null, undefined, new Date(0)])).toBe("-5,'-5,,,,1970-01-01T00:00:00.000Z\r\n");
});

const tricky = fc.string({ unit: fc.constantFrom(...Array.from("ab\"',;\t\r\n =+-@|\\\u0000\u200f＝م")), maxLength: 12 });
const anyText = fc.oneof(tricky, fc.string({ unit: "binary", maxLength: 12 }));
/** What reading leaves out of any text, on purpose. */
const asRead = (text: string): string =>
  text
    // oxlint-disable-next-line no-control-regex
    .replaceAll(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/g, "")
    .replaceAll(/\r\n?/g, "\n")
    .replaceAll(/[\u0080-\u009F\uFEFF]/g, "")
    .trim();

test("whatever text is written comes back when it is read", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(anyText, anyText, anyText), { maxLength: 8 }), async (rows) => {
      const file = await written(["first", "second", "third"], rows);
      const read = (await rowsOf(await open(file, { delimiter: ",", headerLine: 1 }))).map(({ cells }) => cells);
      expect(read).toEqual(rows.map((row) => row.map(asRead)).filter((row) => row.some((cell) => cell !== "")));
    }),
    { numRuns: 400 },
  );
});

test("a large file is handed on in pieces, as its rows come", async () => {
  let made = 0;
  function* rows() {
    for (; made < 100_000; made += 1) yield [`p${made}`, "x".repeat(100)];
  }
  const pieces = csvFile(["Name", "Story"], rows());
  await pieces.next();
  expect(made).toBeLessThan(1000);
  await pieces.return(undefined);
});
