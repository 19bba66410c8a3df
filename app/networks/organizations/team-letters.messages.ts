import { messages, plural } from "../../platform/i18n.ts";

export const teamLetterWords = messages({
  en: {
    greeting: (name: string) => `Hello ${name},`,
    invitationSubject: (inviter: string, organization: string) => `${inviter} invites you to the team of ${organization}`,
    asCoordinator: (inviter: string, organization: string, programs: string) =>
      `${inviter} asks you to coordinate ${programs} at ${organization}. You bring the people in, match mentors with mentees, and see how they are doing.`,
    asAdministrator: (inviter: string, organization: string) =>
      `${inviter} asks you to help run ${organization}. As an administrator you see all its programs and look after its team.`,
    comeIn: "Come in",
    linkHolds: (days: number) =>
      plural("en", days, {
        one: "The link works for a day, and once.",
        other: `The link works for ${days} days, and once. Afterwards you sign in with this e-mail address.`,
      }),
    unexpected: "If you did not expect this letter, you need not do anything.",
    ownerSubject: (organization: string) => `You are now an owner of ${organization}`,
    ownerNow: (from: string, organization: string) => `${from} handed ${organization} over to you.`,
    ownerMay: "As its owner you change every role, including administrators, and hand the organization on when the time comes.",
    openTeam: "See the team",
  },
  es: {
    greeting: (name) => `Hola, ${name}:`,
    invitationSubject: (inviter, organization) => `${inviter} te invita al equipo de ${organization}`,
    asCoordinator: (inviter, organization, programs) =>
      `${inviter} te pide que coordines ${programs} en ${organization}. Traes a las personas, unes a mentores y personas mentorizadas, y ves cómo les va.`,
    asAdministrator: (inviter, organization) =>
      `${inviter} te pide que ayudes a llevar ${organization}. En la administración ves todos sus programas y cuidas de su equipo.`,
    comeIn: "Entrar",
    linkHolds: (days) =>
      plural("es", days, {
        one: "El enlace sirve un día y una sola vez.",
        other: `El enlace sirve ${days} días y una sola vez. Después entras con esta dirección de correo.`,
      }),
    unexpected: "Si no esperabas esta carta, no tienes que hacer nada.",
    ownerSubject: (organization) => `Ahora eres titular de ${organization}`,
    ownerNow: (from, organization) => `${from} te ha cedido ${organization}.`,
    ownerMay: "Como titular cambias cualquier papel, también el de la administración, y cedes la organización cuando llegue el momento.",
    openTeam: "Ver el equipo",
  },
  ar: {
    greeting: (name) => `مرحبًا ${name}،`,
    invitationSubject: (inviter, organization) => `دعوة من ${inviter} للانضمام إلى فريق ${organization}`,
    asCoordinator: (inviter, organization, programs) =>
      `يطلب منك ${inviter} تنسيق ${programs} في ${organization}. تضيف الأشخاص، وتجمع المرشدين بالمسترشدين، وتتابع أحوالهم.`,
    asAdministrator: (inviter, organization) =>
      `يطلب منك ${inviter} المساعدة في إدارة ${organization}. بصفتك من المديرين ترى جميع برامجها وترعى فريقها.`,
    comeIn: "ادخل",
    linkHolds: (days) =>
      plural("ar", days, {
        one: "يعمل الرابط يومًا واحدًا ولمرة واحدة.",
        two: "يعمل الرابط يومين ولمرة واحدة. بعد ذلك تسجّل الدخول بعنوان البريد هذا.",
        few: `يعمل الرابط ${days} أيام ولمرة واحدة. بعد ذلك تسجّل الدخول بعنوان البريد هذا.`,
        many: `يعمل الرابط ${days} يومًا ولمرة واحدة. بعد ذلك تسجّل الدخول بعنوان البريد هذا.`,
        other: `يعمل الرابط ${days} يوم ولمرة واحدة. بعد ذلك تسجّل الدخول بعنوان البريد هذا.`,
      }),
    unexpected: "إن لم تكن تتوقع هذه الرسالة، فلا يلزمك فعل شيء.",
    ownerSubject: (organization) => `أصبحت الآن من مالكي ${organization}`,
    ownerNow: (from, organization) => `سلّمك ${from} ${organization}.`,
    ownerMay: "بصفتك من المالكين يمكنك تغيير كل الأدوار، ومنها أدوار المديرين، وتسليم المؤسسة حين يحين الوقت.",
    openTeam: "اعرض الفريق",
  },
});
