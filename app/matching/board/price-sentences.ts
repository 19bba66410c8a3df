import type { Language } from "../../platform/i18n.ts";
import { formatNumber } from "../../ui/formats.ts";
import type { AskedQuestion } from "../criteria/answer-source.ts";
import type { Criterion } from "../criteria/criterion.ts";
import { criterionTitle } from "../criteria/criterion-words.ts";
import { isolated } from "../explanations/name-words.ts";
import { boardWords } from "./board.messages.ts";
import { proofWords } from "./proof.messages.ts";
import type { PriceAnswer, PricedPair } from "./open-round.ts";

/** Weights as people read them: 10,000 of the engine are 100 points. */
export const points = (weight: number, language: Language): string => formatNumber(language, weight / 100, { maximumFractionDigits: 1 });

/** More moves than so many are told as a number of people by the sentence before. */
const mostMoves = 6;

/** What choosing a pair would cost, and who would move for it. */
export function costSentences(pair: PricedPair, language: Language, nameOf: (participantId: string) => string): string[] {
  const words = boardWords(language);
  const name = (id: string): string => isolated(language, nameOf(id));
  const others = pair.moves.filter(({ menteeId }) => menteeId !== pair.menteeId).slice(0, mostMoves);
  return [
    pair.cost === null ? proofWords(language).unpriced : pair.cost > 0 ? words.costs(points(pair.cost, language)) : words.costsNothing,
    ...(pair.fewerPeople > 0 ? [words.fewer(pair.fewerPeople)] : pair.fewerPeople < 0 ? [words.more(-pair.fewerPeople)] : []),
    ...others.map(({ menteeId, to }) => (to === null ? words.moveOut(name(menteeId)) : words.moveTo(name(menteeId), name(to)))),
  ];
}

/** The answer to "what would it cost?", whatever it is. */
export function priceSentences(
  answer: PriceAnswer,
  language: Language,
  nameOf: (participantId: string) => string,
  { criteria, questions }: { readonly criteria: readonly Criterion[]; readonly questions: readonly AskedQuestion[] },
): string[] {
  const words = boardWords(language);
  switch (answer.kind) {
    case "priced":
      return costSentences(answer.pair, language, nameOf);
    case "paired":
      return [words.alreadyPaired];
    case "locked":
      return [words.placesLocked];
    case "absent":
      return [words.absent];
    case "refused": {
      const broken = answer.parts.flatMap((part) => criteria.find(({ id }) => id === part.criterionId) ?? []);
      if (broken.length === 0) return [words.refusedOther];
      return broken.map((criterion) => words.refused(criterionTitle(criterion, questions, language)));
    }
  }
}
