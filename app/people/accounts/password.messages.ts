import { messages, plural } from "../../platform/i18n.ts";

export const passwordWords = messages({
  en: {
    tooShort: (least: number) => `Please use ${least} characters or more. A short sentence is easy to remember.`,
    tooLong: (most: number) => `Please use ${most} characters at the most.`,
    common: "This is one of the passwords that are guessed first. Please choose another; a short sentence is easy to remember.",
    own: "This is too close to your own name or address. Please choose something that others do not know of you.",
    hint: (least: number) => `${least} characters or more, of any kind. A short sentence is easy to remember.`,
  },
  es: {
    tooShort: (least) => `Usa ${least} caracteres o más. Una frase corta es fácil de recordar.`,
    tooLong: (most) => `Usa ${most} caracteres como máximo.`,
    common: "Es una de las contraseñas que se prueban primero. Elige otra; una frase corta es fácil de recordar.",
    own: "Se parece demasiado a tu nombre o a tu dirección. Elige algo que los demás no sepan de ti.",
    hint: (least) => `${least} caracteres o más, de cualquier tipo. Una frase corta es fácil de recordar.`,
  },
  ar: {
    tooShort: (least) =>
      `يرجى استخدام ${plural("ar", least, { one: "حرف واحد", two: "حرفين", few: `${least} أحرف`, many: `${least} حرفًا`, other: `${least} حرف` })} أو أكثر. الجملة القصيرة سهلة التذكر.`,
    tooLong: (most) =>
      `يرجى استخدام ${plural("ar", most, { one: "حرف واحد", two: "حرفين", few: `${most} أحرف`, many: `${most} حرفًا`, other: `${most} حرف` })} على الأكثر.`,
    common: "هذه من كلمات المرور التي تُجرَّب أولًا. يرجى اختيار غيرها؛ الجملة القصيرة سهلة التذكر.",
    own: "هذه قريبة جدًا من اسمك أو من عنوانك. يرجى اختيار شيء لا يعرفه الآخرون عنك.",
    hint: (least) =>
      `${plural("ar", least, { one: "حرف واحد", two: "حرفان", few: `${least} أحرف`, many: `${least} حرفًا`, other: `${least} حرف` })} أو أكثر من أي نوع. الجملة القصيرة سهلة التذكر.`,
  },
});
