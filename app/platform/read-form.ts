/**
 * What a form sends, read within bounds: parsing runs on the thread that answers everybody, so that how many parts a body has
 * matters as much as how long it is.
 */
import type { HonoRequest } from "hono";
import type { Sentence } from "./errors.ts";
import { formWords } from "./form.messages.ts";

/** More than any page of ours sends, with a box for each of ten thousand people. */
const mostFields = 20_000;
/** Each of them takes ten times as long to parse; forms with files have few. */
const mostParts = 2_000;
/** Without files a form is text that somebody typed. */
const mostTextBytes = 1 << 20;

/** Why a body is not read: "large" in bytes or in parts; "unreadable", and no browser would send it so; "unkeepable" characters. */
export type Unread = "large" | "unreadable" | "unkeepable";

/** The fields of a form by name, in the order in which they were sent; or why there are none. */
export async function readForm(request: HonoRequest): Promise<FormData | Unread> {
  const type = request.header("content-type") ?? "";
  const body = Buffer.from(await request.arrayBuffer());
  const content = /^application\/x-www-form-urlencoded\s*(;|$)/i.test(type)
    ? readPairs(body)
    : /^multipart\/form-data\s*;/i.test(type)
      ? await readParts(body, type)
      : "unreadable";
  if (typeof content === "string") return content;
  // PostgreSQL keeps no NUL in a text, and nobody types one.
  for (const [name, value] of content) if ((name + (typeof value === "string" ? value : value.name)).includes("\0")) return "unkeepable";
  return content;
}

function readPairs(body: Buffer<ArrayBuffer>): FormData | Unread {
  if (body.length > mostTextBytes || exceeds(body, "&", mostFields)) return "large";
  const content = new FormData();
  for (const [name, value] of new URLSearchParams(body.toString())) content.append(name, value);
  return content;
}

async function readParts(body: Buffer<ArrayBuffer>, type: string): Promise<FormData | Unread> {
  const boundary = /;\s*boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(type);
  if (!boundary) return "unreadable";
  if (exceeds(body, `--${boundary[1] ?? boundary[2]}`, mostParts)) return "large";
  try {
    return await new Response(body, { headers: { "content-type": type } }).formData();
  } catch (error) {
    if (error instanceof TypeError) return "unreadable";
    throw error;
  }
}

function exceeds(body: Buffer, sign: string, most: number): boolean {
  let count = 0;
  for (let at = body.indexOf(sign); at !== -1; at = body.indexOf(sign, at + sign.length)) if (++count > most) return true;
  return false;
}

/** The sentences of a failed shape, at their fields. */
export function sentencesOf(issues: readonly { path: readonly PropertyKey[]; params?: unknown }[]): Record<string, Sentence> {
  const fields: Record<string, Sentence> = {};
  for (const issue of issues) {
    const own = (issue as { params?: { sentence?: Sentence } }).params?.sentence;
    fields[String(issue.path[0] ?? "")] ??= own ?? ((language) => formWords(language).invalid);
  }
  return fields;
}
