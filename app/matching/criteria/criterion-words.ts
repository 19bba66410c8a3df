/** A criterion in the reader's words: what it is called, what it does, and how much it counts. Pure. */
import type { Language } from "../../platform/i18n.ts";
import { isolated } from "../explanations/name-words.ts";
import { type AnswerSource, type AskedQuestion, fieldOf, holdsLanguages, questionOf, spanOf } from "./answer-source.ts";
import type { Criterion } from "./criterion.ts";
import { ruleWords } from "./rule.messages.ts";

/** The question's label, or the field's name. */
export function answerName(source: AnswerSource, questions: readonly AskedQuestion[], language: Language): string {
  const field = fieldOf(source);
  if (field) return ruleWords(language).fields[field];
  const label = questionOf(source, questions)?.label;
  return label === undefined ? "…" : isolated(language, label);
}

/** What the criterion is called: "Not the same: Organization". */
export function criterionTitle(criterion: Omit<Criterion, "id">, questions: readonly AskedQuestion[], language: Language): string {
  const words = ruleWords(language);
  const title = plainTitle(criterion, questions, language);
  return criterion.settings.wish ? words.byWish(title) : title;
}

function plainTitle({ rule, strength, settings }: Omit<Criterion, "id">, questions: readonly AskedQuestion[], language: Language): string {
  const words = ruleWords(language);
  const [mentee, mentor] = [answerName(settings.mentee, questions, language), answerName(settings.mentor, questions, language)];
  switch (rule) {
    case "in-common":
    case "hopes":
      if (holdsLanguages(settings.mentee, questions) && holdsLanguages(settings.mentor, questions)) return words.language;
      if (settings.mentee === "profile.hopes" && settings.mentor === "profile.gives") return words.hopesGives;
      return words.inCommon(mentee, mentor);
    case "hours":
      return strength === "must" ? words.hoursMust(settings.hours ?? 1) : words.hoursShould;
    case "same":
      return words.same(mentee);
    case "different":
      return words.different(mentee);
    case "above":
      return words.above(settings.above ?? 1, mentee);
    case "near":
      return words.near(mentee);
    case "time-zone":
      return words.zone;
  }
}

/** What it does, in one to three sentences. `day`: the day whose clocks count, in words. */
export function criterionSentences(
  criterion: Criterion,
  share: number,
  questions: readonly AskedQuestion[],
  day: string,
  language: Language,
): string[] {
  const words = ruleWords(language);
  const { rule, strength, settings } = criterion;
  const clock = rule === "hours" ? [words.week(day)] : [];
  if (strength === "must") return [settings.missing === "refuse" ? words.missingRefuse : words.missingAllow, ...clock];
  const fraction = shareInWords(share, language);
  const counts = settings.wish ? words.shareWish(fraction) : words.share(fraction);
  const how = {
    hopes: words.how.hopes,
    "in-common": words.how.hopes,
    hours: words.how.hours(settings.hours ?? 4),
    same: words.how.same,
    different: words.how.same,
    above: words.how.same,
    near: words.how.near(settings.apart ?? spanOf(settings.mentee, questions)),
    "time-zone": words.how.zone(settings.apart ?? 6),
  }[rule];
  return [counts, how, ...clock];
}

const fractions = [
  [0.995, "all"],
  [0.85, "mostly"],
  [0.71, "threeQuarters"],
  [0.58, "twoThirds"],
  [0.42, "half"],
  [0.29, "third"],
  [0.225, "quarter"],
  [0.15, "fifth"],
  [0.05, "tenth"],
  [0.000_1, "little"],
] as const;

/** 0.31 → "about a third". */
function shareInWords(share: number, language: Language): string {
  const words = ruleWords(language).fractions;
  return words[fractions.find(([from]) => share >= from)?.[1] ?? "none"];
}
