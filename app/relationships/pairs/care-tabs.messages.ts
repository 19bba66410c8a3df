import { messages } from "../../platform/i18n.ts";

export const careTabWords = messages({
  en: {
    label: "This relationship",
    all: "Relationships",
    support: "Support",
    changes: "Break and last day",
    end: "The end",
    agreement: "Agreement",
  },
  es: {
    label: "Esta relación",
    all: "Relaciones",
    support: "Apoyo",
    changes: "Pausa y último día",
    end: "El final",
    agreement: "Acuerdo",
  },
  ar: {
    label: "هذه العلاقة",
    all: "العلاقات",
    support: "الدعم",
    changes: "الاستراحة واليوم الأخير",
    end: "النهاية",
    agreement: "الاتفاق",
  },
});
