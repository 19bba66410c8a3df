/** One line of the file, as what is to be kept of a person, and what there is to say about it. Pure. */
import {
  type CellTarget,
  cellReader,
  type CellValue,
  emailKey,
  localPart,
  type Option,
  type Parsed,
  type SheetRow,
} from "../../platform/spreadsheets/index.ts";
import { longestText, longestWord, mostWords, type Question } from "../programs/question.ts";
import { cellKinds } from "./guess-mapping.ts";
import type { Loses, OwnReason, RowReason } from "./import.ts";
import { type ColumnTarget, type Mapping, questionAfter } from "./mapping.ts";
import { fieldOf, type FieldTarget } from "./targets.ts";

export interface Problem {
  readonly column: string;
  readonly value: string;
  readonly reason: RowReason;
  readonly loses: Loses;
}

export interface ReadRow {
  readonly line: number;
  /** Undefined: nobody can be made of this row. */
  readonly email: string | undefined;
  readonly person: Readonly<Record<string, CellValue>>;
  readonly answers: Readonly<Record<string, CellValue>>;
  readonly problems: readonly Problem[];
}

type Place = { readonly field: FieldTarget } | { readonly questionId: string };
interface ColumnReader {
  readonly column: number;
  readonly place: Place;
  readonly read: (cell: string) => Parsed<CellValue> | { readonly ok: false; readonly problem: OwnReason };
}

const asOptions = (options: readonly string[]): Option[] => options.map((label) => ({ id: label, label }));

/** Lists are kept only as long as people would write them by hand. */
function bounded(read: (cell: string) => Parsed<CellValue>): ColumnReader["read"] {
  return (cell) => {
    const parsed = read(cell);
    if (!parsed.ok || !Array.isArray(parsed.value)) return parsed;
    const items = parsed.value as string[];
    if (items.length > mostWords) return { ok: false, problem: { reason: "too-many-items", limit: mostWords } };
    const long = items.find((item) => item.length > longestWord);
    return long === undefined ? parsed : { ok: false, problem: { reason: "item-too-long", limit: longestWord, text: long } };
  };
}

function readerOf(target: CellTarget, sample: readonly string[]): ColumnReader["read"] {
  const read = cellReader(target, sample);
  return target.kind === "list" ? bounded(read) : read;
}

function columnReader(target: ColumnTarget, column: number, sample: readonly string[], questions: readonly Question[]): ColumnReader[] {
  if (target.to === "field") {
    const { kind, maxLength } = fieldOf(target.field);
    return [{ column, place: { field: target.field }, read: readerOf({ kind, ...(maxLength && { maxLength }) }, sample) }];
  }
  const question = questionAfter(target, questions);
  if (!question) return [];
  const cellTarget: CellTarget = {
    kind: cellKinds[question.kind],
    options: asOptions(question.options),
    ...(question.minimum !== null && { min: question.minimum }),
    ...(question.maximum !== null && { max: question.maximum }),
    ...(question.kind === "text" && { maxLength: longestText }),
  };
  return [{ column, place: { questionId: question.id }, read: readerOf(cellTarget, sample) }];
}

/** Reads the rows of one file: decides once, from a sample, what single cells leave open. */
export function rowReader(
  sheet: { headers: readonly string[]; sample: readonly SheetRow[] },
  mapping: Mapping,
  questions: readonly Question[],
): (row: SheetRow) => ReadRow {
  const { sample } = sheet;
  // Half a character, as a cut text may have, fits no database.
  const headers = sheet.headers.map((header) => header.toWellFormed());
  const readers = (mapping.columns ?? []).flatMap((target, column) =>
    columnReader(
      target,
      column,
      sample.map((row) => row.cells[column] ?? ""),
      questions,
    ),
  );
  const used = new Set(readers.map(({ column }) => column));
  const hasNames = readers.some(({ place }) => "field" in place && fieldOf(place.field).key === "name");

  return ({ line, cells, problems: shape }) => {
    const problems: Problem[] = [];
    for (const problem of shape) {
      const column = "column" in problem ? problem.column : undefined;
      // An error in a column that is left out is nobody's trouble; a missing last cell is an empty one.
      if ((column !== undefined && !used.has(column)) || problem.reason === "row-short") continue;
      problems.push({
        column: column === undefined ? "" : headers[column]!,
        value: "error" in problem ? problem.error : "",
        reason: problem,
        loses: problem.reason === "formula-error" ? "cell" : "nothing",
      });
    }
    const person: Record<string, CellValue> = {};
    const answers: Record<string, CellValue> = {};
    const name: Partial<Record<FieldTarget, string>> = {};
    let email: string | undefined;
    let hasEmailProblem = false;
    for (const { column, place, read } of readers) {
      const cell = (cells[column] ?? "").toWellFormed();
      const parsed = read(cell);
      const isEmail = "field" in place && place.field === "email";
      if (!parsed.ok) {
        hasEmailProblem ||= isEmail;
        problems.push({ column: headers[column]!, value: cell, reason: parsed.problem, loses: isEmail ? "row" : "cell" });
      } else if (parsed.value !== null) {
        if ("questionId" in place) answers[place.questionId] = parsed.value;
        else if (isEmail) email = emailKey(String(parsed.value));
        else if (fieldOf(place.field).key === "name") name[place.field] = String(parsed.value);
        else person[fieldOf(place.field).key] = parsed.value;
      }
    }
    const whole = [name["given-name"], name["family-name"]].filter(Boolean).join(" ");
    if (name["full-name"] ?? whole) person["name"] = name["full-name"] ?? whole;
    if (email === undefined && !hasEmailProblem)
      problems.push({ column: "", value: "", reason: { reason: "email-missing" }, loses: "row" });
    if (email !== undefined && hasNames && person["name"] === undefined)
      problems.push({ column: "", value: "", reason: { reason: "name-from-email", name: localPart(email) }, loses: "nothing" });
    return { line, email, person, answers, problems };
  };
}
