/** From criteria and answers to what the engine scores, with a key that turns its numbers back into words. */
import type { Column, MustRule, Scoring, ShouldRule } from "../../../packages/matching-engine/index.ts";
import { flagColumn } from "../../../packages/matching-engine/index.ts";
import { compare, type Compared, type Sides } from "./answer-columns.ts";
import {
  type AnswerSource,
  type AskedQuestion,
  fieldOf,
  holdsLanguages,
  questionOf,
  questionSource,
  type ShownTo,
  spanOf,
} from "./answer-source.ts";
import { type Criterion, rules } from "./criterion.ts";
import { answerOf, fold, type MatchingPerson, wordsOf } from "./matching-person.ts";

/** What is needed to read the engine's numbers for one rule. Plain data, kept with the round. */
export interface RuleKey {
  readonly criterion: Criterion;
  readonly key: readonly string[];
  readonly perHour: number;
  /** Names of the compared answers: the question's label; empty for a field of the profile. */
  readonly labels: { readonly mentee: string; readonly mentor: string };
  /** The steps of compared scales, so that a rank can be named. */
  readonly steps: { readonly mentee: readonly string[]; readonly mentor: readonly string[] };
  readonly areLanguages: boolean;
  readonly shownTo: ShownTo;
}

/** Pairs that no round may make, whatever the criteria say. */
export interface NeverPairs {
  /** By the coordinator's wish. */
  readonly forbidden: readonly MenteeAndMentor[];
  /** One of the two has said no to the other before. */
  readonly declined: readonly MenteeAndMentor[];
  /** Their relationship is over. */
  readonly past?: readonly MenteeAndMentor[];
}
export interface MenteeAndMentor {
  readonly menteeId: string;
  readonly mentorId: string;
}
export type NeverReason = "forbidden" | "declined" | "past" | "oneself";

export interface TranslatedCriteria {
  readonly scoring: Scoring;
  /** For each of `scoring.must`. */
  readonly must: readonly (RuleKey | NeverReason)[];
  /** For each of `scoring.should`. */
  readonly should: readonly RuleKey[];
  /** Criteria left out, because nobody on one side has answered, or what they ask about is gone. */
  readonly leftOut: readonly string[];
}

/** @param options.keepWeightless shoulds of weight 0 stay among the rules, so that other weights can be tried on them */
export function scoringOf(
  criteria: readonly Criterion[],
  sides: Sides,
  never: NeverPairs,
  { keepWeightless = false }: { readonly keepWeightless?: boolean } = {},
): TranslatedCriteria {
  const columns = { mentees: {} as Record<string, Column>, mentors: {} as Record<string, Column> };
  const must: MustRule[] = [];
  const should: ShouldRule[] = [];
  const keys = { must: [] as (RuleKey | NeverReason)[], should: [] as RuleKey[] };
  const leftOut: string[] = [];

  for (const criterion of criteria) {
    const { rule, settings, strength } = criterion;
    const compared = isAnswerable(criterion, sides.questions)
      ? compare(rules[rule].compares, settings.mentee, settings.mentor, sides, settings.apart)
      : undefined;
    // A must that nobody has answered still refuses, where it is set to.
    const isEmpty = !compared || (strength === "should" && (compared.answered.mentees === 0 || compared.answered.mentors === 0));
    if (isEmpty || (strength === "should" && criterion.weight === 0 && !keepWeightless)) {
      leftOut.push(criterion.id);
      continue;
    }
    const name = criterion.id;
    columns.mentees[name] = compared.mentee;
    columns.mentors[name] = compared.mentor;
    const sidesOfRule = { mentee: name, mentor: name };
    const key = ruleKey(criterion, compared, sides.questions);
    if (strength === "must") {
      must.push(mustRule(criterion, compared, sidesOfRule));
      keys.must.push(key);
      continue;
    }
    if (settings.wish) columns.mentees[`${name} wish`] = wishColumn(settings.wish, sides.mentees);
    should.push(shouldRule(criterion, compared, sidesOfRule, sides.questions, settings.wish && `${name} wish`));
    keys.should.push(key);
  }

  for (const [reason, pairs] of neverPairs(sides, never)) {
    if (pairs.length === 0) continue;
    must.push({ kind: "not-these", pairs });
    keys.must.push(reason);
  }
  return {
    scoring: {
      mentees: { count: sides.mentees.length, columns: columns.mentees },
      mentors: { count: sides.mentors.length, columns: columns.mentors },
      must,
      should,
    },
    ...keys,
    leftOut,
  };
}

/** Whether what it asks about is still there: a question may have been taken away since. */
export function isAnswerable({ settings }: Criterion, questions: readonly AskedQuestion[]): boolean {
  const exists = (source: AnswerSource) => fieldOf(source) !== undefined || questionOf(source, questions) !== undefined;
  const wish = settings.wish;
  return exists(settings.mentee) && exists(settings.mentor) && (!wish || exists(questionSource(wish.question)));
}

function mustRule({ rule, settings }: Criterion, { perHour }: Compared, compared: { mentee: string; mentor: string }): MustRule {
  const base = { ...compared, missing: settings.missing ?? "allow" } as const;
  if (rule === "hours") return { kind: "at-least-shared", atLeast: (settings.hours ?? 1) * perHour, ...base };
  if (rule === "same" || rule === "different") return { kind: rule, ...base };
  if (rule === "above") return { kind: "rank-at-least", above: settings.above ?? 1, ...base };
  return { kind: "share-any", ...base };
}

function shouldRule(
  { rule, settings, weight }: Criterion,
  { perHour }: Compared,
  compared: { mentee: string; mentor: string },
  questions: readonly AskedQuestion[],
  byWish: string | undefined,
): ShouldRule {
  const base = { weight, ...compared, byWish };
  if (rule === "hours") return { kind: "shared-count", enough: (settings.hours ?? 4) * perHour, ...base };
  if (rule === "same") return { kind: "same", ...base };
  if (rule === "near") return { kind: "closeness", range: settings.apart ?? spanOf(settings.mentee, questions), ...base };
  // Hopes, and near in time: the stretch of the mentee's day that is also the mentor's.
  return { kind: "overlap", ...base };
}

function wishColumn(wish: NonNullable<Criterion["settings"]["wish"]>, mentees: readonly MatchingPerson[]): Column {
  const yes = new Set(wish.yes.map(fold));
  return flagColumn(mentees.map((person) => wordsOf(answerOf(person, questionSource(wish.question))).some((word) => yes.has(fold(word)))));
}

function neverPairs({ mentees, mentors }: Sides, never: NeverPairs): [NeverReason, { mentee: number; mentor: number }[]][] {
  const numbersOf = (people: readonly MatchingPerson[]) => new Map(people.map(({ id }, index) => [id, index]));
  const past = never.past ?? [];
  const isNone = never.forbidden.length + never.declined.length + past.length === 0;
  const [menteeAt, mentorAt] = isNone ? [] : [numbersOf(mentees), numbersOf(mentors)];
  const numbered = (pairs: readonly MenteeAndMentor[]) =>
    pairs.flatMap(({ menteeId, mentorId }) => {
      const [mentee, mentor] = [menteeAt?.get(menteeId), mentorAt?.get(mentorId)];
      return mentee === undefined || mentor === undefined ? [] : [{ mentee, mentor }];
    });
  // Whoever is mentor and mentee in the same program is never her own mentor.
  const asMentee = new Set(mentees.map(({ personId }) => personId));
  const asMentor = new Map<string, number>();
  for (const [index, { personId }] of mentors.entries()) if (asMentee.has(personId)) asMentor.set(personId, index);
  const oneself = mentees.flatMap(({ personId }, mentee) => {
    const mentor = asMentor.get(personId);
    return mentor === undefined ? [] : [{ mentee, mentor }];
  });
  return [
    ["forbidden", numbered(never.forbidden)],
    ["declined", numbered(never.declined)],
    ["past", numbered(past)],
    ["oneself", oneself],
  ];
}

function ruleKey(criterion: Criterion, compared: Compared, questions: readonly AskedQuestion[]): RuleKey {
  const { mentee, mentor } = criterion.settings;
  const asked = { mentee: questionOf(mentee, questions), mentor: questionOf(mentor, questions) };
  const steps = (question: AskedQuestion | undefined) => (question?.kind === "scale" ? question.options : []);
  return {
    criterion,
    key: compared.key,
    perHour: compared.perHour,
    labels: { mentee: asked.mentee?.label ?? "", mentor: asked.mentor?.label ?? "" },
    steps: { mentee: steps(asked.mentee), mentor: steps(asked.mentor) },
    areLanguages: holdsLanguages(mentee, questions) && holdsLanguages(mentor, questions),
    shownTo: leastShown([asked.mentee?.shownTo, asked.mentor?.shownTo, criterion.settings.wish && wishShownTo(criterion, questions)]),
  };
}

const wishShownTo = (criterion: Criterion, questions: readonly AskedQuestion[]): ShownTo | undefined =>
  questions.find(({ id }) => id === criterion.settings.wish?.question)?.shownTo;

/** What rests on several answers is shown no wider than the least shown of them. */
export function leastShown(each: readonly (ShownTo | undefined)[]): ShownTo {
  if (each.includes("coordinators")) return "coordinators";
  return each.includes("matches") ? "matches" : "program";
}
