import { messages } from "../../platform/i18n.ts";

export const requestLetterWords = messages({
  en: {
    greeting: (name: string) => `Dear ${name},`,
    made: {
      subjectOfEqual: (other: string, program: string) => `${other} asks you in ${program}: shall we accompany each other?`,
      subject: (mentee: string, program: string) => `${mentee} asks you for mentoring in ${program}`,
      text: (mentee: string, program: string) => `${mentee} has looked at who takes part in ${program} and asks you:`,
      why: "Why the two of you:",
      until: (when: string) =>
        `Please answer by ${when}. You can say yes, say no with one tap, ask one question first, or take a break. If we hear nothing by then, somebody else is asked.`,
      look: (mentee: string) => `Meet ${mentee} and answer`,
      followed: "You are the next choice of somebody whose first did not work out: she has chosen you.",
    },
    reminder: {
      subject: (mentee: string, when: string) => `${mentee} hopes for your answer by ${when}`,
      text: (mentee: string, when: string) =>
        `${mentee} has asked you, and you have not answered yet. Please do it by ${when}. A no is fine too: then somebody else can be asked.`,
    },
    closed: {
      subject: (program: string) => `News about your request in ${program}`,
      declined: (mentor: string) =>
        `${mentor} has thought about your request and cannot say yes this time. That says nothing about you: times and plans change.`,
      expired: (mentor: string) => `${mentor} did not answer in time, so we do not let you wait any longer.`,
      full: (mentor: string) => `All places with ${mentor} have been taken meanwhile. That says nothing about you.`,
      paused: (mentor: string) => `${mentor} takes a break and accepts nobody at the moment. That says nothing about you.`,
      left: (mentor: string) => `${mentor} no longer takes part in the program.`,
      coordinator: (mentor: string) =>
        `Your coordinator has closed your request to ${mentor}. If you have a question about it, just answer this letter.`,
      mode: (mentor: string) =>
        `In this program people find each other in another way now, so your request to ${mentor} is closed. Your coordinator tells you how it goes on.`,
      next: (mentor: string, when: string) => `We have asked ${mentor} for you, your next choice. The answer is due by ${when}.`,
      nobodyNext: "Nobody who could be asked is left on your list of choices. See who else can be asked.",
      another: "You can ask somebody else right away.",
      open: "See where I stand",
      look: "See who can be asked",
    },
    toMentor: {
      subject: (program: string) => `A request in ${program} is closed`,
      withdrawn: (mentee: string) => `${mentee} has taken the request back. You need not do anything. Thank you that you are there.`,
      found: (mentee: string) => `${mentee} has found somebody. You need not do anything. Thank you that you are there.`,
      left: (mentee: string) => `${mentee} no longer takes part in the program. You need not do anything.`,
      coordinator: (mentee: string) => `Your coordinator has closed the request of ${mentee}. You need not do anything.`,
      expired: (mentee: string) =>
        `The time to answer ${mentee} is over, and somebody else is asked now. If you have no time at the moment, take a break: then nobody waits for you.`,
      open: "See my requests",
    },
    asked: {
      subject: (mentor: string) => `${mentor} has a question before answering`,
      text: (mentor: string) => `You have asked ${mentor}, who would like to know first:`,
      answer: "Answer the question",
    },
    answered: {
      subject: (mentee: string) => `${mentee} has answered your question`,
      text: (mentee: string) => `You asked ${mentee}:`,
      reply: (mentee: string) => `${mentee} answers:`,
      decide: "Now say yes or no",
    },
  },
  es: {
    greeting: (name) => `Hola, ${name}:`,
    made: {
      subjectOfEqual: (other, program) => `${other} te pregunta en ${program}: ¿nos acompañamos?`,
      subject: (mentee, program) => `${mentee} te pide acompañamiento en ${program}`,
      text: (mentee, program) => `${mentee} ha mirado quién participa en ${program} y te pregunta a ti:`,
      why: "Por qué vosotros dos:",
      until: (when) =>
        `Responde antes del ${when}, por favor. Puedes decir que sí, decir que no con un toque, hacer antes una pregunta o tomarte una pausa. Si no sabemos nada hasta entonces, se pregunta a otra persona.`,
      look: (mentee) => `Conocer a ${mentee} y responder`,
      followed: "Eres la siguiente elección de alguien que antes no tuvo suerte: te ha elegido a ti.",
    },
    reminder: {
      subject: (mentee, when) => `${mentee} espera tu respuesta antes del ${when}`,
      text: (mentee, when) =>
        `${mentee} te ha preguntado y aún no has respondido. Hazlo antes del ${when}, por favor. Un no también está bien: así se puede preguntar a otra persona.`,
    },
    closed: {
      subject: (program) => `Noticias sobre tu petición en ${program}`,
      declined: (mentor) =>
        `${mentor} ha pensado en tu petición y esta vez no puede decir que sí. No dice nada de ti: los horarios y los planes cambian.`,
      expired: (mentor) => `${mentor} no respondió a tiempo, así que no te hacemos esperar más.`,
      full: (mentor) => `Mientras tanto se han ocupado todas las plazas con ${mentor}. No dice nada de ti.`,
      paused: (mentor) => `${mentor} hace una pausa y no acepta a nadie en este momento. No dice nada de ti.`,
      left: (mentor) => `${mentor} ya no participa en el programa.`,
      coordinator: (mentor) => `Tu coordinación ha cerrado tu petición a ${mentor}. Si tienes alguna pregunta, responde a esta carta.`,
      mode: (mentor) =>
        `En este programa la gente se encuentra ahora de otra manera, así que tu petición a ${mentor} queda cerrada. Tu coordinación te dirá cómo sigue.`,
      next: (mentor, when) => `Hemos preguntado por ti a ${mentor}, tu siguiente elección. Debe responder antes del ${when}.`,
      nobodyNext: "En tu lista de elecciones no queda nadie a quien se pueda preguntar. Mira a quién más puedes preguntar.",
      another: "Puedes preguntar a otra persona ahora mismo.",
      open: "Ver cómo estoy",
      look: "Ver a quién puedes preguntar",
    },
    toMentor: {
      subject: (program) => `Una petición en ${program} queda cerrada`,
      withdrawn: (mentee) => `${mentee} ha retirado la petición. No tienes que hacer nada. Gracias por estar ahí.`,
      found: (mentee) => `${mentee} ya tiene a alguien que le acompaña. No tienes que hacer nada. Gracias por estar ahí.`,
      left: (mentee) => `${mentee} ya no participa en el programa. No tienes que hacer nada.`,
      coordinator: (mentee) => `Tu coordinación ha cerrado la petición de ${mentee}. No tienes que hacer nada.`,
      expired: (mentee) =>
        `El plazo para responder a ${mentee} ha terminado y ahora se pregunta a otra persona. Si no tienes tiempo en este momento, haz una pausa: así nadie te espera.`,
      open: "Ver mis peticiones",
    },
    asked: {
      subject: (mentor) => `${mentor} tiene una pregunta antes de responder`,
      text: (mentor) => `Has preguntado a ${mentor}, que antes quiere saber:`,
      answer: "Responder a la pregunta",
    },
    answered: {
      subject: (mentee) => `${mentee} ha respondido a tu pregunta`,
      text: (mentee) => `Le preguntaste a ${mentee}:`,
      reply: (mentee) => `${mentee} responde:`,
      decide: "Decir ahora sí o no",
    },
  },
  ar: {
    greeting: (name) => `مرحبًا ${name}،`,
    made: {
      subjectOfEqual: (other, program) => `${other} يسألك في ${program}: هل يرافق كل منا الآخر؟`,
      subject: (mentee, program) => `${mentee} يطلب إرشادك في ${program}`,
      text: (mentee, program) => `نظر ${mentee} إلى من يشارك في ${program} وهو يسألك أنت:`,
      why: "لماذا أنتما معًا:",
      until: (when) =>
        `يرجى الرد قبل ${when}. يمكنك القبول، أو الاعتذار بلمسة واحدة، أو طرح سؤال أولًا، أو أخذ استراحة. إن لم يصلنا شيء حتى ذلك الحين سُئل غيرك.`,
      look: (mentee) => `التعرّف على ${mentee} والرد`,
      followed: "أنت الخيار التالي لمن لم يتم له الأمر أولًا: لقد اختارك.",
    },
    reminder: {
      subject: (mentee, when) => `${mentee} بانتظار ردك قبل ${when}`,
      text: (mentee, when) => `سألك ${mentee} ولم ترد بعد. يرجى الرد قبل ${when}. ولا بأس بالاعتذار، فعندئذ يمكن سؤال غيرك.`,
    },
    closed: {
      subject: (program) => `خبر عن طلبك في ${program}`,
      declined: (mentor) => `فكّر ${mentor} في طلبك ولا يستطيع القبول هذه المرة. هذا لا يعني شيئًا عنك: فالأوقات والخطط تتغير.`,
      expired: (mentor) => `لم يرد ${mentor} في الوقت المحدد، فلن ندعك تنتظر أكثر.`,
      full: (mentor) => `شُغلت في هذه الأثناء كل الأماكن لدى ${mentor}. هذا لا يعني شيئًا عنك.`,
      paused: (mentor) => `${mentor} في استراحة ولا يقبل أحدًا الآن. هذا لا يعني شيئًا عنك.`,
      left: (mentor) => `لم يعد ${mentor} مشاركًا في البرنامج.`,
      coordinator: (mentor) => `أغلق المنسق طلبك إلى ${mentor}. إن كان لديك سؤال فرُدّ على هذه الرسالة.`,
      mode: (mentor) => `يجد الناس بعضهم في هذا البرنامج بطريقة أخرى الآن، فأُغلق طلبك إلى ${mentor}. سيخبرك المنسق كيف يستمر الأمر.`,
      next: (mentor, when) => `سألنا ${mentor} من أجلك، وهو خيارك التالي. والرد قبل ${when}.`,
      nobodyNext: "لم يبق في قائمة خياراتك من يمكن سؤاله. انظر من يمكن سؤاله غيرهم.",
      another: "يمكنك أن تسأل شخصًا آخر الآن.",
      open: "أين أقف الآن",
      look: "من يمكن سؤاله",
    },
    toMentor: {
      subject: (program) => `أُغلق طلب في ${program}`,
      withdrawn: (mentee) => `سحب ${mentee} الطلب. لا يلزمك فعل شيء. شكرًا لوجودك.`,
      found: (mentee) => `وجد ${mentee} شخصًا. لا يلزمك فعل شيء. شكرًا لوجودك.`,
      left: (mentee) => `لم يعد ${mentee} مشاركًا في البرنامج. لا يلزمك فعل شيء.`,
      coordinator: (mentee) => `أغلق المنسق طلب ${mentee}. لا يلزمك فعل شيء.`,
      expired: (mentee) => `انتهت مهلة الرد على ${mentee}، ويُسأل الآن غيرك. إن لم يكن لديك وقت فخذ استراحة كي لا ينتظرك أحد.`,
      open: "طلباتي",
    },
    asked: {
      subject: (mentor) => `لدى ${mentor} سؤال قبل الرد`,
      text: (mentor) => `سألتَ ${mentor}، وهو يود أن يعرف أولًا:`,
      answer: "الإجابة عن السؤال",
    },
    answered: {
      subject: (mentee) => `أجاب ${mentee} عن سؤالك`,
      text: (mentee) => `سألتَ ${mentee}:`,
      reply: (mentee) => `يجيب ${mentee}:`,
      decide: "القبول أو الاعتذار الآن",
    },
  },
});
