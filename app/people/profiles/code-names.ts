/** Languages and countries are kept as codes, and said in the reader's language. */
import type { Language } from "../../platform/i18n.ts";
import { codesWithNames } from "../../platform/spreadsheets/values/named-codes.ts";
import { ALPHA_3 } from "../../platform/spreadsheets/values/country-codes.ts";

type CodeKind = "language" | "region";
const kept = new Map<string, Intl.DisplayNames>();
function nameOf(kind: CodeKind, language: Language, code: string): string {
  const key = `${kind} ${language}`;
  let names = kept.get(key);
  if (!names) kept.set(key, (names = new Intl.DisplayNames(language, { type: kind })));
  try {
    return names.of(code) ?? code;
  } catch {
    return code; // no code at all
  }
}

/** "Arabic" for "ar". */
export const languageName = (language: Language, code: string): string => nameOf("language", language, code);
/** "Colombia" for "CO". */
export const countryName = (language: Language, code: string): string => nameOf("region", language, code);

const inOrder = (language: Language, labels: Iterable<readonly [code: string, name: string]>) => {
  const collator = new Intl.Collator(language);
  return [...labels].map(([value, label]) => ({ value, label })).toSorted((a, b) => collator.compare(a.label, b.label));
};
const options = new Map<string, readonly { value: string; label: string }[]>();
function optionsOf(kind: CodeKind, language: Language, codes: () => Iterable<string>) {
  const key = `${kind} ${language}`;
  let known = options.get(key);
  if (!known)
    options.set(
      key,
      (known = inOrder(
        language,
        [...codes()].map((code) => [code, nameOf(kind, language, code)] as const),
      )),
    );
  return known;
}

/** All languages that people may name, by their names. */
export const languageOptions = (language: Language) =>
  optionsOf("language", language, () => codesWithNames("language").filter((code) => languageName(language, code) !== code));
/** All countries and territories, by their names. */
export const countryOptions = (language: Language) => optionsOf("region", language, () => ALPHA_3.keys());
export const isCountry = (code: string): boolean => ALPHA_3.has(code);
