import { messages, plural } from "../../platform/i18n.ts";

export const attemptWords = messages({
  en: {
    tooMany: (minutes: number) =>
      `That was tried too often. Please try again in ${plural("en", minutes, { one: "a minute", other: `${minutes} minutes` })}.`,
  },
  es: {
    tooMany: (minutes) =>
      `Se ha intentado demasiadas veces. Inténtalo de nuevo dentro de ${plural("es", minutes, { one: "un minuto", other: `${minutes} minutos` })}.`,
  },
  ar: {
    tooMany: (minutes) =>
      `جرت محاولات كثيرة. يرجى المحاولة مرة أخرى بعد ${plural("ar", minutes, { one: "دقيقة واحدة", two: "دقيقتين", few: `${minutes} دقائق`, many: `${minutes} دقيقة`, other: `${minutes} دقيقة` })}.`,
  },
});
