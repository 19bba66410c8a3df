import { messages, plural } from "../../platform/i18n.ts";

export const goalNewsWords = messages({
  en: {
    subject: (n: number) => (n === 1 ? "A goal is proposed to you" : `${n} goals are proposed to you`),
    greeting: (name: string) => `Hello ${name},`,
    proposed: (n: number, by: string | undefined, programName: string) =>
      `${by ?? "Somebody"} proposes ${n === 1 ? "a goal" : `${n} goals`} to you in ${programName}:`,
    decide: "You decide: change it as you like, agree on it, or put it aside. There is no hurry.",
    look: (n: number) => (n === 1 ? "Look at it" : "Look at them"),
  },
  es: {
    subject: (n) => (n === 1 ? "Te proponen una meta" : `Te proponen ${n} metas`),
    greeting: (name) => `Hola, ${name}:`,
    proposed: (n, by, programName) =>
      by === undefined
        ? `Te proponen ${n === 1 ? "una meta" : `${n} metas`} en ${programName}:`
        : `${by} te propone ${n === 1 ? "una meta" : `${n} metas`} en ${programName}:`,
    decide: "Tú decides: cámbiala como quieras, acuérdala o apárcala. No hay prisa.",
    look: (n) => (n === 1 ? "Mirarla" : "Mirarlas"),
  },
  ar: {
    subject: (n) =>
      plural("ar", n, {
        zero: "أهداف مقترحة عليك",
        one: "هدف مقترح عليك",
        two: "هدفان مقترحان عليك",
        few: `${n} أهداف مقترحة عليك`,
        many: `${n} هدفًا مقترحًا عليك`,
        other: `${n} هدف مقترح عليك`,
      }),
    greeting: (name) => `مرحبًا ${name}،`,
    proposed: (n, by, programName) => {
      const what = plural("ar", n, {
        zero: "أهدافًا",
        one: "هدفًا",
        two: "هدفين",
        few: `${n} أهداف`,
        many: `${n} هدفًا`,
        other: `${n} هدف`,
      });
      return by === undefined ? `اقترح أحدهم عليك في ${programName} ${what}:` : `اقترح ${by} عليك في ${programName} ${what}:`;
    },
    decide: "القرار لك: غيّره كما تريد، أو اتفق عليه، أو أجّله. لا داعي للعجلة.",
    look: (n) => (n === 1 ? "الاطلاع عليه" : "الاطلاع عليها"),
  },
});
