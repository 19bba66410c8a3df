/** One's own choices between peers; a round of peers goes by how well two fit, and not by lists. */
import { messages } from "../../platform/i18n.ts";

export const peerChoiceWords = messages({
  en: {
    choices: "People I would like",
    toDirectory: "Look at the others",
    emptyText: "Look around among the others. Add those with whom you would like to go along, the one you would like most first.",
    mixed: (day?: string): string =>
      `First, people ask each other themselves${day === undefined ? "" : `, until and with ${day}`}. Whoever has found nobody then takes part in a round, which goes by how well two fit.`,
    mixedOver: "The days of asking are over. Whoever has found nobody takes part in a round, which goes by how well two fit.",
    ask: "Being on your list asks nobody yet. You ask people from their pages; where you say so, your next choice is asked by itself if a request comes to nothing.",
    unknown: "Somebody",
  },
  es: {
    choices: "Personas que me gustarían",
    toDirectory: "Ver a las demás personas",
    emptyText:
      "Echa un vistazo a las demás personas. Añade a aquellas con quienes te gustaría hacer el camino, primero a quien más te gustaría.",
    mixed: (day) =>
      `Primero, cada persona pregunta a quien quiera${day === undefined ? "" : `, hasta el ${day} incluido`}. Quien entonces no haya encontrado a nadie participa en una ronda, que mira lo bien que encajan dos personas.`,
    mixedOver:
      "Los días de preguntar han terminado. Quien no haya encontrado a nadie participa en una ronda, que mira lo bien que encajan dos personas.",
    ask: "Estar en tu lista no pregunta a nadie todavía. Preguntas desde la página de cada persona; si así lo dices, cuando una petición queda en nada se pregunta por sí sola a tu siguiente elección.",
    unknown: "Alguien",
  },
  ar: {
    choices: "من أود أن أرافقهم",
    toDirectory: "اطّلع على الآخرين",
    emptyText: "انظر بين الآخرين، وأضف من تود أن ترافقهم، بدءًا بمن تفضّله أكثر.",
    mixed: (day) =>
      `أولًا يسأل الناس بعضهم بعضًا بأنفسهم${day === undefined ? "" : ` حتى ${day} ضمنًا`}. ومن لم يجد أحدًا بعد ذلك يشارك في جولة تنظر في مدى ملاءمة الاثنين.`,
    mixedOver: "انتهت أيام السؤال. ومن لم يجد أحدًا يشارك في جولة تنظر في مدى ملاءمة الاثنين.",
    ask: "وجود أحد في قائمتك لا يعني أنه سُئل. تسأل من صفحته؛ وإن أردت سُئل من يليه في اختياراتك تلقائيًا إذا لم ينته طلب إلى شيء.",
    unknown: "شخص ما",
  },
});
