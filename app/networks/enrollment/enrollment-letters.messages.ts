import { messages, plural } from "../../platform/i18n.ts";

export const enrollmentLetterWords = messages({
  en: {
    greeting: (name: string) => `Hello ${name},`,
    invitationSubject: (program: string, organization: string) => `${organization} invites you to ${program}`,
    invited: {
      mentee: (program: string, organization: string) => `${organization} would like you to take part in ${program} as a mentee.`,
      mentor: (program: string, organization: string) => `${organization} would like you to take part in ${program} as a mentor.`,
      both: (program: string, organization: string) =>
        `${organization} would like you to take part in ${program}, as a mentee and as a mentor.`,
      peer: (program: string, organization: string) =>
        `${organization} would like you to take part in ${program}, where two equals accompany each other.`,
    },
    reverse: "Here it goes the other way round: those who are younger, or newer, are the mentors of those who have been there longer.",
    whatHappens: "Come in and answer a few questions, so that we can find somebody who suits you. You hear from us when we have.",
    comeIn: "Come in",
    linkHolds: (days: number) =>
      plural("en", days, {
        one: "The link works for a day, and once.",
        other: `The link works for ${days} days, and once. Afterwards you sign in with this e-mail address.`,
      }),
    unexpected: "If you would rather not take part, you can say so there, or leave this letter alone.",
    signUpSubject: (program: string) => `Your place in ${program}`,
    signedUp: {
      mentee: (program: string, organization: string) =>
        `You asked to take part in ${program} at ${organization} as a mentee. One click shows us that this address is yours.`,
      mentor: (program: string, organization: string) =>
        `You asked to take part in ${program} at ${organization} as a mentor. One click shows us that this address is yours.`,
    },
    goOn: "Go on",
    notYou: "If this was not you, leave this letter alone: nobody takes part in your name.",
  },
  es: {
    greeting: (name) => `Hola, ${name}:`,
    invitationSubject: (program, organization) => `${organization} te invita a ${program}`,
    invited: {
      mentee: (program, organization) => `A ${organization} le gustaría que participaras en ${program} para que te acompañe un mentor.`,
      mentor: (program, organization) => `A ${organization} le gustaría que participaras en ${program} para acompañar a otra persona.`,
      both: (program, organization) =>
        `A ${organization} le gustaría que participaras en ${program}, para acompañar a alguien y para que alguien te acompañe.`,
      peer: (program, organization) => `A ${organization} le gustaría que participaras en ${program}, donde dos iguales se acompañan.`,
    },
    reverse: "Aquí va al revés: quien es más joven, o acaba de llegar, acompaña como mentor a quien lleva más tiempo.",
    whatHappens: "Entra y responde a unas preguntas para que encontremos a quien te convenga. En cuanto lo hagamos, tendrás noticias.",
    comeIn: "Entrar",
    linkHolds: (days) =>
      plural("es", days, {
        one: "El enlace sirve un día y una sola vez.",
        other: `El enlace sirve ${days} días y una sola vez. Después entras con esta dirección de correo.`,
      }),
    unexpected: "Si prefieres no participar, puedes decirlo ahí o dejar esta carta sin más.",
    signUpSubject: (program) => `Tu plaza en ${program}`,
    signedUp: {
      mentee: (program, organization) =>
        `Has pedido participar en ${program} de ${organization} con la compañía de un mentor. Con un clic sabemos que esta dirección es tuya.`,
      mentor: (program, organization) =>
        `Has pedido participar en ${program} de ${organization} para acompañar a otra persona. Con un clic sabemos que esta dirección es tuya.`,
    },
    goOn: "Continuar",
    notYou: "Si no has sido tú, deja esta carta sin más: nadie participa en tu nombre.",
  },
  ar: {
    greeting: (name) => `مرحبًا ${name}،`,
    invitationSubject: (program, organization) => `دعوة من ${organization} إلى ${program}`,
    invited: {
      mentee: (program, organization) => `يسر ${organization} أن تشارك في ${program} مسترشدًا.`,
      mentor: (program, organization) => `يسر ${organization} أن تشارك في ${program} مرشدًا.`,
      both: (program, organization) => `يسر ${organization} أن تشارك في ${program} مسترشدًا ومرشدًا.`,
      peer: (program, organization) => `يسر ${organization} أن تشارك في ${program}، حيث يرافق ندّان كل منهما الآخر.`,
    },
    reverse: "هنا يسير الأمر بالعكس: الأصغر أو الأحدث هو مرشد من سبقه.",
    whatHappens: "ادخل وأجب عن بضعة أسئلة كي نجد من يناسبك. ونكتب إليك متى وجدناه.",
    comeIn: "ادخل",
    linkHolds: (days) =>
      plural("ar", days, {
        one: "يعمل الرابط يومًا واحدًا ولمرة واحدة.",
        two: "يعمل الرابط يومين ولمرة واحدة. بعد ذلك تسجّل الدخول بعنوان البريد هذا.",
        few: `يعمل الرابط ${days} أيام ولمرة واحدة. بعد ذلك تسجّل الدخول بعنوان البريد هذا.`,
        many: `يعمل الرابط ${days} يومًا ولمرة واحدة. بعد ذلك تسجّل الدخول بعنوان البريد هذا.`,
        other: `يعمل الرابط ${days} يوم ولمرة واحدة. بعد ذلك تسجّل الدخول بعنوان البريد هذا.`,
      }),
    unexpected: "إن كنت تفضل ألا تشارك فيمكنك قول ذلك هناك، أو دع هذه الرسالة وشأنها.",
    signUpSubject: (program) => `مكانك في ${program}`,
    signedUp: {
      mentee: (program, organization) => `طلبت المشاركة في ${program} لدى ${organization} مسترشدًا. بنقرة واحدة نعرف أن هذا العنوان لك.`,
      mentor: (program, organization) => `طلبت المشاركة في ${program} لدى ${organization} مرشدًا. بنقرة واحدة نعرف أن هذا العنوان لك.`,
    },
    goOn: "متابعة",
    notYou: "إن لم تكن أنت من طلب ذلك فدع هذه الرسالة وشأنها: لا أحد يشارك باسمك.",
  },
});
