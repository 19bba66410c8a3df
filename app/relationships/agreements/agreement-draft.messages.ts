import { messages, plural } from "../../platform/i18n.ts";
import type { OurSection } from "./agreement.ts";

/** What stands in an agreement until somebody writes something better; without saying who is mentor and who is mentee. */
export const draftWords = messages({
  en: {
    titles: {
      "how-often": "How often we meet",
      "how-long": "How long",
      where: "Where",
      confidential: "What stays between us",
      feedback: "How we tell each other what helps",
      ending: "How we end",
      else: "What else matters to us",
    } satisfies Record<OurSection, string>,
    every: (days: number) =>
      days % 7 === 0
        ? plural("en", days / 7, { one: "every week", other: `every ${days / 7} weeks` })
        : plural("en", days, { one: "every day", other: `every ${days} days` }),
    howOften: (every: string) => `We meet ${every}. Whoever cannot come says so as early as possible, and we find another time.`,
    once: "We meet once. Whoever cannot come says so as early as possible, and we find another time.",
    howLong: (minutes: number) => `Each meeting takes about ${minutes} minutes.`,
    months: (n: number) =>
      plural("en", n, { one: "We accompany each other for 1 month.", other: `We accompany each other for ${n} months.` }),
    openEnded: "We go on as long as it helps all of us.",
    where: "We meet by video or in a place where we can talk undisturbed. Between meetings we write to each other here.",
    confidential:
      "What we tell each other stays between us. If somebody is in danger, we get help, and tell each other first where we can. What happens in general we may tell our coordinator.",
    feedback:
      "At the end of each meeting we say what helped and what we want to do differently. We say it early, kindly and with an example.",
    ending: (days: number) =>
      `When one of us wants to stop, we say so and talk once more: what we reached, and what we are grateful for.${days > 0 ? ` After that we can write here for ${plural("en", days, { one: "1 more day", other: `${days} more days` })}.` : ""}`,
  },
  es: {
    titles: {
      "how-often": "Cada cuánto nos vemos",
      "how-long": "Cuánto tiempo",
      where: "Dónde",
      confidential: "Qué queda entre nosotros",
      feedback: "Cómo nos decimos lo que ayuda",
      ending: "Cómo terminamos",
      else: "Qué más nos importa",
    },
    every: (days) =>
      days % 7 === 0
        ? plural("es", days / 7, { one: "cada semana", other: `cada ${days / 7} semanas` })
        : plural("es", days, { one: "cada día", other: `cada ${days} días` }),
    howOften: (every) => `Nos vemos ${every}. Quien no pueda avisa cuanto antes y buscamos otro momento.`,
    once: "Nos vemos una vez. Quien no pueda avisa cuanto antes y buscamos otro momento.",
    howLong: (minutes) => `Cada encuentro dura unos ${minutes} minutos.`,
    months: (n) => plural("es", n, { one: "Nos acompañamos durante 1 mes.", other: `Nos acompañamos durante ${n} meses.` }),
    openEnded: "Seguimos mientras nos ayude.",
    where: "Nos vemos por vídeo o en un lugar donde podamos hablar con calma. Entre encuentros nos escribimos aquí.",
    confidential:
      "Lo que nos contamos queda entre nosotros. Si alguien corre peligro, buscamos ayuda y, si podemos, nos lo decimos antes. Lo que ocurre en general podemos contarlo a nuestra coordinación.",
    feedback:
      "Al final de cada encuentro decimos qué ha ayudado y qué queremos hacer de otra manera. Lo decimos pronto, con amabilidad y con un ejemplo.",
    ending: (days) =>
      `Cuando alguien quiera parar, lo dice y hablamos una vez más: qué hemos logrado y qué agradecemos.${days > 0 ? ` Después podemos escribirnos aquí ${plural("es", days, { one: "1 día más", other: `${days} días más` })}.` : ""}`,
  },
  ar: {
    titles: {
      "how-often": "كم مرة نلتقي",
      "how-long": "المدة",
      where: "المكان",
      confidential: "ما يبقى بيننا",
      feedback: "كيف نخبر بعضنا بما يفيد",
      ending: "كيف ننهي",
      else: "ما يهمنا أيضًا",
    },
    every: (days) =>
      days % 7 === 0
        ? plural("ar", days / 7, {
            one: "كل أسبوع",
            two: "كل أسبوعين",
            few: `كل ${days / 7} أسابيع`,
            many: `كل ${days / 7} أسبوعًا`,
            other: `كل ${days / 7} أسبوع`,
          })
        : plural("ar", days, {
            zero: `كل ${days} يوم`,
            one: "كل يوم",
            two: "كل يومين",
            few: `كل ${days} أيام`,
            many: `كل ${days} يومًا`,
            other: `كل ${days} يوم`,
          }),
    howOften: (every) => `نلتقي ${every}. من لا يستطيع الحضور يخبر بذلك في أقرب وقت، ونجد موعدًا آخر.`,
    once: "نلتقي مرة واحدة. من لا يستطيع الحضور يخبر بذلك في أقرب وقت، ونجد موعدًا آخر.",
    howLong: (minutes) =>
      `يستغرق كل لقاء ${plural("ar", minutes, { zero: `${minutes} دقيقة`, one: "دقيقة واحدة", two: "دقيقتين", few: `${minutes} دقائق`, many: `${minutes} دقيقة`, other: `${minutes} دقيقة` })} تقريبًا.`,
    months: (n) =>
      plural("ar", n, {
        zero: `يرافق بعضنا بعضًا ${n} شهر.`,
        one: "يرافق بعضنا بعضًا شهرًا واحدًا.",
        two: "يرافق بعضنا بعضًا شهرين.",
        few: `يرافق بعضنا بعضًا ${n} أشهر.`,
        many: `يرافق بعضنا بعضًا ${n} شهرًا.`,
        other: `يرافق بعضنا بعضًا ${n} شهر.`,
      }),
    openEnded: "نستمر ما دام ذلك يفيدنا جميعًا.",
    where: "نلتقي بالفيديو أو في مكان نتحدث فيه بهدوء. وبين اللقاءات نكتب لبعضنا هنا.",
    confidential:
      "ما نقوله لبعضنا يبقى بيننا. وإذا كان أحد في خطر نطلب المساعدة، ونخبر بعضنا قبل ذلك إن أمكن. ويمكننا أن نخبر المنسق بما يجري بوجه عام.",
    feedback: "في نهاية كل لقاء نقول ما أفاد وما نريد أن نغيره. نقوله مبكرًا وبلطف ومع مثال.",
    ending: (days) =>
      `عندما يريد أحدنا التوقف يقول ذلك، ونتحدث مرة أخيرة: ماذا حققنا، وعلى ماذا نشكر.${days > 0 ? ` وبعدها يمكننا أن نكتب هنا ${plural("ar", days, { zero: `${days} يوم`, one: "يومًا واحدًا", two: "يومين", few: `${days} أيام`, many: `${days} يومًا`, other: `${days} يوم` })}.` : ""}`,
  },
});
