import { messages } from "../../platform/i18n.ts";

export const suggestionLetterWords = messages({
  en: {
    greeting: (name: string) => `Dear ${name},`,
    made: {
      subject: (program: string) => `Mentors who could suit you in ${program}`,
      text: (program: string) => `We looked for mentors who suit you in ${program}, and found these:`,
      why: (mentor: string, reason: string) => `${mentor}: ${reason}`,
      until: (when: string) =>
        `Please choose one of them by ${when}, or say that none of them fits. The one whom you choose is asked then.`,
      choose: "Look at them and choose",
    },
    reminder: {
      subject: (when: string) => `Please choose your mentor by ${when}`,
      text: (when: string) =>
        `You have not chosen yet. Please do it by ${when}. None of them is an answer too: then your coordinator looks for somebody else.`,
    },
    again: {
      subject: (program: string) => `Choose once more in ${program}`,
      text: "The mentor whom you chose cannot this time. That says nothing about you: times and plans change. Still free for you:",
    },
    lapsed: {
      subject: (program: string) => `News about your mentor in ${program}`,
      text: "The time to choose is over, or nobody of your suggestions is free any more. Your coordinator sees that you are waiting, and looks for somebody for you.",
      open: "See where I stand",
    },
  },
  es: {
    greeting: (name) => `Hola, ${name}:`,
    made: {
      subject: (program) => `Personas que podrían acompañarte en ${program}`,
      text: (program) => `Hemos buscado a quien te vaya bien en ${program} y hemos encontrado a estas personas:`,
      why: (mentor, reason) => `${mentor}: ${reason}`,
      until: (when) => `Elige a una antes del ${when}, por favor, o di que ninguna encaja. Después preguntamos a la que elijas.`,
      choose: "Verlas y elegir",
    },
    reminder: {
      subject: (when) => `Elige antes del ${when}, por favor`,
      text: (when) =>
        `Aún no has elegido. Hazlo antes del ${when}, por favor. Decir que ninguna encaja también es una respuesta: entonces tu coordinación busca a otra persona.`,
    },
    again: {
      subject: (program) => `Elige otra vez en ${program}`,
      text: "La persona que elegiste no puede esta vez. No dice nada de ti: los horarios y los planes cambian. Siguen libres para ti:",
    },
    lapsed: {
      subject: (program) => `Noticias sobre tu acompañamiento en ${program}`,
      text: "El plazo para elegir ha terminado, o ya no está libre nadie de tus sugerencias. Tu coordinación ve que estás esperando y busca a alguien para ti.",
      open: "Ver cómo estoy",
    },
  },
  ar: {
    greeting: (name) => `مرحبًا ${name}،`,
    made: {
      subject: (program) => `مرشدون قد يناسبونك في ${program}`,
      text: (program) => `بحثنا عن مرشدين يناسبونك في ${program}، ووجدنا هؤلاء:`,
      why: (mentor, reason) => `${mentor}: ${reason}`,
      until: (when) => `يرجى اختيار واحد منهم قبل ${when}، أو القول إن أحدًا لا يناسبك. ثم نسأل من تختاره.`,
      choose: "النظر إليهم والاختيار",
    },
    reminder: {
      subject: (when) => `يرجى اختيار مرشدك قبل ${when}`,
      text: (when) => `لم تختر بعد. يرجى الاختيار قبل ${when}. و«لا أحد منهم» جواب أيضًا، فعندئذ يبحث المنسق عن شخص آخر.`,
    },
    again: {
      subject: (program) => `اختر مرة أخرى في ${program}`,
      text: "لا يستطيع المرشد الذي اخترته هذه المرة. هذا لا يعني شيئًا عنك: فالأوقات والخطط تتغير. ولا يزال متاحًا لك:",
    },
    lapsed: {
      subject: (program) => `خبر عن مرشدك في ${program}`,
      text: "انتهت مهلة الاختيار، أو لم يعد أحد من المقترحين متاحًا. يرى المنسق أنك تنتظر ويبحث لك عن مرشد.",
      open: "أين أقف الآن",
    },
  },
});
