/** Why a mentee is left without a mentor. "Who" is a clause that fits after "mentor": "who speaks Polish". */
import { messages, plural } from "../../platform/i18n.ts";

export const unmatchedWords = messages({
  en: {
    noMentors: "There was no mentor in this round.",
    noneWho: (who: string) => `There is no mentor ${who}.`,
    noneFreeWho: (who: string) => `No mentor ${who} has a free place.`,
    noneFree: (n: number, figure: string) =>
      plural("en", n, {
        one: "The one mentor who fits has no free place.",
        other: `None of the ${figure} mentors who fit has a free place.`,
      }),
    together: "Each mentor breaks one rule or another, so that nobody is left:",
    keptAway: (what: string, n: number, figure: string) =>
      plural("en", n, { one: `${what}: one mentor ruled out`, other: `${what}: ${figure} mentors ruled out` }),
    wouldCost: (name: string, points: string) => `With ${name} the total would fall by ${points}.`,
    who: {
      speaks: (languages: string) => `who speaks ${languages}`,
      sharesLanguage: "with a language in common",
      shares: (label: string, words: string) => `who said under “${label}”: ${words}`,
      hours: (n: number) => plural("en", n, { one: "with an hour a week in common", other: `with ${n} hours a week in common` }),
      same: (label: string, value: string) => `with the same ${label} (${value})`,
      different: (label: string, value: string) => `with another ${label} than ${value}`,
      above: (n: number, label: string, value: string) =>
        plural("en", n, { one: `one step above ${value} in ${label}`, other: `${n} steps above ${value} in ${label}` }),
      unanswered: (label: string) => `who fits, because the question is not answered: ${label}`,
      allowed: "whom you have not forbidden",
      notDeclined: "without an earlier no between the two",
      notPast: "with whom there was no relationship before",
      other: "other than the mentee",
    },
  },
  es: {
    noMentors: "No había ningún mentor en esta ronda.",
    noneWho: (who) => `No hay ningún mentor ${who}.`,
    noneFreeWho: (who) => `Ningún mentor ${who} tiene una plaza libre.`,
    noneFree: (n, figure) =>
      plural("es", n, {
        one: "El único mentor que encaja no tiene plaza libre.",
        other: `Ninguno de los ${figure} mentores que encajan tiene plaza libre.`,
      }),
    together: "Cada mentor incumple una u otra regla, de modo que no queda nadie:",
    keptAway: (what, n, figure) =>
      plural("es", n, { one: `${what}: un mentor descartado`, other: `${what}: ${figure} mentores descartados` }),
    wouldCost: (name, points) => `Con ${name}, el total bajaría ${points}.`,
    who: {
      speaks: (languages) => `que hable ${languages}`,
      sharesLanguage: "con un idioma en común",
      shares: (label, words) => `que diga en «${label}»: ${words}`,
      hours: (n) => plural("es", n, { one: "con una hora a la semana en común", other: `con ${n} horas a la semana en común` }),
      same: (label, value) => `con lo mismo en «${label}» (${value})`,
      different: (label, value) => `con algo distinto de ${value} en «${label}»`,
      above: (n, label, value) =>
        plural("es", n, {
          one: `un nivel por encima de ${value} en «${label}»`,
          other: `${n} niveles por encima de ${value} en «${label}»`,
        }),
      unanswered: (label) => `que encaje, porque falta la respuesta a: ${label}`,
      allowed: "que no hayas vetado",
      notDeclined: "sin un no anterior entre las dos personas",
      notPast: "con quien no haya habido ya una relación",
      other: "que no sea la misma persona",
    },
  },
  ar: {
    noMentors: "لم يكن في هذه الجولة أي مرشد.",
    noneWho: (who) => `لا يوجد مرشد ${who}.`,
    noneFreeWho: (who) => `لا مكان شاغر عند أي مرشد ${who}.`,
    noneFree: (n, figure) =>
      plural("ar", n, {
        one: "المرشد الوحيد المناسب لا مكان شاغر لديه.",
        two: "المرشدان المناسبان لا مكان شاغر لديهما.",
        few: `لا مكان شاغر عند أي من ${figure} مرشدين مناسبين.`,
        many: `لا مكان شاغر عند أي من ${figure} مرشدًا مناسبًا.`,
        other: `لا مكان شاغر عند أي من ${figure} مرشد مناسب.`,
      }),
    together: "كل مرشد يخالف قاعدة أو أخرى، فلا يبقى أحد:",
    keptAway: (what, n, figure) =>
      plural("ar", n, {
        one: `${what}: استُبعد مرشد واحد`,
        two: `${what}: استُبعد مرشدان`,
        few: `${what}: استُبعد ${figure} مرشدين`,
        many: `${what}: استُبعد ${figure} مرشدًا`,
        other: `${what}: استُبعد ${figure} مرشد`,
      }),
    wouldCost: (name, points) => `مع ${name} ينقص المجموع ${points}.`,
    who: {
      speaks: (languages) => `يتحدث ${languages}`,
      sharesLanguage: "تجمعه بالمسترشد لغة",
      shares: (label, words) => `قال في «${label}»: ${words}`,
      hours: (n) =>
        plural("ar", n, {
          one: "تجمعه بالمسترشد ساعة في الأسبوع",
          two: "تجمعه بالمسترشد ساعتان في الأسبوع",
          few: `تجمعه بالمسترشد ${n} ساعات في الأسبوع`,
          many: `تجمعه بالمسترشد ${n} ساعة في الأسبوع`,
          other: `تجمعه بالمسترشد ${n} ساعة في الأسبوع`,
        }),
      same: (label, value) => `له الإجابة نفسها في «${label}» (${value})`,
      different: (label, value) => `له غير ${value} في «${label}»`,
      above: (n, label, value) =>
        plural("ar", n, {
          one: `أعلى من ${value} بدرجة في «${label}»`,
          two: `أعلى من ${value} بدرجتين في «${label}»`,
          few: `أعلى من ${value} بـ ${n} درجات في «${label}»`,
          many: `أعلى من ${value} بـ ${n} درجة في «${label}»`,
          other: `أعلى من ${value} بـ ${n} درجة في «${label}»`,
        }),
      unanswered: (label) => `مناسب، لأن هذا السؤال بلا إجابة: ${label}`,
      allowed: "لم تمنعه",
      notDeclined: "لم يسبق اعتذار بينه وبين المسترشد",
      notPast: "لم تسبق بينهما علاقة",
      other: "غير المسترشد نفسه",
    },
  },
});
