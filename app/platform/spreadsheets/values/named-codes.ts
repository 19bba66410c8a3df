import { fold } from "./fold.ts";
import { nearest } from "./nearest.ts";
import type { UnknownItem } from "./value-problem.ts";

/** Codes that have names in many languages (languages, countries), found by any of their names. */
export interface NamedCodes {
  find(text: string): string | undefined;
  unknown(text: string): UnknownItem;
}

const LETTERS = "abcdefghijklmnopqrstuvwxyz".split("");
const READERS = ["en", "es", "ar"];

/** All codes of two letters that have a name, and those given besides. */
export function codesWithNames(type: "language" | "region", more: readonly string[] = []): string[] {
  const english = new Intl.DisplayNames("en", { type, fallback: "none" });
  const two = LETTERS.flatMap((first) => LETTERS.map((second) => first + second));
  return [...two.map((code) => (type === "region" ? code.toUpperCase() : code)), ...more].filter(
    // Not the codes that were replaced (iw, in, mo), which have a name too.
    (code) => english.of(code) !== undefined && (type === "region" || new Intl.Locale(code).language === code),
  );
}

/**
 * `ownLocale` names the language in which a code calls itself (Deutsch, España). Earlier names win:
 * codes and the given aliases first, then English, Spanish and Arabic, then the own names.
 */
export function namedCodes(options: {
  type: "language" | "region";
  codes: readonly string[];
  aliases: Readonly<Record<string, string>>;
  ownLocale: (code: string) => string;
}): NamedCodes {
  const { type, codes, aliases, ownLocale } = options;
  const byName = new Map<string, string>();
  const add = (name: string | undefined, code: string): void => {
    const key = fold(name ?? "");
    if (key !== "" && !byName.has(key)) byName.set(key, code);
  };
  for (const code of codes) add(code, code);
  for (const [code, names] of Object.entries(aliases)) for (const name of names.split("|")) add(name, code);
  for (const locale of READERS) {
    const names = new Intl.DisplayNames(locale, { type, fallback: "none" });
    for (const code of codes) add(names.of(code), code);
  }
  for (const code of codes) add(new Intl.DisplayNames(ownLocale(code), { type, fallback: "none" }).of(code), code);

  const english = new Intl.DisplayNames("en", { type });
  return {
    find: (text) => byName.get(fold(text)),
    unknown(text) {
      const near = nearest(fold(text), byName.keys());
      return near === undefined ? { text } : { text, suggestion: english.of(byName.get(near)!) ?? near };
    },
  };
}
