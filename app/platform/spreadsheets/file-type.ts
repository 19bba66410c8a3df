import type { Refusal } from "./refusal.ts";

/** How much of the beginning of a file tells what it is. */
export const HEAD_BYTES = 64 * 1024;

const startsWith = (head: Uint8Array, ...bytes: number[]): boolean => bytes.every((byte, index) => head[index] === byte);

const isZip = (head: Uint8Array): boolean => startsWith(head, 0x50, 0x4b, 0x03, 0x04) || startsWith(head, 0x50, 0x4b, 0x05, 0x06);
const isCompoundFile = (head: Uint8Array): boolean => startsWith(head, 0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1);

/** The first letters, whatever the encoding: enough to know tags by. */
const lettersOf = (head: Uint8Array): string =>
  Buffer.from(head.filter((byte) => byte > 0 && byte < 0x80))
    .toString("latin1")
    .trimStart()
    .toLowerCase();

function markup(letters: string): Refusal | undefined {
  if (/^(?:<!doctype html|<(?:html|head|meta|style|script|body|table|div)\b|mime-version:)/.test(letters)) return { reason: "web-page" };
  if (!/^<(?:\?xml|workbook\b|!--)/.test(letters)) return undefined;
  if (letters.includes("schemas-microsoft-com:office:spreadsheet")) return { reason: "xml-spreadsheet" };
  if (letters.includes("opendocument")) return { reason: "open-document" };
  return { reason: letters.includes("<html") ? "web-page" : "not-a-spreadsheet" };
}

/** What a file is by its first bytes; the end of a name is only a wish. */
export function fileType(head: Uint8Array): "zip" | "compound" | "text" | Refusal {
  if (head.length === 0) return { reason: "empty" };
  if (isZip(head)) return "zip";
  if (isCompoundFile(head)) return "compound";
  const letters = lettersOf(head);
  if (letters.startsWith("%pdf-")) return { reason: "pdf" };
  if (letters.startsWith("{\\rtf")) return { reason: "other-document" };
  if (/^(?:\[\s*)?\{\s*"/.test(letters)) return { reason: "not-a-spreadsheet" };
  return markup(letters) ?? "text";
}

const namedStream = (name: string): Buffer => Buffer.from(name, "utf16le");

/** What is inside an OLE2 compound file, the container of XLS and of encrypted documents: its streams have UTF-16 names. */
export function compoundFileType(file: Buffer): Refusal {
  if (file.includes(namedStream("EncryptedPackage"))) return { reason: "password" };
  if (file.includes(namedStream("WordDocument")) || file.includes(namedStream("PowerPoint Document"))) return { reason: "other-document" };
  return { reason: "legacy-xls" };
}

/** What a zip archive is, by the names in it; undefined for XLSX. */
export function archiveType(names: ReadonlySet<string>): Refusal | undefined {
  if (names.has("xl/workbook.xml")) return undefined;
  if (names.has("xl/workbook.bin")) return { reason: "binary-workbook" };
  if (names.has("EncryptedPackage")) return { reason: "password" };
  if (names.has("mimetype") && names.has("content.xml")) return { reason: "open-document" };
  if ([...names].some((name) => name.endsWith(".iwa") || name === "index.apxl" || name.endsWith("Index.zip")))
    return { reason: "apple-numbers" };
  if (names.has("[Content_Types].xml")) return { reason: "other-document" };
  return { reason: "not-a-spreadsheet" };
}
