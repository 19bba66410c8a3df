/** Between peers whoever looks and whoever is found are the same: nobody is called a mentor or a mentee. */
import { messages } from "../../platform/i18n.ts";

export const peerDirectoryWords = messages({
  en: {
    title: "People",
    lead: "Look around, and choose with whom you would like to go along. Those who go best with you come first.",
    audience: "people of this program see this of each other, as far as each of them shows it",
    preview:
      "This is what people of this program see of each other. For each of them, those who go best with her come first, and those whom the musts rule out are left out.",
    closed: "In this program people do not look for each other themselves. This is how it would be.",
    onlyFree: "With nobody yet",
    empty: "Nobody to show yet",
    numbered: (figure: string) => `Person ${figure}`,
    free: "Has nobody yet",
    taken: "Has somebody, or an offer",
    nameLater:
      "In this program you see name and picture once the two of you are proposed to each other. Until then what counts is what each of you says.",
    ask: "Ask to go along with me",
    shown: {
      title: "How others see you",
      lead: (program: string) => `This is how you stand among the people of ${program}.`,
      audience: "only you see this page; people of the program see what stands under “Your entry”",
      isShown: "Others see you.",
      away: "Others do not see you at the moment",
      backNotice: "Good to have you back. Others see you again.",
      notYet: "Your entry is empty so far. A line about you is what others read first.",
    },
  },
  es: {
    title: "Personas",
    lead: "Echa un vistazo y elige con quién te gustaría hacer el camino. Primero, quienes mejor encajan contigo.",
    audience: "las personas de este programa ven esto unas de otras, según lo que cada cual muestra",
    preview:
      "Esto es lo que ven las personas de este programa unas de otras. Cada una ve primero a quienes mejor encajan con ella, sin quienes descartan las reglas obligatorias.",
    closed: "En este programa las personas no se buscan por su cuenta. Así sería.",
    onlyFree: "Aún sin nadie",
    empty: "Todavía no hay nadie que mostrar",
    numbered: (figure) => `Persona ${figure}`,
    free: "Aún no tiene a nadie",
    taken: "Tiene a alguien, o una propuesta",
    nameLater:
      "En este programa ves el nombre y la foto cuando os proponen como pareja. Hasta entonces cuenta lo que dice cada cual de sí.",
    ask: "Pedirle que me acompañe",
    shown: {
      title: "Cómo te ven las demás personas",
      lead: (program) => `Así apareces entre las personas de ${program}.`,
      audience: "solo tú ves esta página; las personas del programa ven lo que hay bajo «Tu ficha»",
      isShown: "Las demás personas te ven.",
      away: "De momento las demás personas no te ven",
      backNotice: "Qué bien que hayas vuelto. Las demás personas te ven de nuevo.",
      notYet: "Tu ficha está vacía. Una línea sobre ti es lo primero que se lee.",
    },
  },
  ar: {
    title: "الأشخاص",
    lead: "انظر حولك واختر من تود أن ترافقه. الأنسب لك يأتون أولًا.",
    audience: "يرى المشاركون في هذا البرنامج ذلك بعضهم من بعض، بقدر ما يُظهره كل منهم",
    preview: "هذا ما يراه المشاركون بعضهم من بعض. يرى كل منهم أولًا من هم أنسب له، ولا يرى من تستبعدهم الشروط الواجبة.",
    closed: "في هذا البرنامج لا يبحث الناس بعضهم عن بعض بأنفسهم. هكذا سيكون الأمر.",
    onlyFree: "ليس له أحد بعد",
    empty: "لا أحد لعرضه بعد",
    numbered: (figure) => `الشخص ${figure}`,
    free: "ليس له أحد بعد",
    taken: "له أحد، أو لديه عرض",
    nameLater: "في هذا البرنامج ترى الاسم والصورة حين يُقترح أحدكما على الآخر. وحتى ذلك الحين المهم ما يقوله كل منكما عن نفسه.",
    ask: "اطلب منه أن يرافقني",
    shown: {
      title: "كيف يراك الآخرون",
      lead: (program) => `هكذا تظهر بين المشاركين في ${program}.`,
      audience: "أنت وحدك ترى هذه الصفحة؛ ويرى المشاركون في البرنامج ما تحت «بطاقتك»",
      isShown: "يراك الآخرون.",
      away: "لا يراك الآخرون الآن",
      backNotice: "سعداء بعودتك. يراك الآخرون من جديد.",
      notYet: "بطاقتك فارغة حتى الآن. سطر عنك هو أول ما يقرؤه الآخرون.",
    },
  },
});
