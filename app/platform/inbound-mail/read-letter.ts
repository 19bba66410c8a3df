import { createHash } from "node:crypto";
import PostalMime from "postal-mime";
import { authenticityOf } from "./authenticity.ts";
import type { ReadLetter } from "./inbound-letter.ts";
import { wordsOfReply } from "./words-of-reply.ts";

/** Nobody sends more; signatures hold some pictures. */
const mostParts = 100;
const longestSubject = 1000;
/** More is said to be too long by whoever takes it. */
const longestWords = 50_000;

/** The values of a header, by its name in lower case. */
type Header = (name: string) => readonly string[];

/**
 * A letter as it arrives, read. Throws where it is none. It takes as long as its sender likes: `letterInThread` is for letters that
 * come from outside.
 */
export async function readLetter(raw: Uint8Array, trustedServer?: string): Promise<ReadLetter> {
  const mail = await PostalMime.parse(raw, { attachmentEncoding: "arraybuffer", maxNestingDepth: 50, maxHeadersSize: 1 << 20 });
  if (mail.attachments.length > mostParts) throw new Error(`It has more than ${mostParts} parts`);
  const header: Header = (name) => mail.headers.filter(({ key }) => key === name).map(({ value }) => value);
  const from = header("from").length === 1 ? mail.from?.address?.toLowerCase() : undefined;
  return {
    from: from || undefined,
    subject: (mail.subject ?? "").slice(0, longestSubject),
    messageId: mail.messageId && mail.messageId.length <= 1000 ? mail.messageId : `<${createHash("sha256").update(raw).digest("hex")}>`,
    words: wordsOfReply((mail.text ?? textOf(mail.html ?? "")).replaceAll("\0", "")).slice(0, longestWords),
    files: mail.attachments.map(({ filename, mimeType, disposition, content, contentId, related }) => ({
      name: filename ?? "",
      contentType: mimeType,
      // Either of the two; not in the memory that small buffers share, which cannot be handed on.
      bytes: Buffer.from(new Uint8Array(content as ArrayBuffer | Uint8Array).buffer),
      isInline: disposition === "inline" || (disposition === null && (related === true || contentId !== undefined)),
    })),
    isAutomatic: isAutomatic(header),
    authenticity: authenticityOf(header("authentication-results"), trustedServer, from),
  };
}

/** RFC 3834, and what mail programs do besides. */
function isAutomatic(header: Header): boolean {
  const says = (name: string, what: RegExp): boolean => header(name).some((value) => what.test(value.trim()));
  return (
    says("auto-submitted", /^(?!no\b)/i) ||
    says("precedence", /^(bulk|list|junk|auto_reply)\b/i) ||
    says("x-autoreply", /^(?!no\b)/i) ||
    says("x-autorespond", /./) ||
    says("list-id", /./) ||
    says("return-path", /^<>$/) ||
    says("content-type", /^multipart\/report\b/i)
  );
}

const entities: Readonly<Record<string, string>> = { nbsp: " ", amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** The words of a letter that has no plain ones. No pattern here looks at a sign more than a few times, whatever somebody sends. */
function textOf(html: string): string {
  return (
    html
      .replaceAll(/<(style|script|head|title)\b[\s\S]*?(<\/\1\s*>|$)/gi, "")
      .replaceAll(/<blockquote\b[^<>]*>/gi, "\n\u{e000}\n")
      .replaceAll(/\s+/g, " ")
      .replaceAll(/<(br|\/p|\/div|\/li|\/tr|\/h[1-6])\b[^<>]*>/gi, "\n")
      .replaceAll(/<[^<>]*>/g, "")
      .replaceAll(/&(#x[0-9a-f]{1,6}|#\d{1,7}|\w+);/gi, (all, name: string) => characterOf(name) ?? all)
      // What is quoted begins here, as a plain letter would mark it.
      .replaceAll(/ ?\u{e000} ?/gu, "\n> ")
      .split("\n")
      .map((line) => line.trim())
      .join("\n")
      .trim()
  );
}

function characterOf(name: string): string | undefined {
  if (!name.startsWith("#")) return entities[name.toLowerCase()];
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  return code > 0 && code <= 0x10_ff_ff ? String.fromCodePoint(code) : "";
}
