import { messages, plural } from "../../platform/i18n.ts";

/** Why an answer cannot be taken, and how answers read. */
export const answerWords = messages({
  en: {
    number: (minimum: number | null, maximum: number | null) =>
      minimum !== null && maximum !== null
        ? `Please give a number from ${minimum} to ${maximum}.`
        : minimum !== null
          ? `Please give a number, ${minimum} at the least.`
          : maximum !== null
            ? `Please give a number, ${maximum} at the most.`
            : "Please give a number, such as 3 or 2.5.",
    wordTooLong: (maximum: number) => `One of these is longer than ${maximum} characters. Put each on a line of its own, in a few words.`,
    unknownLanguage: (text: string, suggestion: string | undefined) =>
      suggestion
        ? `We do not know the language “${text}”. Did you mean ${suggestion}?`
        : `We do not know the language “${text}”. Write its name, and separate several by commas.`,
    hoursOfWeek: (n: number, count: string) => plural("en", n, { one: "1 hour a week", other: `${count} hours a week` }),
    wordsHint: "One on each line, or separated by commas.",
    languagesHint: "Names of languages, separated by commas: English, Arabic.",
    chooseOne: "Choose one",
    noAnswer: "No answer",
    seenBy: {
      coordinators: "Only coordinators see it.",
      matches: "Coordinators see it, and whoever you are matched with.",
      program: "Everybody in the program sees it.",
    },
  },
  es: {
    number: (minimum, maximum) =>
      minimum !== null && maximum !== null
        ? `Indica un número de ${minimum} a ${maximum}.`
        : minimum !== null
          ? `Indica un número, ${minimum} como mínimo.`
          : maximum !== null
            ? `Indica un número, ${maximum} como máximo.`
            : "Indica un número, por ejemplo 3 o 2,5.",
    wordTooLong: (maximum) => `Uno de estos pasa de ${maximum} caracteres. Pon cada uno en su propia línea, en pocas palabras.`,
    unknownLanguage: (text, suggestion) =>
      suggestion
        ? `No conocemos el idioma «${text}». ¿Querías decir ${suggestion}?`
        : `No conocemos el idioma «${text}». Escribe su nombre y separa varios con comas.`,
    hoursOfWeek: (n, count) => plural("es", n, { one: "1 hora a la semana", other: `${count} horas a la semana` }),
    wordsHint: "Uno por línea, o separados por comas.",
    languagesHint: "Nombres de idiomas, separados por comas: inglés, árabe.",
    chooseOne: "Elige una",
    noAnswer: "Sin respuesta",
    seenBy: {
      coordinators: "Solo lo ve la coordinación.",
      matches: "Lo ven la coordinación y la persona con quien te emparejen.",
      program: "Lo ven todas las personas del programa.",
    },
  },
  ar: {
    number: (minimum, maximum) =>
      minimum !== null && maximum !== null
        ? `يرجى إدخال رقم من ${minimum} إلى ${maximum}.`
        : minimum !== null
          ? `يرجى إدخال رقم لا يقل عن ${minimum}.`
          : maximum !== null
            ? `يرجى إدخال رقم لا يزيد على ${maximum}.`
            : "يرجى إدخال رقم، مثل 3 أو 2.5.",
    wordTooLong: (maximum) => `أحد هذه أطول من ${maximum} حرفًا. ضع كل واحد في سطر مستقل بكلمات قليلة.`,
    unknownLanguage: (text, suggestion) =>
      suggestion ? `لا نعرف اللغة «${text}». هل تقصد ${suggestion}؟` : `لا نعرف اللغة «${text}». اكتب اسمها، وافصل بين اللغات بفواصل.`,
    hoursOfWeek: (n, count) =>
      plural("ar", n, {
        one: "ساعة واحدة في الأسبوع",
        two: "ساعتان في الأسبوع",
        few: `${count} ساعات في الأسبوع`,
        many: `${count} ساعة في الأسبوع`,
        other: `${count} ساعة في الأسبوع`,
      }),
    wordsHint: "واحد في كل سطر، أو مفصولة بفواصل.",
    languagesHint: "أسماء اللغات مفصولة بفواصل: الإنجليزية، العربية.",
    chooseOne: "اختر واحدًا",
    noAnswer: "بلا إجابة",
    seenBy: {
      coordinators: "لا يراه إلا المنسقون.",
      matches: "يراه المنسقون ومن تتم مطابقتك معه.",
      program: "يراه كل من في البرنامج.",
    },
  },
});
