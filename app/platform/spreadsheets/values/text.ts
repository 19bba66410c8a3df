import { refused, taken, type Parsed } from "./parsed.ts";

/** Text as it is kept: composed (NFC), without outer spaces, spaces collapsed; line ends stay where they mean paragraphs. */
export function parseText(
  cell: string,
  { maxLength, multiline = false }: { maxLength?: number; multiline?: boolean } = {},
): Parsed<string> {
  const composed = cell.normalize("NFC").replaceAll(/\r\n?/g, "\n");
  const text = multiline
    ? composed
        .replaceAll(/[^\S\n]+/g, " ")
        .replaceAll(/ ?\n ?/g, "\n")
        .replaceAll(/\n{3,}/g, "\n\n")
        .trim()
    : composed.replaceAll(/\s+/g, " ").trim();
  if (text === "") return taken<string>(null);
  const { length } = Array.from(text); // characters as people count them, not UTF-16 units
  return maxLength !== undefined && length > maxLength ? refused({ reason: "text-too-long", limit: maxLength, length }) : taken(text);
}
