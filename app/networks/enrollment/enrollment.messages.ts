import { messages } from "../../platform/i18n.ts";

/** What is said no to, wherever it is asked. */
export const enrollmentWords = messages({
  en: {
    roles: { mentee: "mentee", mentor: "mentor" },
    alreadyThereEqual: "This person is in the program already. Look for the address in the list.",
    alreadyThere: (role: string) => `This person is in the program already, as a ${role}. Look for the address in the list.`,
    hasWithdrawn: "This person was in the program and withdrew. Find the address among those who withdrew, and take them back in there.",
    needsNoInvitation: "This person has come in or has withdrawn, and needs no invitation.",
    justInvited: (minutes: number) => `A letter left less than ${minutes} minutes ago. Give it a little time, then try again.`,
  },
  es: {
    roles: { mentee: "persona mentorizada", mentor: "mentor" },
    alreadyThereEqual: "Esta persona ya está en el programa. Busca la dirección en la lista.",
    alreadyThere: (role) => `Esta persona ya está en el programa como ${role}. Busca la dirección en la lista.`,
    hasWithdrawn: "Esta persona estuvo en el programa y lo dejó. Busca la dirección entre quienes lo dejaron y vuelve a admitirla allí.",
    needsNoInvitation: "Esta persona ya ha entrado o lo ha dejado, y no necesita invitación.",
    justInvited: (minutes) => `Salió una carta hace menos de ${minutes} minutos. Dale un poco de tiempo y vuelve a intentarlo.`,
  },
  ar: {
    roles: { mentee: "مسترشد", mentor: "مرشد" },
    alreadyThereEqual: "هذا الشخص في البرنامج من قبل. ابحث عن العنوان في القائمة.",
    alreadyThere: (role) => `هذا الشخص في البرنامج من قبل بصفة ${role}. ابحث عن العنوان في القائمة.`,
    hasWithdrawn: "كان هذا الشخص في البرنامج ثم انسحب. ابحث عن العنوان بين المنسحبين وأعده من هناك.",
    needsNoInvitation: "دخل هذا الشخص أو انسحب، ولا يحتاج إلى دعوة.",
    justInvited: (minutes) => `خرجت رسالة قبل أقل من ${minutes} دقيقة. أمهلها قليلًا ثم أعد المحاولة.`,
  },
});
