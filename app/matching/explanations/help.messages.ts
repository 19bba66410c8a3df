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
    leadOfPlaces:
      "Each line alone would be enough, with the same people, rules and lists. Whether another rule or a longer list would help, this way of matching cannot say.",
    noneOfPlaces: "One more place with any single mentor would not be enough.",
    unknown: {
      groups:
        "Good groups are found by a search, so nobody can say for certain what would bring somebody in. More places, or groups that begin with fewer, usually do; run the round again to see.",
      peers:
        "Peers are found by a search, so nobody can say for certain what would bring somebody in. With an odd number one is always left; otherwise look at which rule stands between.",
      fair: "This round looked at who is in which group. What would help could tell that, so it is not said.",
      chance: "In this round chance decided between pairs that are nearly equal, so no single change is certain to help.",
      wishes: "In this round wishes for a shared background counted. What would help could tell who wishes for what, so it is not said.",
      tooLong: "This round has too many people for it to be found out while you wait.",
    },
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
    leadOfPlaces:
      "Cada línea bastaría por sí sola, con las mismas personas, reglas y listas. Si ayudaría otra regla o una lista más larga, esta forma de emparejar no lo puede decir.",
    noneOfPlaces: "Una plaza más con un solo mentor no bastaría.",
    unknown: {
      groups:
        "Los buenos grupos se buscan, así que nadie puede decir con certeza qué haría entrar a alguien. Suelen ayudar más plazas o grupos que empiecen con menos; repite la ronda para verlo.",
      peers:
        "Las parejas de iguales se buscan, así que nadie puede decir con certeza qué haría entrar a alguien. Con un número impar siempre queda una persona; si no, mira qué regla se interpone.",
      fair: "Esta ronda miró quién está en qué grupo. Lo que ayudaría podría revelarlo, así que no se dice.",
      chance: "En esta ronda el azar decidió entre parejas casi iguales, así que ningún cambio por sí solo ayuda con certeza.",
      wishes: "En esta ronda contaron deseos de un origen compartido. Lo que ayudaría podría revelar quién desea qué, así que no se dice.",
      tooLong: "Esta ronda tiene demasiada gente para averiguarlo mientras esperas.",
    },
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
    leadOfPlaces:
      "كل سطر يكفي وحده مع الأشخاص والقواعد والقوائم نفسها. أما هل تنفع قاعدة أخرى أو قائمة أطول فلا تستطيع هذه الطريقة أن تقوله.",
    noneOfPlaces: "لا يكفي مكان آخر عند مرشد واحد.",
    unknown: {
      groups:
        "المجموعات الجيدة نتيجة بحث، فلا أحد يعرف يقينًا ما الذي يُدخل شخصًا. تنفع غالبًا أماكن أكثر أو مجموعات تبدأ بعدد أقل. أعد الجولة لترى.",
      peers:
        "ثنائيات الأقران نتيجة بحث، فلا أحد يعرف يقينًا ما الذي يُدخل شخصًا. إن كان العدد فرديًا بقي واحد دائمًا، وإلا فانظر أي قاعدة تحول دونه.",
      fair: "نظرت هذه الجولة في مجموعة كل شخص. وقول ما ينفع قد يكشفها، فلا يُقال.",
      chance: "في هذه الجولة حسمت المصادفة بين ثنائيات شبه متساوية، فلا تغيير واحد ينفع يقينًا.",
      wishes: "في هذه الجولة حُسبت رغبات في خلفية مشتركة. وقول ما ينفع قد يكشف من يرغب في ماذا، فلا يُقال.",
      tooLong: "في هذه الجولة أناس أكثر من أن يُعرف ذلك وأنت تنتظر.",
    },
    none: "لا يكفي تغيير واحد وحده.",
    addPlace: "أعطِ مكانًا آخر",
    allow: "السماح من جديد",
    placeAdded: (mentor, places) => `لدى ${mentor} الآن أماكن لـ ${places} في المجموع. أعد الجولة لترى ما يتغير.`,
    noMorePlaces: "أكثر ما يكون للمرشد 50 مكانًا.",
  },
});
