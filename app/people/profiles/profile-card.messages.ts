import { messages, plural } from "../../platform/i18n.ts";

/** How a profile reads. */
export const cardWords = messages({
  en: {
    languages: "Languages",
    place: "Place",
    localTime: "Local time",
    timeOf: (time: string, zone: string) => `${time} (${zone})`,
    gives: "Can give",
    hopes: "Hopes for",
    interests: "Interests",
    hours: "Time",
    email: "E-mail",
    hoursAWeek: (n: number, count: string) => plural("en", n, { one: "1 hour a week", other: `${count} hours a week` }),
    inCommon: (n: number, count: string) =>
      plural("en", n, { one: "1 hour a week in common with you", other: `${count} hours a week in common with you` }),
    noneInCommon: "No hour of the week in common with yours so far",
    pausedUntil: "Takes a break until",
    levels: { 1: "just beginning", 2: "some practice", 3: "at ease", 4: "very experienced", 5: "expert" },
    nothing: "There is nothing more here for you to see yet.",
  },
  es: {
    languages: "Idiomas",
    place: "Lugar",
    localTime: "Hora local",
    timeOf: (time, zone) => `${time} (${zone})`,
    gives: "Puede ofrecer",
    hopes: "Le gustaría",
    interests: "Intereses",
    hours: "Tiempo",
    email: "Correo",
    hoursAWeek: (n, count) => plural("es", n, { one: "1 hora a la semana", other: `${count} horas a la semana` }),
    inCommon: (n, count) =>
      plural("es", n, { one: "1 hora a la semana en común contigo", other: `${count} horas a la semana en común contigo` }),
    noneInCommon: "Por ahora, ninguna hora de la semana en común con las tuyas",
    pausedUntil: "Se toma una pausa hasta el",
    levels: { 1: "empezando", 2: "algo de práctica", 3: "con soltura", 4: "mucha experiencia", 5: "nivel experto" },
    nothing: "Todavía no hay nada más que puedas ver aquí.",
  },
  ar: {
    languages: "اللغات",
    place: "المكان",
    localTime: "التوقيت المحلي",
    timeOf: (time, zone) => `${time} (${zone})`,
    gives: "ما يمكن تقديمه",
    hopes: "ما يُرجى",
    interests: "الاهتمامات",
    hours: "الوقت",
    email: "البريد الإلكتروني",
    hoursAWeek: (n, count) =>
      plural("ar", n, {
        zero: "لا ساعات في الأسبوع",
        one: "ساعة واحدة في الأسبوع",
        two: "ساعتان في الأسبوع",
        few: `${count} ساعات في الأسبوع`,
        many: `${count} ساعة في الأسبوع`,
        other: `${count} ساعة في الأسبوع`,
      }),
    inCommon: (n, count) =>
      plural("ar", n, {
        zero: "لا ساعات مشتركة معك في الأسبوع",
        one: "ساعة واحدة مشتركة معك في الأسبوع",
        two: "ساعتان مشتركتان معك في الأسبوع",
        few: `${count} ساعات مشتركة معك في الأسبوع`,
        many: `${count} ساعة مشتركة معك في الأسبوع`,
        other: `${count} ساعة مشتركة معك في الأسبوع`,
      }),
    noneInCommon: "لا توجد حتى الآن ساعة مشتركة مع ساعاتك في الأسبوع",
    pausedUntil: "في استراحة حتى",
    levels: { 1: "في البداية", 2: "بعض الممارسة", 3: "بارتياح", 4: "خبرة واسعة", 5: "خبير" },
    nothing: "لا يوجد هنا بعد ما يمكنك رؤيته أكثر من هذا.",
  },
});
