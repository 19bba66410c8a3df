import type { Language } from "../../platform/i18n.ts";
import { action, type Letter, note, paragraph, scale } from "../../platform/letters/letter.ts";
import type { PairRole } from "../pairs/pair.ts";
import type { pulseLink } from "./pulse-links.ts";
import { fits, items, levels } from "./pulse.ts";
import { pulseWords } from "./pulse.messages.ts";

interface Told {
  readonly name: string;
  readonly with: string;
  readonly isGroup: boolean;
  /** Hers. */
  readonly role: PairRole;
  readonly link: (chosen?: Parameters<typeof pulseLink>[2]) => string;
}

/** Five things, five taps each: a tap opens the page with that answer chosen, and a button there sends it. */
export function pulseLetter(language: Language, { name, with: other, isGroup, link }: Told): Letter {
  const words = pulseWords(language);
  return {
    subject: words.letter.subject(other),
    body: [
      paragraph(words.letter.greeting(name)),
      paragraph(words.letter.text(other)),
      ...items.map((item) =>
        scale(
          words.items[item],
          levels.map((level) => ({ label: words.levels[level], mark: String(level), href: link({ item, level }) })),
        ),
      ),
      action(words.letter.open, link()),
      note(isGroup ? words.letter.privateInGroup : words.letter.private(other)),
      note(words.letter.skip),
    ],
  };
}

/** Whether it fits: between two, in the group of somebody, or with one's own group. */
function fitQuestion(language: Language, { with: other, isGroup, role }: Pick<Told, "with" | "isGroup" | "role">): string {
  const words = pulseWords(language).fitLetter;
  if (!isGroup) return words.text(other);
  return role === "mentor" ? words.leading : words.group(other);
}

export function fitLetter(language: Language, { name, with: other, isGroup, role, link }: Told): Letter {
  const words = pulseWords(language);
  return {
    subject: words.fitLetter.subject(other),
    body: [
      paragraph(words.letter.greeting(name)),
      paragraph(fitQuestion(language, { with: other, isGroup, role })),
      ...fits.map((fit) => action(words.fits[fit], link({ fit }))),
      note(isGroup ? words.letter.privateInGroup : words.letter.private(other)),
      note(words.fitLetter.nobodyIsAngry),
    ],
  };
}
