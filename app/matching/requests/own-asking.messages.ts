import { messages, plural } from "../../platform/i18n.ts";

export const ownAskingWords = messages({
  en: {
    asksYou: (mentee: string) => `${mentee} has asked you`,
    hasQuestion: (mentor: string) => `${mentor} has a question before answering your request`,
    answer: "Look and answer",
    until: (when: string) => `Please answer by ${when}.`,
    waitsFor: (mentor: string, when: string) => `You have asked ${mentor}, who has until ${when} to answer. You get a letter either way.`,
    choose: (program: string) => `Choose your mentor in ${program}`,
    toChoose: "Look and choose",
    chooseUntil: (when: string) => `Please choose by ${when}.`,
    requests: (n: number, figure: string) =>
      plural("en", n, {
        one: `My requests (${figure} waits for an answer)`,
        other: n === 0 ? "My requests" : `My requests (${figure} wait for an answer)`,
      }),
  },
  es: {
    asksYou: (mentee) => `${mentee} te ha preguntado`,
    hasQuestion: (mentor) => `${mentor} tiene una pregunta antes de responder a tu petición`,
    answer: "Ver y responder",
    until: (when) => `Responde antes del ${when}, por favor.`,
    waitsFor: (mentor, when) => `Has preguntado a ${mentor}, que tiene hasta el ${when} para responder. Te escribimos en cualquier caso.`,
    choose: (program) => `Elige a quien te acompañe en ${program}`,
    toChoose: "Ver y elegir",
    chooseUntil: (when) => `Elige antes del ${when}, por favor.`,
    requests: (n, figure) =>
      plural("es", n, {
        one: `Mis peticiones (${figure} espera respuesta)`,
        other: n === 0 ? "Mis peticiones" : `Mis peticiones (${figure} esperan respuesta)`,
      }),
  },
  ar: {
    asksYou: (mentee) => `${mentee} سألك`,
    hasQuestion: (mentor) => `لدى ${mentor} سؤال قبل الرد على طلبك`,
    answer: "الاطلاع والرد",
    until: (when) => `يرجى الرد قبل ${when}.`,
    waitsFor: (mentor, when) => `لقد سألت ${mentor}، وأمامه حتى ${when} للرد. وستصلك رسالة في كل الأحوال.`,
    choose: (program) => `اختر مرشدك في ${program}`,
    toChoose: "الاطلاع والاختيار",
    chooseUntil: (when) => `يرجى الاختيار قبل ${when}.`,
    requests: (n, figure) =>
      plural("ar", n, {
        zero: "طلباتي",
        one: "طلباتي (طلب واحد ينتظر الرد)",
        two: "طلباتي (طلبان ينتظران الرد)",
        few: `طلباتي (${figure} طلبات تنتظر الرد)`,
        many: `طلباتي (${figure} طلبًا ينتظر الرد)`,
        other: `طلباتي (${figure} طلب ينتظر الرد)`,
      }),
  },
});
