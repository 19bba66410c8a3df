import { messages } from "../../platform/i18n.ts";

/** An answer by mail that waits for its person's word. */
export const heldAnswerWords = messages({
  en: {
    subject: { unproved: "Is this answer from you?", late: "Your answer waits for you" },
    letter: {
      unproved:
        "An answer to one of our letters came in your name, and your mail server did not prove that it is from you. Nobody sees it until you say on the page that it is yours.",
      late: "Your answer came long after the letter that it answers to, so we have not passed it on. Please look at it on the page: one button sends it.",
    },
    look: "Look at the answer",
    until: (days: number) => `If you do nothing, it is deleted after ${days} days, and nobody has seen it.`,
    title: { unproved: "Is this from you?", late: "Your answer came late" },
    lead: {
      unproved: "It came by mail in your name, and it is not proved that you wrote it. Nobody but you sees it now.",
      late: "It came by mail, long after the letter that it answers to. Nobody but you sees it now.",
    },
    audience: "Who can see this: you alone, until you send it.",
    came: "It came",
    files: "Files with it",
    sendTitle: "You wrote it",
    sendText: "It goes to everybody in the conversation, now.",
    send: "Yes, send it",
    sent: "It is sent.",
    dropTitle: "You did not, or not any more",
    dropText:
      "It is deleted, and nobody sees it. If somebody writes in your name more often, please tell whoever looks after your mailbox.",
    drop: "Delete it",
    dropped: "It is deleted. Nobody has seen it.",
    filesGone: "Its files are not here any more. Please send them again on the page.",
  },
  es: {
    subject: { unproved: "¿Esta respuesta es tuya?", late: "Tu respuesta te espera" },
    letter: {
      unproved:
        "Llegó en tu nombre una respuesta a una de nuestras cartas, y tu servidor de correo no demostró que sea tuya. Nadie la ve hasta que digas en la página que es tuya.",
      late: "Tu respuesta llegó mucho después de la carta a la que responde, por eso no la hemos entregado. Mírala en la página, por favor: un botón la envía.",
    },
    look: "Ver la respuesta",
    until: (days) => `Si no haces nada, se borra a los ${days} días sin que nadie la haya visto.`,
    title: { unproved: "¿Esto es tuyo?", late: "Tu respuesta llegó tarde" },
    lead: {
      unproved: "Llegó por correo en tu nombre y no está demostrado que la escribieras tú. Ahora solo la ves tú.",
      late: "Llegó por correo mucho después de la carta a la que responde. Ahora solo la ves tú.",
    },
    audience: "Quién puede ver esto: solo tú, hasta que la envíes.",
    came: "Llegó",
    files: "Archivos que trae",
    sendTitle: "La escribiste tú",
    sendText: "Llega ahora a todas las personas de la conversación.",
    send: "Sí, enviarla",
    sent: "Está enviada.",
    dropTitle: "No la escribiste, o ya no vale",
    dropText: "Se borra y nadie la ve. Si alguien escribe más veces en tu nombre, díselo, por favor, a quien cuida de tu buzón.",
    drop: "Borrarla",
    dropped: "Está borrada. Nadie la ha visto.",
    filesGone: "Sus archivos ya no están aquí. Envíalos de nuevo en la página, por favor.",
  },
  ar: {
    subject: { unproved: "هل هذا الرد منك؟", late: "ردك في انتظارك" },
    letter: {
      unproved: "وصل باسمك رد على إحدى رسائلنا البريدية، ولم يُثبت خادم بريدك أنه منك. لا يراه أحد حتى تقول على الصفحة إنه لك.",
      late: "وصل ردك بعد وقت طويل من الرسالة البريدية التي يجيب عنها، فلم نوصله. من فضلك انظر إليه على الصفحة: زر واحد يرسله.",
    },
    look: "رؤية الرد",
    until: (days) => `إن لم تفعل شيئًا يُحذف بعد ${days} يومًا دون أن يراه أحد.`,
    title: { unproved: "هل هذا منك؟", late: "وصل ردك متأخرًا" },
    lead: {
      unproved: "وصل بالبريد باسمك، ولم يثبت أنك كتبته. لا يراه الآن أحد غيرك.",
      late: "وصل بالبريد بعد وقت طويل من الرسالة التي يجيب عنها. لا يراه الآن أحد غيرك.",
    },
    audience: "من يمكنه رؤية هذا: أنت وحدك، حتى ترسله.",
    came: "وصل",
    files: "الملفات معه",
    sendTitle: "أنت من كتبه",
    sendText: "يصل الآن إلى كل من في المحادثة.",
    send: "نعم، أرسله",
    sent: "أُرسل.",
    dropTitle: "لم تكتبه، أو لم تعد تريده",
    dropText: "يُحذف ولا يراه أحد. إن تكرر أن يكتب أحد باسمك فمن فضلك أخبر من يعتني بصندوق بريدك.",
    drop: "احذفه",
    dropped: "حُذف. لم يره أحد.",
    filesGone: "لم تعد ملفاته هنا. من فضلك أرسلها مجددًا على الصفحة.",
  },
});
