import { messages, plural } from "../../platform/i18n.ts";

export const messageLetterWords = messages({
  en: {
    subject: (authors: string, n: number) =>
      plural("en", n, { one: `${authors} wrote to you`, other: `${authors} wrote to you: ${n} messages` }),
    opening: (authors: string, n: number) =>
      plural("en", n, { one: `${authors} has written to you.`, other: `While you were away ${n} messages came from ${authors}.` }),
    more: (n: number) => plural("en", n, { one: "1 earlier message is on the page.", other: `${n} earlier messages are on the page.` }),
    files: (n: number) => plural("en", n, { one: "With a file, which is on the page.", other: `With ${n} files, which are on the page.` }),
    answer: "Read and answer",
    byMail: "You can also answer this letter. Your answer goes to everybody in the conversation, without what you quote.",
    notByMail: "Please answer on the page: an answer to this letter reaches nobody.",
    settings: "When such letters come, and your quiet hours, you set on your account's page.",
  },
  es: {
    subject: (authors, n) =>
      plural("es", n, {
        one: `${authors} te ha escrito`,
        many: `${authors} te ha escrito: ${n} de mensajes`,
        other: `${authors}: ${n} mensajes para ti`,
      }),
    opening: (authors, n) =>
      plural("es", n, {
        one: `${authors} te ha escrito.`,
        many: `Mientras no estabas llegaron ${n} de mensajes de ${authors}.`,
        other: `Mientras no estabas llegaron ${n} mensajes de ${authors}.`,
      }),
    more: (n) =>
      plural("es", n, {
        one: "Hay 1 mensaje anterior en la página.",
        many: `Hay ${n} de mensajes anteriores en la página.`,
        other: `Hay ${n} mensajes anteriores en la página.`,
      }),
    files: (n) =>
      plural("es", n, {
        one: "Con un archivo, que está en la página.",
        many: `Con ${n} de archivos, que están en la página.`,
        other: `Con ${n} archivos, que están en la página.`,
      }),
    answer: "Leer y responder",
    byMail: "También puedes responder a esta carta. Tu respuesta llega a todas las personas de la conversación, sin lo que cites.",
    notByMail: "Responde en la página, por favor: una respuesta a esta carta no llega a nadie.",
    settings: "Cuándo llegan estas cartas y tus horas de silencio lo decides en la página de tu cuenta.",
  },
  ar: {
    subject: (authors, n) =>
      plural("ar", n, {
        one: `كتب إليك ${authors}`,
        two: `رسالتان جديدتان من ${authors}`,
        few: `${n} رسائل جديدة من ${authors}`,
        many: `${n} رسالة جديدة من ${authors}`,
        other: `${n} رسالة جديدة من ${authors}`,
      }),
    opening: (authors, n) =>
      plural("ar", n, {
        one: `كتب إليك ${authors}.`,
        two: `وصلتك في غيابك رسالتان من ${authors}.`,
        few: `وصلتك في غيابك ${n} رسائل من ${authors}.`,
        many: `وصلتك في غيابك ${n} رسالة من ${authors}.`,
        other: `وصلتك في غيابك ${n} رسالة من ${authors}.`,
      }),
    more: (n) =>
      plural("ar", n, {
        one: "توجد رسالة أقدم على الصفحة.",
        two: "توجد رسالتان أقدم على الصفحة.",
        few: `توجد ${n} رسائل أقدم على الصفحة.`,
        many: `توجد ${n} رسالة أقدم على الصفحة.`,
        other: `توجد ${n} رسالة أقدم على الصفحة.`,
      }),
    files: (n) =>
      plural("ar", n, {
        one: "معها ملف تجده على الصفحة.",
        two: "معها ملفان تجدهما على الصفحة.",
        few: `معها ${n} ملفات تجدها على الصفحة.`,
        many: `معها ${n} ملفًا تجدها على الصفحة.`,
        other: `معها ${n} ملف تجدها على الصفحة.`,
      }),
    answer: "القراءة والرد",
    byMail: "يمكنك أيضًا الرد على هذه الرسالة البريدية. يصل ردك إلى كل من في المحادثة دون ما تقتبسه.",
    notByMail: "من فضلك أجب على الصفحة: الرد على هذه الرسالة البريدية لا يصل إلى أحد.",
    settings: "متى تصلك هذه الرسائل البريدية وساعات هدوئك تحددها في صفحة حسابك.",
  },
});
