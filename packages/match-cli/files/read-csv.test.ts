import fc from "fast-check";
import { expect, test } from "vitest";
import { decodeText } from "./decode-text.ts";
import { readCsv } from "./read-csv.ts";
import { csvOf } from "./write-csv.ts";

const cellsOf = (text: string) => readCsv(text, "a.csv").rows.map(({ cells }) => cells);

test.each([",", ";", "\t", "|"])("cells may be divided by %j", (delimiter) => {
  const text =
    [`id`, `skills`, `note`].join(delimiter) + "\n" + ["1", "go, rust; c", "x"].map((cell) => `"${cell}"`).join(delimiter) + "\n";
  expect(cellsOf(text)).toEqual([["1", "go, rust; c", "x"]]);
});

test("the delimiter is the one that divides evenly, not the one that comes most often", () => {
  expect(cellsOf("id;skills\n1;a, b, c\n2;d\n3;e, f\n")).toEqual([
    ["1", "a, b, c"],
    ["2", "d"],
    ["3", "e, f"],
  ]);
  expect(cellsOf("sep=|\r\nid|a,b\r\n1|x\r\n")).toEqual([["1", "x"]]);
});

test("quotes hold delimiters, line breaks and quotes, and lines go on being counted", () => {
  const { header, rows } = readCsv('\uFEFFid,note\r\n1,"a ""b"",\r\nc"\r\n\r\n2, x \r3,"y"z', "a.csv");
  expect(header).toEqual(["id", "note"]);
  expect(rows).toEqual([
    { line: 2, cells: ["1", 'a "b",\r\nc'] },
    { line: 5, cells: ["2", "x"] },
    { line: 6, cells: ["3", "yz"] },
  ]);
});

test.each([
  ["", "a.csv is empty. Its first row has to name the columns."],
  ["id,name\n", "a header and no people below it"],
  ["id,id\n1,2\n", 'two columns called "id"'],
  ['id,name\n1,"x\n2,y\n', "line 2: a quote"],
  ["id,name\n1,x\n2,y,z\n", "line 3: 3 cells, but the header names 2 columns"],
])("%j is refused, with the line and what to do", (text, sentence) => {
  expect(() => readCsv(text, "a.csv")).toThrow(sentence);
});

test("what is written is read back, and nothing in it is taken for a formula", () => {
  const cell = fc.string({ unit: fc.constantFrom("a", "é", " ", ",", ";", '"', "\n", "\r", "|"), maxLength: 8 }).map((text) => text.trim());
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 8 }), (rows) => {
      const full = rows.map(([a, b], k) => [`p${k}`, a, b]);
      expect(cellsOf(csvOf([["id", "a", "b"], ...full]))).toEqual(full);
    }),
  );
  expect(csvOf([["=1+1", -1, "-x", "a"]])).toBe("\uFEFF'=1+1,-1,'-x,a\r\n");
});

const words = "id,name\n1,Zoë\n";
test.each<[string, Uint8Array]>([
  ["UTF-8", Buffer.from(words)],
  ["UTF-8 with a mark", Buffer.from(`\uFEFF${words}`)],
  ["UTF-16 with a mark", Buffer.from(`\uFEFF${words}`, "utf16le")],
  ["UTF-16 without", Buffer.from(words, "utf16le")],
  ["UTF-16 the other way round", Buffer.from(`\uFEFF${words}`, "utf16le").swap16()],
  ["Windows-1252", Buffer.from(words, "latin1")],
])("%s is recognized", (_, bytes) => {
  expect(cellsOf(decodeText(bytes, "a.csv"))).toEqual([["1", "Zoë"]]);
});

test("an encoding can be told, and must be one, and the right one", () => {
  expect(decodeText(Buffer.from([0xe1]), "a.csv", "iso-8859-7")).toBe("α");
  expect(() => decodeText(Buffer.from("a"), "a.csv", "klingon")).toThrow('"klingon" is no encoding that is known here');
  expect(() => decodeText(Buffer.from([0xff, 0x41]), "a.csv", "utf-8")).toThrow("is not the encoding of a.csv");
});
