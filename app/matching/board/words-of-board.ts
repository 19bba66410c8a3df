import type { Language } from "../../platform/i18n.ts";
import type { RoundObjective } from "../rounds/round.ts";
import { boardWords } from "./board.messages.ts";

/** The words of a board; in a round of peers nobody is called a mentor. */
export function wordsOfBoard(objective: RoundObjective, language: Language): ReturnType<typeof boardWords> {
  const words = boardWords(language);
  if (objective !== "peers") return words;
  const { peer, ...others } = words.peers;
  return { ...words, ...others, mentee: peer, mentor: peer };
}
