import { messages, plural } from "../../../platform/i18n.ts";

export const ownPartWords = messages({
  en: {
    myPage: "My page",
    as: {
      mentee: (organization: string) => `You take part as a mentee, with ${organization}.`,
      mentor: (organization: string) => `You take part as a mentor, with ${organization}.`,
      both: (organization: string) => `You take part with ${organization}, as a mentee and as a mentor.`,
      reverse: {
        mentee: (organization: string) =>
          `You take part as a mentee, with ${organization}: somebody younger, or newer, shares with you what they know.`,
        mentor: (organization: string) =>
          `You take part as a mentor, with ${organization}: you share what you know with somebody who has been there longer.`,
      },
      peer: (organization: string) => `You take part with ${organization}: you and another person accompany each other.`,
    },
    left: (coordinators: string) =>
      coordinators === ""
        ? "You no longer take part in this program. If you would like to come back, write to whoever runs it."
        : `You no longer take part in this program. If you would like to come back, write to ${coordinators}.`,
    audience: (coordinators: string) =>
      coordinators === ""
        ? "you and the coordinators; others see of your answers what each question says"
        : `you and ${coordinators}; others see of your answers what each question says`,
    joinTitle: "Join the program",
    joinText: "Then come a few questions. Nobody is told anything about you before you have answered.",
    adult: "I am an adult (18 or older)",
    adultHint: "This program is for adults only: there are no safeguards for minors in it yet.",
    adultNeeded: "Only adults can take part in this program. Tick this if you are one.",
    join: "Join",
    joined: "You have joined. Now the questions.",
    answers: "Your answers",
    answersAs: { mentee: "Your answers as a mentee", mentor: "Your answers as a mentor" },
    missing: (n: number) =>
      plural("en", n, { one: "One question still needs your answer", other: `${n} questions still need your answers` }),
    complete: "You have answered everything",
    seeWhere: "See where you stand",
    paused: (day: string) => `You are taking a break until ${day}. Until then nobody is offered to you.`,
    endBreak: "End the break or change the day",
    places: "How many mentees can you take at a time?",
    placesHint: (places: number) => `Left empty: ${places}. With none you are left out until you say otherwise.`,
    save: "Save my answers",
    saved: "Saved. That is all we need.",
    savedIncomplete: "Saved. Some questions still need your answer; you can come back at any time.",
    withdraw: "Leave the program",
    withdrawAs: { mentee: "Stop taking part as a mentee", mentor: "Stop taking part as a mentor" },
    goneOffers: "Open offers: the other person is told that you are not available",
    goneRounds: "Your place in coming rounds",
    staysPair: "A pair that has begun, and its page",
    staysAnswers: "Your answers and your account; a coordinator can take you back in",
    withdrawn: "You no longer take part. Thank you for telling us.",
  },
  es: {
    myPage: "Mi página",
    as: {
      mentee: (organization) => `Participas con ${organization} para que te acompañe un mentor.`,
      mentor: (organization) => `Participas con ${organization} para acompañar a otra persona.`,
      both: (organization) => `Participas con ${organization}, para acompañar y para que te acompañen.`,
      reverse: {
        mentee: (organization) =>
          `Participas con ${organization} como persona mentorizada: alguien más joven, o recién llegado, comparte contigo lo que sabe.`,
        mentor: (organization) => `Participas con ${organization} como mentor: compartes lo que sabes con alguien que lleva más tiempo.`,
      },
      peer: (organization) => `Participas con ${organization}: otra persona y tú os acompañáis.`,
    },
    left: (coordinators) =>
      coordinators === ""
        ? "Ya no participas en este programa. Si quieres volver, escribe a quien lo lleva."
        : `Ya no participas en este programa. Si quieres volver, escribe a ${coordinators}.`,
    audience: (coordinators) =>
      coordinators === ""
        ? "tú y la coordinación; los demás ven de tus respuestas lo que dice cada pregunta"
        : `tú y ${coordinators}; los demás ven de tus respuestas lo que dice cada pregunta`,
    joinTitle: "Entrar en el programa",
    joinText: "Después vienen unas preguntas. Nadie sabrá nada de ti antes de que respondas.",
    adult: "Soy mayor de edad (18 años o más)",
    adultHint: "Este programa es solo para personas adultas: aún no tiene salvaguardas para menores.",
    adultNeeded: "En este programa solo pueden participar personas adultas. Márcalo si lo eres.",
    join: "Entrar",
    joined: "Ya estás dentro. Ahora, las preguntas.",
    answers: "Tus respuestas",
    answersAs: { mentee: "Tus respuestas como persona mentorizada", mentor: "Tus respuestas como mentor" },
    missing: (n) => plural("es", n, { one: "Falta tu respuesta a una pregunta", other: `Faltan tus respuestas a ${n} preguntas` }),
    complete: "Has respondido a todo",
    seeWhere: "Mira cómo va lo tuyo",
    paused: (day) => `Estás en pausa hasta el ${day}. Hasta entonces no te propondremos a nadie.`,
    endBreak: "Terminar la pausa o cambiar el día",
    places: "¿A cuántas personas puedes acompañar a la vez?",
    placesHint: (places) => `Si queda vacío: ${places}. Con cero no contamos contigo hasta que digas otra cosa.`,
    save: "Guardar mis respuestas",
    saved: "Guardado. Es todo lo que necesitamos.",
    savedIncomplete: "Guardado. Aún faltan respuestas; puedes volver cuando quieras.",
    withdraw: "Dejar el programa",
    withdrawAs: { mentee: "Dejar de participar como persona mentorizada", mentor: "Dejar de participar como mentor" },
    goneOffers: "Las propuestas abiertas: la otra persona sabrá que no estás disponible",
    goneRounds: "Tu lugar en las próximas rondas",
    staysPair: "Una pareja que ya ha empezado, y su página",
    staysAnswers: "Tus respuestas y tu cuenta; la coordinación puede volver a admitirte",
    withdrawn: "Ya no participas. Gracias por decírnoslo.",
  },
  ar: {
    myPage: "صفحتي",
    as: {
      mentee: (organization) => `تشارك مع ${organization} مسترشدًا.`,
      mentor: (organization) => `تشارك مع ${organization} مرشدًا.`,
      both: (organization) => `تشارك مع ${organization} مسترشدًا ومرشدًا.`,
      reverse: {
        mentee: (organization) => `تشارك مع ${organization} مسترشدًا: يشاركك شخص أصغر أو أحدث ما يعرفه.`,
        mentor: (organization) => `تشارك مع ${organization} مرشدًا: تشارك ما تعرفه مع من سبقك.`,
      },
      peer: (organization) => `تشارك مع ${organization}، ويرافق كل منكما الآخر.`,
    },
    left: (coordinators) =>
      coordinators === ""
        ? "لم تعد تشارك في هذا البرنامج. إن أردت العودة فاكتب إلى من يديره."
        : `لم تعد تشارك في هذا البرنامج. إن أردت العودة فاكتب إلى ${coordinators}.`,
    audience: (coordinators) =>
      coordinators === ""
        ? "أنت والمنسقون؛ ويرى الآخرون من إجاباتك ما يذكره كل سؤال"
        : `أنت و${coordinators}؛ ويرى الآخرون من إجاباتك ما يذكره كل سؤال`,
    joinTitle: "انضم إلى البرنامج",
    joinText: "ثم تأتي بضعة أسئلة. لا يُخبر أحد عنك بشيء قبل أن تجيب.",
    adult: "أنا بالغ (18 سنة فأكثر)",
    adultHint: "هذا البرنامج للبالغين فقط: ليست فيه بعد وسائل لحماية القاصرين.",
    adultNeeded: "المشاركة في هذا البرنامج للبالغين فقط. ضع علامة هنا إن كنت منهم.",
    join: "انضم",
    joined: "لقد انضممت. والآن الأسئلة.",
    answers: "إجاباتك",
    answersAs: { mentee: "إجاباتك مسترشدًا", mentor: "إجاباتك مرشدًا" },
    missing: (n) =>
      plural("ar", n, {
        zero: "لا سؤال ينقصه جوابك",
        one: "سؤال واحد ما زال ينتظر جوابك",
        two: "سؤالان ما زالا ينتظران جوابك",
        few: `${n} أسئلة ما زالت تنتظر جوابك`,
        many: `${n} سؤالًا ما زالت تنتظر جوابك`,
        other: `${n} سؤال ما زالت تنتظر جوابك`,
      }),
    complete: "أجبت عن كل شيء",
    seeWhere: "انظر أين وصلت",
    paused: (day) => `أنت في استراحة حتى ${day}. ولن نعرض عليك أحدًا حتى ذلك الحين.`,
    endBreak: "إنهاء الاستراحة أو تغيير اليوم",
    places: "كم مسترشدًا يمكنك مرافقته في وقت واحد؟",
    placesHint: (places) => `إن تُرك فارغًا: ${places}. وبالصفر لا نعرض عليك أحدًا حتى تقول غير ذلك.`,
    save: "احفظ إجاباتي",
    saved: "حُفظت. هذا كل ما نحتاج إليه.",
    savedIncomplete: "حُفظت. ما زالت أسئلة تنتظر جوابك؛ ويمكنك العودة متى شئت.",
    withdraw: "اترك البرنامج",
    withdrawAs: { mentee: "توقف عن المشاركة مسترشدًا", mentor: "توقف عن المشاركة مرشدًا" },
    goneOffers: "العروض المفتوحة: يُخبر الطرف الآخر بأنك غير متاح",
    goneRounds: "مكانك في الجولات القادمة",
    staysPair: "ثنائي قد بدأ وصفحته",
    staysAnswers: "إجاباتك وحسابك؛ ويستطيع منسق إعادتك",
    withdrawn: "لم تعد تشارك. شكرًا لإخبارنا.",
  },
});
