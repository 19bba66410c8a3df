import { messages } from "../../platform/i18n.ts";

/** The page of changes to a coordinator, who is not in the relationship. */
export const changeWordsForCoordinators = messages({
  en: {
    title: (names: string) => `Break and last day: ${names}`,
    lead: "A break for both sides, another last day, or an end. Everybody in it is told by letter what changes and when.",
    audience: "the coordinators of this program; the people in it see where it stands",
    byCoordinator: "A coordinator has set it. Only coordinators can end it sooner.",
    pauseWhat: "No reminders and no questions come during a break, and nobody loses a place. They can still write to each other.",
    lastDayWhat: "Then it comes to an end by itself, with time to say goodbye. It can be changed until then.",
    endWhat: "With time for thanks, and for what comes after. Until its last day an end can be called off.",
    pause: "A break",
    toClosing: "To the end of it",
  },
  es: {
    title: (names) => `Pausa y último día: ${names}`,
    lead: "Una pausa para todas las partes, otro último día o un final. Avisamos por carta a cada persona de qué cambia y cuándo.",
    audience: "la coordinación de este programa; las personas de la relación ven en qué punto está",
    byCoordinator: "La ha puesto la coordinación. Solo la coordinación puede terminarla antes.",
    pauseWhat: "Durante la pausa no llegan recordatorios ni preguntas, y nadie pierde su plaza. Pueden seguir escribiéndose.",
    lastDayWhat: "Entonces termina por sí sola, con tiempo para despedirse. Hasta entonces se puede cambiar.",
    endWhat: "Con tiempo para dar las gracias y para lo que venga después. Hasta su último día se puede anular.",
    pause: "Una pausa",
    toClosing: "Ir al final",
  },
  ar: {
    title: (names) => `الاستراحة واليوم الأخير: ${names}`,
    lead: "استراحة لكل الأطراف، أو يوم أخير آخر، أو نهاية. نبلّغ كل واحد منهم برسالة بما يتغير ومتى.",
    audience: "منسقو هذا البرنامج؛ ويرى أصحاب العلاقة أين وصلت",
    byCoordinator: "قررها أحد المنسقين، ولا ينهيها قبل موعدها إلا المنسقون.",
    pauseWhat: "لا تصل في الاستراحة تذكيرات ولا أسئلة، ولا يفقد أحد مكانه. يمكنهم أن يواصلوا المراسلة.",
    lastDayWhat: "تنتهي عندئذ من تلقاء نفسها مع وقت للوداع، ويمكن تغييره حتى ذلك الحين.",
    endWhat: "مع وقت للشكر ولما يأتي بعد ذلك. يمكن التراجع عن النهاية حتى يومها الأخير.",
    pause: "استراحة",
    toClosing: "إلى النهاية",
  },
});
