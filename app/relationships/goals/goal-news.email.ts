import type { Language } from "../../platform/i18n.ts";
import { action, type Letter, list, paragraph } from "../../platform/letters/letter.ts";
import { goalNewsWords } from "./goal-news.messages.ts";

export interface ProposedGoals {
  readonly titles: readonly string[];
  /** Undefined: several people, or somebody who has left. */
  readonly by: string | undefined;
  readonly programName: string;
  readonly href: string;
}

/** Somebody proposes goals to her: one letter for all that came since the one before. */
export function proposedGoalsLetter(
  to: { readonly name: string; readonly language: Language },
  { titles, by, programName, href }: ProposedGoals,
): Letter {
  const words = goalNewsWords(to.language);
  const n = titles.length;
  return {
    subject: words.subject(n),
    body: [
      paragraph(words.greeting(to.name)),
      paragraph(words.proposed(n, by, programName)),
      list(titles),
      paragraph(words.decide),
      action(words.look(n), href),
    ],
  };
}
