/** Words about one's own choices. `role` is whom one chooses. */
import { messages, plural } from "../../platform/i18n.ts";

export const choiceWords = messages({
  en: {
    title: "My choices",
    choices: { mentor: "Mentors I would like", mentee: "Mentees I would like" },
    audience: "only you. Nobody whom you choose, or set aside, is told; your coordinator sees how many you have chosen.",
    myPage: "My page",
    toDirectory: { mentor: "Look at the mentors", mentee: "Look at the mentees" },
    empty: "Nobody on your list yet",
    emptyText: {
      mentor: "Look around among the mentors. Add those from whom you would like to learn, the one you would like most first.",
      mentee: "Look around among the mentees. Add those whom you would like to help, the one you would like most first.",
    },
    more: (n: number, figure: string) => plural("en", n, { one: `You can add ${figure} more.`, other: `You can add ${figure} more.` }),
    full: "Your list is full. To add somebody else, take one away first.",
    next: "What happens with it",
    how: {
      round:
        "When your coordinator runs the round, your order counts: the program looks for what is best for everybody, and for one of your choices wherever it can.",
      guaranteed: (n: number, figure: string) =>
        plural("en", n, {
          one: "Whoever has made choices gets her first choice, or nobody.",
          other: `Whoever has made choices gets one of her first ${figure}, or nobody: so choose that many.`,
        }),
      mixed: (day?: string): string =>
        day === undefined
          ? "First, mentees ask mentors themselves. Whoever has found nobody when your coordinator closes that takes part in a round, and there your order counts."
          : `First, mentees ask mentors themselves, until and with ${day}. Whoever has found nobody then takes part in a round, and there your order counts.`,
      mixedOver: "The days of asking are over. Whoever has found nobody takes part in a round, and there your order counts.",
      ask: "Being on your list asks nobody yet. You ask a mentor from her page; where you say so, your next choice is asked by itself if a request comes to nothing.",
      three:
        "Your coordinator suggests a few mentors to you, and you choose one of them. Until then this list is for you alone; whom you set aside is not suggested.",
      mentors: "The round looks at the order of mentees and of mentors, and at what the two have in common.",
    },
    until: (day: string) => `You can change your list until the round is run. The program begins on ${day}.`,
    anyTime: "You can change your list until the round is run. You get a letter as soon as somebody is found for you.",
    askAnyTime: "You can change your list at any time.",
    up: "Up",
    down: "Down",
    remove: "Take away",
    whom: (name: string) => `: ${name}`,
    rank: (figure: string) => `Choice ${figure}`,
    gone: "The program's rules do not allow the two of you as a pair (any more), so this choice does not count.",
    unknown: { mentor: "A mentor", mentee: "A mentee" },
    added: "Added to your choices.",
    moved: "Your order is saved.",
    takenAway: "Taken away from your choices.",
    undo: "Put back",
    setAside: "Set aside",
    setAsideText: "You are never paired with these people. They are not told, and nothing changes for them.",
    takeBack: "Take it back",
    refusedNotice: "Set aside. Nobody is told, and you can take it back on the page of your choices.",
    takenBack: "Taken back: you may be paired again.",
    listIsFull: (n: number) =>
      plural("en", n, {
        one: "Your list has room for one choice, and it is full. Take it away first.",
        other: `Your list has room for ${n} choices, and it is full. Take one away first.`,
      }),
    cannotBeChosen: "This person cannot be chosen any more. Look at the list again: others may have come.",
    onMyPage: {
      choose: {
        mentor: (program: string) => `Choose your mentors in ${program}`,
        mentee: (program: string) => `Choose your mentees in ${program}`,
      },
      none: "You have chosen nobody yet. Look around, and say whom you would like.",
      some: (n: number, figure: string) =>
        plural("en", n, { one: `You have made ${figure} choice.`, other: `You have made ${figure} choices.` }),
      look: "Look around",
      away: (program: string) => `Mentees of ${program} do not see you at the moment`,
      awayText: "Three times in a row there was no answer from you. As soon as you say that you are back, you are shown again.",
      back: "I am back",
    },
  },
  es: {
    title: "Mis preferencias",
    choices: { mentor: "Mentores que me gustarían", mentee: "Personas a las que me gustaría acompañar" },
    audience: "solo tú. No se avisa a quien eliges ni a quien apartas; la coordinación ve cuántas personas has elegido.",
    myPage: "Mi página",
    toDirectory: { mentor: "Ver los mentores", mentee: "Ver a las personas mentorizadas" },
    empty: "Todavía no hay nadie en tu lista",
    emptyText: {
      mentor: "Echa un vistazo a los mentores. Añade a las personas de las que te gustaría aprender, empezando por quien más te gustaría.",
      mentee: "Echa un vistazo. Añade a las personas a las que te gustaría ayudar, empezando por quien más te gustaría.",
    },
    more: (n, figure) => plural("es", n, { one: `Puedes añadir ${figure} persona más.`, other: `Puedes añadir ${figure} personas más.` }),
    full: "Tu lista está completa. Para añadir a alguien, quita antes a otra persona.",
    next: "Qué pasa con ella",
    how: {
      round:
        "Cuando la coordinación haga la ronda, tu orden cuenta: el programa busca lo mejor para todo el mundo y, siempre que puede, una de tus preferencias.",
      guaranteed: (n, figure) =>
        plural("es", n, {
          one: "Quien ha elegido recibe su primera preferencia, o a nadie.",
          other: `Quien ha elegido recibe una de sus primeras ${figure} preferencias, o a nadie: elige, pues, ese número.`,
        }),
      mixed: (day) =>
        day === undefined
          ? "Primero, cada persona pide a quien quiera que la acompañe. Quien no haya encontrado a nadie cuando la coordinación lo cierre participa en una ronda, y ahí tu orden cuenta."
          : `Primero, hasta el ${day} incluido, cada persona pide a quien quiera que la acompañe. Quien entonces no haya encontrado a nadie participa en una ronda, y ahí tu orden cuenta.`,
      mixedOver: "Los días de preguntar han terminado. Quien no haya encontrado a nadie participa en una ronda, y ahí tu orden cuenta.",
      ask: "Estar en tu lista no pide nada todavía. Pides a un mentor desde su página; si así lo dices, cuando una petición no sale adelante se pide por sí sola a tu siguiente preferencia.",
      three:
        "La coordinación te propone a unos pocos mentores y tú eliges. Hasta entonces, esta lista es solo para ti; a quien apartes no te lo propondremos.",
      mentors: "La ronda mira el orden de las dos partes, y lo que tienen en común.",
    },
    until: (day) => `Puedes cambiar tu lista hasta que se haga la ronda. El programa empieza el ${day}.`,
    anyTime: "Puedes cambiar tu lista hasta que se haga la ronda. Recibirás una carta en cuanto haya alguien para ti.",
    askAnyTime: "Puedes cambiar tu lista cuando quieras.",
    up: "Subir",
    down: "Bajar",
    remove: "Quitar",
    whom: (name) => `: ${name}`,
    rank: (figure) => `Preferencia ${figure}`,
    gone: "Las reglas del programa no permiten (ya) esta pareja, así que esta preferencia no cuenta.",
    unknown: { mentor: "Un mentor", mentee: "Una persona mentorizada" },
    added: "Añadido a tus preferencias.",
    moved: "Tu orden está guardado.",
    takenAway: "Quitado de tus preferencias.",
    undo: "Volver a poner",
    setAside: "Apartadas",
    setAsideText: "Nunca formarás pareja con estas personas. No lo saben, y para ellas no cambia nada.",
    takeBack: "Deshacer",
    refusedNotice: "Apartada. Nadie lo sabe, y puedes deshacerlo en la página de tus preferencias.",
    takenBack: "Deshecho: de nuevo podéis formar pareja.",
    listIsFull: (n) =>
      plural("es", n, {
        one: "En tu lista cabe una preferencia, y ya está. Quítala antes.",
        other: `En tu lista caben ${n} preferencias, y está completa. Quita una antes.`,
      }),
    cannotBeChosen: "Ya no se puede elegir a esta persona. Mira la lista otra vez: puede que haya más gente.",
    onMyPage: {
      choose: { mentor: (program) => `Elige a tus mentores en ${program}`, mentee: (program) => `Elige a quién acompañar en ${program}` },
      none: "Todavía no has elegido a nadie. Echa un vistazo y di quién te gustaría.",
      some: (n, figure) => plural("es", n, { one: `Has elegido a ${figure} persona.`, other: `Has elegido a ${figure} personas.` }),
      look: "Echar un vistazo",
      away: (program) => `Ahora mismo no te ven en ${program}`,
      awayText: "Tres veces seguidas no hubo respuesta tuya. En cuanto digas que has vuelto, te verán de nuevo.",
      back: "He vuelto",
    },
  },
  ar: {
    title: "اختياراتي",
    choices: { mentor: "المرشدون الذين أودّهم", mentee: "المسترشدون الذين أودّهم" },
    audience: "أنت وحدك. لا يُخبَر من تختاره ولا من تستبعده، ويرى المنسق كم شخصًا اخترت.",
    myPage: "صفحتي",
    toDirectory: { mentor: "تصفّح المرشدين", mentee: "تصفّح المسترشدين" },
    empty: "لا أحد في قائمتك بعد",
    emptyText: {
      mentor: "تصفّح المرشدين وأضف من تودّ أن تتعلّم منهم، وابدأ بالأحبّ إليك.",
      mentee: "تصفّح المسترشدين وأضف من تودّ أن تساعدهم، وابدأ بالأحبّ إليك.",
    },
    more: (n, figure) =>
      plural("ar", n, {
        one: "يمكنك إضافة شخص واحد بعد.",
        two: "يمكنك إضافة شخصين بعد.",
        few: `يمكنك إضافة ${figure} أشخاص بعد.`,
        many: `يمكنك إضافة ${figure} شخصًا بعد.`,
        other: `يمكنك إضافة ${figure} شخص بعد.`,
      }),
    full: "قائمتك مكتملة. لإضافة شخص آخر أزل واحدًا أولًا.",
    next: "ماذا يحدث بها",
    how: {
      round: "حين يجري المنسق الجولة يُحسب ترتيبك: يبحث البرنامج عن الأفضل للجميع، وعن أحد اختياراتك كلما أمكن.",
      guaranteed: (n, figure) =>
        plural("ar", n, {
          one: "من أبدى اختياراته نال اختياره الأول أو لا أحد.",
          two: "من أبدى اختياراته نال أحد اختياريه الأولين أو لا أحد، فاختر هذا العدد.",
          few: `من أبدى اختياراته نال أحد اختياراته الـ${figure} الأولى أو لا أحد، فاختر هذا العدد.`,
          many: `من أبدى اختياراته نال أحد اختياراته الـ${figure} الأولى أو لا أحد، فاختر هذا العدد.`,
          other: `من أبدى اختياراته نال أحد اختياراته الـ${figure} الأولى أو لا أحد، فاختر هذا العدد.`,
        }),
      mixed: (day) =>
        day === undefined
          ? "في البداية يطلب المسترشدون مرشديهم بأنفسهم إلى أن يغلق المنسق ذلك. ومن لم يجد أحدًا عندها يشارك في جولة، وفيها يُحسب ترتيبك."
          : `في البداية يطلب المسترشدون مرشديهم بأنفسهم حتى ${day} ضمنًا. ومن لم يجد أحدًا عندها يشارك في جولة، وفيها يُحسب ترتيبك.`,
      mixedOver: "انتهت أيام السؤال. ومن لم يجد أحدًا يشارك في جولة، وفيها يُحسب ترتيبك.",
      ask: "وجود شخص في قائمتك لا يعني أنه سُئل. تطلب المرشد من صفحته، وإن أردت سُئل اختيارك التالي تلقائيًا حين لا يتم طلب.",
      three: "يقترح عليك المنسق بضعة مرشدين وتختار منهم. وحتى ذلك الحين هذه القائمة لك وحدك، ومن تستبعده لا يُقترح عليك.",
      mentors: "تنظر الجولة إلى ترتيب الطرفين وإلى ما يجمعهما.",
    },
    until: (day) => `يمكنك تغيير قائمتك حتى تُجرى الجولة. يبدأ البرنامج يوم ${day}.`,
    anyTime: "يمكنك تغيير قائمتك حتى تُجرى الجولة. تصلك رسالة حين يوجد من يناسبك.",
    askAnyTime: "يمكنك تغيير قائمتك في أي وقت.",
    up: "إلى أعلى",
    down: "إلى أسفل",
    remove: "إزالة",
    whom: (name) => `: ${name}`,
    rank: (figure) => `الاختيار ${figure}`,
    gone: "لا تسمح قواعد البرنامج (بعد الآن) بجمعكما، فلا يُحسب هذا الاختيار.",
    unknown: { mentor: "مرشد", mentee: "مسترشد" },
    added: "أُضيف إلى اختياراتك.",
    moved: "حُفظ ترتيبك.",
    takenAway: "أُزيل من اختياراتك.",
    undo: "إعادة",
    setAside: "من استبعدتهم",
    setAsideText: "لن تُجمع مع هؤلاء أبدًا. لا يُخبَرون، ولا يتغيّر عندهم شيء.",
    takeBack: "التراجع",
    refusedNotice: "استُبعد. لا يُخبَر أحد، ويمكنك التراجع في صفحة اختياراتك.",
    takenBack: "تم التراجع: قد تُجمعان من جديد.",
    listIsFull: (n) =>
      plural("ar", n, {
        one: "تتسع قائمتك لاختيار واحد وهي مكتملة. أزله أولًا.",
        two: "تتسع قائمتك لاختيارين وهي مكتملة. أزل واحدًا أولًا.",
        few: `تتسع قائمتك لـ${n} اختيارات وهي مكتملة. أزل واحدًا أولًا.`,
        many: `تتسع قائمتك لـ${n} اختيارًا وهي مكتملة. أزل واحدًا أولًا.`,
        other: `تتسع قائمتك لـ${n} اختيار وهي مكتملة. أزل واحدًا أولًا.`,
      }),
    cannotBeChosen: "لم يعد اختيار هذا الشخص ممكنًا. انظر إلى القائمة من جديد، فقد يكون غيره قد انضم.",
    onMyPage: {
      choose: { mentor: (program) => `اختر مرشديك في ${program}`, mentee: (program) => `اختر من ترشدهم في ${program}` },
      none: "لم تختر أحدًا بعد. تصفّح وقل من تودّ.",
      some: (n, figure) =>
        plural("ar", n, {
          one: "اخترت شخصًا واحدًا.",
          two: "اخترت شخصين.",
          few: `اخترت ${figure} أشخاص.`,
          many: `اخترت ${figure} شخصًا.`,
          other: `اخترت ${figure} شخص.`,
        }),
      look: "تصفّح",
      away: (program) => `لا يراك مسترشدو ${program} الآن`,
      awayText: "لم يصل منك رد ثلاث مرات متتالية. حين تقول إنك عدت تظهر من جديد.",
      back: "لقد عدت",
    },
  },
});
