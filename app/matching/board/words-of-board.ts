import type { Language } from "../../platform/i18n.ts";
import type { RoundProof } from "../rounds/proof.ts";
import type { RoundObjective } from "../rounds/round.ts";
import { boardWords } from "./board.messages.ts";

/** Of a round: what decides which words its board uses. */
export interface BoardWording {
  readonly objective: RoundObjective;
  readonly certificate: RoundProof | null;
}

/** Whether mentees had ranked whom they would like, so that one can speak of choices. */
const hasChoices = ({ certificate }: Pick<BoardWording, "certificate">): boolean => certificate?.choices !== undefined;

/** The words of a board: without rankings nobody gets her choice, and in a round of peers nobody is called a mentor. */
export function wordsOfBoard(round: BoardWording, language: Language): ReturnType<typeof boardWords> {
  const words = { ...boardWords(language), ...(hasChoices(round) ? {} : byStrength(language)) };
  if (round.objective !== "peers") return words;
  const { peer, ...others } = words.peers;
  return { ...words, ...others, mentee: peer, mentor: peer };
}

function byStrength(language: Language): Partial<ReturnType<typeof boardWords>> {
  const { filters, sorts, byStrength: words } = boardWords(language);
  const { first, later, sort, ...others } = words;
  return { ...others, filters: { ...filters, first, later }, sorts: { ...sorts, choice: sort } };
}
