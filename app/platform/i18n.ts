/** The languages that we ship, and catalogs in which a missing key or a wrong parameter is a type error. */
export const languages = ["en", "es", "ar"] as const;
export type Language = (typeof languages)[number];

export const isLanguage = (value: unknown): value is Language => languages.includes(value as Language);
/** Each language in its own words, for whoever looks for hers. */
export const languageNames: Readonly<Record<Language, string>> = { en: "English", es: "Español", ar: "العربية" };
export const directionOf = (language: Language): "ltr" | "rtl" => (language === "ar" ? "rtl" : "ltr");

/** Who reads: everything that is said or dated depends on these two. */
export interface Reader {
  readonly language: Language;
  readonly timeZone: string;
}

/** The same keys, and the same parameters, in other words. */
type Translation<T> = {
  readonly [K in keyof T]: T[K] extends string
    ? string
    : T[K] extends (...parameters: infer A) => string
      ? (...parameters: A) => string
      : Translation<T[K]>;
};

/**
 * A feature's words in every language; English is the source.
 *
 *     export const sessionWords = messages({ en: { planned: "Planned", … }, es: { … }, ar: { … } });
 *     sessionWords(ctx.reader).planned
 */
export function messages<const T extends object>(catalogs: { en: T; es: Translation<NoInfer<T>>; ar: Translation<NoInfer<T>> }) {
  const words = (reader: Language | { readonly language: Language }): Translation<T> =>
    catalogs[typeof reader === "string" ? reader : reader.language] as Translation<T>;
  return Object.assign(words, { catalogs });
}

const rules = new Map<Language, Intl.PluralRules>();
/** The form that the language wants for this number: `plural("en", n, { one: "1 person", other: `${n} people` })`. */
export function plural(language: Language, n: number, forms: Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }): string {
  let rule = rules.get(language);
  if (!rule) rules.set(language, (rule = new Intl.PluralRules(language)));
  return forms[rule.select(n)] ?? forms.other;
}

/** The best of our languages for an Accept-Language header (RFC 9110, 12.5.4). */
export function negotiateLanguage(header: string | undefined): Language | undefined {
  const wanted = (header ?? "")
    .slice(0, 1000)
    .split(",")
    .map((part) => {
      const [tag = "", ...parameters] = part.trim().split(";");
      const quality = parameters.map((parameter) => /^\s*q=([\d.]+)\s*$/.exec(parameter)?.[1]).find((value) => value !== undefined);
      return { language: tag.toLowerCase().split("-")[0], quality: quality === undefined ? 1 : Number(quality) };
    })
    .filter((entry) => entry.quality > 0)
    .toSorted((a, b) => b.quality - a.quality);
  return wanted.map((entry) => entry.language).find(isLanguage);
}
