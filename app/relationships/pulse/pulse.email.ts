import type { Language } from "../../platform/i18n.ts";
import { action, type Letter, note, paragraph, scale } from "../../platform/letters/letter.ts";
import type { pulseLink } from "./pulse-links.ts";
import { fits, items, levels } from "./pulse.ts";
import { pulseWords } from "./pulse.messages.ts";

interface Told {
  readonly name: string;
  readonly with: string;
  readonly link: (chosen?: Parameters<typeof pulseLink>[2]) => string;
}

/** Five things, five taps each: a tap opens the page with that answer chosen, and a button there sends it. */
export function pulseLetter(language: Language, { name, with: other, link }: Told): Letter {
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
      note(words.letter.private(other)),
      note(words.letter.skip),
    ],
  };
}

export function fitLetter(language: Language, { name, with: other, link }: Told): Letter {
  const words = pulseWords(language);
  return {
    subject: words.fitLetter.subject(other),
    body: [
      paragraph(words.letter.greeting(name)),
      paragraph(words.fitLetter.text(other)),
      ...fits.map((fit) => action(words.fits[fit], link({ fit }))),
      note(words.letter.private(other)),
      note(words.fitLetter.nobodyIsAngry),
    ],
  };
}
