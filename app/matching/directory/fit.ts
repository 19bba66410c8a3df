/**
 * How well somebody goes with each of many others, as she may be told: by the program's criteria, over what the others show.
 *
 * The musts look at everything, as a round does: whom no round could pair is not found. What makes a pair stronger counts only
 * where its answers are shown to everybody in the program; otherwise the order of a list, or a figure beside a name, would tell
 * what somebody said to coordinators alone.
 */
import { explainScores, scorePairs } from "../../../packages/matching-engine/index.ts";
import { type AnswerSource, type AskedQuestion, fieldOf, questionOf } from "../criteria/answer-source.ts";
import type { Criterion } from "../criteria/criterion.ts";
import { answerOf, type MatchingPerson } from "../criteria/matching-person.ts";
import type { Sides } from "../criteria/answer-columns.ts";
import { type NeverPairs, scoringOf } from "../criteria/scoring-of.ts";
import { reasonParts } from "../explanations/read-explanation.ts";
import { goodReasons, type ReasonPart } from "../explanations/reason-part.ts";

export interface FitInput {
  /** Those that count here: see `listTellingCriteria`. */
  readonly criteria: readonly Criterion[];
  readonly questions: readonly AskedQuestion[];
  readonly own: MatchingPerson;
  readonly ownRole: "mentee" | "mentor";
  readonly others: readonly MatchingPerson[];
  /** They, and perhaps more people, as everybody in the program knows them, by id. */
  readonly shown: ReadonlyMap<string, MatchingPerson>;
  readonly timeZone: string;
  readonly at: Date;
}

export interface Fit {
  /** 0 to 10,000 for each of those who keep all musts, by id. */
  readonly weights: ReadonlyMap<string, number>;
  /** The same; undefined where nothing is weighed for these two, so that the figure would say nothing. */
  readonly tellingWeight: (id: string) => number | undefined;
  /** What speaks for the two, as far as it may be said to both: the strongest first. */
  readonly reasonsWith: (id: string) => ReasonPart[];
}

const noPairs: NeverPairs = { forbidden: [], declined: [] };

export function fitOf({ criteria, questions, own, ownRole, others, shown, timeZone, at }: FitInput): Fit {
  const sides = (people: readonly MatchingPerson[]): Sides => ({
    ...(ownRole === "mentee" ? { mentees: [own], mentors: people } : { mentees: people, mentors: [own] }),
    questions,
    timeZone,
    at,
  });
  const of = (strength: Criterion["strength"]) => criteria.filter((criterion) => criterion.strength === strength);
  const musts = scoringOf(of("must"), sides([...others, nobody]), noPairs);
  const shoulds = scoringOf(
    of("should"),
    sides([...others.map(({ id }) => shown.get(id)!), everAnswering(of("should"), own, ownRole)]),
    noPairs,
  );
  const joined = (side: "mentees" | "mentors") => ({
    count: musts.scoring[side].count,
    columns: { ...musts.scoring[side].columns, ...shoulds.scoring[side].columns },
  });
  const scoring = { mentees: joined("mentees"), mentors: joined("mentors"), must: musts.scoring.must, should: shoulds.scoring.should };
  const { ptr, col, weight } = scorePairs(scoring);

  const weights = new Map<string, number>();
  for (let mentee = 0; mentee < scoring.mentees.count; mentee++) {
    for (let pair = ptr[mentee]!; pair < ptr[mentee + 1]!; pair++) {
      const other = others[ownRole === "mentee" ? col[pair]! : mentee];
      if (other && other.personId !== own.personId) weights.set(other.id, weight[pair]!);
    }
  }

  const numberOf = new Map(others.map(({ id }, number) => [id, number]));
  const explainer = explainScores(scoring);
  const explain = (number: number) => (ownRole === "mentee" ? explainer.pair(0, number) : explainer.pair(number, 0));
  return {
    weights,
    tellingWeight(id) {
      const number = numberOf.get(id);
      const explanation = number === undefined ? undefined : explain(number);
      return explanation && explanation.neutral === 0 ? explanation.weight : undefined;
    },
    reasonsWith(id) {
      const number = numberOf.get(id);
      if (number === undefined) return [];
      const explanation = explain(number);
      // Her own answers she knows; the other's are told as far as they are shown to everybody in the program.
      const hers = others[number]!.visibility;
      const visibility = ownRole === "mentee" ? { mentee: {}, mentor: hers } : { mentee: hers, mentor: {} };
      const parts = reasonParts(explanation, { must: musts.must, should: shoulds.should }, visibility);
      return goodReasons(parts.filter(({ shownTo }) => shownTo === "program"));
    },
  };
}

const nobody: MatchingPerson = { id: "", personId: "", name: "", timeZone: null, answers: new Map(), visibility: {} };

/**
 * Stands behind the others and says what the reader says: a criterion for which none of *these* has an answer goes on counting,
 * so that somebody's figure is the same in a long list, in a short one, and alone.
 */
function everAnswering(shoulds: readonly Criterion[], own: MatchingPerson, ownRole: FitInput["ownRole"]): MatchingPerson {
  const otherRole = ownRole === "mentee" ? "mentor" : "mentee";
  const answers = shoulds.flatMap(({ settings }) => {
    const value = answerOf(own, settings[ownRole]);
    return value === undefined ? [] : [[settings[otherRole], value] as const];
  });
  return { ...nobody, answers: new Map(answers) };
}

const isShown = (person: MatchingPerson, source: AnswerSource, questions: readonly AskedQuestion[]): boolean => {
  const field = fieldOf(source);
  return (field === undefined ? questionOf(source, questions)?.shownTo : person.visibility[field]) === "program";
};

/** The same person as everybody in the program knows her. */
export const withoutHidden = (person: MatchingPerson, questions: readonly AskedQuestion[]): MatchingPerson => ({
  ...person,
  answers: new Map([...person.answers].filter(([source]) => isShown(person, source, questions))),
});
