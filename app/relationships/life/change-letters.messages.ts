import { messages } from "../../platform/i18n.ts";

/** Letters about what changes in a relationship. `bond` is what somebody has with the others: "mentoring with Jonas". */
export const changeLetterWords = messages({
  en: {
    greeting: (name: string) => `Hello ${name},`,
    somebody: "the coordination",
    open: "Open the page",
    pausedSubject: (other: string) => `A break with ${other}`,
    pausedUntil: (who: string, bond: string, day: string) => `${who} has begun a break in your ${bond}, until ${day}.`,
    pausedOpen: (who: string, bond: string) => `${who} has begun a break in your ${bond}.`,
    pausedWhat: "Until then no reminders come. You can still write to each other, and go on sooner whenever you like.",
    pausedGroup: "Until then no reminders come. You can still write to each other.",
    resumedSubject: (other: string) => `It goes on with ${other}`,
    resumed: (bond: string) => `The break in your ${bond} is over. A good next step is to suggest a time.`,
    extendedSubject: (other: string) => `The last day with ${other}`,
    extendedUntil: (who: string, bond: string, day: string) => `${who} has set the planned last day of your ${bond}: ${day}.`,
    extendedOpen: (who: string, bond: string) => `${who} has set that your ${bond} goes on without a planned end.`,
    closingSubject: (bond: string) => `Your ${bond} comes to its end`,
    closing: (bond: string, day: string) =>
      `Your ${bond} comes to its end. Until ${day} you can write and meet; then messages and sessions close.`,
    closingWhat: "Every ending deserves a good word: what you reached, your thanks, and whether you stay in touch. It takes five minutes.",
    talkedSubject: (bond: string) => `Your ${bond}: a word of thanks`,
    talked: (bond: string, day: string) =>
      `You have had your ${bond}. Until ${day} you can still write to each other; then it closes by itself.`,
    talkedWhat: "A word of thanks does good, and you can say whether you would like to stay in touch. It takes two minutes.",
    goodbye: "Say goodbye",
    endsSoonSubject: (other: string, day: string) => `With ${other} until ${day}`,
    endsSoon: (bond: string, day: string) =>
      `The planned last day of your ${bond} is ${day}. If you would like to go on together, choose a later day; else it comes to its end then, with time to say goodbye.`,
    endsSoonGroup: (bond: string, day: string) =>
      `The planned last day of your ${bond} is ${day}. Then it comes to its end, with time to say goodbye. If you would like to go on, tell its mentor.`,
    reopenedSubject: (other: string) => `It goes on with ${other} after all`,
    reopened: (who: string, bond: string) => `${who} has called the end off: your ${bond} goes on.`,
    concludedSubject: (bond: string) => `Your ${bond} has ended`,
    concluded: (bond: string) =>
      `Your ${bond} is concluded. Its page stays for you to look back, with the letters that you wrote to each other.`,
    next: "You can see there, too, what can come next.",
    concludedInactive: (other: string) =>
      `There was no contact between you and ${other} for a long time, and nobody answered our letters, so the relationship is concluded now. That happens, and nobody is to blame.`,
    toCoordinator: (people: string, program: string, day: string) =>
      `The relationship of ${people} in ${program} comes to its end, on ${day}. What each of them says about it stands on its page.`,
    toCoordinatorSubject: (people: string) => `${people}: it comes to an end`,
    leftSubject: (who: string) => `${who} has left the group`,
    left: (who: string, group: string, program: string) => `${who} has left ${group} in ${program}. The others go on.`,
    takenOutSubject: (group: string) => `You are no longer in ${group}`,
    takenOut: (group: string, program: string) =>
      `The coordination has taken you out of ${group} in ${program}. The group goes on. If you have a question about it, write to your coordinators.`,
    toPart: "My part in the program",
  },
  es: {
    greeting: (name) => `Hola, ${name}:`,
    somebody: "la coordinación",
    open: "Abrir la página",
    pausedSubject: (other) => `Una pausa con ${other}`,
    pausedUntil: (who, bond, day) => `${who} ha empezado una pausa en tu ${bond}, hasta el ${day}.`,
    pausedOpen: (who, bond) => `${who} ha empezado una pausa en tu ${bond}.`,
    pausedWhat: "Hasta entonces no llegan recordatorios. Podéis seguir escribiéndoos y continuar antes cuando queráis.",
    pausedGroup: "Hasta entonces no llegan recordatorios. Podéis seguir escribiéndoos.",
    resumedSubject: (other) => `Continúa con ${other}`,
    resumed: (bond) => `La pausa en tu ${bond} ha terminado. Un buen paso siguiente es proponer una hora.`,
    extendedSubject: (other) => `El último día con ${other}`,
    extendedUntil: (who, bond, day) => `${who} ha fijado el último día previsto de tu ${bond}: ${day}.`,
    extendedOpen: (who, bond) => `${who} ha fijado que tu ${bond} continúe sin final previsto.`,
    closingSubject: (bond) => `Tu ${bond} llega a su fin`,
    closing: (bond, day) =>
      `Tu ${bond} llega a su fin. Hasta el ${day} podéis escribiros y veros; después se cierran los mensajes y las sesiones.`,
    closingWhat:
      "Todo final merece unas buenas palabras: qué habéis logrado, tu agradecimiento y si seguís en contacto. Son cinco minutos.",
    talkedSubject: (bond) => `Tu ${bond}: unas palabras de agradecimiento`,
    talked: (bond, day) => `Tu ${bond} ya tuvo lugar. Hasta el ${day} podéis escribiros; después se cierra sola.`,
    talkedWhat: "Unas palabras de agradecimiento sientan bien, y puedes decir si quieres seguir en contacto. Son dos minutos.",
    goodbye: "Despedirse",
    endsSoonSubject: (other, day) => `Con ${other} hasta el ${day}`,
    endsSoon: (bond, day) =>
      `El último día previsto de tu ${bond} es el ${day}. Si queréis seguir, elegid un día posterior; si no, termina entonces, con tiempo para despediros.`,
    endsSoonGroup: (bond, day) =>
      `El último día previsto de tu ${bond} es el ${day}. Entonces termina, con tiempo para despediros. Si quieres seguir, díselo a quien acompaña el grupo.`,
    reopenedSubject: (other) => `Con ${other} continúa`,
    reopened: (who, bond) => `${who} ha anulado el final: tu ${bond} continúa.`,
    concludedSubject: (bond) => `Tu ${bond} ha terminado`,
    concluded: (bond) => `Tu ${bond} ha concluido. Su página queda para mirar atrás, con las cartas que os escribisteis.`,
    next: "Allí ves también qué puede venir después.",
    concludedInactive: (other) =>
      `Hace mucho que no hay contacto con ${other} y nadie respondió a nuestras cartas; por eso la relación queda concluida. Son cosas que pasan, y nadie tiene la culpa.`,
    toCoordinator: (people, program, day) =>
      `La relación de ${people} en ${program} llega a su fin el ${day}. Lo que dice cada parte está en su página.`,
    toCoordinatorSubject: (people) => `${people}: llega el final`,
    leftSubject: (who) => `${who} ha dejado el grupo`,
    left: (who, group, program) => `${who} ya no está en ${group}, en ${program}. Las demás personas siguen.`,
    takenOutSubject: (group) => `Ya no estás en ${group}`,
    takenOut: (group, program) =>
      `Por decisión de la coordinación ya no estás en ${group}, en ${program}. El grupo continúa. Si tienes preguntas, escribe a tu coordinación.`,
    toPart: "Mi parte en el programa",
  },
  ar: {
    greeting: (name) => `مرحبًا ${name}،`,
    somebody: "جهة التنسيق",
    open: "فتح الصفحة",
    pausedSubject: (other) => `استراحة مع ${other}`,
    pausedUntil: (who, bond, day) => `بدأت استراحة في ${bond} بطلب من ${who}، حتى ${day}.`,
    pausedOpen: (who, bond) => `بدأت استراحة في ${bond} بطلب من ${who}.`,
    pausedWhat: "حتى ذلك الحين لا تصل تذكيرات. ويمكنكم أن تتراسلوا، وأن تستأنفوا قبل ذلك متى شئتم.",
    pausedGroup: "حتى ذلك الحين لا تصل تذكيرات. ويمكنكم أن تتراسلوا.",
    resumedSubject: (other) => `تستأنف العلاقة مع ${other}`,
    resumed: (bond) => `انتهت الاستراحة في ${bond}. اقتراح موعد خطوة تالية جيدة.`,
    extendedSubject: (other) => `آخر يوم مع ${other}`,
    extendedUntil: (who, bond, day) => `حُدد آخر يوم مخطط له في ${bond} من قبل ${who}: ${day}.`,
    extendedOpen: (who, bond) => `حُدد من قبل ${who} أن تستمر ${bond} بلا نهاية مخطط لها.`,
    closingSubject: (bond) => `${bond} تقترب من نهايتها`,
    closing: (bond, day) => `${bond} تقترب من نهايتها. يمكنكم أن تتراسلوا وتلتقوا حتى ${day}، ثم تُغلق الرسائل والجلسات.`,
    closingWhat: "كل نهاية تستحق كلمة طيبة: ما تحقق، وشكرك، وهل تبقون على تواصل. يستغرق ذلك خمس دقائق.",
    talkedSubject: (bond) => `${bond}: كلمة شكر`,
    talked: (bond, day) => `جرت ${bond}. يمكنكم أن تتراسلوا حتى ${day}، ثم تُغلق من تلقاء نفسها.`,
    talkedWhat: "كلمة شكر تسرّ، ويمكنك أن تقول إن كنت تود البقاء على تواصل. يستغرق ذلك دقيقتين.",
    goodbye: "الوداع",
    endsSoonSubject: (other, day) => `مع ${other} حتى ${day}`,
    endsSoon: (bond, day) =>
      `آخر يوم مخطط له في ${bond} هو ${day}. إن أردتم الاستمرار معًا فاختاروا يومًا لاحقًا، وإلا انتهت عندها مع وقت للوداع.`,
    endsSoonGroup: (bond, day) =>
      `آخر يوم مخطط له في ${bond} هو ${day}. عندها تنتهي مع وقت للوداع. إن أردت الاستمرار فقل ذلك لمرشد المجموعة.`,
    reopenedSubject: (other) => `العلاقة مع ${other} مستمرة`,
    reopened: (who, bond) => `أُلغي الإنهاء من قبل ${who}: ${bond} مستمرة.`,
    concludedSubject: (bond) => `انتهت ${bond}`,
    concluded: (bond) => `انتهت ${bond}. تبقى صفحتها لتنظر إلى ما كان، مع الرسائل التي كتبتموها.`,
    next: "وترى هناك أيضًا ما يمكن أن يأتي بعد ذلك.",
    concludedInactive: (other) =>
      `لم يكن بينك وبين ${other} تواصل منذ وقت طويل، ولم يجب أحد عن رسائلنا، ولذلك انتهت العلاقة الآن. هذا يحدث، ولا لوم على أحد.`,
    toCoordinator: (people, program, day) => `علاقة ${people} في ${program} تقترب من نهايتها، في ${day}. وما يقوله كل منهم عنها في صفحتها.`,
    toCoordinatorSubject: (people) => `${people}: اقتراب النهاية`,
    leftSubject: (who) => `غادر ${who} المجموعة`,
    left: (who, group, program) => `غادر ${who} ${group} في ${program}. والآخرون مستمرون.`,
    takenOutSubject: (group) => `لم تعد في ${group}`,
    takenOut: (group, program) =>
      `أخرجتك جهة التنسيق من ${group} في ${program}. والمجموعة مستمرة. إن كان لديك سؤال عن ذلك فاكتب إلى المنسقين.`,
    toPart: "مشاركتي في البرنامج",
  },
});
