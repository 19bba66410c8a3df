import { messages } from "../../platform/i18n.ts";

/** What my page says of sessions. */
export const ownSessionWords = messages({
  en: {
    first: (others: string) => `Your first meeting with ${others}`,
    firstBy: (when: string) => `Half an hour is enough, until ${when}.`,
    findTime: "Find a time",
    times: (by: string) => `${by} proposes times to meet`,
    timesBySomebody: "Times to meet are proposed",
    until: (when: string) => `Choose by ${when}.`,
    choose: "Choose a time",
    told: (others: string) => `Did your session with ${others} take place?`,
    next: "Your next sessions",
    with: (others: string, program: string) => `With ${others}, ${program}`,
    calendar: "My calendar",
  },
  es: {
    first: (others) => `Tu primer encuentro con ${others}`,
    firstBy: (when) => `Basta media hora, hasta el ${when}.`,
    findTime: "Buscar una hora",
    times: (by) => `${by} propone horas para veros`,
    timesBySomebody: "Hay horas propuestas para veros",
    until: (when) => `Elige antes del ${when}.`,
    choose: "Elegir una hora",
    told: (others) => `¿Tuvo lugar tu sesión con ${others}?`,
    next: "Tus próximas sesiones",
    with: (others, program) => `Con ${others}, ${program}`,
    calendar: "Mi calendario",
  },
  ar: {
    first: (others) => `لقاؤك الأول مع ${others}`,
    firstBy: (when) => `نصف ساعة تكفي، حتى ${when}.`,
    findTime: "إيجاد موعد",
    times: (by) => `يقترح ${by} مواعيد للقاء`,
    timesBySomebody: "هناك مواعيد مقترحة للقاء",
    until: (when) => `اختر قبل ${when}.`,
    choose: "اختيار موعد",
    told: (others) => `هل جرت جلستك مع ${others}؟`,
    next: "جلساتك القادمة",
    with: (others, program) => `مع ${others}، ${program}`,
    calendar: "تقويمي",
  },
});
