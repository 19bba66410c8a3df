import { AFTER, BEFORE, hoursAfter, hoursBefore, hoursOfRange, RANGE } from "./clock.ts";
import { plainLetters } from "./fold.ts";
import { refused, taken, type Parsed } from "./parsed.ts";
import { readPhrase, WHOLE_DAY, type Hours } from "./week-words.ts";

type Token = { kind: "days"; days: readonly number[] } | { kind: "hours"; hours: Hours } | { kind: "break" };
type Fault = { unknown: string } | { backward: string };

const CLOCK: readonly (readonly [RegExp, (match: RegExpExecArray) => Hours | undefined])[] = [
  [RANGE, hoursOfRange],
  [AFTER, hoursAfter],
  [BEFORE, hoursBefore],
];
const ALL_DAYS = [0, 1, 2, 3, 4, 5, 6];
/** Words, marks that tell days apart, and dashes; a number alone is a word that nobody knows. */
const WORD = /[\p{L}\p{N}'.:]+|[-–—]/gu;

/** From one day to another, over the end of the week where need be («Sat to Mon»). */
const dayRange = (from: number, to: number): number[] => Array.from({ length: ((to - from + 7) % 7) + 1 }, (_, step) => (from + step) % 7);

function tokensOf(text: string): Token[] | Fault {
  const tokens: Token[] = [];
  let rest = text;
  let rangeFrom: number | undefined;
  for (;;) {
    rest = rest.replace(/^[\s,،:.()/&+]+/u, "");
    if (rest === "") return tokens;
    if (/^[;؛\n|]/.test(rest)) {
      tokens.push({ kind: "break" });
      rest = rest.slice(1);
      continue;
    }
    const clock = CLOCK.map(([pattern, read]) => ({ match: pattern.exec(rest), read })).find(({ match }) => match !== null);
    if (clock?.match) {
      const hours = clock.read(clock.match);
      if (!hours) return { backward: clock.match[0].trim() };
      tokens.push({ kind: "hours", hours });
      rest = rest.slice(clock.match[0].length);
      continue;
    }
    // A phrase is a few words; looking at all that follows, again and again, would take minutes over a cell of nothing but hyphens.
    const spans = [...(/^[^;؛\n|/]{0,100}/u.exec(rest)?.[0] ?? "").matchAll(WORD)];
    const phrase = readPhrase(
      spans.map(([word]) => word.replaceAll(/[.:]+$/g, "")),
      0,
    );
    if (!phrase) return { unknown: spans[0]?.[0] ?? rest };
    const lastSpan = spans[phrase.length - 1]!;
    rest = rest.slice(lastSpan.index + lastSpan[0].length);

    const { word } = phrase;
    const last = tokens.at(-1);
    if (word.kind === "to") rangeFrom = last?.kind === "days" ? last.days.at(-1) : undefined;
    if (word.kind === "hours") tokens.push(word);
    if (word.kind === "days") {
      tokens.push({ kind: "days", days: rangeFrom === undefined ? word.days : dayRange(rangeFrom, word.days[0]!) });
      rangeFrom = undefined;
    }
  }
}

/** Days and hours belong together until the next of the kind that came first: «Mon, Wed 18-20, Fri morning», «evenings Mon, mornings Tue». */
function hoursOfWeek(tokens: readonly Token[]): number[] {
  const week = new Set<number>();
  let days: number[] = [];
  let hours: Hours[] = [];
  let leading: "days" | "hours" | undefined;
  const close = (): void => {
    if (leading !== undefined) {
      for (const day of days.length > 0 ? days : ALL_DAYS)
        for (const [from, to] of hours.length > 0 ? hours : [WHOLE_DAY])
          for (let hour = from; hour < to; hour += 1) week.add(day * 24 + hour);
    }
    days = [];
    hours = [];
    leading = undefined;
  };
  for (const token of tokens) {
    const startsAnew = token.kind === leading && days.length > 0 && hours.length > 0;
    if (token.kind === "break" || startsAnew) close();
    if (token.kind === "break") continue;
    leading ??= token.kind;
    if (token.kind === "days") days.push(...token.days);
    else hours.push(token.hours);
  }
  close();
  return [...week].toSorted((a, b) => a - b);
}

/**
 * Hours of the week, 0 = Monday 00:00 to 167 = Sunday 23:00, sorted. Morning is 8-12, afternoon 12-17, evening 17-21;
 * a day without hours is 8-21, hours without a day are every day. One word that is not understood refuses the
 * whole cell («not Friday» must not become Friday).
 */
export function parseAvailability(cell: string): Parsed<number[]> {
  const text = plainLetters(cell).replaceAll("−", "-").trim();
  if (text === "" || /^[-–—]$/.test(text)) return taken<number[]>(null);
  const tokens = tokensOf(text);
  if ("unknown" in tokens) return refused({ reason: "availability-unknown", text: cell, word: tokens.unknown });
  if ("backward" in tokens) return refused({ reason: "availability-backward", text: tokens.backward });
  const week = hoursOfWeek(tokens);
  return week.length === 0 ? refused({ reason: "availability-unknown", text: cell, word: text }) : taken(week);
}
