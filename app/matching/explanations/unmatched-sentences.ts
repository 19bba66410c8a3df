import type { Language } from "../../platform/i18n.ts";
import { formatList, formatNumber } from "../../ui/formats.ts";
import { ruleWords } from "../criteria/rule.messages.ts";
import { isolated, languageName } from "./name-words.ts";
import { unmatchedWords } from "./unmatched.messages.ts";
import type { Refusal, UnmatchedReason } from "./unmatched-reason.ts";

/**
 * Why a mentee is unmatched, in one or more sentences: "No mentor who speaks Polish has a free place."
 * `nameOf`: a mentor's name by the participant's id; undefined for who has left.
 */
export function unmatchedSentences(
  reason: UnmatchedReason,
  language: Language,
  nameOf: (mentorId: string) => string | undefined,
): string[] {
  const words = unmatchedWords(language);
  if (reason.mentors === 0) return [words.noMentors];
  const [main] = reason.refusals;
  if (reason.fitting === 0) {
    if (main && main.mentors === reason.mentors) return [words.noneWho(clause(main, language))];
    const each = reason.refusals.map((refusal) =>
      words.keptAway(refusalName(refusal, language), refusal.mentors, formatNumber(language, refusal.mentors)),
    );
    return [`${words.together} ${each.join("; ")}.`];
  }
  // One rule alone may tell it all: of those whom it lets through, nobody has a place.
  const scarce = reason.refusals.find((refusal) => refusal.leavesNoPlace && refusal.said.length > 0);
  const [closest] = reason.closest;
  const name = closest && nameOf(closest.mentorId);
  return [
    scarce ? words.noneFreeWho(clause(scarce, language)) : words.noneFree(reason.fitting, formatNumber(language, reason.fitting)),
    ...(closest && name && closest.cost > 0
      ? [words.wouldCost(isolated(language, name), formatNumber(language, closest.cost / 100, { maximumFractionDigits: 1 }))]
      : []),
  ];
}

/** "who speaks Polish": whom the rule would have let through. */
function clause({ rule, said, asked, areLanguages, label, field }: Refusal, language: Language): string {
  const words = unmatchedWords(language).who;
  const fields = ruleWords(language).fields;
  const name = field ? fields[field] : isolated(language, label);
  const list = (type: "conjunction" | "disjunction"): string =>
    formatList(
      language,
      said.map((word) => (areLanguages ? languageName(language, word) : isolated(language, word))),
      type,
    );
  switch (rule) {
    case "forbidden":
      return words.allowed;
    case "declined":
      return words.notDeclined;
    case "past":
      return words.notPast;
    case "oneself":
      return words.other;
    case "hours":
      return words.hours(asked ?? 1);
    case "in-common":
    case "hopes":
      if (said.length === 0) return words.unanswered(name);
      return areLanguages ? words.speaks(list("disjunction")) : words.shares(name, list("disjunction"));
    case "same":
      return said.length === 0 ? words.unanswered(name) : words.same(name, list("conjunction"));
    case "different":
      return said.length === 0 ? words.unanswered(name) : words.different(name, list("conjunction"));
    case "above":
      return said.length === 0 ? words.unanswered(name) : words.above(asked ?? 1, name, list("conjunction"));
    case "near":
    case "time-zone":
      return words.unanswered(name);
  }
}

/** The rule's name in a list of several. */
function refusalName({ rule, asked, areLanguages, label, field }: Refusal, language: Language): string {
  const words = ruleWords(language);
  const name = field ? words.fields[field] : isolated(language, label);
  if (rule === "forbidden" || rule === "declined" || rule === "past" || rule === "oneself") return words.never[rule];
  if (rule === "hours") return words.hoursMust(asked ?? 1);
  if (rule === "same") return words.same(name);
  if (rule === "different") return words.different(name);
  if (rule === "above") return words.above(asked ?? 1, name);
  return areLanguages ? words.language : words.inCommon(name, name);
}
