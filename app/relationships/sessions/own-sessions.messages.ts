import { messages } from "../../platform/i18n.ts";

/** What my page says of sessions. */
export const ownSessionWords = messages({
  en: {
    times: (by: string) => `${by} proposes times to meet`,
    timesBySomebody: "Times to meet are proposed",
    until: (when: string) => `Choose by ${when}.`,
    choose: "Choose a time",
    told: (others: string) => `Did your session with ${others} take place?`,
    tell: "Say it with one tap",
    next: "Your next sessions",
    with: (others: string, program: string) => `With ${others}, ${program}`,
    calendar: "My calendar",
  },
  es: {
    times: (by) => `${by} propone horas para veros`,
    timesBySomebody: "Hay horas propuestas para veros",
    until: (when) => `Elige antes del ${when}.`,
    choose: "Elegir una hora",
    told: (others) => `¿Tuvo lugar tu sesión con ${others}?`,
    tell: "Decirlo con un toque",
    next: "Tus próximas sesiones",
    with: (others, program) => `Con ${others}, ${program}`,
    calendar: "Mi calendario",
  },
  ar: {
    times: (by) => `يقترح ${by} مواعيد للقاء`,
    timesBySomebody: "هناك مواعيد مقترحة للقاء",
    until: (when) => `اختر قبل ${when}.`,
    choose: "اختيار موعد",
    told: (others) => `هل جرت جلستك مع ${others}؟`,
    tell: "قل ذلك بنقرة واحدة",
    next: "جلساتك القادمة",
    with: (others, program) => `مع ${others}، ${program}`,
    calendar: "تقويمي",
  },
});
