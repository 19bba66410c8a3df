import { messages } from "../../platform/i18n.ts";

export const offerWords = messages({
  en: {
    alreadyPublished: (number: number) => `Round ${number} is published already. Its offers are on their way.`,
    notFinished: "This round has no result yet. Run it first.",
    notAttested:
      "Before anybody is matched, somebody must attest that all participants of this program are adults. Do it in the program's settings.",
    archived: "This program is archived. Take it out of the archive in its settings first.",
    hasRunOut:
      "The time to answer this offer is over. If you would still like to take part, write to your coordinator: she can offer it again.",
    wasTakenBack: "This offer was taken back by the coordinator.",
    wasDeclined: "This offer was declined already.",
    hasBegun: "You both said yes, and your relationship has begun. To end it, talk to your coordinator.",
  },
  es: {
    alreadyPublished: (number) => `La ronda ${number} ya está publicada. Sus propuestas están en camino.`,
    notFinished: "Esta ronda todavía no tiene resultado. Ejecútala primero.",
    notAttested:
      "Antes de emparejar a nadie, alguien debe declarar que todas las personas de este programa son adultas. Hazlo en los ajustes del programa.",
    archived: "Este programa está archivado. Sácalo del archivo en sus ajustes.",
    hasRunOut:
      "El plazo para responder a esta propuesta ha terminado. Si aún quieres participar, escribe a tu coordinación: puede proponértelo de nuevo.",
    wasTakenBack: "La coordinación retiró esta propuesta.",
    wasDeclined: "Esta propuesta ya fue rechazada.",
    hasBegun: "Habéis dicho que sí y vuestra relación ha comenzado. Para terminarla, habla con tu coordinación.",
  },
  ar: {
    alreadyPublished: (number) => `نُشرت الجولة ${number} من قبل، وعروضها في طريقها.`,
    notFinished: "لا نتيجة لهذه الجولة بعد. شغّلها أولًا.",
    notAttested: "قبل أن يُطابَق أحد، يجب أن يُقرّ أحدهم بأن جميع المشاركين في هذا البرنامج بالغون. يمكن ذلك في إعدادات البرنامج.",
    archived: "هذا البرنامج مؤرشف. أخرجه من الأرشيف في إعداداته أولًا.",
    hasRunOut: "انتهت مهلة الرد على هذا العرض. إن كنت ما زلت ترغب في المشاركة فاكتب إلى المنسق، فبإمكانه أن يعرضه من جديد.",
    wasTakenBack: "سحب المنسق هذا العرض.",
    wasDeclined: "رُفض هذا العرض من قبل.",
    hasBegun: "قلتما نعم كلاكما وبدأت علاقتكما. لإنهائها تحدّث مع المنسق.",
  },
});
