/** Words for why two people were paired, made of the same numbers that paired them. Pure. */
import type { Language } from "../../platform/i18n.ts";
import { formatList, formatNumber } from "../../ui/formats.ts";
import { countryName, isolated, languageName } from "./name-words.ts";
import { goodReasons, type ReasonPart } from "./reason-part.ts";
import { type Perspective, type ReasonWords, reasonWords } from "./reasons.messages.ts";

/**
 * The good reasons, strongest first, as sentences for this reader. The two of the pair read only what is shown to matches;
 * coordinators read all. Never empty: where nothing can be said, it says so kindly.
 */
export function reasonSentences(parts: readonly ReasonPart[], language: Language, perspective: Perspective): string[] {
  const words = reasonWords(language);
  const who = isolatedNames(language, perspective);
  const shown = perspective.as === "coordinator" ? parts : parts.filter(({ shownTo }) => shownTo !== "coordinators");
  const sentences = goodReasons(shown).flatMap((part) => sentenceOf(part, language, words, who) ?? []);
  return sentences.length > 0 ? [...new Set(sentences)] : [words.nothing(who)];
}

/** One part as a sentence; undefined where the two have nothing in common in it, or nothing was answered. */
export function sentenceOf(part: ReasonPart, language: Language, words: ReasonWords, who: Perspective): string | undefined {
  const { fact, field } = part;
  if (part.turned) {
    const { turned: _, ...straight } = part;
    return sentenceOf(straight, language, words, turnedAround(who));
  }
  const quoted = (text: string): string => isolated(language, text);
  const label = quoted(part.label.mentee || part.label.mentor);
  const list = (all: readonly string[]): string =>
    formatList(
      language,
      shortened(all).map((word) => (part.areLanguages ? languageName(language, word) : quoted(word))),
    );

  switch (fact.kind) {
    case "missing":
      return undefined;
    case "words":
      if (fact.shared.length === 0) return undefined;
      if (part.byWish) return words.wished(who, list(fact.shared));
      if (part.areLanguages) return words.languages(who, list(fact.shared));
      if (field === "hopes") return words.hopes(who, list(fact.shared));
      if (field === "interests") return words.interests(who, list(fact.shared));
      return words.inCommon(who, label, list(fact.shared));
    case "hours":
      return fact.shared > 0 ? words.hours(who, fact.shared, formatNumber(language, fact.shared)) : undefined;
    case "apart":
      if (fact.hours === null) return undefined;
      return fact.hours === 0 ? words.sameZone(who) : words.apart(who, fact.hours, formatNumber(language, fact.hours));
    case "choices":
      if (part.rule === "different") return words.different(who, label, quoted(fact.mentee), quoted(fact.mentor));
      if (fact.mentee !== fact.mentor) return undefined;
      if (part.byWish) return words.wished(who, quoted(fact.mentee));
      if (field === "country") return words.country(who, countryName(language, fact.mentee));
      if (field === "place") return words.country(who, quoted(fact.mentee));
      return words.same(who, label, quoted(fact.mentee));
    case "ranks":
      if (part.rule === "above" && fact.above > 0) return words.above(who, fact.above, label, quoted(fact.mentee), quoted(fact.mentor));
      return fact.above === 0
        ? words.level(who, label, quoted(fact.mentee))
        : words.close(who, label, quoted(fact.mentee), quoted(fact.mentor));
  }
}

/** From where the reader stands when mentee and mentor change places. */
function turnedAround(who: Perspective): Perspective {
  if (who.as === "mentee") return { as: "mentor", mentee: who.mentor };
  if (who.as === "mentor") return { as: "mentee", mentor: who.mentee };
  return { as: "coordinator", mentee: who.mentor, mentor: who.mentee };
}

/** Names that run the other way do not turn the sentence around. */
export function isolatedNames(language: Language, perspective: Perspective): Perspective {
  if (perspective.as === "mentee") return { as: "mentee", mentor: isolated(language, perspective.mentor) };
  if (perspective.as === "mentor") return { as: "mentor", mentee: isolated(language, perspective.mentee) };
  return { as: "coordinator", mentee: isolated(language, perspective.mentee), mentor: isolated(language, perspective.mentor) };
}

/** The first few are a reason; twenty are a list. */
const shortened = (all: readonly string[]): readonly string[] => all.slice(0, 4);
