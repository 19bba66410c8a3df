import { messages } from "../../platform/i18n.ts";

export const ownEndingWords = messages({
  en: {
    closing: {
      title: (others: string) => `Say goodbye to ${others}`,
      text: (until: string) => `Until ${until}. Five minutes: a word of thanks, and whether you stay in touch.`,
      go: "Say goodbye",
    },
    asked: {
      title: (others: string) => `Does it go on with ${others}?`,
      text: (until: string) => `A line or a time for your next session is enough. Without an answer it is concluded on ${until}.`,
      go: "Be in touch",
    },
    over: {
      title: (others: string) => (others === "" ? "What comes next?" : `After ${others}: what comes next?`),
      text: () => "Someone new after a rest, or nothing for now: you say.",
      go: "See what is possible",
    },
  },
  es: {
    closing: {
      title: (others) => `Despídete de ${others}`,
      text: (until) => `Hasta el ${until}. Cinco minutos: unas palabras de agradecimiento y si seguís en contacto.`,
      go: "Despedirse",
    },
    asked: {
      title: (others) => `¿Continúa con ${others}?`,
      text: (until) => `Basta una línea o una hora para la próxima sesión. Sin respuesta, queda concluida el ${until}.`,
      go: "Dar señales",
    },
    over: {
      title: (others) => (others === "" ? "¿Qué viene después?" : `Después de ${others}: ¿qué viene?`),
      text: () => "Otra persona tras un descanso, o nada por ahora: tú dices.",
      go: "Ver qué es posible",
    },
  },
  ar: {
    closing: {
      title: (others) => `الوداع مع ${others}`,
      text: (until) => `حتى ${until}. خمس دقائق: كلمة شكر، وهل تبقيان على تواصل.`,
      go: "الوداع",
    },
    asked: {
      title: (others) => `هل تستمر العلاقة مع ${others}؟`,
      text: (until) => `يكفي سطر أو موعد للجلسة التالية. دون جواب تنتهي في ${until}.`,
      go: "التواصل",
    },
    over: {
      title: (others) => (others === "" ? "ماذا بعد؟" : `بعد ${others}: ماذا يأتي؟`),
      text: () => "شخص جديد بعد استراحة، أو لا شيء الآن: القول لك.",
      go: "رؤية الممكن",
    },
  },
});
