import { messages } from "../../platform/i18n.ts";
import { formatNumber } from "../../ui/formats.ts";
import type { OwnReason } from "./import.ts";

type Of<R extends OwnReason["reason"]> = Extract<OwnReason, { reason: R }>;

/** What there is to say about one row, beside what the reader of spreadsheets says. */
export const rowWords = messages({
  en: {
    "email-missing": "There is no e-mail address in this row. Add it, and import the row again.",
    "name-from-email": ({ name }: Of<"name-from-email">): string => `There is no name in this row. The person is shown as “${name}”.`,
    "twice-in-file": ({ line }: Of<"twice-in-file">): string =>
      `The same person stands in line ${formatNumber("en", line)} already. The two rows become one; where both say something, the later one counts.`,
    "has-left": "This person has left the program, and stays out of it.",
    "too-many-items": ({ limit }: Of<"too-many-items">): string =>
      `There are more than ${limit} things in this list. Keep those that matter most.`,
    "item-too-long": ({ limit, text }: Of<"item-too-long">): string =>
      `“${text.slice(0, 60)}…” has more than ${limit} characters. Is it one thing of a list?`,
  },
  es: {
    "email-missing": "En esta fila no hay dirección de correo. Añádela e importa la fila otra vez.",
    "name-from-email": ({ name }) => `En esta fila no hay nombre. La persona aparece como «${name}».`,
    "twice-in-file": ({ line }) =>
      `La misma persona está ya en la línea ${formatNumber("es", line)}. Las dos filas se unen; donde ambas dicen algo, cuenta la última.`,
    "has-left": "Esta persona dejó el programa y sigue fuera de él.",
    "too-many-items": ({ limit }) => `Hay más de ${limit} cosas en esta lista. Quédate con las que más importan.`,
    "item-too-long": ({ limit, text }) => `«${text.slice(0, 60)}…» tiene más de ${limit} caracteres. ¿Es una sola cosa de una lista?`,
  },
  ar: {
    "email-missing": "لا يوجد عنوان بريد إلكتروني في هذا الصف. أضفه ثم استورد الصف مرة أخرى.",
    "name-from-email": ({ name }) => `لا يوجد اسم في هذا الصف. يظهر الشخص باسم «${name}».`,
    "twice-in-file": ({ line }) =>
      `الشخص نفسه موجود في السطر ${formatNumber("ar", line)}. يصبح الصفان صفًا واحدًا؛ وحيث يقول كلاهما شيئًا يُعتمد الأخير.`,
    "has-left": "غادر هذا الشخص البرنامج، ويبقى خارجه.",
    "too-many-items": ({ limit }) => `في هذه القائمة أكثر من ${limit} عنصرًا. أبق الأهم.`,
    "item-too-long": ({ limit, text }) => `في «${text.slice(0, 60)}…» أكثر من ${limit} حرف. هل هو عنصر واحد من قائمة؟`,
  },
});
