import { messages } from "../platform/i18n.ts";

export const frameWords = messages({
  en: {
    myPage: "My page",
    today: "Today",
    organization: "Programs",
    members: "Team",
    account: "My account",
    myProfile: "My profile",
    mailbox: "Letters kept here",
    concerns: "Concerns",
    somethingIsWrong: "Something is wrong",
  },
  es: {
    myPage: "Mi página",
    today: "Hoy",
    organization: "Programas",
    members: "Equipo",
    account: "Mi cuenta",
    myProfile: "Mi perfil",
    mailbox: "Cartas guardadas aquí",
    concerns: "Inquietudes",
    somethingIsWrong: "Algo no va bien",
  },
  ar: {
    myPage: "صفحتي",
    today: "اليوم",
    organization: "البرامج",
    members: "الفريق",
    account: "حسابي",
    myProfile: "ملفي الشخصي",
    mailbox: "الرسائل المحفوظة هنا",
    concerns: "البلاغات",
    somethingIsWrong: "هناك مشكلة",
  },
});
