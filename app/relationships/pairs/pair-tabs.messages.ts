import { messages } from "../../platform/i18n.ts";

export const pairTabWords = messages({
  en: {
    label: "This relationship",
    overview: "Overview",
    messages: "Messages",
    sessions: "Sessions",
    goals: "Goals",
    agreement: "Agreement",
  },
  es: {
    label: "Esta relación",
    overview: "Resumen",
    messages: "Mensajes",
    sessions: "Sesiones",
    goals: "Metas",
    agreement: "Acuerdo",
  },
  ar: {
    label: "هذه العلاقة",
    overview: "نظرة عامة",
    messages: "الرسائل",
    sessions: "الجلسات",
    goals: "الأهداف",
    agreement: "الاتفاق",
  },
});
