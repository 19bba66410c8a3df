import fc from "fast-check";
import { expect, test } from "vitest";
import { cellsOf, open, refusalOf, rowsOf, workbookParts, xlsxOf, zipOf } from "../look-alike-files.ts";
import { cellText } from "./cell-text.ts";
import { storedZip } from "./stored-zip.ts";
import { unpack } from "./unpack.ts";
import { spreadsheetLimits } from "../limits.ts";

const text = (value: string) => ({ value });
const inline = (address: string, value: string) => `<c r="${address}" t="inlineStr"><is><t>${value}</t></is></c>`;

test("a workbook gives the rows of its first sheet that holds any, with their numbers, and the names of all", async () => {
  const file = await xlsxOf([
    { sheet: "Notes", data: [[]] },
    {
      sheet: "People",
      data: [
        [text("Mentors 2026")],
        [],
        ["Name", "E-mail", "Since", "Hours", "Ready"].map(text),
        [
          text(" Zoë "),
          text("zoe@example.org"),
          { value: new Date(Date.UTC(2024, 1, 29)), type: Date, format: "dd/mm/yyyy" },
          { value: 0.1 + 0.2, type: Number },
          { value: true, type: Boolean },
        ],
        [],
        [text("Bo"), text("bo@example.org"), null, { value: 1e21, type: Number }, { value: false, type: Boolean }],
      ],
    },
    { sheet: "Other", data: [[text("Only")], [text("this")]] },
  ]);
  const sheet = await open(file, { name: "whatever.csv" });
  expect(sheet).toMatchObject({ kind: "xlsx", csv: null, sheets: ["Notes", "People", "Other"], sheet: "People", headerLine: 3 });
  expect(sheet.headers).toEqual(["Name", "E-mail", "Since", "Hours", "Ready"]);
  expect(await rowsOf(sheet)).toEqual([
    { line: 4, cells: ["Zoë", "zoe@example.org", "2024-02-29", "0.3", "yes"], problems: [] },
    { line: 6, cells: ["Bo", "bo@example.org", "", "1000000000000000000000", "no"], problems: [] },
  ]);
  expect(await rowsOf(sheet)).toHaveLength(2); // and once more

  const other = await open(file, { sheet: "Other" });
  expect([other.sheet, other.headers, await cellsOf(other)]).toEqual(["Other", ["Only"], [["this"]]]);
  expect(await refusalOf(file, { sheet: "Gone" })).toEqual({
    reason: "no-such-sheet",
    sheet: "Gone",
    sheets: ["Notes", "People", "Other"],
  });
});

test("a formula gives the value that was saved with it, and an error is told", async () => {
  const rows = `<row r="1">${inline("A1", "Name")}${inline("B1", "Grade")}${inline("C1", "Note")}</row>
    <row r="2">${inline("A2", "Ann")}<c r="B2" t="str"><f>UPPER("seo")</f><v>SEO</v></c>${inline("C2", 'the text t="e" stays')}</row>
    <row r="4">${inline("A4", "Bo")}<c r="B4" t="e"><f>VLOOKUP(1,X:X,2)</f><v>#N/A</v></c></row>`;
  expect(await rowsOf(await open(zipOf(workbookParts(rows))))).toEqual([
    { line: 2, cells: ["Ann", "SEO", 'the text t="e" stays'], problems: [] },
    { line: 4, cells: ["Bo", "", ""], problems: [{ reason: "formula-error", column: 1, error: "#N/A" }] },
  ]);
});

test("numbers have no exponent and no noise, times no invented date", () => {
  expect([1e-7, 1.1 * 3, 34600123456, -5, 123456789012345680].map((number) => cellText(number))).toEqual([
    "0.0000001",
    "3.3",
    "34600123456",
    "-5",
    "123456789012346000",
  ]);
  expect(cellText(new Date(Date.UTC(1899, 11, 30, 18, 29, 59, 999)))).toBe("18:30");
  expect(cellText(new Date(Date.UTC(2026, 4, 1, 9, 0)))).toBe("2026-05-01T09:00");
});

test("a bomb is refused by what its directory says", async () => {
  const bomb = zipOf(workbookParts(`<row r="1">${inline("A1", " ".repeat(50e6))}</row>`));
  expect(bomb.length).toBeLessThan(100_000);
  expect(await refusalOf(bomb)).toEqual({ reason: "suspicious-archive" });
  expect(await refusalOf(bomb, { limits: { unpackedBytes: 40e6 } })).toEqual({ reason: "unpacks-too-large", limitBytes: 40e6 });
});

test("a bomb whose directory lies is stopped by what comes out", async () => {
  const bomb = workbookParts(`<row r="1">${inline("A1", " ".repeat(50e6))}</row>`).map((part) =>
    part.name.includes("sheet1") ? { ...part, declaredSize: 500 } : part,
  );
  expect(await refusalOf(zipOf(bomb))).toEqual({ reason: "suspicious-archive" });
});

test("what does not tell of cells is not even unpacked", async () => {
  const picture = { name: "xl/media/image1.png", content: " ".repeat(20e6), declaredSize: 900_000 };
  const parts = await unpack(zipOf([...workbookParts(""), picture]), spreadsheetLimits);
  expect([...parts.keys()]).not.toContain(picture.name);
});

test("a second part of the same name, hidden from whoever looks at one of them, is refused", async () => {
  const parts = workbookParts(`<row r="1">${inline("A1", "Name")}</row>`);
  expect(await refusalOf(zipOf([...parts, parts.at(-1)!]))).toEqual({ reason: "suspicious-archive" });
  const many = Array.from({ length: 1001 }, (_, index) => ({ name: `xl/part${index}.xml`, content: "" }));
  expect(await refusalOf(zipOf([...parts, ...many]))).toEqual({ reason: "suspicious-archive" });
});

test("a long text that a small file repeats in every cell is counted each time", async () => {
  const strings = `<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>${"long ".repeat(3000)}</t></si></sst>`;
  const rows = Array.from({ length: 2000 }, (_, index) => `<row r="${index + 1}"><c r="A${index + 1}" t="s"><v>0</v></c></row>`).join("");
  const file = zipOf(workbookParts(rows, { sharedStrings: strings }));
  expect(await refusalOf(file, { limits: { unpackedBytes: 5e6 } })).toEqual({ reason: "unpacks-too-large", limitBytes: 5e6 });
});

test("a workbook that takes too much time or memory is given up, and the next one is read", async () => {
  const rows = Array.from(
    { length: 60_000 },
    (_, index) => `<row r="${index + 1}">${inline(`A${index + 1}`, `person ${index}`)}</row>`,
  ).join("");
  const large = zipOf(workbookParts(rows));
  expect(await refusalOf(large, { limits: { xlsxSeconds: 0.05 } })).toEqual({ reason: "too-slow", seconds: 0.05 });
  expect(await refusalOf(large, { limits: { xlsxHeapMegabytes: 16 } })).toEqual({ reason: "too-much-memory" });
  // One row that claims to be far down makes the reader fill the gap.
  const far = zipOf(workbookParts(`<row r="1">${inline("A1", "Name")}</row><row r="999999999">${inline("A999999999", "x")}</row>`));
  expect(await refusalOf(far, { limits: { xlsxHeapMegabytes: 64 } })).toEqual({ reason: "too-much-memory" });
  expect(await refusalOf(zipOf(workbookParts(`<row r="1">${inline("A1", "Name")}</row><row r="2">${inline("A2", "Ann")}</row>`)))).toBe(
    "read",
  );
});

test("limits of the table hold for workbooks too", async () => {
  const file = await xlsxOf([{ sheet: "People", data: [["a", "b", "c"].map(text), ["1", "2", "33333"].map(text)] }]);
  expect(await refusalOf(file, { limits: { xlsxBytes: 100 } })).toEqual({ reason: "too-many-bytes", limitBytes: 100 });
  expect(await refusalOf(file, { limits: { columns: 2 } })).toEqual({ reason: "too-many-columns", limit: 2, columns: 3 });
  expect(await refusalOf(file, { limits: { cellLength: 4 } })).toEqual({ reason: "cell-too-long", limit: 4, line: 2, column: 2 });
});

test("a broken workbook is called damaged", async () => {
  const file = await xlsxOf([{ sheet: "People", data: [[text("Name")], [text("Ann")]] }]);
  expect(await refusalOf(file.subarray(0, file.length - 40))).toEqual({ reason: "damaged" });
  const withoutSheet = workbookParts("").filter(({ name }) => !name.includes("sheet1"));
  expect(await refusalOf(zipOf(withoutSheet))).toEqual({ reason: "damaged" });
  expect(await refusalOf(zipOf(workbookParts("")))).toEqual({ reason: "empty" });
});

test("an archive that we make is read as it was meant", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(fc.tuple(fc.stringMatching(/^[a-z]{1,8}$/), fc.uint8Array({ maxLength: 300 })), {
        selector: ([name]) => name,
        maxLength: 6,
      }),
      async (parts) => {
        const named = [
          ["xl/workbook.xml", Uint8Array.of(1)] as const,
          ...parts.map(([name, content]) => [`xl/${name}.xml`, content] as const),
        ];
        const unpacked = await unpack(Buffer.concat([...storedZip(named)]), spreadsheetLimits);
        expect(new Map([...unpacked].map(([name, content]) => [name, Uint8Array.from(content)]))).toEqual(new Map(named));
      },
    ),
    { numRuns: 30 },
  );
});
