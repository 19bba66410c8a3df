import { messages } from "../platform/i18n.ts";

export const problemWords = messages({
  en: {
    "not-found": {
      title: "There is nothing here",
      text: "The page may have moved, or it may not be yours to see. If a link brought you here, ask whoever sent it.",
    },
    away: {
      title: "One moment, please",
      text: "The database does not answer just now. Nothing you sent before is lost. Please try again in a few seconds.",
    },
    bug: {
      title: "That was our mistake",
      text: "Something went wrong on our side, and nothing was changed. It has been written down. Please try again.",
    },
    "too-large": { title: "Too large to send", text: "What you sent is larger than this page takes." },
    foreign: {
      title: "This is not our address",
      text: "This server was asked under a name that is not its own. The operator sets the right one as PUBLIC_URL.",
    },
    home: "To the first page",
  },
  es: {
    "not-found": {
      title: "Aquí no hay nada",
      text: "Puede que la página haya cambiado de lugar o que no te corresponda verla. Si llegaste por un enlace, pregunta a quien lo envió.",
    },
    away: {
      title: "Un momento, por favor",
      text: "La base de datos no responde ahora mismo. Nada de lo que enviaste antes se ha perdido. Inténtalo de nuevo en unos segundos.",
    },
    bug: {
      title: "Ha sido un error nuestro",
      text: "Algo ha fallado de nuestro lado y no se ha cambiado nada. Ha quedado anotado. Inténtalo de nuevo, por favor.",
    },
    "too-large": { title: "Demasiado grande para enviarlo", text: "Lo que enviaste es más grande de lo que admite esta página." },
    foreign: {
      title: "Esta no es nuestra dirección",
      text: "Se ha llamado a este servidor con un nombre que no es el suyo. Quien lo administra indica el correcto en PUBLIC_URL.",
    },
    home: "A la primera página",
  },
  ar: {
    "not-found": { title: "لا يوجد شيء هنا", text: "ربما نُقلت الصفحة، أو ربما ليست مما يمكنك رؤيته. إن وصلت عبر رابط فاسأل من أرسله." },
    away: { title: "لحظة من فضلك", text: "قاعدة البيانات لا تستجيب الآن. لم يضِع شيء مما أرسلته من قبل. يرجى المحاولة بعد ثوانٍ قليلة." },
    bug: { title: "كان هذا خطأً منا", text: "حدث خلل من جانبنا ولم يتغير شيء. لقد سُجّل الخلل. يرجى المحاولة مرة أخرى." },
    "too-large": { title: "أكبر من أن يُرسل", text: "ما أرسلته أكبر مما تقبله هذه الصفحة." },
    foreign: { title: "هذا ليس عنواننا", text: "طُلب هذا الخادم باسم ليس له. يحدد المشغّل الاسم الصحيح في PUBLIC_URL." },
    home: "إلى الصفحة الأولى",
  },
});
