/** iCalendar as text (RFC 5545): what is escaped, where lines are folded. Pure. */

/** A property: its name, its parameters, its value as it stands in the file. */
export interface Property {
  readonly name: string;
  readonly parameters?: Readonly<Record<string, string>>;
  readonly value: string;
}

/** A text as a value (3.3.11). */
export const textValue = (text: string): string =>
  text
    .replaceAll(/[\\;,]/g, String.raw`\$&`)
    .replaceAll(/\r\n|[\r\n]/g, String.raw`\n`)
    // Other control characters have no place in a calendar, and some programs refuse the whole of it.
    // oxlint-disable-next-line no-control-regex -- these are meant
    .replaceAll(/[\u0000-\u0008\u000b-\u001f\u007f]/g, "");

/** A parameter's value: in quotes, and what quotes cannot hold as RFC 6868 writes it. */
const parameterValue = (text: string): string =>
  /^[\w.+/=-]+$/.test(text) ? text : `"${text.replaceAll("^", "^^").replaceAll('"', "^'").replaceAll(/\s+/g, " ")}"`;

/** No line is longer than 75 bytes, and no character is cut in two (3.1). */
function folded(line: string): string {
  const lines: string[] = [];
  let current = "";
  let bytes = 0;
  for (const character of line) {
    const length = Buffer.byteLength(character);
    if (bytes + length > 75) {
      lines.push(current);
      current = " ";
      bytes = 1;
    }
    current += character;
    bytes += length;
  }
  return [...lines, current].join("\r\n");
}

const lineOf = ({ name, parameters = {}, value }: Property): string =>
  folded([name, ...Object.entries(parameters).map(([key, its]) => `${key}=${parameterValue(its)}`)].join(";") + `:${value}`);

/** A component with what is in it; a string is a component that is text already. */
export function component(name: string, content: readonly (Property | string)[]): string {
  return [`BEGIN:${name}`, ...content.map((one) => (typeof one === "string" ? one : lineOf(one))), `END:${name}`].join("\r\n");
}
