/** Common Ground: beginnings and turns. One has just begun, one has a break, one asks for a new start, in one something is wrong. */
import type { SeedLife } from "../life.ts";

export const mariamaAndPeter: SeedLife = {
  mentee: "mariama.jallow",
  mentor: "peter.vance",
  moments: [
    { ago: 16, at: "18:30", by: "mentee", says: "Good evening Mr Vance. Is it true that you have measured every bench in Leeds?" },
    {
      ago: 16,
      at: "20:10",
      by: "mentor",
      says: "Every one with a back. Peter, please. I would like to show you the best and the worst on foot, if you have an hour and shoes.",
    },
    { ago: 12, at: "17:45", by: "mentor", signs: true },
    { ago: 8, at: "09:20", by: "mentee", says: "Sorry for the silence, we had hand-in. I have shoes again." },
    {
      ago: 4,
      at: "19:30",
      by: "mentor",
      proposes: [
        { in: 3, at: "17:30" },
        { in: 5, at: "17:30" },
        { in: 9, at: "10:00" },
      ],
      where: "In front of the Corn Exchange, by the worst bench",
      words: "It is a walk of about half an hour. If it rains we sit in the best one; it has a roof.",
    },
    {
      ago: 4,
      at: "19:34",
      by: "mentor",
      says: "Hand-in forgives everything. I have proposed three times; take the one with the fewest clouds.",
    },
  ],
  sessions: [],
  talks: {
    mentee: [
      {
        mood: 4,
        note: "Looking forward, has not found the time. Has the agreement on her desk; asked her to read it with him rather than alone.",
      },
    ],
    mentor: [{ mood: 4, note: "Ready. Plans a walk past all bus stops." }],
  },
};

export const antoniaAndElena: SeedLife = {
  mentee: "antonia.huenchumil",
  mentor: "elena.marin",
  moments: [
    {
      ago: 155,
      at: "16:00",
      by: "mentor",
      says: "Antonia, bienvenida. ¿Café el viernes? Yo llevo paraguas para las dos; tardé dos años en comprarme el primero.",
    },
    { ago: 155, at: "17:25", by: "mentee", says: "Gracias, Elena. Llevo pan amasado, si encuentro harina que se deje." },
    { ago: 148, at: "18:00", by: "mentee", signs: true },
    { ago: 148, at: "20:15", by: "mentor", signs: true },
    {
      ago: 140,
      at: "17:00",
      by: "mentee",
      setsGoal: {
        hope: "Que el papel no me tiemble en la mano cada vez que escribo en inglés.",
        title: "Escribir el primer artículo con mi nombre delante",
        scale: [
          "Sigo corrigiendo el resumen",
          "Tengo la introducción, y me da vergüenza",
          "El borrador completo lo han leído dos personas",
          "Está enviado",
          "Está aceptado",
        ],
        weight: 3,
        dueIn: 120,
      },
    },
    {
      ago: 113,
      at: "19:00",
      by: "mentee",
      reaches: -1,
      of: "Escribir el primer artículo con mi nombre delante",
      word: "La introducción existe. La vergüenza también.",
    },
    {
      ago: 72,
      at: "19:10",
      by: "mentee",
      reaches: 0,
      of: "Escribir el primer artículo con mi nombre delante",
      word: "Lo han leído Elena y Tomé. Ninguno ha llorado.",
    },
    {
      ago: 30,
      at: "18:40",
      by: "mentee",
      says: "Me han dado las noches de telescopio. Cuatro semanas en Atacama, sin internet y con llamas. ¿Paramos hasta que vuelva?",
    },
    {
      ago: 30,
      at: "19:05",
      by: "mentor",
      says: "Paramos. Mira hacia arriba también sin el telescopio, hazme el favor. Y tráeme una piedra fea.",
    },
    { ago: 24, at: "16:30", by: "mentee", pausesFor: 5 },
    {
      ago: 3,
      at: "23:10",
      by: "mentee",
      says: "Escribo desde el único sitio con señal, que es encima de un camión. La Vía Láctea sigue donde la dejé. Tengo tu piedra.",
    },
    { ago: 2, at: "09:00", by: "mentor", says: "Bájate del camión. Te espero con el café." },
  ],
  sessions: [
    { ago: 148, at: "16:00", minutes: 30, where: "La cafetería de la biblioteca Brotherton", notes: "Pan amasado: conseguido." },
    {
      ago: 127,
      at: "16:00",
      where: "La cafetería de la biblioteca Brotherton",
      notes: "Escribir primero mal y después bien. Nunca las dos cosas a la vez.",
    },
    { ago: 113, at: "16:00", where: "La cafetería de la biblioteca Brotherton" },
    { ago: 92, at: "16:00", where: "Paseo por Roundhay", notes: "Figuras: que la tercera sea la primera." },
    { ago: 71, at: "16:00", where: "La cafetería de la biblioteca Brotherton", notes: "Comentarios de Tomé. Uno duele y tiene razón." },
    { ago: 50, at: "16:00", where: "La cafetería de la biblioteca Brotherton" },
    {
      ago: 29,
      at: "16:00",
      where: "La cafetería de la biblioteca Brotherton",
      notes: "Qué llevarse a Atacama: calcetines, el borrador impreso, nada de correo.",
      actions: [{ by: "mentee", words: "Leer el borrador una vez, en papel, allí arriba", dueIn: 8 }],
    },
  ],
  pulses: [
    { mentee: [5, 5, 4, 4, 4], mentor: [5, 5, 4, 4, 4] },
    { mentee: [5, 5, 5, 4, 4], mentor: [5, 4, 5, 4, 5], comment: "Da gusto." },
  ],
  talks: {
    mentee: [{ mood: 5, note: "In Spanish, with my school Spanish; she was patient. Very well." }],
    mentor: [{ mood: 5, note: "Would do it every year." }],
  },
};

export const rutendoAndDuncan: SeedLife = {
  mentee: "rutendo.chikafu",
  mentor: "duncan.frew",
  moments: [
    {
      ago: 155,
      at: "12:30",
      by: "mentor",
      says: "Hello Rutendo. I have read your two abstracts, and I have some thoughts about the priors. And about the plots. And hello.",
    },
    { ago: 155, at: "18:20", by: "mentee", says: "Hello Duncan! I have thoughts about the plots, too." },
    { ago: 149, at: "13:15", by: "mentor", signs: true },
    { ago: 149, at: "18:00", by: "mentee", signs: true },
    {
      ago: 134,
      at: "18:30",
      by: "mentee",
      setsGoal: {
        title: "Know what kind of work I want after this",
        scale: [
          "I take what comes",
          "I know three things that I do not want",
          "I have talked with two people who do what I might want",
          "I have tried one of them for a week",
          "I have chosen",
        ],
        dueIn: 110,
      },
    },
    { ago: 64, at: "18:30", by: "mentee", reaches: -1, of: "Know what kind of work I want after this", word: "" },
    {
      ago: 8,
      at: "13:20",
      by: "mentor",
      says: "I have put the code of the hierarchical model in order for you. It was quicker than explaining.",
    },
    { ago: 5, at: "17:50", by: "mentee", says: "Thank you, that must have been a lot of work." },
    {
      ago: 2,
      at: "21:40",
      by: "mentee",
      asksNewStart: "topic",
      words:
        "Duncan is kind and he has never been late. But each time we end in my statistics, which I can do, and never at what I asked for, which is what to do with my life. I have tried to say it twice. I would not want to hurt him; he has put so much work into it. Is there somebody who has changed fields?",
    },
  ],
  sessions: [
    { ago: 149, at: "12:30", minutes: 30, where: "By telephone, Duncan calls" },
    { ago: 134, at: "12:30", where: "By telephone, Duncan calls", notes: "Priors." },
    { ago: 113, at: "12:30", where: "By telephone, Duncan calls", notes: "Convergence; what to do about the third chain." },
    { ago: 92, at: "12:30", where: "By telephone, Duncan calls" },
    {
      ago: 64,
      at: "12:30",
      where: "By telephone, Duncan calls",
      notes: "R asked about careers outside universities. D: depends. Then the plots.",
    },
    { ago: 36, at: "12:30", where: "By telephone, Duncan calls" },
    { ago: 15, at: "12:30", where: "By telephone, Duncan calls", notes: "The hierarchical model, all of it." },
    { ago: -6, at: "12:30", where: "By telephone, Duncan calls", planned: 11 },
  ],
  fit: { mentee: "unsure", mentor: "yes" },
  pulses: [
    { mentee: [3, 4, 4, 3, 3], mentor: [4, 4, 5, 4, 4] },
    { mentee: [3, 4, 3, 4, 3], mentor: [4, 4, 4, 4, 4] },
    { mentee: [3, 4, 3, 3, 3], mentor: [4, 4, 4, 4, 4] },
  ],
  talks: {
    mentee: [{ mood: 3, note: "Careful with words. Something is not said yet." }],
    mentor: [{ mood: 4, note: "Says that he talks too much; does." }],
  },
};

export const haAndStuart: SeedLife = {
  mentee: "pham.thuha",
  mentor: "stuart.hale",
  moments: [
    { ago: 155, at: "18:10", by: "mentor", says: "Hi Ha, great to be matched. I can open a lot of doors for you. Come and see the firm." },
    { ago: 155, at: "20:30", by: "mentee", says: "Dear Mr Hale, thank you very much. I would be happy to." },
    { ago: 147, at: "19:00", by: "mentor", signs: true },
    { ago: 147, at: "20:00", by: "mentee", signs: true },
    {
      ago: 132,
      at: "20:00",
      by: "mentee",
      setsGoal: {
        title: "Five people in this field know my name",
        scale: ["Nobody", "One", "Five", "Five, and one has called me", "One of them has work for me"],
        dueIn: 90,
      },
    },
    { ago: 90, at: "20:30", by: "mentee", reaches: -1, of: "Five people in this field know my name", word: "" },
    { ago: 33, at: "22:50", by: "mentor", says: "Could you run the numbers for the Teesside samples by Monday? Good exercise for you." },
    { ago: 33, at: "23:20", by: "mentee", says: "I will try." },
    { ago: 11, at: "22:15", by: "mentor", says: "And the salt spray series, same as last time. Need it for the client on Thursday." },
    { ago: 10, at: "07:10", by: "mentee", says: "I have my own deadline this week, I am sorry." },
    { ago: 10, at: "07:30", by: "mentor", says: "Everybody has deadlines. I am putting my name behind you, remember." },
    {
      ago: 6,
      at: "21:50",
      by: "mentee",
      raises: "pressure",
      words:
        "My mentor gives me work of his company, unpaid, in the evenings: three reports since September. When I say that I cannot, he says that he will not recommend me. I do not want him to know that I have written this. I do not know whether it is bad enough to write to you. I sleep badly.",
    },
  ],
  sessions: [
    { ago: 147, at: "18:00", minutes: 30, where: "Hale Materials, second floor" },
    { ago: 132, at: "18:00", where: "Hale Materials, second floor" },
    { ago: 104, at: "18:00", where: "Hale Materials, second floor" },
    { ago: 76, at: "18:00", where: "Hale Materials, second floor" },
    { ago: 48, at: "18:00", where: "Hale Materials, second floor" },
    { ago: 20, at: "18:00", where: "Hale Materials, second floor" },
    { ago: -8, at: "18:00", where: "Hale Materials, second floor", planned: 27 },
  ],
  pulses: [
    { mentee: [4, 4, 4, 4, 4], mentor: [4, 4, 4, 4, 4] },
    { mentee: [4, 4, 4, 4, 4], mentor: [4, 4, 4, 4, 4] },
    { mentor: [4, 4, 4, 4, 4] },
  ],
  talks: { mentee: [{ mood: 4, note: "Says that everything is fine." }], mentor: [{ mood: 4, note: "“She is a hard worker.”" }] },
};

/** What the safeguarding lead has done about it so far. */
export const caseOfHa = {
  takenAgo: 6,
  steps: [
    {
      ago: 5,
      at: "09:40",
      kind: "contact",
      words:
        "Telephoned Ha, forty minutes. She is safe and frightened. Three reports, about sixty hours, with his mails. She has not answered the last one. Agreed: she does nothing more for him, and nothing is said to him before she says so.",
    },
    { ago: 5, at: "10:30", kind: "severity", words: "medium" },
    {
      ago: 3,
      at: "14:00",
      kind: "note",
      words:
        "Read the three mails that she sent me. Asked the legal office, without names, what unpaid work for a mentor's firm is: not allowed under our own rules, section 4.",
    },
    {
      ago: 1,
      at: "11:15",
      kind: "contact",
      words:
        "Called her again. She sleeps better. She would like it to end without him learning that it was she; we talk on Thursday about how.",
    },
  ],
} as const;
