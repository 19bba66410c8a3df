/** What the mentees of a group have in common, in words. */
import { type Language, messages, plural } from "../../platform/i18n.ts";
import { formatList, formatNumber } from "../../ui/formats.ts";
import { countryName, isolated, languageName } from "../explanations/name-words.ts";
import type { ReasonPart } from "../explanations/reason-part.ts";

export const companyWords = messages({
  en: {
    column: "What its mentees share",
    nothing: "Nothing that the criteria ask about",
    groups: "Groups",
    hours: (n: number, figure: string) => plural("en", n, { one: "One hour a week suits all.", other: `${figure} hours a week suit all.` }),
    hopes: (list: string) => `All hope for ${list}.`,
    interests: (list: string) => `All like ${list}.`,
    languages: (list: string) => `All speak ${list}.`,
    place: (name: string) => `All are from ${name}.`,
    same: (label: string, list: string) => (label === "" ? `In common: ${list}.` : `${label}: all ${list}.`),
  },
  es: {
    column: "Qué comparten sus personas",
    nothing: "Nada de lo que preguntan los criterios",
    groups: "Grupos",
    hours: (n, figure) =>
      plural("es", n, { one: "Una hora a la semana les va bien a todas.", other: `${figure} horas a la semana les van bien a todas.` }),
    hopes: (list) => `A todas les interesa aprender ${list}.`,
    interests: (list) => `A todas les gusta ${list}.`,
    languages: (list) => `Todas hablan ${list}.`,
    place: (name) => `Todas son de ${name}.`,
    same: (label, list) => (label === "" ? `En común: ${list}.` : `${label}: en común, ${list}.`),
  },
  ar: {
    column: "ما يجمع مسترشديها",
    nothing: "لا شيء مما تسأل عنه المعايير",
    groups: "المجموعات",
    hours: (n, figure) =>
      plural("ar", n, {
        zero: "لا ساعة تناسب الجميع.",
        one: "ساعة واحدة في الأسبوع تناسب الجميع.",
        two: "ساعتان في الأسبوع تناسبان الجميع.",
        few: `${figure} ساعات في الأسبوع تناسب الجميع.`,
        many: `${figure} ساعة في الأسبوع تناسب الجميع.`,
        other: `${figure} ساعة في الأسبوع تناسب الجميع.`,
      }),
    hopes: (list) => `كلهم يرجون تعلّم ${list}.`,
    interests: (list) => `كلهم يحبون ${list}.`,
    languages: (list) => `كلهم يتحدثون ${list}.`,
    place: (name) => `كلهم من ${name}.`,
    same: (label, list) => (label === "" ? `المشترك بينهم: ${list}.` : `${label}: كلهم ${list}.`),
  },
});

/** What `Company.inCommon` found, the strongest first. */
export function companySentences(parts: readonly ReasonPart[], language: Language): string[] {
  const words = companyWords(language);
  const sentences = parts
    .toSorted((a, b) => b.possible - a.possible)
    .flatMap(({ fact, field, label, areLanguages }): string[] => {
      if (fact.kind === "hours") return [words.hours(fact.shared, formatNumber(language, fact.shared))];
      if (fact.kind === "choices") {
        if (field === "country") return [words.place(countryName(language, fact.mentee))];
        return field === "place"
          ? [words.place(isolated(language, fact.mentee))]
          : [words.same(isolated(language, label.mentee), isolated(language, fact.mentee))];
      }
      if (fact.kind !== "words") return [];
      const list = formatList(
        language,
        fact.shared.slice(0, 4).map((word) => (areLanguages ? languageName(language, word) : isolated(language, word))),
      );
      if (areLanguages) return [words.languages(list)];
      if (field === "hopes") return [words.hopes(list)];
      return field === "interests" ? [words.interests(list)] : [words.same(label.mentee && isolated(language, label.mentee), list)];
    });
  return [...new Set(sentences)];
}
