import { messages, plural } from "../../platform/i18n.ts";

export const unreadEntryWords = messages({
  en: {
    title: (n: number, figure: string, authors: string) =>
      plural("en", n, { one: `A new message from ${authors}`, other: `${figure} new messages from ${authors}` }),
    somebody: "somebody who has left",
    read: "Read and answer",
  },
  es: {
    title: (n, figure, authors) =>
      plural("es", n, {
        one: `Un mensaje nuevo de ${authors}`,
        many: `${figure} de mensajes nuevos de ${authors}`,
        other: `${figure} mensajes nuevos de ${authors}`,
      }),
    somebody: "alguien que ya no está",
    read: "Leer y responder",
  },
  ar: {
    title: (n, figure, authors) =>
      plural("ar", n, {
        one: `رسالة جديدة من ${authors}`,
        two: `رسالتان جديدتان من ${authors}`,
        few: `${figure} رسائل جديدة من ${authors}`,
        many: `${figure} رسالة جديدة من ${authors}`,
        other: `${figure} رسالة جديدة من ${authors}`,
      }),
    somebody: "شخص غادر",
    read: "القراءة والرد",
  },
});
