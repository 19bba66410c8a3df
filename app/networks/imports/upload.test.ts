import { afterAll, beforeAll, expect, test } from "vitest";
import { testApp, type TestApp } from "../../../testing/app.ts";
import { smallWorld, type World } from "../../../testing/world.ts";
import { csv, importer } from "../../../testing/importer.ts";
import { xlsxOf } from "../../platform/spreadsheets/look-alike-files.ts";

let app: TestApp;
let world: World;
beforeAll(async () => {
  app = await testApp();
  world = await smallWorld(app);
});
afterAll(() => app[Symbol.asyncDispose]());

const refusal = async (file: File): Promise<string> => {
  const { ruth, at } = importer(app, world);
  const response = await ruth.post(`${at}/new`, { role: "mentee", file });
  expect(response.status).toBe(422);
  const page = await response.text();
  // Who is in the file is not asked again.
  expect(page).toMatch(/value="mentee"[^>]*checked|checked[^>]*value="mentee"/);
  return page;
};

test("a file that cannot be read is refused at its field, in words that say what to do", async () => {
  expect(await refusal(new File([], "empty.csv"))).toContain("Please choose a file.");
  expect(await refusal(csv(" \n \n"))).toContain("There is nothing in this file");
  expect(await refusal(new File(["%PDF-1.7 …"], "people.csv"))).toContain("This is a PDF");
  expect(await refusal(new File(["<!doctype html><table>"], "people.xls"))).toContain("This is a web page");
  expect(await refusal(new File([Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])], "people.xls"))).toContain(
    "old Excel file",
  );
  expect(await refusal(new File([Uint8Array.from([0x50, 0x4b, 0x03, 0x04, 1, 2, 3])], "people.xlsx"))).toContain("damaged");
});

test("a file over the limit is refused in words", async () => {
  const { ruth, at } = importer(app, world);
  const response = await ruth.post(`${at}/new`, { role: "mentor", file: new File([new Uint8Array(102_000_000)], "huge.csv") });
  expect(response.status).toBe(413);
  expect(await response.text()).toContain("too large");
});

test("an XLSX file with several sheets: the coordinator chooses which one is read", async () => {
  const { upload, look, act, check, run, ruth, at } = importer(app, world);
  const sheet = (name: string, rows: readonly (readonly string[])[]) => ({
    sheet: name,
    data: rows.map((row) => row.map((value) => ({ value }))),
  });
  const content = await xlsxOf([
    sheet("Read me", [["About this file"], ["Ask Ruth"]]),
    sheet("Mentors", [
      ["Name", "E-mail", "Grade"],
      ["Nadia Rahman", "nadia@example.org", "Grade 7"],
      ["Tom Okafor", "tom@example.org", "SCS1"],
      ["Ines Silva", "ines@example.org", "SCS1"],
    ]),
  ] as never);
  const file = new File([new Uint8Array(content)], "people.xlsx");
  const importId = await upload(file);
  expect(await (await ruth.get(`${at}/${importId}`)).text()).toContain("This file has 2 sheets");
  expect((await act(importId, { act: "read-again", sheet: "Mentors" })).status).toBe(303);
  const read = await look(importId);
  expect(read).toMatchObject({ state: "mapping", sheet: "Mentors", total_rows: 3 });
  expect((await check(importId)).counts).toMatchObject({ make: 3 });
  expect(await run(importId)).toMatchObject({ state: "done" });
});

test("a file in another encoding is read anew as the coordinator says", async () => {
  const { upload, look, act } = importer(app, world);
  const importId = await upload(new File([Buffer.from("E-mail;Nombre\nana@x.org;Ana Núñez\n", "latin1")], "gente.csv"), "mentee");
  expect((await look(importId)).columns?.columns[1]?.samples).toEqual(["Ana Núñez"]);
  await act(importId, { act: "read-again", encoding: "windows-1256", delimiter: "semicolon", headerLine: "0" });
  const again = await look(importId);
  expect(again.columns).toMatchObject({ rows: 2, csv: { encoding: "windows-1256" } });
  expect(again.columns?.columns[1]?.samples).not.toContain("Ana Núñez");
});

test("a mapping that cannot work comes back with what was chosen, and says what is wrong", async () => {
  const { upload, mappingForm, ruth, at, look } = importer(app, world);
  const importId = await upload(csv("email,name,team\na@x.org,Ana,red\nb@x.org,Ben,red\nc@x.org,Cy,blue\n"));
  const refused = async (changes: Record<string, string>): Promise<string> => {
    const response = await ruth.post(`${at}/${importId}`, await mappingForm(importId, changes));
    expect(response.status).toBe(422);
    return response.text();
  };
  expect(await refused({ "target-0": "nothing" })).toContain("Choose the column that holds the e-mail address");
  expect(await refused({ "target-2": "full-name" })).toContain("Another column goes there already");
  expect(await refused({ "target-2": "question:00000000-0000-7000-8000-000000000000" })).toContain("choose one of the options");
  const page = await refused({ "target-2": "new:scale", "options-2": "", "label-2": "Which team?" });
  expect(page).toContain("Give the options");
  expect(page).toContain('value="Which team?"');
  expect((await look(importId)).state).toBe("mapping");
});
