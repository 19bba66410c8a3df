/** What a new program begins with: enough to match sensibly on profiles alone, before any question is asked. Pure. */
import { questionSource, questionIdOf, type AnswerSource } from "./answer-source.ts";
import type { Criterion, CriterionSettings } from "./criterion.ts";

export const defaultCriteria: readonly Omit<Criterion, "id">[] = [
  {
    strength: "must",
    rule: "in-common",
    settings: { mentee: "profile.languages", mentor: "profile.languages", missing: "allow" },
    weight: 50,
  },
  { strength: "should", rule: "hopes", settings: { mentee: "profile.hopes", mentor: "profile.gives" }, weight: 60 },
  { strength: "should", rule: "hopes", settings: { mentee: "profile.interests", mentor: "profile.interests" }, weight: 30 },
  { strength: "should", rule: "hours", settings: { mentee: "profile.hours", mentor: "profile.hours", hours: 4 }, weight: 30 },
  { strength: "should", rule: "time-zone", settings: { mentee: "profile.timeZone", mentor: "profile.timeZone", apart: 6 }, weight: 10 },
];

/** The same settings about the copies of the questions; undefined where one of them was not copied. */
export function withCopiedQuestions(settings: CriterionSettings, copyOf: Readonly<Record<string, string>>): CriterionSettings | undefined {
  const move = (source: AnswerSource): AnswerSource | undefined => {
    const id = questionIdOf(source);
    if (id === undefined) return source;
    const copy = copyOf[id];
    return copy === undefined ? undefined : questionSource(copy);
  };
  const mentee = move(settings.mentee);
  const mentor = move(settings.mentor);
  if (!mentee || !mentor) return undefined;
  if (!settings.wish) return { ...settings, mentee, mentor };
  const question = copyOf[settings.wish.question];
  return question === undefined ? undefined : { ...settings, mentee, mentor, wish: { ...settings.wish, question } };
}

/** A wish goes on counting where the words of its answers were changed. */
export function withRenamedOptions(
  settings: CriterionSettings,
  questionId: string,
  renamed: Readonly<Record<string, string | null>>,
): CriterionSettings {
  if (settings.wish?.question !== questionId) return settings;
  const yes = settings.wish.yes.map((option) => (option in renamed ? renamed[option] : option)).filter((option) => option != null);
  return { ...settings, wish: { question: questionId, yes } };
}
