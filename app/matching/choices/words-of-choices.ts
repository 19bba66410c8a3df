import { useContext } from "preact/hooks";
import type { Language } from "../../platform/i18n.ts";
import { useReader } from "../../ui/reader.ts";
import { OfPeers } from "../directory/words-of-directory.ts";
import { choiceWords } from "./choices.messages.ts";
import { peerChoiceWords } from "./peer-choices.messages.ts";

type ChoiceWords = ReturnType<typeof choiceWords>;

/** The words of the list of choices that these components stand in. */
export const useChoiceWords = (): ChoiceWords => wordsOfChoices(useContext(OfPeers), useReader().language);

export function wordsOfChoices(isPeer: boolean, language: Language): ChoiceWords {
  const words = choiceWords(language);
  if (!isPeer) return words;
  const { choices, toDirectory, emptyText, mixed, mixedOver, ask, unknown } = peerChoiceWords(language);
  const both = <T>(one: T) => ({ mentor: one, mentee: one });
  return {
    ...words,
    choices: both(choices),
    toDirectory: both(toDirectory),
    emptyText: both(emptyText),
    unknown: both(unknown),
    how: { ...words.how, mixed, mixedOver, ask },
  };
}
