import { messages, plural } from "../../platform/i18n.ts";

export const pairTabWords = messages({
  en: {
    label: "This relationship",
    overview: "Overview",
    messages: "Messages",
    sessions: "Sessions",
    goals: "Goals",
    agreement: "Agreement",
    /** At most 100 are counted. */
    unread: (n: number) => plural("en", n, { one: "1 new message", other: n > 99 ? "more than 99 new messages" : `${n} new messages` }),
  },
  es: {
    label: "Esta relación",
    overview: "Resumen",
    messages: "Mensajes",
    sessions: "Sesiones",
    goals: "Metas",
    agreement: "Acuerdo",
    unread: (n) =>
      plural("es", n, {
        one: "1 mensaje nuevo",
        many: `${n} de mensajes nuevos`,
        other: n > 99 ? "más de 99 mensajes nuevos" : `${n} mensajes nuevos`,
      }),
  },
  ar: {
    label: "هذه العلاقة",
    overview: "نظرة عامة",
    messages: "الرسائل",
    sessions: "الجلسات",
    goals: "الأهداف",
    agreement: "الاتفاق",
    unread: (n) =>
      plural("ar", n, {
        one: "رسالة جديدة واحدة",
        two: "رسالتان جديدتان",
        few: `${n} رسائل جديدة`,
        many: `${n} رسالة جديدة`,
        other: n > 99 ? "أكثر من 99 رسالة جديدة" : `${n} رسالة جديدة`,
      }),
  },
});
