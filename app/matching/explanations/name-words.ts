/** What people typed, as it stands inside a sentence of ours. */
import type { Language } from "../../platform/i18n.ts";

const rightToLeft = /^[^\p{L}]*[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Thaana}\p{Script=Syriac}]/u;

/** Keeps a name that runs the other way from turning the sentence around it (Unicode isolates, UAX #9). */
export function isolated(language: Language, text: string): string {
  const runsLeft = rightToLeft.test(text);
  return runsLeft === (language === "ar") ? text : `\u2068${text}\u2069`;
}

const names = new Map<string, Intl.DisplayNames>();
function namesOf(language: Language, type: "language" | "region"): Intl.DisplayNames {
  const key = `${language} ${type}`;
  let known = names.get(key);
  if (!known) names.set(key, (known = new Intl.DisplayNames([language], { type })));
  return known;
}

/** "es" → "Spanish". What is no code is said as it was typed. */
export function languageName(language: Language, code: string): string {
  return nameOf(language, "language", code) ?? isolated(language, code);
}

export function countryName(language: Language, code: string): string {
  const upper = code.toUpperCase();
  return (/^[A-Z]{2}$/u.test(upper) ? nameOf(language, "region", upper) : undefined) ?? isolated(language, code);
}

function nameOf(language: Language, type: "language" | "region", code: string): string | undefined {
  try {
    const name = namesOf(language, type).of(code);
    return name === code ? undefined : name;
  } catch {
    return undefined;
  }
}
