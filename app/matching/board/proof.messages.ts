/** What was proven of a round, by what it goes by, and what came of it for choices and groups. */
import { messages, plural } from "../../platform/i18n.ts";

export const proofWords = messages({
  en: {
    claims: {
      "most-good": "Proven: no other set of pairs gives more in total.",
      "most-people": "Proven: no other way matches more people, and of those that match as many, none gives more in total.",
      stable: "Proven: no mentee and mentor would both rather have each other than whom they got.",
      "top-choices": "Proven: whoever has ranked got one of her first choices or nobody, and no such set of pairs gives more in total.",
      coverage:
        "Proven: no group's share of what is possible could rise without lowering one that is no higher, and with these shares no set of pairs gives more in total.",
      parity: "Proven: the shares keep the band as far as possible, and no such set of pairs gives more in total.",
      "at-least": "Proven: each group has the share that was chosen, as far as it can, and with that no set of pairs gives more in total.",
      floor: "Proven: every pair keeps the floor, and no such set of pairs gives more in total.",
    },
    groups: (share: string) =>
      `Good groups, found by a search: to find the very best would take too long. Proven: no other groups can be more than ${share} better in total.`,
    peers: (share: string) =>
      `Good pairs, found by a search: to find the very best would take too long. Proven: no other pairs can be more than ${share} better in total.`,
    searchedBest: { groups: "Proven: no other groups give more in total.", peers: "Proven: no other pairs give more in total." },
    searchedText:
      "A checker that shares no code with the search counted everything again: sizes, places, pairs and the total. The bound on the total comes from an easier task, which was solved exactly; the best of it can be no less than the best of this one.",
    company: "Of the total, good company within the groups",
    nearTies: (points: string) =>
      `Proven: no other set of pairs gives more than ${points} more in total; between near ties a lottery decided.`,
    stableText:
      "A checker that shares no code with the matching looked at every possible pair and found none that both would prefer. Mentees proposed, so no mentee could have got somebody better by ranking differently.",
    fairText:
      "A checker that shares no code with the matching verified the counts and a bound on the total. What it looked at tells of groups, so it is not kept.",
    wished: "People's own wishes for a shared background are counted in. Strengths and the total are shown without them.",
    wishedText:
      "A checker that shares no code with the matching verified it with the wishes counted in. What it looked at would tell whose they are, so it is not kept.",
    choicesTitle: "Who got which choice",
    choicesLead: (figure: string) => `Of the ${figure} mentees who had ranked somebody possible.`,
    choice: "Choice",
    people: "Mentees",
    nth: (n: number, figure: string) =>
      n === 1 ? "First choice" : n === 2 ? "Second choice" : n === 3 ? "Third choice" : `Choice number ${figure}`,
    other: "Somebody not ranked",
    nobody: "Without a mentor",
    groupsTitle: "How the groups fared",
    group: "Group",
    possible: "Could be matched if alone",
    matched: "Matched",
    coverage: "Share of what is possible",
    otherwise: "By total alone",
    strength: "Mean strength",
    ownWords: "In their own words",
    hidden: (n: number, figure: string) =>
      plural("en", n, {
        one: "One group is not shown, so that nobody can be worked out from a small number.",
        other: `${figure} groups are not shown, so that nobody can be worked out from small numbers.`,
      }),
    price: (total: string, matches: string) => `Being fair costs ${total} of the largest total and ${matches} of the most pairs.`,
    noneShown: "No group can be shown without telling of somebody.",
    ties: (draws: string, within: string) =>
      `Strengths closer than ${within} points counted as equal: ${draws} draws of the lottery tell how likely each pair was.`,
    drawn: (share: string) => `Came out in ${share} of the draws`,
    unpriced: "What it would cost cannot be said: this round does not go by the total.",
  },
  es: {
    claims: {
      "most-good": "Demostrado: ningún otro conjunto de parejas suma más.",
      "most-people": "Demostrado: de ninguna otra manera hay más personas con mentor y, entre las que igualan, ninguna suma más.",
      stable: "Demostrado: no hay persona mentorizada y mentor que se prefieran mutuamente a quien les tocó.",
      "top-choices": "Demostrado: quien eligió recibió una de sus primeras opciones o a nadie, y ningún conjunto así suma más.",
      coverage:
        "Demostrado: la parte de ningún grupo podría subir sin bajar otra que no es mayor y, con estas partes, ningún conjunto suma más.",
      parity: "Demostrado: las proporciones respetan la franja hasta donde se puede, y ningún conjunto así suma más.",
      "at-least": "Demostrado: cada grupo tiene la parte elegida, hasta donde se puede y, con eso, ningún conjunto suma más.",
      floor: "Demostrado: cada pareja respeta el mínimo, y ningún conjunto así suma más.",
    },
    groups: (share) =>
      `Buenos grupos, hallados con una búsqueda: encontrar los mejores de todos llevaría demasiado tiempo. Demostrado: otros grupos no pueden sumar más de un ${share} por encima.`,
    peers: (share) =>
      `Buenas parejas, halladas con una búsqueda: encontrar las mejores de todas llevaría demasiado tiempo. Demostrado: otras parejas no pueden sumar más de un ${share} por encima.`,
    searchedBest: { groups: "Demostrado: otros grupos no suman más.", peers: "Demostrado: otras parejas no suman más." },
    searchedText:
      "Un verificador que no comparte código con la búsqueda lo contó todo otra vez: tamaños, plazas, parejas y el total. La cota del total sale de una tarea más fácil, resuelta con exactitud; lo mejor de ella no puede ser menos que lo mejor de esta.",
    company: "Del total, la buena compañía dentro de los grupos",
    nearTies: (points) => `Demostrado: ningún otro conjunto suma más de ${points} por encima; entre casi empates decidió un sorteo.`,
    stableText:
      "Un verificador que no comparte código con el emparejamiento miró todas las parejas posibles y no halló ninguna que ambas partes prefieran. Proponían las personas mentorizadas, así que ninguna habría conseguido a alguien mejor con otro orden.",
    fairText:
      "Un verificador que no comparte código con el emparejamiento comprobó los recuentos y una cota del total. Lo que miró habla de grupos, así que no se guarda.",
    wished: "Se cuentan los deseos de las personas de compartir origen. Las fuerzas y el total se muestran sin ellos.",
    wishedText:
      "Un verificador que no comparte código con el emparejamiento lo comprobó con los deseos contados. Lo que miró diría de quién son, así que no se guarda.",
    choicesTitle: "Qué opción recibió cada cual",
    choicesLead: (figure) => `De las ${figure} personas que habían elegido a alguien posible.`,
    choice: "Opción",
    people: "Personas",
    nth: (n, figure) => (n === 1 ? "Primera opción" : n === 2 ? "Segunda opción" : n === 3 ? "Tercera opción" : `Opción número ${figure}`),
    other: "Alguien que no eligió",
    nobody: "Sin mentor",
    groupsTitle: "Cómo les fue a los grupos",
    group: "Grupo",
    possible: "Con mentor si estuviera solo",
    matched: "Con mentor",
    coverage: "Parte de lo posible",
    otherwise: "Solo por el total",
    strength: "Fuerza media",
    ownWords: "Con sus propias palabras",
    hidden: (n, figure) =>
      plural("es", n, {
        one: "No se muestra un grupo, para que un número pequeño no delate a nadie.",
        other: `No se muestran ${figure} grupos, para que los números pequeños no delaten a nadie.`,
      }),
    price: (total, matches) => `El equilibrio cuesta un ${total} del mayor total y un ${matches} del mayor número de parejas.`,
    noneShown: "No se puede mostrar ningún grupo sin delatar a alguien.",
    ties: (draws, within) =>
      `Las fuerzas más próximas que ${within} puntos contaron como iguales: ${draws} sorteos dicen lo probable que era cada pareja.`,
    drawn: (share) => `Salió en el ${share} de los sorteos`,
    unpriced: "No se puede decir lo que costaría: esta ronda no se rige por el total.",
  },
  ar: {
    claims: {
      "most-good": "مُثبت: لا مجموعة أخرى من الثنائيات تعطي مجموعًا أكبر.",
      "most-people": "مُثبت: لا طريقة أخرى تجمع عددًا أكبر، ولا شيء مما يساويها عددًا يعطي مجموعًا أكبر.",
      stable: "مُثبت: لا مسترشد ومرشد يفضّل كل منهما الآخر على من ناله.",
      "top-choices": "مُثبت: من رتّب اختياراته نال أحد خياراته الأولى أو لا أحد، ولا شيء من هذا القبيل يعطي مجموعًا أكبر.",
      coverage: "مُثبت: لا يمكن رفع نصيب مجموعة مما هو ممكن دون خفض نصيب لا يزيد عليه، ومع هذه الأنصبة لا شيء يعطي مجموعًا أكبر.",
      parity: "مُثبت: تلتزم النسب بالنطاق قدر الإمكان، ولا شيء من هذا القبيل يعطي مجموعًا أكبر.",
      "at-least": "مُثبت: لكل مجموعة النصيب المختار قدر الإمكان، ومع ذلك لا شيء يعطي مجموعًا أكبر.",
      floor: "مُثبت: كل ثنائي فوق الحد الأدنى، ولا شيء من هذا القبيل يعطي مجموعًا أكبر.",
    },
    groups: (share) => `مجموعات جيدة وُجدت بالبحث، فالعثور على الأفضل مطلقًا يطول. مُثبت: لا مجموعات أخرى يزيد مجموعها بأكثر من ${share}.`,
    peers: (share) => `ثنائيات جيدة وُجدت بالبحث، فالعثور على الأفضل مطلقًا يطول. مُثبت: لا ثنائيات أخرى يزيد مجموعها بأكثر من ${share}.`,
    searchedBest: { groups: "مُثبت: لا مجموعات أخرى تعطي مجموعًا أكبر.", peers: "مُثبت: لا ثنائيات أخرى تعطي مجموعًا أكبر." },
    searchedText:
      "أعاد مدقّق لا يشارك البحث شيئًا من شيفرته عدّ كل شيء: الأحجام والأماكن والثنائيات والمجموع. أما حدّ المجموع فمن مهمة أسهل حُلّت بدقة، وأفضلها لا يقل عن أفضل هذه.",
    company: "من المجموع: الصحبة الجيدة داخل المجموعات",
    nearTies: (points) => `مُثبت: لا مجموعة أخرى تزيد المجموع بأكثر من ${points}، وبين شبه المتساوين حسمت القرعة.`,
    stableText:
      "نظر مدقّق لا يشارك المطابقة شيئًا من شيفرتها في كل ثنائي ممكن فلم يجد ما يفضّله الطرفان معًا. وكان المسترشدون هم من يتقدم، فلا مسترشد كان سينال أفضل بترتيب آخر.",
    fairText: "تحقّق مدقّق لا يشارك المطابقة شيئًا من شيفرتها من الأعداد ومن حدّ للمجموع. وما نظر فيه يدل على المجموعات، فلا يُحفظ.",
    wished: "رغبات الناس في خلفية مشتركة محتسبة. وتُعرض القوة والمجموع من دونها.",
    wishedText: "تحقّق مدقّق لا يشارك المطابقة شيئًا من شيفرتها من ذلك مع احتساب الرغبات. وما نظر فيه يدل على أصحابها، فلا يُحفظ.",
    choicesTitle: "من نال أي خيار",
    choicesLead: (figure) => `من بين ${figure} من المسترشدين الذين اختاروا أحدًا ممكنًا.`,
    choice: "الخيار",
    people: "المسترشدون",
    nth: (n, figure) => (n === 1 ? "الخيار الأول" : n === 2 ? "الخيار الثاني" : n === 3 ? "الخيار الثالث" : `الخيار رقم ${figure}`),
    other: "شخص لم يختره",
    nobody: "بلا مرشد",
    groupsTitle: "حال المجموعات",
    group: "المجموعة",
    possible: "من يمكن جمعهم لو كانت وحدها",
    matched: "لهم مرشد",
    coverage: "النصيب مما هو ممكن",
    otherwise: "بالمجموع وحده",
    strength: "متوسط القوة",
    ownWords: "بكلماتهم",
    hidden: (n, figure) =>
      plural("ar", n, {
        one: "لا تظهر مجموعة واحدة، كي لا يدل عدد صغير على أحد.",
        two: "لا تظهر مجموعتان، كي لا تدل أعداد صغيرة على أحد.",
        few: `لا تظهر ${figure} مجموعات، كي لا تدل أعداد صغيرة على أحد.`,
        many: `لا تظهر ${figure} مجموعة، كي لا تدل أعداد صغيرة على أحد.`,
        other: `لا تظهر ${figure} مجموعة، كي لا تدل أعداد صغيرة على أحد.`,
      }),
    price: (total, matches) => `يكلّف العدل ${total} من أكبر مجموع و${matches} من أكبر عدد من الثنائيات.`,
    noneShown: "لا يمكن إظهار أي مجموعة دون الدلالة على أحد.",
    ties: (draws, within) => `عُدّت القوى الأقرب من ${within} نقطة متساوية: وتدل ${draws} قرعة على احتمال كل ثنائي.`,
    drawn: (share) => `ظهر في ${share} من القرعات`,
    unpriced: "لا يمكن القول كم سيكلّف: هذه الجولة لا تعتمد على المجموع.",
  },
});
