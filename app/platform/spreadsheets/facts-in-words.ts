import type { Language } from "../i18n.ts";
import type { UnknownItem } from "./values/value-problem.ts";

/** What the messages of one language need to name facts: numbers, sizes, days, lists and what somebody wrote. */
export function factsIn(language: Language, marks: { open: string; close: string; suggest: (text: string, suggestion: string) => string }) {
  const number = new Intl.NumberFormat(language);
  const day = new Intl.DateTimeFormat(language, { dateStyle: "long", timeZone: "UTC" });
  const and = new Intl.ListFormat(language, { type: "conjunction" });
  const or = new Intl.ListFormat(language, { type: "disjunction" });
  /** Enough of a long text to know it again; isolated, so that Latin letters do not turn an Arabic sentence around. */
  const quote = (text: string): string => {
    const short = text.length > 60 ? `${text.slice(0, 60).trimEnd()}…` : text;
    return `${marks.open}\u2068${short}\u2069${marks.close}`;
  };
  return {
    quote,
    number: (value: number): string => number.format(value),
    megabytes: (bytes: number): string => number.format(Math.round(bytes / 1e5) / 10),
    day: (iso: string): string => day.format(new Date(iso)),
    and: (texts: readonly string[]): string => and.format(texts),
    or: (texts: readonly string[]): string => or.format(texts),
    items: (items: readonly UnknownItem[]): string =>
      and.format(
        items.map(({ text, suggestion }) => (suggestion === undefined ? quote(text) : marks.suggest(quote(text), quote(suggestion)))),
      ),
  };
}
