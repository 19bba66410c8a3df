import { expect, test } from "vitest";
import { cellsOf, open, rowsOf } from "./look-alike-files.ts";
import { columnLetter } from "./header.ts";

test("titles above the table are passed over", async () => {
  const sheet = await open(
    "Mentoring program 2026,,,\nexported by,Dana,,\n\nName,E-mail,Grade,Town\nAnn,ann@example.org,SEO,Rome\nBo,bo@example.org,HEO,Oslo\n",
  );
  expect([sheet.headerLine, sheet.headers]).toEqual([4, ["Name", "E-mail", "Grade", "Town"]]);
  expect((await rowsOf(sheet)).map(({ line }) => line)).toEqual([5, 6]);
});

test("a file without a header keeps its first row, under letters", async () => {
  const sheet = await open("Ann,ann@example.org,3\nBo,bo@example.org,4\n");
  expect([sheet.headerLine, sheet.headers]).toEqual([0, ["A", "B", "C"]]);
  expect(await rowsOf(sheet)).toHaveLength(2);
});

test("the person may say where the header is, or that there is none", async () => {
  const text = "Region,North,South\nName,E-mail,Town\nAnn,ann@example.org,Rome\n";
  const second = await open(text, { headerLine: 2 });
  expect([second.headers, await cellsOf(second)]).toEqual([["Name", "E-mail", "Town"], [["Ann", "ann@example.org", "Rome"]]]);
  expect(await rowsOf(await open(text, { headerLine: 0 }))).toHaveLength(3);
});

test("columns have names of their own", async () => {
  const sheet = await open("Name,Email,,email,Email,,\nAnn,a@example.org,x,b@example.org,c@example.org,,\n");
  expect(sheet.headers).toEqual(["Name", "Email", "C", "email (2)", "Email (3)"]);
});

test("a header alone is a table without rows", async () => {
  const sheet = await open("Name,Email\n");
  expect([sheet.headers, await rowsOf(sheet), sheet.sample]).toEqual([["Name", "Email"], [], []]);
});

test("the sample is the first two hundred rows", async () => {
  const sheet = await open(`Name,Hours\n${Array.from({ length: 300 }, (_, index) => `p${index},${index}\n`).join("")}`);
  expect([sheet.sample.length, sheet.sample[199]?.cells[0]]).toEqual([200, "p199"]);
});

test("letters name columns as spreadsheet programs do", () => {
  expect([0, 25, 26, 51, 52, 701, 702].map(columnLetter)).toEqual(["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]);
});
