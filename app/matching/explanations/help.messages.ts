/** What would have to change for somebody who was left out. */
import { messages, plural } from "../../platform/i18n.ts";

export const helpWords = messages({
  en: {
    title: "What would have to change",
    lead: "Each line alone would be enough, as the people and rules were in this round.",
    place: (mentor: string) => `One more place with ${mentor}.`,
    ban: (mentor: string) => `Allowing the pair with ${mentor} again.`,
    rule: (mentor: string, title: string) => `An exception with ${mentor} from: ${title}.`,
    steps: (mentor: string, title: string, n: number, figure: string) =>
      plural("en", n, {
        one: `An exception of one step with ${mentor} from: ${title}.`,
        other: `An exception of ${figure} steps with ${mentor} from: ${title}.`,
      }),
    hours: (mentor: string, n: number, figure: string, times: string) =>
      plural("en", n, {
        one: `One more hour in common with ${mentor}, such as ${times}.`,
        other: `${figure} more hours in common with ${mentor}, such as ${times}.`,
      }),
    gain: (points: string) => `The total would rise by ${points}.`,
    none: "No single change would be enough.",
    addPlace: "Give one more place",
    allow: "Allow again",
    placeAdded: (mentor: string, places: string) =>
      `${mentor} now has places for ${places} in all. Run the round again to see what changes.`,
    noMorePlaces: "A mentor can have 50 places at most.",
  },
  es: {
    title: "Qué tendría que cambiar",
    lead: "Cada línea bastaría por sí sola, tal como estaban las personas y las reglas en esta ronda.",
    place: (mentor) => `Una plaza más con ${mentor}.`,
    ban: (mentor) => `Permitir de nuevo la pareja con ${mentor}.`,
    rule: (mentor, title) => `Una excepción con ${mentor} a: ${title}.`,
    steps: (mentor, title, n, figure) =>
      plural("es", n, {
        one: `Una excepción de un nivel con ${mentor} a: ${title}.`,
        other: `Una excepción de ${figure} niveles con ${mentor} a: ${title}.`,
      }),
    hours: (mentor, n, figure, times) =>
      plural("es", n, {
        one: `Una hora más en común con ${mentor}, por ejemplo ${times}.`,
        other: `${figure} horas más en común con ${mentor}, por ejemplo ${times}.`,
      }),
    gain: (points) => `El total subiría ${points}.`,
    none: "Ningún cambio por sí solo bastaría.",
    addPlace: "Dar una plaza más",
    allow: "Permitir de nuevo",
    placeAdded: (mentor, places) => `${mentor} tiene ahora ${places} plazas en total. Repite la ronda para ver qué cambia.`,
    noMorePlaces: "Un mentor puede tener 50 plazas como mucho.",
  },
  ar: {
    title: "ما الذي ينبغي أن يتغير",
    lead: "كل سطر يكفي وحده، كما كان الناس والقواعد في هذه الجولة.",
    place: (mentor) => `مكان آخر عند ${mentor}.`,
    ban: (mentor) => `السماح من جديد بالثنائي مع ${mentor}.`,
    rule: (mentor, title) => `استثناء مع ${mentor} من: ${title}.`,
    steps: (mentor, title, n, figure) =>
      plural("ar", n, {
        one: `استثناء بدرجة واحدة مع ${mentor} من: ${title}.`,
        two: `استثناء بدرجتين مع ${mentor} من: ${title}.`,
        few: `استثناء بـ ${figure} درجات مع ${mentor} من: ${title}.`,
        many: `استثناء بـ ${figure} درجة مع ${mentor} من: ${title}.`,
        other: `استثناء بـ ${figure} درجة مع ${mentor} من: ${title}.`,
      }),
    hours: (mentor, n, figure, times) =>
      plural("ar", n, {
        one: `ساعة مشتركة أخرى مع ${mentor}، مثل ${times}.`,
        two: `ساعتان مشتركتان أخريان مع ${mentor}، مثل ${times}.`,
        few: `${figure} ساعات مشتركة أخرى مع ${mentor}، مثل ${times}.`,
        many: `${figure} ساعة مشتركة أخرى مع ${mentor}، مثل ${times}.`,
        other: `${figure} ساعة مشتركة أخرى مع ${mentor}، مثل ${times}.`,
      }),
    gain: (points) => `يزيد المجموع ${points}.`,
    none: "لا يكفي تغيير واحد وحده.",
    addPlace: "أعطِ مكانًا آخر",
    allow: "السماح من جديد",
    placeAdded: (mentor, places) => `لدى ${mentor} الآن أماكن لـ ${places} في المجموع. أعد الجولة لترى ما يتغير.`,
    noMorePlaces: "أكثر ما يكون للمرشد 50 مكانًا.",
  },
});
