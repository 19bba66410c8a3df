/** What may be sent, told from the first bytes: what a file is called and claims to be counts for nothing. Pure. */
import type { FileKind } from "./message.ts";

export const fileBytes = 10 << 20;

const startsWith = (bytes: Buffer, text: string, at = 0): boolean => bytes.toString("latin1", at, at + text.length) === text;

/** Undefined where it is none of the kinds that may be sent. Pictures are looked at further when they are drawn anew. */
export function fileKind(bytes: Buffer): FileKind | undefined {
  if (
    startsWith(bytes, "\u{89}PNG\r\n\u{1a}\n") ||
    startsWith(bytes, "\u{ff}\u{d8}\u{ff}") ||
    (startsWith(bytes, "RIFF") && startsWith(bytes, "WEBP", 8))
  )
    return "picture";
  // Phones make these, and nobody here can draw them: the picture's own refusal says what to do.
  if (startsWith(bytes, "ftypheic", 4) || startsWith(bytes, "ftypmif1", 4) || startsWith(bytes, "ftypavif", 4)) return "picture";
  if (startsWith(bytes, "%PDF-")) return "document";
  if (startsWith(bytes, "PK\u{3}\u{4}")) return isOffice(bytes) ? "document" : undefined;
  if (startsWith(bytes, "{\\rtf")) return "document";
  if (isSound(bytes)) return "sound";
  return isPlainText(bytes) ? "document" : undefined;
}

/** OOXML and OpenDocument name their parts; other archives may hold anything. No macros: those have a part of their own. */
function isOffice(bytes: Buffer): boolean {
  if (bytes.includes("vbaProject.bin")) return false;
  return bytes.includes("[Content_Types].xml") || bytes.subarray(0, 200).includes("mimetypeapplication/vnd.oasis.opendocument.");
}

function isSound(bytes: Buffer): boolean {
  if (startsWith(bytes, "OggS") || startsWith(bytes, "ID3") || startsWith(bytes, "ftypM4A", 4)) return true;
  if (startsWith(bytes, "RIFF") && startsWith(bytes, "WAVE", 8)) return true;
  return bytes.length > 2 && bytes[0] === 0xff && (bytes[1]! & 0xe6) === 0xe2;
}

const utf8 = new TextDecoder("utf-8", { fatal: true });
/** Text that people write; what a browser or a shell would run begins otherwise, and is not taken for it. */
function isPlainText(bytes: Buffer): boolean {
  if (bytes.length === 0 || /^\s*(<|#!)/.test(bytes.toString("latin1", 0, 200))) return false;
  try {
    // oxlint-disable-next-line no-control-regex -- that is what tells text from the rest
    return !/[\0-\u{8}\u{e}-\u{1a}\u{1c}-\u{1f}]/u.test(utf8.decode(bytes));
  } catch {
    return false;
  }
}
