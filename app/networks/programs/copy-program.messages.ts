import { messages, plural } from "../../platform/i18n.ts";

export const copyWords = messages({
  en: {
    title: (program: string) => `Copy ${program}`,
    lead: "The copy has the same settings, texts, questions, criteria and coordinators. This program stays as it is.",
    name: "Name of the copy",
    nameHint: "Mentors and mentees will read it.",
    people: "Who comes along",
    peopleHint:
      "With their answers, and without their history: offers, pairs and dates stay here. Nobody gets a letter until you invite them or publish a round.",
    mentors: (n: number) => plural("en", n, { one: "The 1 mentor", other: `The ${n} mentors` }),
    mentees: (n: number) => plural("en", n, { one: "The 1 mentee", other: `The ${n} mentees` }),
    peers: (n: number) => plural("en", n, { one: "The 1 person who takes part", other: `The ${n} people who take part` }),
    nameHintPeers: "Everybody who takes part will read it.",
    make: "Make the copy",
    done: (name: string) => `${name} is there. Look its settings over before you bring in more people.`,
  },
  es: {
    title: (program) => `Copiar ${program}`,
    lead: "La copia tiene los mismos ajustes, textos, preguntas, criterios y coordinación. Este programa queda como está.",
    name: "Nombre de la copia",
    nameHint: "Lo leerán mentores y personas mentorizadas.",
    people: "Quiénes van con ella",
    peopleHint:
      "Con sus respuestas y sin su historia: las propuestas, las parejas y las fechas se quedan aquí. Nadie recibe cartas hasta que invites o publiques una ronda.",
    mentors: (n) => plural("es", n, { one: "El único mentor", other: `Los ${n} mentores` }),
    mentees: (n) => plural("es", n, { one: "La única persona mentorizada", other: `Las ${n} personas mentorizadas` }),
    peers: (n) => plural("es", n, { one: "La única persona que participa", other: `Las ${n} personas que participan` }),
    nameHintPeers: "Lo leerán todas las personas que participan.",
    make: "Crear la copia",
    done: (name) => `${name} ya existe. Repasa sus ajustes antes de traer a más personas.`,
  },
  ar: {
    title: (program) => `انسخ ${program}`,
    lead: "للنسخة الإعدادات نفسها والنصوص والأسئلة والمعايير والمنسقون. ويبقى هذا البرنامج كما هو.",
    name: "اسم النسخة",
    nameHint: "سيقرؤه المرشدون والمسترشدون.",
    people: "من ينتقل معها",
    peopleHint: "مع إجاباتهم ومن دون تاريخهم: العروض والثنائيات والتواريخ تبقى هنا. لا تصل أحدًا رسالة حتى تدعوه أو تنشر جولة.",
    mentors: (n) =>
      plural("ar", n, {
        zero: "لا مرشدين",
        one: "المرشد الوحيد",
        two: "المرشدان",
        few: `المرشدون الـ${n}`,
        many: `المرشدون الـ${n}`,
        other: `المرشدون الـ${n}`,
      }),
    mentees: (n) =>
      plural("ar", n, {
        zero: "لا مسترشدين",
        one: "المسترشد الوحيد",
        two: "المسترشدان",
        few: `المسترشدون الـ${n}`,
        many: `المسترشدون الـ${n}`,
        other: `المسترشدون الـ${n}`,
      }),
    peers: (n) =>
      plural("ar", n, {
        zero: "لا مشاركين",
        one: "المشارك الوحيد",
        two: "المشاركان",
        few: `المشاركون الـ${n}`,
        many: `المشاركون الـ${n}`,
        other: `المشاركون الـ${n}`,
      }),
    nameHintPeers: "سيقرؤه جميع المشاركين.",
    make: "أنشئ النسخة",
    done: (name) => `أُنشئ ${name}. راجع إعداداته قبل أن تضيف مزيدًا من الأشخاص.`,
  },
});
