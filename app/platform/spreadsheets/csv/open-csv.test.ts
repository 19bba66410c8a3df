import fc from "fast-check";
import { expect, test } from "vitest";
import { cellsOf, encode, open, refusalOf, rowsOf, sourceOf, windows1252Letters } from "../look-alike-files.ts";
import type { CsvDelimiter, CsvEncoding } from "../spreadsheet.ts";

const people = "Name,E-mail\nZoë,zoe@example.org\nBernardo Peñalosa,b@example.org\n";

test.each<[CsvEncoding, string]>([
  ["utf-8", ""],
  ["utf-8", "\uFEFF"],
  ["utf-16le", "\uFEFF"],
  ["utf-16le", ""],
  ["utf-16be", "\uFEFF"],
  ["utf-16be", ""],
  ["windows-1252", ""],
])("a file in %s is read as what it is, with or without a mark («%s»)", async (encoding, mark) => {
  const sheet = await open(encode(mark + people, encoding));
  expect(sheet.csv).toEqual({ encoding, delimiter: "," });
  expect(sheet.headers).toEqual(["Name", "E-mail"]);
  expect(await cellsOf(sheet)).toEqual([
    ["Zoë", "zoe@example.org"],
    ["Bernardo Peñalosa", "b@example.org"],
  ]);
});

test("an encoding that shows only after the first megabyte is found all the same", async () => {
  const plain = "Ann,ann@example.org\n".repeat(60_000);
  const sheet = await open(encode(`Name,E-mail\n${plain}José,jose@example.org\n`, "windows-1252"));
  expect(sheet.csv?.encoding).toBe("windows-1252");
  expect((await rowsOf(sheet)).at(-1)).toEqual({ line: 60_002, cells: ["José", "jose@example.org"], problems: [] });
});

test("one broken letter among many good ones is reported, and the accents of the others stay", async () => {
  const bytes = Buffer.concat([Buffer.from("Name,Town\nZoë,Málaga\nJosé,Logroño\nAna,"), Buffer.from([0xe9]), Buffer.from("cija\n")]);
  const sheet = await open(bytes);
  expect(sheet.csv?.encoding).toBe("utf-8");
  const rows = await rowsOf(sheet);
  expect(rows.map(({ cells }) => cells[1])).toEqual(["Málaga", "Logroño", "\uFFFDcija"]);
  expect(rows[2]?.problems).toEqual([{ reason: "unreadable-characters", column: 1 }]);
});

test("the person may say which encoding it is", async () => {
  const arabic = "الاسم,المدينة\nليلى,القاهرة\n";
  const sheet = await open(encode(arabic, "windows-1256"), { encoding: "windows-1256" });
  expect([sheet.headers, ...(await cellsOf(sheet))]).toEqual([
    ["الاسم", "المدينة"],
    ["ليلى", "القاهرة"],
  ]);
});

test.each<[CsvDelimiter, string]>([
  [",", 'Name,Skills,Hours\nAnn,"sewing; cutting; dyeing",3\nBo,"law; tax",2\n'],
  [";", "Name;Skills;Hours\nAnn;sewing, cutting, dyeing;1,5\nBo;law, tax;2,5\n"],
  [";", "Tall;Weight;Age\n1,5;2,5;3,5\n1,6;2,6;3,6\n1,7;2,7;3,7\n"],
  ["\t", "Name\tSkills\tHours\nAnn\tsewing, cutting\t3\nBo\tlaw; tax\t2\n"],
  ["|", "Name|Skills|Hours\nAnn|sewing, cutting|3\nBo|law; tax|2\n"],
])("the delimiter %j is told from what lists and numbers contain", async (delimiter, text) => {
  const sheet = await open(text);
  expect(sheet.csv?.delimiter).toBe(delimiter);
  expect(sheet.headers).toHaveLength(3);
});

test("Excel's own hint is followed and is no row", async () => {
  const sheet = await open("sep=;\r\nName;Notes\r\nAnn;a, b, c\r\nBo;d, e, f\r\n");
  expect(sheet.headers).toEqual(["Name", "Notes"]);
  expect(sheet.headerLine).toBe(2);
  expect((await rowsOf(sheet)).map(({ line }) => line)).toEqual([3, 4]);
});

test("a list of one column is a table too", async () => {
  const sheet = await open("E-mail\nann@example.org\nbo@example.org\n");
  expect(sheet.headers).toEqual(["E-mail"]);
  expect(await cellsOf(sheet)).toEqual([["ann@example.org"], ["bo@example.org"]]);
});

test.each(["\n", "\r\n", "\r"])("lines that end with %j are counted as an editor shows them", async (lineEnd) => {
  const text = ["Name,Story", 'Ann,"one', "", 'three"', "", "Bo,short", " , ", "Cy,also"].join(lineEnd);
  const rows = await rowsOf(await open(text));
  expect(rows.map(({ line, cells }) => [line, ...cells])).toEqual([
    [2, "Ann", "one\n\nthree"],
    [6, "Bo", "short"],
    [8, "Cy", "also"],
  ]);
});

test("quotation marks inside quotes may be doubled or have a backslash", async () => {
  expect(await cellsOf(await open('Name,Story\nAnn,"says ""hi"", often"\nBo,"C:\\dir\\"\n'))).toEqual([
    ["Ann", 'says "hi", often'],
    ["Bo", "C:\\dir\\"],
  ]);
  expect(await cellsOf(await open('Name,Story\nAnn,"says \\"hi\\", often"\nBo,"a \\"b\\" c"\n'))).toEqual([
    ["Ann", 'says "hi", often'],
    ["Bo", 'a "b" c'],
  ]);
});

test("quotation marks in odd places stay in the text", async () => {
  expect(await cellsOf(await open('Name,Town\nRobert "Bob" Smith,Rome\n"Ann" Lee,Paris\nCy, "Linz, Austria"\n'))).toEqual([
    ['Robert "Bob" Smith', "Rome"],
    ['"Ann" Lee', "Paris"],
    ["Cy", "Linz, Austria"],
  ]);
});

test("a quotation mark that never closes costs one row, and says where it began", async () => {
  const rest = Array.from({ length: 5000 }, (_, index) => `p${index},"Town, ${index}"`).join("\n");
  const rows = await rowsOf(await open(`Name,Town\nAnn,"Rome\n${rest}\n`));
  expect(rows).toHaveLength(5001);
  expect(rows[0]).toEqual({ line: 2, cells: ["Ann", '"Rome'], problems: [{ reason: "quote-not-closed", line: 2 }] });
  expect(rows[5000]).toEqual({ line: 5002, cells: ["p4999", "Town, 4999"], problems: [] });
});

test("a quotation mark that opens in the last row and never closes is reported too", async () => {
  const rows = await rowsOf(await open('Name,Town\nAnn,Rome\nBo,"Paris'));
  expect(rows.at(-1)?.problems).toEqual([{ reason: "quote-not-closed", line: 3 }]);
});

test("an unclosed quotation mark in a large file is given up after a megabyte, not at its end", async () => {
  const rest = "somebody,somewhere far away from here\n".repeat(100_000);
  const sheet = await open(`Name,Town\nAnn,"Rome\n${rest}`);
  const rows = await rowsOf(sheet);
  expect(rows).toHaveLength(100_001);
  expect(rows[0]?.problems).toEqual([{ reason: "quote-not-closed", line: 2 }]);
});

test("rows of another width than the header are told, and read as far as it goes", async () => {
  const rows = await rowsOf(await open("a,b,c,,\n1,2,3,,\n1,2\n1,2,3,4,\n"));
  expect(rows).toEqual([
    { line: 2, cells: ["1", "2", "3"], problems: [] },
    { line: 3, cells: ["1", "2", ""], problems: [{ reason: "row-short", cells: 2, expected: 3 }] },
    { line: 4, cells: ["1", "2", "3"], problems: [{ reason: "row-long", cells: 4, expected: 3 }] },
  ]);
});

test("control characters are dropped, numbers kept as text are freed, errors of formulas are told", async () => {
  const rows = await rowsOf(await open("Name,Phone,Sum\nA\u0000nn\u0007,=\"0034\",#N/A\nBo,'+34 600,'=1+1\n"));
  expect(rows).toEqual([
    { line: 2, cells: ["Ann", "0034", ""], problems: [{ reason: "formula-error", column: 2, error: "#N/A" }] },
    { line: 3, cells: ["Bo", "+34 600", "=1+1"], problems: [] },
  ]);
});

test("each limit refuses with its name", async () => {
  const text = "a,b,c\n1,2,3\n4,5,6\n7,8,9\n";
  expect(await refusalOf(text, { limits: { csvBytes: 10 } })).toEqual({ reason: "too-many-bytes", limitBytes: 10 });
  expect(await refusalOf(text, { limits: { rows: 2 } })).toEqual({ reason: "too-many-rows", limit: 2 });
  expect(await refusalOf(text, { limits: { columns: 2 } })).toEqual({ reason: "too-many-columns", limit: 2, columns: 3 });
  expect(await refusalOf("a,b\n1,2222\n", { limits: { cellLength: 3 } })).toEqual({
    reason: "cell-too-long",
    limit: 3,
    line: 2,
    column: 1,
  });
  expect(await refusalOf(`a,b\n1,2\n${"x".repeat(2000)}\n`, { limits: { rowBytes: 1000 } })).toEqual({
    reason: "row-too-long",
    limit: 1000,
    line: 3,
  });
  expect(await refusalOf(text, { limits: { rows: 3, columns: 3, cellLength: 1 } })).toBe("read");
});

test("rows are read as they are asked for", async () => {
  const row = Buffer.from("Ann,ann@example.org\n".repeat(3000));
  let chunks = 0;
  async function* source() {
    yield Buffer.from("Name,E-mail\n");
    for (let count = 0; count < 200; count += 1) {
      chunks += 1;
      yield row;
    }
  }
  const sheet = await open("", { source });
  chunks = 0;
  const rows = sheet.rows()[Symbol.asyncIterator]();
  for (let count = 0; count < 100; count += 1) await rows.next();
  await rows.return?.();
  expect(chunks).toBeLessThan(4);
});

test("a hundred thousand rows pass through without being held", async () => {
  const story = "mentoring ".repeat(30);
  async function* source() {
    yield Buffer.from("Name,Story\n");
    for (let batch = 0; batch < 100; batch += 1)
      yield Buffer.from(Array.from({ length: 1000 }, (_, index) => `p${batch * 1000 + index},${story}\n`).join(""));
  }
  const sheet = await open("", { source });
  globalThis.gc?.();
  const before = process.memoryUsage().heapUsed;
  let count = 0;
  let most = 0;
  for await (const row of sheet.rows()) {
    count += row.cells[1] === story.trim() ? 1 : 0;
    if (count % 5000 === 0) most = Math.max(most, process.memoryUsage().heapUsed - before);
  }
  expect(count).toBe(100_000);
  // The text alone has 30 MB, its rows held as objects more than twice that.
  expect(most).toBeLessThan(60e6);
});

// ---- for any table, written in any of the usual ways

const cell = (letters: readonly string[]) =>
  fc
    .array(
      fc.oneof(
        { weight: 3, arbitrary: fc.constantFrom(...letters) },
        { weight: 1, arbitrary: fc.constantFrom('"', ",", ";", "\t", "|", "\n", " ", "'", "=", "\\") },
      ),
      { maxLength: 8 },
    )
    .map((parts) => parts.join("").trim())
    // What cleaning is for has tests of its own.
    .filter((text) => !/^['=]/.test(text) && !text.startsWith("#"));
const manyLetters = ["a", "b", "é", "ñ", "م", "ش", "漢", "😀", "Z", "9"];

test("any table comes back from any delimiter, line end, encoding and cut of the stream", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom<CsvEncoding>("utf-8", "utf-16le", "utf-16be", "windows-1252").chain((encoding) =>
        fc.record({
          encoding: fc.constant(encoding),
          table: fc.array(fc.tuple(...[0, 1, 2].map(() => cell(encoding === "windows-1252" ? windows1252Letters : manyLetters))), {
            maxLength: 6,
          }),
        }),
      ),
      fc.constantFrom<CsvDelimiter>(",", ";", "\t", "|"),
      fc.constantFrom("\n", "\r\n", "\r"),
      fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 5 }),
      fc.boolean(),
      async ({ encoding, table }, delimiter, lineEnd, chunkLengths, quoteAll) => {
        const quoted = (text: string) =>
          quoteAll || /["\n,;\t|]/.test(text) ? `"${text.replaceAll('"', '""').replaceAll("\n", lineEnd)}"` : text;
        const text = [["first", "second", "third"], ...table].map((row) => row.map(quoted).join(delimiter) + lineEnd).join("");
        const mark = encoding === "windows-1252" ? "" : "\uFEFF";
        const bytes = encode(mark + text, encoding);
        const options = { delimiter, headerLine: 1, ...(encoding === "windows-1252" && { encoding }) };
        const sheet = await open(bytes, { ...options, source: sourceOf(bytes, chunkLengths) });
        // A backslash before a quotation mark is how some programs write one: that reading may win in so small a file.
        fc.pre(!text.includes('\\"'));
        const rows = await rowsOf(sheet);
        expect(rows.map(({ cells }) => cells)).toEqual(table.filter((row) => row.some((value) => value !== "")));

        let line = 2;
        const lines: number[] = [];
        for (const row of table) {
          if (row.some((value) => value !== "")) lines.push(line);
          line += 1 + row.join("").split("\n").length - 1;
        }
        expect(rows.map((row) => row.line)).toEqual(lines);
      },
    ),
    { numRuns: 150 },
  );
});

test("any bytes at all, cut anywhere, give the same rows or the same refusal", async () => {
  const bytes = fc.array(fc.oneof(fc.constantFrom(...Buffer.from('ab,;"\n\r\\\té=')), fc.integer({ min: 0, max: 255 })), {
    maxLength: 200,
  });
  await fc.assert(
    fc.asyncProperty(bytes, fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 4 }), async (content, chunkLengths) => {
      const file = Uint8Array.from(content);
      const answer = async (lengths: readonly number[]) => {
        const refusal = await refusalOf(file, { source: sourceOf(file, lengths) });
        return refusal === "read" ? rowsOf(await open(file, { source: sourceOf(file, lengths) })) : refusal;
      };
      expect(await answer(chunkLengths)).toEqual(await answer([1000]));
    }),
    { numRuns: 150 },
  );
});
