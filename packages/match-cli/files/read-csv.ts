import { Failure } from "../failure.ts";

/** A spreadsheet: its header, and for each further row its cells and the line in which it begins. Cells are trimmed. */
export type Sheet = {
  readonly file: string;
  readonly header: readonly string[];
  readonly rows: readonly { readonly line: number; readonly cells: readonly string[] }[];
};

const delimiters = [",", ";", "\t", "|"] as const;

/**
 * Reads delimited text (RFC 4180, and what programs make of it): any of `, ; tab |` between cells, whichever divides the first
 * rows most evenly; cells in double quotes may hold delimiters, line breaks and doubled quotes; rows end with CR, LF or both.
 * @throws {Failure} for a file without header or rows, a quote that never ends, or a row with more cells than the header
 */
export function readCsv(text: string, file: string): Sheet {
  const plain = text.replace(/^\uFEFF/, "");
  // Excel writes the delimiter into a first line of its own.
  const told = /^sep=(.)\r?\n/i.exec(plain);
  const begin = told ? told[0].length : 0;
  const delimiter = told?.[1] ?? findDelimiter(plain);
  const records = [...readRecords(plain, begin, delimiter, file)].filter(({ cells }) => cells.some((cell) => cell !== ""));
  const [first, ...rows] = records;
  if (!first) throw new Failure("badInput", `${file} is empty. Its first row has to name the columns.`);
  const header = first.cells;
  while (header.at(-1) === "") header.pop();
  const twice = header.find((name, at) => name !== "" && header.indexOf(name) !== at);
  if (twice !== undefined) throw new Failure("badInput", `${file} has two columns called "${twice}". Rename one of them.`);
  if (rows.length === 0) throw new Failure("badInput", `${file} has a header and no people below it.`);
  for (const { line, cells } of rows) {
    if (cells.slice(header.length).every((cell) => cell === "")) continue;
    const message = `${file}, line ${line}: ${cells.length} cells, but the header names ${header.length} columns. Put a cell that contains "${delimiter}" in quotes.`;
    throw new Failure("badInput", message);
  }
  return { file, header, rows };
}

/** The delimiter that gives the most columns, in which the first rows agree with the header. */
function findDelimiter(text: string): string {
  const scores = delimiters.map((delimiter) => {
    const widths: number[] = [];
    try {
      for (const { cells } of readRecords(text.slice(0, 65_536), 0, delimiter, "")) {
        widths.push(cells.length);
        if (widths.length === 20) break;
      }
    } catch {
      // A quote that is open where the sample ends.
    }
    const agreeing = widths.filter((width) => width === widths[0]).length / Math.max(1, widths.length);
    return agreeing * ((widths[0] ?? 1) - 1);
  });
  return delimiters[scores.indexOf(Math.max(...scores))]!;
}

function* readRecords(text: string, begin: number, delimiter: string, file: string): Generator<{ line: number; cells: string[] }> {
  let [at, line] = [begin, begin > 0 ? 2 : 1];
  while (at < text.length) {
    const record = { line, cells: [] as string[] };
    for (;;) {
      while (text[at] === " ") at++;
      let cell = "";
      if (text[at] === '"') {
        const opened = line;
        for (at++; ; at++) {
          const quote = text.indexOf('"', at);
          if (quote < 0)
            throw new Failure("badInput", `${file}, line ${opened}: a quote (") is opened and never closed. Close or remove it.`);
          const part = text.slice(at, quote);
          line += lineBreaks(part);
          cell += part;
          at = quote + 1;
          if (text[at] !== '"') break;
          cell += '"';
        }
      }
      // What follows a closing quote is taken as it is.
      const rest = at;
      while (at < text.length && text[at] !== delimiter && text[at] !== "\n" && text[at] !== "\r") at++;
      record.cells.push((cell + text.slice(rest, at)).trim());
      if (text[at] !== delimiter) break;
      at++;
    }
    if (text[at] === "\r" && text[at + 1] === "\n") at++;
    at++;
    line++;
    yield record;
  }
}

function lineBreaks(text: string): number {
  return text.match(/\r\n|\r|\n/g)?.length ?? 0;
}
