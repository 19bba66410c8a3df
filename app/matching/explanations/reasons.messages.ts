/** Reasons in words. Each is said from where the reader stands: the coordinator by names, the two of the pair as "you". */
import { messages, plural } from "../../platform/i18n.ts";

export type Perspective =
  | { readonly as: "coordinator"; readonly mentee: string; readonly mentor: string }
  | { readonly as: "mentee"; readonly mentor: string }
  | { readonly as: "mentor"; readonly mentee: string };

const en = {
  languages: (p: Perspective, list: string) => (p.as === "coordinator" ? `Both speak ${list}.` : `You both speak ${list}.`),
  hopes: (p: Perspective, list: string) =>
    p.as === "coordinator"
      ? `${p.mentee} hopes to learn ${list}, which ${p.mentor} offers.`
      : p.as === "mentee"
        ? `You hope to learn ${list}, which ${p.mentor} offers.`
        : `${p.mentee} hopes to learn ${list}, which you offer.`,
  interests: (p: Perspective, list: string) =>
    p.as === "coordinator" ? `Both are interested in ${list}.` : `You are both interested in ${list}.`,
  inCommon: (p: Perspective, label: string, list: string) =>
    p.as === "coordinator" ? `Both said under “${label}”: ${list}.` : `You both said under “${label}”: ${list}.`,
  wished: (p: Perspective, list: string) =>
    p.as === "mentee"
      ? `You asked for a mentor with a shared background, and ${p.mentor} shares: ${list}.`
      : `${p.mentee} asked for a mentor with a shared background, and ${p.as === "mentor" ? "you share" : `${p.mentor} shares`}: ${list}.`,
  hours: (_p: Perspective, n: number, figure: string) =>
    plural("en", n, { one: `${figure} hour a week in common.`, other: `${figure} hours a week in common.` }),
  sameZone: (p: Perspective) => (p.as === "coordinator" ? "Both are in the same time zone." : "You are both in the same time zone."),
  apart: (_p: Perspective, n: number, figure: string) =>
    plural("en", n, {
      one: `Only ${figure} hour apart on the clock.`,
      other: `${figure} hours apart on the clock.`,
    }),
  country: (p: Perspective, value: string) => (p.as === "coordinator" ? `Both are in ${value}.` : `You are both in ${value}.`),
  same: (_p: Perspective, label: string, value: string) => `The same answer under “${label}”: ${value}.`,
  different: (p: Perspective, label: string, mentee: string, mentor: string) =>
    p.as === "coordinator"
      ? `Not the same under “${label}”: ${mentee} and ${mentor}.`
      : `Not the same under “${label}”: ${p.as === "mentee" ? mentor : mentee} for ${p.as === "mentee" ? p.mentor : p.mentee}.`,
  above: (p: Perspective, n: number, label: string, mentee: string, mentor: string) => {
    const steps = plural("en", n, { one: "one step", other: `${n} steps` });
    if (p.as === "mentor") return `You are ${steps} above ${p.mentee} in “${label}” (${mentor}, ${mentee}).`;
    return `${p.mentor} is ${steps} above ${p.as === "mentee" ? "you" : p.mentee} in “${label}” (${mentor}, ${mentee}).`;
  },
  level: (p: Perspective, label: string, value: string) =>
    p.as === "coordinator"
      ? `Both are at the same level of “${label}”: ${value}.`
      : `You are both at the same level of “${label}”: ${value}.`,
  close: (_p: Perspective, label: string, mentee: string, mentor: string) => `Close in “${label}”: ${mentee} and ${mentor}.`,
  chosen: (p: Perspective) =>
    p.as === "coordinator" ? "You chose these two yourself." : "Your coordinator thought of the two of you together.",
  nothing: (p: Perspective) =>
    p.as === "coordinator"
      ? "They have nothing of what the criteria count in common, but no rule stands against it."
      : "No single thing stands out; a first talk will show what you have in common.",
};

export const reasonWords = messages({
  en,
  es: {
    languages: (_p, list) => `Idiomas en común: ${list}.`,
    hopes: (p, list) =>
      p.as === "coordinator"
        ? `${p.mentee} quiere aprender ${list}, y ${p.mentor} lo ofrece.`
        : p.as === "mentee"
          ? `Quieres aprender ${list}, y ${p.mentor} lo ofrece.`
          : `${p.mentee} quiere aprender ${list}, y tú lo ofreces.`,
    interests: (_p, list) => `Intereses en común: ${list}.`,
    inCommon: (_p, label, list) => `En común en «${label}»: ${list}.`,
    wished: (p, list) =>
      p.as === "mentee"
        ? `Pediste una persona con un origen o una vivencia en común, y ${p.mentor} comparte: ${list}.`
        : `${p.mentee} pidió una persona con un origen o una vivencia en común, y ${p.as === "mentor" ? "tú compartes" : `${p.mentor} comparte`}: ${list}.`,
    hours: (_p, n, figure) =>
      plural("es", n, { one: `${figure} hora a la semana en común.`, other: `${figure} horas a la semana en común.` }),
    sameZone: () => "La misma zona horaria.",
    apart: (_p, n, figure) =>
      plural("es", n, { one: `Solo ${figure} hora de diferencia horaria.`, other: `${figure} horas de diferencia horaria.` }),
    country: (_p, value) => `El mismo lugar: ${value}.`,
    same: (_p, label, value) => `Lo mismo en «${label}»: ${value}.`,
    different: (p, label, mentee, mentor) =>
      p.as === "coordinator"
        ? `Distinto en «${label}»: ${mentee} y ${mentor}.`
        : `Distinto en «${label}»: ${p.as === "mentee" ? p.mentor : p.mentee} está en ${p.as === "mentee" ? mentor : mentee}.`,
    above: (p, n, label, mentee, mentor) => {
      const steps = plural("es", n, { one: "un nivel", other: `${n} niveles` });
      if (p.as === "mentor") return `Estás ${steps} por encima de ${p.mentee} en «${label}» (${mentor}, ${mentee}).`;
      return `${p.mentor} está ${steps} por encima de ${p.as === "mentee" ? "ti" : p.mentee} en «${label}» (${mentor}, ${mentee}).`;
    },
    level: (_p, label, value) => `El mismo nivel en «${label}»: ${value}.`,
    close: (_p, label, mentee, mentor) => `Cerca en «${label}»: ${mentee} y ${mentor}.`,
    chosen: (p) => (p.as === "coordinator" ? "Elegiste tú esta pareja." : "La coordinación pensó en esta pareja."),
    nothing: (p) =>
      p.as === "coordinator"
        ? "No tienen en común nada de lo que cuentan los criterios, pero ninguna regla lo impide."
        : "Nada destaca por sí solo; una primera charla mostrará lo que hay en común.",
  },
  ar: {
    languages: (p, list) => (p.as === "coordinator" ? `يتحدثان لغة مشتركة: ${list}.` : `تتحدثان لغة مشتركة: ${list}.`),
    hopes: (p, list) =>
      p.as === "coordinator"
        ? `من آمال ${p.mentee} تعلّم ${list}، وهذا مما يقدّمه ${p.mentor}.`
        : p.as === "mentee"
          ? `تأمل أن تتعلّم ${list}، وهذا مما يقدّمه ${p.mentor}.`
          : `من آمال ${p.mentee} تعلّم ${list}، وهذا مما تقدّمه أنت.`,
    interests: (p, list) => (p.as === "coordinator" ? `يجمعهما الاهتمام بـ: ${list}.` : `يجمعكما الاهتمام بـ: ${list}.`),
    inCommon: (p, label, list) =>
      p.as === "coordinator" ? `إجابات مشتركة بينهما في «${label}»: ${list}.` : `إجابات مشتركة بينكما في «${label}»: ${list}.`,
    wished: (p, list) =>
      p.as === "mentee"
        ? `طلبت من يشاركك الخلفية نفسها، وما يجمعك مع ${p.mentor}: ${list}.`
        : `جاء في طلب ${p.mentee} مرشد بخلفية مشتركة، وما ${p.as === "mentor" ? "يجمعكما" : `يجمعهما (مع ${p.mentor})`}: ${list}.`,
    hours: (_p, n, figure) =>
      plural("ar", n, {
        one: "ساعة مشتركة واحدة في الأسبوع.",
        two: "ساعتان مشتركتان في الأسبوع.",
        few: `${figure} ساعات مشتركة في الأسبوع.`,
        many: `${figure} ساعة مشتركة في الأسبوع.`,
        other: `${figure} ساعة مشتركة في الأسبوع.`,
      }),
    sameZone: (p) => (p.as === "coordinator" ? "هما في المنطقة الزمنية نفسها." : "أنتما في المنطقة الزمنية نفسها."),
    apart: (_p, n, figure) =>
      plural("ar", n, {
        one: "فرق التوقيت ساعة واحدة فقط.",
        two: "فرق التوقيت ساعتان.",
        few: `فرق التوقيت ${figure} ساعات.`,
        many: `فرق التوقيت ${figure} ساعة.`,
        other: `فرق التوقيت ${figure} ساعة.`,
      }),
    country: (p, value) => (p.as === "coordinator" ? `كلاهما في ${value}.` : `كلاكما في ${value}.`),
    same: (_p, label, value) => `الإجابة نفسها في «${label}»: ${value}.`,
    different: (p, label, mentee, mentor) =>
      p.as === "coordinator"
        ? `إجابتان مختلفتان في «${label}»: ${mentee} و${mentor}.`
        : `إجابة مختلفة في «${label}»: ${p.as === "mentee" ? mentor : mentee}.`,
    above: (p, n, label, mentee, mentor) => {
      const steps = plural("ar", n, {
        one: "بدرجة واحدة",
        two: "بدرجتين",
        few: `بـ ${n} درجات`,
        many: `بـ ${n} درجة`,
        other: `بـ ${n} درجة`,
      });
      if (p.as === "mentor") return `مستواك أعلى ${steps} من ${p.mentee} في «${label}» (${mentor}، ${mentee}).`;
      return p.as === "mentee"
        ? `مستوى ${p.mentor} أعلى ${steps} من مستواك في «${label}» (${mentor}، ${mentee}).`
        : `مستوى ${p.mentor} أعلى ${steps} من ${p.mentee} في «${label}» (${mentor}، ${mentee}).`;
    },
    level: (p, label, value) =>
      p.as === "coordinator" ? `هما في المستوى نفسه في «${label}»: ${value}.` : `أنتما في المستوى نفسه في «${label}»: ${value}.`,
    close: (_p, label, mentee, mentor) => `متقاربان في «${label}»: ${mentee} و${mentor}.`,
    chosen: (p) => (p.as === "coordinator" ? "أنت من اختار هذين الشخصين معًا." : "رأى المنسّق أنكما تناسبان بعضكما."),
    nothing: (p) =>
      p.as === "coordinator"
        ? "لا يجمعهما شيء مما تحسبه المعايير، ولكن لا قاعدة تمنع ذلك."
        : "لا شيء بعينه يبرز؛ سيُظهر اللقاء الأول ما يجمعكما.",
  },
});

export type ReasonWords = ReturnType<typeof reasonWords>;
