import { messages } from "../../platform/i18n.ts";
import type { HelplineKind } from "./helplines.ts";

export const helplineWords = messages({
  en: {
    title: "If you need somebody now",
    text: "Nobody reads this page around the clock. Most of these lines answer at any hour and cost nothing, and you need not say who you are.",
    here: "Named by your program",
    checked: (month: string) => `The numbers by country were checked in ${month}.`,
    emergency: "In danger, call the emergency number of your country: 112 works in many of them, 911 in others.",
    byCountry: "Lines by country",
    others: "In other countries",
    elsewhere: "We do not know a line for every country. These places keep lists:",
    kinds: {
      emergency: "In danger",
      crisis: "If you cannot go on",
      children: "For children and young people",
      violence: "Violence at home or by a partner",
    } satisfies Record<HelplineKind, string>,
  },
  es: {
    title: "Si necesitas a alguien ahora",
    text: "Nadie lee esta página a todas horas. La mayoría de estas líneas atienden a cualquier hora y son gratuitas, y no hace falta decir quién eres.",
    here: "Indicadas por tu programa",
    checked: (month) => `Los números por país se comprobaron en ${month}.`,
    emergency: "En peligro, llama al número de emergencias de tu país: en muchos es el 112; en otros, el 911.",
    byCountry: "Líneas por país",
    others: "En otros países",
    elsewhere: "No conocemos una línea para cada país. Estos sitios mantienen listas:",
    kinds: {
      emergency: "En peligro",
      crisis: "Si no puedes más",
      children: "Para niñas, niños y jóvenes",
      violence: "Violencia en casa o de la pareja",
    },
  },
  ar: {
    title: "إن احتجت إلى أحد الآن",
    text: "لا أحد يقرأ هذه الصفحة على مدار الساعة. معظم هذه الخطوط يجيب في أي وقت ومجاني، ولا يلزم أن تقول من أنت.",
    here: "يذكرها برنامجك",
    checked: (month) => `رُوجعت الأرقام بحسب البلدان في ${month}.`,
    emergency: "عند الخطر اتصل برقم الطوارئ في بلدك: 112 في بلدان كثيرة، و911 في غيرها.",
    byCountry: "الخطوط بحسب البلد",
    others: "في بلدان أخرى",
    elsewhere: "لا نعرف خطًا لكل بلد. هذه المواقع تحتفظ بقوائم:",
    kinds: {
      emergency: "عند الخطر",
      crisis: "إن لم تعد تحتمل",
      children: "للأطفال واليافعين",
      violence: "العنف في البيت أو من الشريك",
    },
  },
});
