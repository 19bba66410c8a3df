import { europeanDigits, fold } from "./fold.ts";
import { refused, taken, type Parsed } from "./parsed.ts";

export type DecimalMark = "." | ",";
export interface NumberOptions {
  /** How this column writes 1½ (see guessDecimalMark); a point unless told. */
  readonly decimalMark?: DecimalMark;
  readonly whole?: boolean;
  readonly min?: number;
  readonly max?: number;
}

const NUMBER = /\d+(?:[.,'’\u00A0\u202F ]\d+)*/g;
const THOUSANDS = /^\d{1,3}(?:[.,'’\u00A0\u202F ]\d{3})+$/;
const NOT_EXACT = /[<>≤≥~≈]|\d\s*\+|(?<![\p{L}\p{N}])(?:more|less|over|under|least|most|mas|menos|mayor|menor|اكثر|اقل)(?![\p{L}\p{N}])/u;
const WORDS = new Map(
  ["zero cero صفر", "one uno una un واحد", "two dos اثنان اثنين", "three tres ثلاثه", "four cuatro اربعه", "five cinco خمسه", "six seis سته"]
    .concat(["seven siete سبعه", "eight ocho ثمانيه", "nine nueve تسعه", "ten diez عشره"])
    .flatMap((names, value) => names.split(" ").map((name) => [name, value] as const)),
);

const marksOf = (token: string): string[] => token.match(/[.,]/g) ?? [];

/** Undefined where the token itself does not say («1,234»). */
function decimalMarkOf(token: string): DecimalMark | "none" | undefined {
  const marks = marksOf(token);
  const last = marks.at(-1) as DecimalMark | undefined;
  if (last === undefined) return "none";
  const other: DecimalMark = last === "." ? "," : ".";
  if (marks.includes(other)) return last;
  if (marks.length > 1) return "none";
  return /^[1-9]\d{0,2}[.,]\d{3}$/.test(token) ? undefined : last;
}

/** How a column writes decimals, from the numbers in it that can be read in one way only. */
export function guessDecimalMark(column: readonly string[]): DecimalMark {
  let commas = 0;
  for (const token of column.flatMap((cell) => europeanDigits(cell).match(NUMBER) ?? [])) {
    const mark = decimalMarkOf(token);
    if (mark === ",") commas += 1;
    if (mark === ".") commas -= 1;
    // «1.234.567» groups with points, so it writes decimals with commas.
    if (mark === "none" && THOUSANDS.test(token) && marksOf(token).length > 0) commas += token.includes(".") ? 1 : -1;
  }
  return commas > 0 ? "," : ".";
}

function valueOf(token: string, decimalMark: DecimalMark): number | undefined {
  const mark = decimalMarkOf(token) ?? decimalMark;
  const at = mark === "none" ? -1 : token.lastIndexOf(mark);
  const whole = at === -1 ? token : token.slice(0, at);
  if (/\D/.test(whole) && !THOUSANDS.test(whole)) return undefined;
  return Number(`${whole.replaceAll(/\D/g, "")}.${at === -1 ? "0" : token.slice(at + 1)}`);
}

/** A number, in any of the usual ways to write it, with or without a unit («3 hours»). */
export function parseNumber(cell: string, options: NumberOptions = {}): Parsed<number> {
  const text = europeanDigits(cell)
    .replaceAll(/\p{Cf}/gu, "")
    .replaceAll("−", "-")
    .trim();
  if (text === "" || /^[-–—]$/.test(text)) return taken<number>(null);
  const tokens = [...text.matchAll(NUMBER)];
  if (tokens.length > 1 || (tokens.length === 1 && NOT_EXACT.test(fold(text).concat(" ", text))))
    return refused({ reason: "number-range", text: cell });
  const [token] = tokens;
  const isNegative = token !== undefined && /^\(.*\)$|(?:^|\s)-\s?$/.test(/^\(.*\)$/.test(text) ? text : text.slice(0, token.index));
  const size = token ? valueOf(token[0], options.decimalMark ?? ".") : WORDS.get(fold(text).split(" ")[0] ?? "");
  // «v2», «3rd» or «B12» hold a digit and are no quantity.
  const isWithin = token !== undefined && /\p{L}$/u.test(text.slice(0, token.index));
  if (size === undefined || isWithin) return refused({ reason: "not-a-number", text: cell });

  const value = isNegative ? 0 - size : size;
  const { whole, min, max } = options;
  if (whole && !Number.isInteger(value)) return refused({ reason: "number-not-whole", text: cell });
  if (min !== undefined && value < min) return refused({ reason: "number-too-small", limit: min, text: cell });
  if (max !== undefined && value > max) return refused({ reason: "number-too-large", limit: max, text: cell });
  return taken(value);
}

/** How many people someone can take: 0 to 50. */
export const parseCapacity = (cell: string): Parsed<number> => parseNumber(cell, { whole: true, min: 0, max: 50 });
