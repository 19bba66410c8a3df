import { messages } from "../../platform/i18n.ts";

/** Read by the two alone. */
export const affinityWords = messages({
  en: {
    byWish: {
      mentee: (what: string) => `You wished for a mentor who shares something of your background, and you do: ${what}.`,
      mentor: (what: string) => `Your mentee wished for somebody who shares something of her background, as you agreed: ${what}.`,
    },
    audience: "only the two of you; for as long as you both let it be so",
  },
  es: {
    byWish: {
      mentee: (what) => `Deseabas un mentor que compartiera algo de tu origen, y así es: ${what}.`,
      mentor: (what) => `La persona a la que acompañarías deseaba a alguien que compartiera algo de su origen, como aceptaste: ${what}.`,
    },
    audience: "solo vosotros dos; mientras ambos lo permitáis",
  },
  ar: {
    byWish: {
      mentee: (what) => `رغبت في مرشد يشاركك شيئًا من خلفيتك، وهو كذلك: ${what}.`,
      mentor: (what) => `رغب المسترشد في من يشاركه شيئًا من خلفيته، كما وافقت: ${what}.`,
    },
    audience: "أنتما وحدكما؛ ما دام كل منكما يسمح بذلك",
  },
});
