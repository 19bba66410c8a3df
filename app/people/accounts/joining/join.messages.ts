import { messages } from "../../../platform/i18n.ts";

export const joinWords = messages({
  en: {
    welcome: "Welcome",
    welcomeByName: (name: string) => `Welcome, ${name}`,
    toOrganization: (organization: string) => `${organization} is waiting for you here.`,
    toProgram: (program: string, organization: string) => `${organization} is waiting for you in “${program}”.`,
    asAdministrator: (organization: string, by: string | null) =>
      by === null
        ? `${organization} asks you to help run it, as an administrator.`
        : `${by} asks you to help run ${organization}, as an administrator.`,
    asCoordinator: (program: string, organization: string, by: string | null) =>
      by === null
        ? `${organization} asks you to coordinate “${program}”.`
        : `${by} asks you to coordinate “${program}” at ${organization}.`,
    goOn: "Go on",
    whatHappens: (email: string) => `You go on as ${email}, without a password. If you like, you can set one later under “My account”.`,
    signedInAlready: "You are signed in already; one click, and you are there.",
    otherPerson: (name: string, email: string) =>
      `You are signed in as ${name}, but this letter is for ${email}. If you go on, you are signed in as that person instead.`,
    used: "This link was used already",
    usedText: "Each link works once. Sign in, and you arrive where it leads; without a password, have a link sent to you there.",
    over: "This link has run out",
    overText: "It worked for 30 days. Sign in to go on; without a password, have a link sent to you there.",
    signIn: "Go to sign-in",
    unknown: "This link leads nowhere",
    unknownText:
      "Perhaps a part of it was lost on the way. Copy it from the letter once more, as a whole, or ask whoever wrote to you for a new one.",
  },
  es: {
    welcome: "Te damos la bienvenida",
    welcomeByName: (name) => `Te damos la bienvenida, ${name}`,
    toOrganization: (organization) => `${organization} te espera aquí.`,
    toProgram: (program, organization) => `${organization} te espera en «${program}».`,
    asAdministrator: (organization, by) =>
      by === null ? `${organization} te pide que ayudes a administrarla.` : `${by} te pide que ayudes a administrar ${organization}.`,
    asCoordinator: (program, organization, by) =>
      by === null ? `${organization} te pide que coordines «${program}».` : `${by} te pide que coordines «${program}» en ${organization}.`,
    goOn: "Continuar",
    whatHappens: (email) => `Continúas como ${email}, sin contraseña. Si quieres, puedes poner una más tarde en «Mi cuenta».`,
    signedInAlready: "Ya has entrado; un clic y habrás llegado.",
    otherPerson: (name, email) =>
      `Has entrado como ${name}, pero esta carta es para ${email}. Si continúas, entrarás como esa otra persona.`,
    used: "Este enlace ya se ha usado",
    usedText: "Cada enlace funciona una vez. Entra y llegarás a donde lleva; si no tienes contraseña, pide allí que te enviemos un enlace.",
    over: "Este enlace ha caducado",
    overText: "Funcionaba durante 30 días. Entra para continuar; si no tienes contraseña, pide allí que te enviemos un enlace.",
    signIn: "Ir a la entrada",
    unknown: "Este enlace no lleva a ninguna parte",
    unknownText: "Quizá se perdió una parte por el camino. Cópialo de la carta otra vez, entero, o pide uno nuevo a quien te escribió.",
  },
  ar: {
    welcome: "مرحبًا",
    welcomeByName: (name) => `مرحبًا ${name}`,
    toOrganization: (organization) => `${organization} في انتظارك هنا.`,
    toProgram: (program, organization) => `${organization} في انتظارك في «${program}».`,
    asAdministrator: (organization, by) =>
      by === null ? `تطلب منك ${organization} المساعدة في إدارتها.` : `يطلب منك ${by} المساعدة في إدارة ${organization}.`,
    asCoordinator: (program, organization, by) =>
      by === null ? `تطلب منك ${organization} تنسيق «${program}».` : `يطلب منك ${by} تنسيق «${program}» في ${organization}.`,
    goOn: "متابعة",
    whatHappens: (email) => `تتابع باسم ${email} بلا كلمة مرور. وإن شئت يمكنك لاحقًا تعيين كلمة مرور في «حسابي».`,
    signedInAlready: "لقد سجلت الدخول من قبل؛ نقرة واحدة وتصل.",
    otherPerson: (name, email) => `لقد سجلت الدخول باسم ${name}، لكن هذه الرسالة موجهة إلى ${email}. إن تابعت فستدخل باسم ذلك الشخص.`,
    used: "سبق استخدام هذا الرابط",
    usedText: "يعمل كل رابط مرة واحدة. سجّل الدخول لتصل إلى حيث يؤدي؛ وإن لم تكن لديك كلمة مرور فاطلب هناك رابطًا نرسله إليك.",
    over: "انتهت مدة هذا الرابط",
    overText: "كان يعمل لمدة 30 يومًا. سجّل الدخول للمتابعة؛ وإن لم تكن لديك كلمة مرور فاطلب هناك رابطًا نرسله إليك.",
    signIn: "إلى تسجيل الدخول",
    unknown: "هذا الرابط لا يؤدي إلى مكان",
    unknownText: "ربما ضاع جزء منه في الطريق. انسخه من الرسالة مرة أخرى كاملًا، أو اطلب رابطًا جديدًا ممن كاتبك.",
  },
});
