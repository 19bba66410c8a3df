import { messages } from "../i18n.ts";

export const letterWords = messages({
  en: {
    sentBy: (name: string) => `Sent by ${name} with Understory.`,
    somethingIsWrong: "Something is wrong? Tell it here",
    unsubscribe: "I no longer want letters of this kind",
  },
  es: {
    sentBy: (name) => `Enviado por ${name} con Understory.`,
    somethingIsWrong: "¿Algo no va bien? Cuéntalo aquí",
    unsubscribe: "Ya no quiero recibir cartas de este tipo",
  },
  ar: {
    sentBy: (name) => `أُرسلت من ${name} عبر Understory.`,
    somethingIsWrong: "هناك مشكلة؟ أخبرنا هنا",
    unsubscribe: "لم أعد أرغب في رسائل من هذا النوع",
  },
});
