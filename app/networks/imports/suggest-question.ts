import { newId } from "../../platform/identifiers.ts";
import { parseNumber } from "../../platform/spreadsheets/values/number.ts";
import { parseYesNo } from "../../platform/spreadsheets/values/yes-no.ts";
import type { Column } from "./columns.ts";
import type { ColumnTarget, NewKind } from "./mapping.ts";

const naturally = new Intl.Collator("en", { numeric: true, sensitivity: "base" });
const inNaturalOrder = (options: readonly string[]): string[] => options.toSorted((a, b) => naturally.compare(a, b));

const averageLength = (values: readonly string[]): number =>
  values.reduce((sum, value) => sum + value.length, 0) / Math.max(1, values.length);
/** A quantity, perhaps with its unit; not a sentence that happens to have one number in it. */
const isNumber = (value: string): boolean => value.split(/\s+/).length <= 2 && parseNumber(value).ok;
const isYesOrNo = (value: string): boolean => parseYesNo(value).ok;

function isChoice(distinct: readonly string[], filled: number): boolean {
  if (distinct.length === 0 || averageLength(distinct) > 40) return false;
  if (distinct.length <= filled / 3) return true;
  // Too few rows to see repetitions: short words are more often options than free text.
  const repeats = distinct.length < filled || filled < 8;
  return repeats && distinct.length <= 12 && averageLength(distinct) <= 25;
}

/** A question for a column that resembles nothing that is asked yet; undefined where it holds nothing worth asking. */
export function suggestKind({ filled, distinct, items, samples }: Column): { kind: NewKind; options: string[] } | undefined {
  if (filled === 0) return undefined;
  if (distinct?.every(isYesOrNo)) return { kind: "choice", options: inNaturalOrder(distinct).toReversed() };
  if (distinct?.every(isNumber)) {
    const steps = distinct.map(Number).every((value) => Number.isInteger(value) && value >= 0 && value <= 10);
    return steps && distinct.length > 1 ? { kind: "scale", options: inNaturalOrder(distinct) } : { kind: "number", options: [] };
  }
  if (items && items.length > 1 && averageLength(items) <= 30 && (distinct === null || items.length < distinct.length * 2))
    return { kind: "choices", options: inNaturalOrder(items) };
  if (distinct && isChoice(distinct, filled)) return { kind: "choice", options: inNaturalOrder(distinct) };
  if (samples.every(isNumber)) return { kind: "number", options: [] };
  // One short code for each row tells something to another program only.
  const isCode = distinct === null && averageLength(samples) <= 20 && samples.every((sample) => !/\s/.test(sample) && /\d/.test(sample));
  return isCode ? undefined : { kind: "text", options: [] };
}

export function suggestQuestion(column: Column): ColumnTarget {
  const suggested = suggestKind(column);
  if (!suggested) return { to: "nothing" };
  const label = column.header.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase()).slice(0, 300);
  return { to: "new-question", question: { id: newId(), label, ...suggested } };
}
