import { messages } from "../platform/i18n.ts";

export const frameWords = messages({
  en: {
    myPage: "My page",
    organization: "Programs",
    members: "Team",
    account: "My account",
    myProfile: "My profile",
    mailbox: "Letters kept here",
  },
  es: {
    myPage: "Mi página",
    organization: "Programas",
    members: "Equipo",
    account: "Mi cuenta",
    myProfile: "Mi perfil",
    mailbox: "Cartas guardadas aquí",
  },
  ar: {
    myPage: "صفحتي",
    organization: "البرامج",
    members: "الفريق",
    account: "حسابي",
    myProfile: "ملفي الشخصي",
    mailbox: "الرسائل المحفوظة هنا",
  },
});
