import { messages } from "../../platform/i18n.ts";

export const ownDataWords = messages({
  en: {
    title: "My data",
    account: "My account",
    sectionText: "Take everything that is kept about you with you, or delete your account.",
    open: "Open my data",
    audience: "only you",
    take: "Take everything with you",
    takeText:
      "All that is kept about you here, in all your organizations, as it is at this moment: your account, profiles, answers, offers, pairs and letters. Passwords and links that let somebody in are left out, and so is what would tell on somebody else.",
    asJson: "Everything, for programs (JSON)",
    asTables: "Everything, for spreadsheets (ZIP with CSV and pictures)",
    leave: "Leave for good",
    leaveText: "You can leave a single organization on your profile there, or delete your account with everything in it.",
    deleteAccount: "Delete my account",
  },
  es: {
    title: "Mis datos",
    account: "Mi cuenta",
    sectionText: "Llévate todo lo que se guarda sobre ti, o elimina tu cuenta.",
    open: "Abrir mis datos",
    audience: "solo tú",
    take: "Llevarte todo",
    takeText:
      "Todo lo que se guarda aquí sobre ti, en todas tus organizaciones, tal como está ahora: tu cuenta, perfiles, respuestas, propuestas, parejas y cartas. No incluye contraseñas ni enlaces que permitan entrar, ni lo que revelaría algo de otra persona.",
    asJson: "Todo, para programas (JSON)",
    asTables: "Todo, para hojas de cálculo (ZIP con CSV y fotos)",
    leave: "Irte del todo",
    leaveText: "Puedes dejar una sola organización desde tu perfil en ella, o eliminar tu cuenta con todo lo que contiene.",
    deleteAccount: "Eliminar mi cuenta",
  },
  ar: {
    title: "بياناتي",
    account: "حسابي",
    sectionText: "خذ معك كل ما نحتفظ به عنك، أو احذف حسابك.",
    open: "فتح بياناتي",
    audience: "أنت وحدك",
    take: "خذ كل شيء معك",
    takeText:
      "كل ما نحتفظ به عنك هنا، في جميع مؤسساتك، كما هو في هذه اللحظة: حسابك وملفاتك الشخصية وإجاباتك وعروضك وثنائياتك ورسائلك. لا يشمل ذلك كلمات المرور والروابط التي تتيح الدخول، ولا ما يكشف شيئًا عن شخص آخر.",
    asJson: "كل شيء، للبرامج (JSON)",
    asTables: "كل شيء، لجداول البيانات (ZIP فيه CSV وصور)",
    leave: "المغادرة نهائيًا",
    leaveText: "يمكنك مغادرة مؤسسة واحدة من ملفك الشخصي فيها، أو حذف حسابك بكل ما فيه.",
    deleteAccount: "حذف حسابي",
  },
});
