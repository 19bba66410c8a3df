import { messages, plural } from "../../platform/i18n.ts";

export const overviewWords = messages({
  en: {
    nextTitle: "What comes next",
    nothing: "Nothing waits for you here today.",
    roles: { mentee: "Mentees", mentor: "Mentors", peer: "Peers" },
    all: (n: number) => plural("en", n, { one: "See the one", other: `See all ${n}` }),
    since: (day: string) => `since ${day}`,
    until: (day: string) => `the first until ${day}`,
    figures: {
      invited: "invited",
      joined: "joined",
      complete: "complete",
      ready: "ready",
      offered: "offered",
      unanswered: "not answered",
      accepted: "accepted",
      declined: "declined",
      expired: "expired",
      waiting: "waiting",
      returned: "letters came back",
      paused: "paused",
      withdrawn: "withdrew",
    },
    begin: {
      title: "How a program begins",
      lead: "Nobody is in it yet. Most begin with the two spreadsheets that they have; the columns become questions by themselves.",
      ask: "Say what you want to know of people",
      askText: (n: number) =>
        n === 0
          ? "Grade, field, languages, hours: whatever matching should look at."
          : plural("en", n, { one: "One question is there.", other: `${n} questions are there.` }),
      askLink: "Write a question",
      askedLink: "See the questions",
      bring: "Bring in your mentors and mentees",
      bringText: "CSV or Excel, as it is. You see what would happen before anything does, and nobody gets a letter.",
      bringLink: "Bring in a spreadsheet",
      invite: "Or add people one by one",
      inviteText: "With a letter that lets them in, if you like. In the settings you can open a sign-up page for everybody, too.",
      inviteLink: "Add somebody",
    },
    signUpTitle: "Sign-up is open",
    signUpText: "Whoever has this link can join:",
    steps: {
      look: "Look at them",
      returned: (n: number, count: string) =>
        plural("en", n, { one: "Letters to one person do not arrive", other: `Letters to ${count} people do not arrive` }),
      returnedText: "Their addresses may be wrong. Ask for others.",
      roundRuns: (round: number) => `Round ${round} is running`,
      roundFinished: (round: number) => `Round ${round} is finished, and waits for you`,
      roundFinishedText: "Look at the pairs, change what you know better, and publish. Nobody has been told yet.",
      openBoard: "Open the board",
      answersDue: (n: number, count: string, day: string) =>
        plural("en", n, {
          one: `One person has an offer to answer, until ${day}`,
          other: `${count} people have an offer to answer; the first until ${day}`,
        }),
      thenNext: "What is declined or runs out goes to the next best who is free, by itself.",
      thenYours: "What is declined or runs out comes back to you.",
      requestsOpen: (n: number, count: string, day: string) =>
        plural("en", n, {
          one: `One request waits for a mentor's answer, until ${day}`,
          other: `${count} requests wait for a mentor's answer; the first until ${day}`,
        }),
      menteesAsk: "Mentees can ask mentors now",
      askingText: ({ isOpen, thenRound }: { isOpen: boolean; thenRound: boolean }, day: string | null): string =>
        !isOpen
          ? "The days of asking are over. These run on until their date; a round can take whoever has nobody."
          : day !== null
            ? `Mentees ask until and with ${day}; then a round matches whoever has nobody.`
            : thenRound
              ? "Once you close asking, a round can match whoever has nobody."
              : "",
      toRequests: "See the requests",
      choosing: (n: number, count: string, day: string) =>
        plural("en", n, {
          one: `One mentee chooses among those suggested to her, until ${day}`,
          other: `${count} mentees choose among those suggested to them; the first until ${day}`,
        }),
      waiting: (n: number, count: string, since: string) =>
        plural("en", n, { one: `One mentee is waiting since ${since}`, other: `${count} mentees are waiting, the first since ${since}` }),
      nobodyFree: "No mentor has a free place. More mentors would help, or more places of those who are here.",
      freeButNotFitting: (n: number, count: string) =>
        plural("en", n, {
          one: "One mentor is free, and was not a fit or has not been asked. Look at why, and run another round.",
          other: `${count} mentors are free, and were not a fit or have not been asked. Look at why, and run another round.`,
        }),
      peersWaiting: (n: number, count: string, since: string) =>
        plural("en", n, { one: `One person is waiting since ${since}`, other: `${count} people are waiting, the first since ${since}` }),
      noPeerFree: "Nobody else is free. More people would help.",
      peersFree: (n: number, count: string) =>
        plural("en", n, {
          one: "One other person is free, and was not a fit or has not been asked. Look at why, and run another round.",
          other: `${count} other people are free, and were not a fit or have not been asked. Look at why, and run another round.`,
        }),
      runPeerRound: (peers: string) => `Ready for a round: people ${peers}`,
      noPeers: "One person is here, and nobody yet to be paired with",
      runRound: (mentees: string, mentors: string) => `Ready for a round: mentees ${mentees}, mentors ${mentors}`,
      runRoundText: "You see the pairs and why before anybody else does.",
      toRound: "Run a round",
      noMentors: (n: number, count: string) =>
        plural("en", n, { one: "One mentee is here, and no mentor yet", other: `${count} mentees are here, and no mentor yet` }),
      noMentees: (n: number, count: string) =>
        plural("en", n, { one: "One mentor is here, and no mentee yet", other: `${count} mentors are here, and no mentee yet` }),
      bringIn: "Bring in a spreadsheet",
      ask: "The program asks its people nothing yet",
      askText: "Without answers, matching knows only the profiles.",
      toQuestions: "Write questions",
      invite: (n: number, count: string) =>
        plural("en", n, { one: "One person has not been invited yet", other: `${count} people have not been invited yet` }),
      inviteText: "You may invite them now, or leave it to the letter with their offer.",
      toInvite: "Invite them",
      notJoined: (n: number, count: string) =>
        plural("en", n, { one: "One person was invited and has not joined", other: `${count} people were invited and have not joined` }),
      remind: "Write to them",
    },
  },
  es: {
    nextTitle: "Qué viene ahora",
    nothing: "Hoy no hay nada pendiente aquí.",
    roles: { mentee: "Personas mentorizadas", mentor: "Mentores", peer: "Iguales" },
    all: (n) => plural("es", n, { one: "Ver a la única persona", other: `Ver a las ${n}` }),
    since: (day) => `desde el ${day}`,
    until: (day) => `la primera hasta el ${day}`,
    figures: {
      invited: "con invitación",
      joined: "han entrado",
      complete: "completas",
      ready: "listas",
      offered: "con propuesta",
      unanswered: "sin responder",
      accepted: "aceptaron",
      declined: "rechazaron",
      expired: "caducaron",
      waiting: "a la espera",
      returned: "cartas devueltas",
      paused: "en pausa",
      withdrawn: "lo dejaron",
    },
    begin: {
      title: "Cómo empieza un programa",
      lead: "Aún no hay nadie. Casi todos empiezan con las dos hojas de cálculo que tienen; las columnas se vuelven preguntas solas.",
      ask: "Di qué quieres saber de las personas",
      askText: (n) =>
        n === 0
          ? "Nivel, área, idiomas, horas: todo lo que el emparejamiento deba mirar."
          : plural("es", n, { one: "Hay una pregunta.", other: `Hay ${n} preguntas.` }),
      askLink: "Escribir una pregunta",
      askedLink: "Ver las preguntas",
      bring: "Trae a tus mentores y a las personas mentorizadas",
      bringText: "CSV o Excel, tal como está. Ves qué pasaría antes de que pase, y nadie recibe cartas.",
      bringLink: "Traer una hoja de cálculo",
      invite: "O añade a las personas una a una",
      inviteText: "Con una carta para entrar, si quieres. En los ajustes también puedes abrir una página de inscripción para cualquiera.",
      inviteLink: "Añadir a alguien",
    },
    signUpTitle: "La inscripción está abierta",
    signUpText: "Quien tenga este enlace puede entrar:",
    steps: {
      look: "Ver quiénes son",
      returned: (n, count) =>
        plural("es", n, { one: "Las cartas a una persona no llegan", other: `Las cartas a ${count} personas no llegan` }),
      returnedText: "Quizá sus direcciones estén mal. Pídeles otras.",
      roundRuns: (round) => `La ronda ${round} está en marcha`,
      roundFinished: (round) => `La ronda ${round} ha terminado y te espera`,
      roundFinishedText: "Mira las parejas, cambia lo que sepas mejor y publica. Todavía nadie lo sabe.",
      openBoard: "Abrir el tablero",
      answersDue: (n, count, day) =>
        plural("es", n, {
          one: `Una persona tiene una propuesta por responder, hasta el ${day}`,
          other: `${count} personas tienen una propuesta por responder; la primera hasta el ${day}`,
        }),
      thenNext: "Lo que se rechaza o caduca pasa por sí solo a quien mejor encaje y siga libre.",
      thenYours: "Lo que se rechaza o caduca vuelve a ti.",
      requestsOpen: (n, count, day) =>
        plural("es", n, {
          one: `Una petición espera respuesta, hasta el ${day}`,
          other: `${count} peticiones esperan respuesta; la primera hasta el ${day}`,
        }),
      menteesAsk: "Ahora se puede preguntar a los mentores",
      askingText: ({ isOpen, thenRound }, day) =>
        !isOpen
          ? "Los días de preguntar han terminado. Estas siguen hasta su fecha; una ronda puede tomar a quien no tenga a nadie."
          : day !== null
            ? `Se puede preguntar hasta el ${day} incluido; después, una ronda empareja a quien no tenga a nadie.`
            : thenRound
              ? "Cuando cierres las peticiones, una ronda puede emparejar a quien no tenga a nadie."
              : "",
      toRequests: "Ver las peticiones",
      choosing: (n, count, day) =>
        plural("es", n, {
          one: `Una persona mentorizada elige entre sus sugerencias, hasta el ${day}`,
          other: `${count} personas mentorizadas eligen entre sus sugerencias; la primera hasta el ${day}`,
        }),
      waiting: (n, count, since) =>
        plural("es", n, {
          one: `Una persona mentorizada está a la espera desde el ${since}`,
          other: `${count} personas mentorizadas están a la espera, la primera desde el ${since}`,
        }),
      nobodyFree: "Ningún mentor tiene plaza libre. Ayudarían más mentores, o más plazas de quienes están.",
      freeButNotFitting: (n, count) =>
        plural("es", n, {
          one: "Un mentor está libre y no encajaba o no ha sido preguntado. Mira por qué y lanza otra ronda.",
          other: `${count} mentores están libres y no encajaban o no han sido preguntados. Mira por qué y lanza otra ronda.`,
        }),
      peersWaiting: (n, count, since) =>
        plural("es", n, {
          one: `Una persona espera desde el ${since}`,
          other: `${count} personas esperan, la primera desde el ${since}`,
        }),
      noPeerFree: "No hay nadie más libre. Ayudaría que hubiera más personas.",
      peersFree: (n, count) =>
        plural("es", n, {
          one: "Hay otra persona libre que no encajaba o a quien no se ha preguntado. Mira por qué y haz otra ronda.",
          other: `Hay otras ${count} personas libres que no encajaban o a quienes no se ha preguntado. Mira por qué y haz otra ronda.`,
        }),
      runPeerRound: (peers) => `Para una ronda: personas ${peers}`,
      noPeers: "Hay una persona, y todavía nadie con quien emparejarla",
      runRound: (mentees, mentors) => `Para una ronda: personas mentorizadas ${mentees}, mentores ${mentors}`,
      runRoundText: "Ves las parejas y sus razones antes que nadie.",
      toRound: "Lanzar una ronda",
      noMentors: (n, count) =>
        plural("es", n, {
          one: "Hay una persona mentorizada y aún ningún mentor",
          other: `Hay ${count} personas mentorizadas y aún ningún mentor`,
        }),
      noMentees: (n, count) =>
        plural("es", n, {
          one: "Hay un mentor y aún ninguna persona mentorizada",
          other: `Hay ${count} mentores y aún ninguna persona mentorizada`,
        }),
      bringIn: "Traer una hoja de cálculo",
      ask: "El programa aún no pregunta nada a su gente",
      askText: "Sin respuestas, el emparejamiento solo conoce los perfiles.",
      toQuestions: "Escribir preguntas",
      invite: (n, count) =>
        plural("es", n, { one: "Una persona aún no tiene invitación", other: `${count} personas aún no tienen invitación` }),
      inviteText: "Puedes invitarlas ahora, o dejarlo para la carta con su propuesta.",
      toInvite: "Invitarlas",
      notJoined: (n, count) =>
        plural("es", n, {
          one: "Una persona tiene invitación y no ha entrado",
          other: `${count} personas tienen invitación y no han entrado`,
        }),
      remind: "Escribirles",
    },
  },
  ar: {
    nextTitle: "ما التالي",
    nothing: "لا شيء ينتظرك هنا اليوم.",
    roles: { mentee: "المسترشدون", mentor: "المرشدون", peer: "الأقران" },
    all: (n) =>
      plural("ar", n, {
        zero: "لا أحد",
        one: "اعرض الشخص الوحيد",
        two: "اعرض الاثنين",
        few: `اعرض الـ${n} جميعًا`,
        many: `اعرض الـ${n} جميعًا`,
        other: `اعرض الـ${n} جميعًا`,
      }),
    since: (day) => `منذ ${day}`,
    until: (day) => `أولهم حتى ${day}`,
    figures: {
      invited: "مدعوون",
      joined: "انضموا",
      complete: "مكتملون",
      ready: "مستعدون",
      offered: "لديهم عرض",
      unanswered: "لم يجيبوا",
      accepted: "قبلوا",
      declined: "اعتذروا",
      expired: "انتهت عروضهم",
      waiting: "ينتظرون",
      returned: "عادت رسائلهم",
      paused: "متوقفون",
      withdrawn: "انسحبوا",
    },
    begin: {
      title: "كيف يبدأ برنامج",
      lead: "لا أحد فيه بعد. يبدأ أكثر الناس بالجدولين اللذين لديهم، وتصير الأعمدة أسئلة تلقائيًا.",
      ask: "حدد ما تريد معرفته عن الأشخاص",
      askText: (n) =>
        plural("ar", n, {
          zero: "الدرجة والمجال واللغات والساعات: كل ما ينبغي أن تنظر إليه المطابقة.",
          one: "يوجد سؤال واحد.",
          two: "يوجد سؤالان.",
          few: `توجد ${n} أسئلة.`,
          many: `يوجد ${n} سؤالًا.`,
          other: `يوجد ${n} سؤال.`,
        }),
      askLink: "اكتب سؤالًا",
      askedLink: "اعرض الأسئلة",
      bring: "أدخل مرشديك ومسترشديك",
      bringText: "ملف CSV أو Excel كما هو. ترى ما سيحدث قبل أن يحدث، ولا تصل أحدًا رسالة.",
      bringLink: "استورد جدولًا",
      invite: "أو أضف الأشخاص واحدًا واحدًا",
      inviteText: "ومعها رسالة تُدخلهم إن شئت. ويمكنك في الإعدادات فتح صفحة تسجيل للجميع.",
      inviteLink: "أضف شخصًا",
    },
    signUpTitle: "التسجيل مفتوح",
    signUpText: "يستطيع كل من لديه هذا الرابط أن ينضم:",
    steps: {
      look: "اعرضهم",
      returned: (n, count) =>
        plural("ar", n, {
          zero: "تصل كل الرسائل",
          one: "لا تصل الرسائل إلى شخص واحد",
          two: "لا تصل الرسائل إلى شخصين",
          few: `لا تصل الرسائل إلى ${count} أشخاص`,
          many: `لا تصل الرسائل إلى ${count} شخصًا`,
          other: `لا تصل الرسائل إلى ${count} شخص`,
        }),
      returnedText: "ربما كانت عناوينهم خاطئة. اطلب منهم غيرها.",
      roundRuns: (round) => `الجولة ${round} جارية`,
      roundFinished: (round) => `انتهت الجولة ${round} وهي في انتظارك`,
      roundFinishedText: "انظر إلى الثنائيات وغيّر ما تعرفه أفضل ثم انشر. لم يعلم أحد بعد.",
      openBoard: "افتح اللوحة",
      answersDue: (n, count, day) =>
        plural("ar", n, {
          zero: "لا أحد لديه عرض ينتظر جوابًا",
          one: `لدى شخص واحد عرض ينتظر جوابه حتى ${day}`,
          two: `لدى شخصين عرض ينتظر الجواب؛ أولهما حتى ${day}`,
          few: `لدى ${count} أشخاص عرض ينتظر الجواب؛ أولهم حتى ${day}`,
          many: `لدى ${count} شخصًا عرض ينتظر الجواب؛ أولهم حتى ${day}`,
          other: `لدى ${count} شخص عرض ينتظر الجواب؛ أولهم حتى ${day}`,
        }),
      thenNext: "ما يُعتذر عنه أو تنتهي مدته يذهب تلقائيًا إلى الأنسب ممن بقي متاحًا.",
      thenYours: "ما يُعتذر عنه أو تنتهي مدته يعود إليك.",
      requestsOpen: (n, count, day) =>
        plural("ar", n, {
          zero: "لا طلب ينتظر الرد",
          one: `طلب واحد ينتظر رد مرشد حتى ${day}`,
          two: `طلبان ينتظران رد مرشد؛ أولهما حتى ${day}`,
          few: `${count} طلبات تنتظر رد مرشد؛ أولها حتى ${day}`,
          many: `${count} طلبًا ينتظر رد مرشد؛ أولها حتى ${day}`,
          other: `${count} طلب ينتظر رد مرشد؛ أولها حتى ${day}`,
        }),
      menteesAsk: "يمكن للمسترشدين الآن أن يسألوا المرشدين",
      askingText: ({ isOpen, thenRound }, day) =>
        !isOpen
          ? "انتهت أيام السؤال. وتستمر هذه الطلبات حتى موعدها، ويمكن لجولة أن تشمل من لم يجد أحدًا."
          : day !== null
            ? `يسأل المسترشدون حتى ${day} ضمنًا، ثم تطابق جولة من لم يجد أحدًا.`
            : thenRound
              ? "متى أغلقت السؤال أمكن لجولة أن تطابق من لم يجد أحدًا."
              : "",
      toRequests: "اعرض الطلبات",
      choosing: (n, count, day) =>
        plural("ar", n, {
          zero: "لا أحد يختار الآن",
          one: `مسترشد واحد يختار ممن اقتُرحوا عليه حتى ${day}`,
          two: `مسترشدان يختاران ممن اقتُرحوا عليهما؛ أولهما حتى ${day}`,
          few: `${count} مسترشدين يختارون ممن اقتُرحوا عليهم؛ أولهم حتى ${day}`,
          many: `${count} مسترشدًا يختارون ممن اقتُرحوا عليهم؛ أولهم حتى ${day}`,
          other: `${count} مسترشد يختارون ممن اقتُرحوا عليهم؛ أولهم حتى ${day}`,
        }),
      waiting: (n, count, since) =>
        plural("ar", n, {
          zero: "لا مسترشد ينتظر",
          one: `مسترشد واحد ينتظر منذ ${since}`,
          two: `مسترشدان ينتظران، أولهما منذ ${since}`,
          few: `${count} مسترشدين ينتظرون، أولهم منذ ${since}`,
          many: `${count} مسترشدًا ينتظرون، أولهم منذ ${since}`,
          other: `${count} مسترشد ينتظرون، أولهم منذ ${since}`,
        }),
      nobodyFree: "لا مرشد لديه مكان شاغر. يفيد مزيد من المرشدين، أو أماكن أكثر لدى الموجودين.",
      freeButNotFitting: (n, count) =>
        plural("ar", n, {
          zero: "لا مرشد متاح.",
          one: "مرشد واحد متاح لم يكن مناسبًا أو لم يُسأل. انظر السبب وابدأ جولة أخرى.",
          two: "مرشدان متاحان لم يكونا مناسبين أو لم يُسألا. انظر السبب وابدأ جولة أخرى.",
          few: `${count} مرشدين متاحون لم يكونوا مناسبين أو لم يُسألوا. انظر السبب وابدأ جولة أخرى.`,
          many: `${count} مرشدًا متاحون لم يكونوا مناسبين أو لم يُسألوا. انظر السبب وابدأ جولة أخرى.`,
          other: `${count} مرشد متاحون لم يكونوا مناسبين أو لم يُسألوا. انظر السبب وابدأ جولة أخرى.`,
        }),
      peersWaiting: (n, count, since) =>
        plural("ar", n, {
          one: `شخص واحد ينتظر منذ ${since}`,
          two: `شخصان ينتظران، أولهما منذ ${since}`,
          few: `${count} أشخاص ينتظرون، أولهم منذ ${since}`,
          many: `${count} شخصًا ينتظرون، أولهم منذ ${since}`,
          other: `${count} شخص ينتظرون، أولهم منذ ${since}`,
        }),
      noPeerFree: "لا أحد آخر متاح. سيفيد انضمام مزيد من الأشخاص.",
      peersFree: (n, count) =>
        plural("ar", n, {
          one: "شخص آخر متاح، ولم يكن مناسبًا أو لم يُسأل بعد. انظر السبب ثم أجرِ جولة أخرى.",
          two: "شخصان آخران متاحان، ولم يكونا مناسبين أو لم يُسألا بعد. انظر السبب ثم أجرِ جولة أخرى.",
          few: `${count} أشخاص آخرون متاحون، ولم يكونوا مناسبين أو لم يُسألوا بعد. انظر السبب ثم أجرِ جولة أخرى.`,
          many: `${count} شخصًا آخرون متاحون، ولم يكونوا مناسبين أو لم يُسألوا بعد. انظر السبب ثم أجرِ جولة أخرى.`,
          other: `${count} شخص آخرون متاحون، ولم يكونوا مناسبين أو لم يُسألوا بعد. انظر السبب ثم أجرِ جولة أخرى.`,
        }),
      runPeerRound: (peers) => `جاهزون لجولة: ${peers}`,
      noPeers: "هنا شخص واحد، ولا أحد بعد يكون قرينًا له",
      runRound: (mentees, mentors) => `مستعدون لجولة: المسترشدون ${mentees}، المرشدون ${mentors}`,
      runRoundText: "ترى الثنائيات وأسبابها قبل أي أحد.",
      toRound: "ابدأ جولة",
      noMentors: (n, count) =>
        plural("ar", n, {
          zero: "لا أحد هنا بعد",
          one: "هنا مسترشد واحد ولا مرشد بعد",
          two: "هنا مسترشدان ولا مرشد بعد",
          few: `هنا ${count} مسترشدين ولا مرشد بعد`,
          many: `هنا ${count} مسترشدًا ولا مرشد بعد`,
          other: `هنا ${count} مسترشد ولا مرشد بعد`,
        }),
      noMentees: (n, count) =>
        plural("ar", n, {
          zero: "لا أحد هنا بعد",
          one: "هنا مرشد واحد ولا مسترشد بعد",
          two: "هنا مرشدان ولا مسترشد بعد",
          few: `هنا ${count} مرشدين ولا مسترشد بعد`,
          many: `هنا ${count} مرشدًا ولا مسترشد بعد`,
          other: `هنا ${count} مرشد ولا مسترشد بعد`,
        }),
      bringIn: "استورد جدولًا",
      ask: "لا يسأل البرنامج أشخاصه شيئًا بعد",
      askText: "من دون إجابات لا تعرف المطابقة إلا الملفات الشخصية.",
      toQuestions: "اكتب أسئلة",
      invite: (n, count) =>
        plural("ar", n, {
          zero: "دُعي الجميع",
          one: "شخص واحد لم يُدعَ بعد",
          two: "شخصان لم يُدعيا بعد",
          few: `${count} أشخاص لم يُدعوا بعد`,
          many: `${count} شخصًا لم يُدعوا بعد`,
          other: `${count} شخص لم يُدعوا بعد`,
        }),
      inviteText: "يمكنك دعوتهم الآن، أو ترك ذلك للرسالة التي تحمل عرضهم.",
      toInvite: "ادعهم",
      notJoined: (n, count) =>
        plural("ar", n, {
          zero: "انضم كل المدعوين",
          one: "شخص واحد دُعي ولم ينضم",
          two: "شخصان دُعيا ولم ينضما",
          few: `${count} أشخاص دُعوا ولم ينضموا`,
          many: `${count} شخصًا دُعوا ولم ينضموا`,
          other: `${count} شخص دُعوا ولم ينضموا`,
        }),
      remind: "اكتب إليهم",
    },
  },
});
