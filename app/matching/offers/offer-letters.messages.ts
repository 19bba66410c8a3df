import { messages } from "../../platform/i18n.ts";

export const offerLetterWords = messages({
  en: {
    greeting: (name: string) => `Dear ${name},`,
    offer: {
      subject: (other: string, program: string) => `${other} and you? An answer for ${program}`,
      toMentee: (other: string, program: string) =>
        `We looked for somebody who suits you in ${program}, and would like to introduce you to ${other} as your mentor.`,
      toMentor: (other: string, program: string) =>
        `In ${program}, we would like to introduce you to ${other}, who hopes for a mentor like you.`,
      toSenior: (other: string, program: string) =>
        `In ${program} the younger, or newer, mentor those who have been there longer. We would like to introduce you to ${other} as your mentor.`,
      toPeer: (other: string, program: string) =>
        `In ${program}, we would like to introduce you to ${other}: the two of you would accompany each other.`,
      why: "Why the two of you:",
      until: (when: string, other: string) =>
        `Please answer by ${when}. You can say yes, say no with one tap, or ask ${other} one question first. If we hear nothing by then, the place goes to somebody else.`,
      look: (other: string) => `Meet ${other} and answer`,
      contact: "You see how to reach each other once you both have said yes.",
    },
    reminder: {
      subject: (other: string, when: string) => `${other} hopes for your answer by ${when}`,
      text: (other: string, when: string) =>
        `You have not answered yet whether you would like to be a pair with ${other}. Please do it by ${when}. A no is fine too: then somebody else gets the chance.`,
    },
    begun: {
      group: {
        subject: (mentor: string) => `Your group with ${mentor} begins`,
        joined: (mentee: string) => `${mentee} is in your group`,
        toMentee: (mentor: string) =>
          `You both said yes, and the group of ${mentor} has begun. On its page stands who is in it, and what to do first.`,
        toMentor: (mentee: string) =>
          `${mentee} is in your group now. On its page stands who is in it, how to reach them, and what to do first.`,
      },
      subject: (other: string) => `${other} and you are a pair`,
      text: (other: string) => `You both said yes. On the page of the two of you stands how to reach ${other}, and what to do first.`,
      first: "Most pairs meet within two weeks. Suggest a time today, while it is fresh.",
      open: "Open our page",
    },
    released: {
      subject: (program: string) => `News about your place in ${program}`,
      cannot: (other: string) =>
        `${other} cannot be part of a pair with you this time. That says nothing about you: times and plans change.`,
      ranOut: (other: string) => `${other} did not answer in time, so we do not let you wait any longer.`,
      youRanOut: (other: string) =>
        `The time to answer about ${other} is over, and the place went on. If you would still like to take part, tell your coordinator.`,
      nextMentee:
        "We look for the next best mentor for you now. If somebody is free, you get a letter; if not, your coordinator looks at it.",
      nextMentor: "Your place is free again. If somebody who suits you is waiting, you get a letter.",
      takenBack: (other: string) => `Your coordinator took back the offer of a pair with ${other}. You need not do anything.`,
      left: (other: string) =>
        `${other} no longer takes part in the program, so this offer has ended. Your coordinator sees that you are free again; you need not do anything.`,
      open: "See where I stand",
    },
    asked: {
      subject: (other: string) => `${other} has a question before answering`,
      text: (other: string) => `Before saying yes or no, ${other} would like to know:`,
      answer: "Answer the question",
    },
    answered: {
      subject: (other: string) => `${other} has answered your question`,
      text: (other: string) => `You asked ${other}:`,
      reply: (other: string) => `${other} answers:`,
      decide: "Now say yes or no",
    },
  },
  es: {
    greeting: (name) => `Hola, ${name}:`,
    offer: {
      subject: (other, program) => `¿${other} y tú? Una respuesta para ${program}`,
      toMentee: (other, program) =>
        `Hemos buscado a alguien adecuado para ti en ${program} y nos gustaría presentarte a ${other} para que te acompañe como mentor o mentora.`,
      toMentor: (other, program) => `En ${program} nos gustaría presentarte a ${other}, que espera contar con alguien como tú.`,
      toSenior: (other, program) =>
        `En ${program}, quien es más joven o acaba de llegar acompaña a quien lleva más tiempo. Nos gustaría presentarte a ${other} como tu mentor o mentora.`,
      toPeer: (other, program) => `En ${program} nos gustaría presentarte a ${other}: os acompañaríais el uno al otro.`,
      why: "Por qué vosotros dos:",
      until: (when, other) =>
        `Responde antes del ${when}, por favor. Puedes decir que sí, decir que no con un toque o hacerle antes una pregunta a ${other}. Si no sabemos nada hasta entonces, la plaza pasa a otra persona.`,
      look: (other) => `Conocer a ${other} y responder`,
      contact: "Veréis cómo contactar cuando ambas personas hayáis dicho que sí.",
    },
    reminder: {
      subject: (other, when) => `${other} espera tu respuesta antes del ${when}`,
      text: (other, when) =>
        `Aún no has respondido si quieres formar pareja con ${other}. Hazlo antes del ${when}, por favor. Un no también está bien: así otra persona tiene la oportunidad.`,
    },
    begun: {
      group: {
        subject: (mentor) => `Empieza tu grupo con ${mentor}`,
        joined: (mentee) => `${mentee} está en tu grupo`,
        toMentee: (mentor) =>
          `Habéis dicho que sí y el grupo de ${mentor} ha empezado. En su página está quién lo forma y qué hacer primero.`,
        toMentor: (mentee) => `${mentee} ya está en tu grupo. En su página está quién lo forma, cómo contactar y qué hacer primero.`,
      },
      subject: (other) => `${other} y tú ya sois pareja de mentoría`,
      text: (other) => `Habéis dicho que sí. En vuestra página está cómo contactar con ${other} y qué hacer primero.`,
      first: "La mayoría se ve en las dos primeras semanas. Propón una fecha hoy mismo.",
      open: "Abrir nuestra página",
    },
    released: {
      subject: (program) => `Noticias sobre tu plaza en ${program}`,
      cannot: (other) => `Esta vez ${other} no puede formar pareja contigo. No dice nada de ti: los horarios y los planes cambian.`,
      ranOut: (other) => `${other} no respondió a tiempo, así que no te hacemos esperar más.`,
      youRanOut: (other) =>
        `El plazo para responder sobre ${other} ha terminado y la plaza ha pasado a otra persona. Si aún quieres participar, díselo a tu coordinación.`,
      nextMentee:
        "Ahora buscamos la siguiente mejor persona para ti. Si alguien está libre, recibirás una carta; si no, lo mirará tu coordinación.",
      nextMentor: "Tu plaza vuelve a estar libre. Si alguien adecuado está esperando, recibirás una carta.",
      takenBack: (other) => `Tu coordinación retiró la propuesta de pareja con ${other}. No tienes que hacer nada.`,
      left: (other) =>
        `${other} ya no participa en el programa, así que esta propuesta ha terminado. Tu coordinación ve que vuelves a estar libre; no tienes que hacer nada.`,
      open: "Ver cómo estoy",
    },
    asked: {
      subject: (other) => `${other} tiene una pregunta antes de responder`,
      text: (other) => `Antes de decir sí o no, ${other} quiere saber:`,
      answer: "Responder a la pregunta",
    },
    answered: {
      subject: (other) => `${other} ha respondido a tu pregunta`,
      text: (other) => `Le preguntaste a ${other}:`,
      reply: (other) => `${other} responde:`,
      decide: "Decir ahora sí o no",
    },
  },
  ar: {
    greeting: (name) => `مرحبًا ${name}،`,
    offer: {
      subject: (other, program) => `${other} وأنت؟ جواب من أجل ${program}`,
      toMentee: (other, program) => `بحثنا عمّن يناسبك في ${program}، ونود أن نعرّفك على ${other} ليكون مرشدك.`,
      toMentor: (other, program) => `في ${program} نود أن نعرّفك على ${other} الذي يأمل في مرشد مثلك.`,
      toSenior: (other, program) => `في ${program} يرشد الأصغر أو الأحدث من سبقه. نود أن نعرّفك على ${other} ليكون مرشدك.`,
      toPeer: (other, program) => `في ${program} نود أن نعرّفك على ${other}، ليرافق كل منكما الآخر.`,
      why: "لماذا أنتما معًا:",
      until: (when, other) =>
        `يرجى الرد قبل ${when}. يمكنك القبول، أو الاعتذار بلمسة واحدة، أو طرح سؤال واحد على ${other} أولًا. إن لم يصلنا شيء حتى ذلك الحين انتقل المكان إلى شخص آخر.`,
      look: (other) => `التعرّف على ${other} والرد`,
      contact: "ستريان كيف تتواصلان حين تقولان نعم كلاكما.",
    },
    reminder: {
      subject: (other, when) => `${other} بانتظار ردك قبل ${when}`,
      text: (other, when) =>
        `لم ترد بعد إن كنت تود أن تكون شريكًا في الإرشاد مع ${other}. يرجى الرد قبل ${when}. ولا بأس بالاعتذار، فعندئذ تتاح الفرصة لغيرك.`,
    },
    begun: {
      group: {
        subject: (mentor) => `بدأت مجموعتك مع ${mentor}`,
        joined: (mentee) => `${mentee} في مجموعتك`,
        toMentee: (mentor) => `قلتما نعم كلاكما، وبدأت مجموعة ${mentor}. في صفحتها من فيها وما تفعلونه أولًا.`,
        toMentor: (mentee) => `أصبح ${mentee} في مجموعتك. في صفحتها من فيها وكيف تتواصلون وما تفعلونه أولًا.`,
      },
      subject: (other) => `${other} وأنت الآن ثنائي`,
      text: (other) => `قلتما نعم كلاكما. في صفحتكما كيفية التواصل مع ${other} وما تفعلانه أولًا.`,
      first: "تلتقي معظم الثنائيات خلال أسبوعين. اقترح موعدًا اليوم.",
      open: "فتح صفحتنا",
    },
    released: {
      subject: (program) => `خبر عن مكانك في ${program}`,
      cannot: (other) => `لا يستطيع ${other} هذه المرة أن يكون شريكًا معك. هذا لا يعني شيئًا عنك: فالأوقات والخطط تتغير.`,
      ranOut: (other) => `لم يرد ${other} في الوقت المحدد، فلن ندعك تنتظر أكثر.`,
      youRanOut: (other) => `انتهت مهلة الرد بشأن ${other} وانتقل المكان إلى غيرك. إن كنت ما زلت ترغب في المشاركة فأخبر المنسق.`,
      nextMentee: "نبحث لك الآن عن أفضل مرشد تالٍ. إن وُجد من هو متاح فستصلك رسالة، وإلا فسينظر المنسق في الأمر.",
      nextMentor: "مكانك متاح من جديد. إن كان هناك من يناسبك وينتظر فستصلك رسالة.",
      takenBack: (other) => `سحب المنسق عرض الشراكة مع ${other}. لا يلزمك فعل شيء.`,
      left: (other) => `لم يعد ${other} مشاركًا في البرنامج، فانتهى هذا العرض. يرى المنسق أنك متاح من جديد، ولا يلزمك فعل شيء.`,
      open: "أين أقف الآن",
    },
    asked: {
      subject: (other) => `لدى ${other} سؤال قبل الرد`,
      text: (other) => `قبل القبول أو الاعتذار يود ${other} أن يعرف:`,
      answer: "الإجابة عن السؤال",
    },
    answered: {
      subject: (other) => `أجاب ${other} عن سؤالك`,
      text: (other) => `سألتَ ${other}:`,
      reply: (other) => `يجيب ${other}:`,
      decide: "القبول أو الاعتذار الآن",
    },
  },
});
