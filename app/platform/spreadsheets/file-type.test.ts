import { expect, test } from "vitest";
import { encode, refusalOf, zipOf } from "./look-alike-files.ts";

const compound = (...streams: string[]) =>
  Buffer.concat([
    Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
    Buffer.alloc(504),
    ...streams.map((name) => Buffer.from(name, "utf16le")),
  ]);
const archive = (...names: string[]) => zipOf(names.map((name) => ({ name, content: "…" })));

test.each<[string, Uint8Array | string, string]>([
  ["nothing", "", "empty"],
  ["spaces and commas", "\uFEFF \n,,\n\n", "empty"],
  ["XLS", compound("Root Entry", "Workbook"), "legacy-xls"],
  ["XLSX with a password", compound("Root Entry", "EncryptionInfo", "EncryptedPackage"), "password"],
  ["DOC", compound("Root Entry", "WordDocument"), "other-document"],
  ["XLSB", archive("[Content_Types].xml", "xl/workbook.bin"), "binary-workbook"],
  ["ODS", archive("mimetype", "content.xml", "meta.xml"), "open-document"],
  ["Numbers", archive("Index/Document.iwa", "Metadata/Properties.plist"), "apple-numbers"],
  ["DOCX", archive("[Content_Types].xml", "word/document.xml"), "other-document"],
  ["some zip", archive("holiday.jpg"), "not-a-spreadsheet"],
  ["PDF", "%PDF-1.7\n1 0 obj", "pdf"],
  ["a page named .xls", "<html><body><table><tr><td>Name</td></tr></table>", "web-page"],
  ["a page with a preamble", "\r\n<!DOCTYPE HTML PUBLIC><meta charset=utf-8>", "web-page"],
  ["a page in UTF-16", encode("\uFEFF<table><tr><td>Name</td></tr></table>", "utf-16le"), "web-page"],
  ["Excel 2003 XML", '<?xml version="1.0"?>\n<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">', "xml-spreadsheet"],
  ["flat ODS", '<?xml version="1.0"?><office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0">', "open-document"],
  ["JSON", '[{"name": "Ann"}]', "not-a-spreadsheet"],
  ["RTF", "{\\rtf1\\ansi Name}", "other-document"],
  [
    "a picture",
    Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47]), Buffer.from(Array.from({ length: 500 }, (_, index) => (index * 7) % 29))]),
    "not-a-spreadsheet",
  ],
])("%s is refused for what it is, whatever its name", async (_, file, reason) => {
  expect(await refusalOf(file, { name: "people.xlsx" })).toEqual({ reason });
});

test("text is read whatever its name", async () => {
  expect(await refusalOf("Name,E-mail\nAnn,ann@example.org\n", { name: "people.xls" })).toBe("read");
});
