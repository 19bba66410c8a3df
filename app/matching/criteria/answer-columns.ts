/** Answers of both sides as columns that the engine compares, numbered by the same key. */
import { type Column, choiceColumn, scaleColumn, setColumn } from "../../../packages/matching-engine/index.ts";
import { type AnswerKind, type AnswerSource, type AskedQuestion, holdsLanguages, questionOf } from "./answer-source.ts";
import { answerOf, fold, languageOf, type MatchingPerson, wordsOf } from "./matching-person.ts";
import { minutesAhead, hoursInWeek, partsOfHour, quartersInDay, stretchOfDay, utcParts } from "../../people/profiles/week-hours.ts";

export interface Compared {
  readonly mentee: Column;
  readonly mentor: Column;
  /** What the numbers mean: the word or choice of each, as it was first typed. */
  readonly key: readonly string[];
  /** `hours` and `zone`: elements in an hour. */
  readonly perHour: number;
  /** How many of each side have answered. */
  readonly answered: { readonly mentees: number; readonly mentors: number };
}

export interface Sides {
  readonly mentees: readonly MatchingPerson[];
  readonly mentors: readonly MatchingPerson[];
  readonly questions: readonly AskedQuestion[];
  /** For whoever has told hours but no time zone. */
  readonly timeZone: string;
  /** The moment whose differences to UTC count. */
  readonly at: Date;
}

/** `hours` is the length of the stretch that `zone` compares. */
export function compare(kind: AnswerKind, menteeSource: AnswerSource, mentorSource: AnswerSource, sides: Sides, hours = 6): Compared {
  const mentees = sides.mentees.map((person) => answerOf(person, menteeSource));
  const mentors = sides.mentors.map((person) => answerOf(person, mentorSource));
  const answered = { mentees: count(mentees), mentors: count(mentors) };
  const rest = { key: [], perHour: 1, answered };

  if (kind === "words" || kind === "choice") {
    const key = new AnswerKey(holdsLanguages(menteeSource, sides.questions) && holdsLanguages(mentorSource, sides.questions));
    const numbered = [mentees, mentors].map((values) => values.map((value) => wordsOf(value).map((word) => key.numberOf(word))));
    const [left, right] = numbered as [number[][], number[][]];
    if (kind === "words") {
      const size = Math.max(1, key.words.length);
      return { ...rest, key: key.words, mentee: setColumn(size, left), mentor: setColumn(size, right) };
    }
    const one = (all: number[][]) => choiceColumn(all.map((each) => each[0] ?? null));
    return { ...rest, key: key.words, mentee: one(left), mentor: one(right) };
  }
  if (kind === "scale") {
    const ranks = (source: AnswerSource, values: typeof mentees) => {
      const question = questionOf(source, sides.questions);
      return scaleColumn(values.map((value) => rankOf(value, question)));
    };
    return { ...rest, mentee: ranks(menteeSource, mentees), mentor: ranks(mentorSource, mentors) };
  }
  if (kind === "hours") {
    const ahead = (person: MatchingPerson) => minutesAhead(person.timeZone ?? sides.timeZone, sides.at) ?? 0;
    const perHour = partsOfHour([...sides.mentees, ...sides.mentors].map(ahead));
    const parts = (people: readonly MatchingPerson[], values: typeof mentees) =>
      setColumn(
        hoursInWeek * perHour,
        people.map((person, index) => utcParts((values[index] as number[] | undefined) ?? [], ahead(person), perHour)),
      );
    return { ...rest, perHour, mentee: parts(sides.mentees, mentees), mentor: parts(sides.mentors, mentors) };
  }
  // There are many people and few zones.
  const ofZone = new Map<unknown, number[]>();
  const stretchOf = (value: unknown): number[] => {
    let stretch = ofZone.get(value);
    if (!stretch) {
      const ahead = typeof value === "string" ? minutesAhead(value, sides.at) : undefined;
      ofZone.set(value, (stretch = ahead === undefined ? [] : stretchOfDay(ahead, hours)));
    }
    return stretch;
  };
  const stretches = (values: typeof mentees) => setColumn(quartersInDay, values.map(stretchOf));
  return { ...rest, perHour: 4, mentee: stretches(mentees), mentor: stretches(mentors) };
}

const count = (values: readonly unknown[]): number => values.filter((value) => value !== undefined).length;

/** A step of a scale counts by its place among the steps, a number by itself; what is no step (any more) is no answer. */
function rankOf(value: unknown, question: AskedQuestion | undefined): number | null {
  if (typeof value === "number") return value;
  const rank = typeof value === "string" ? (question?.options.indexOf(value) ?? -1) : -1;
  return rank < 0 ? null : rank;
}

class AnswerKey {
  readonly words: string[] = [];
  readonly #numbers = new Map<string, number>();
  readonly #areLanguages: boolean;

  constructor(areLanguages: boolean) {
    this.#areLanguages = areLanguages;
  }

  numberOf(word: string): number {
    const folded = this.#areLanguages ? languageOf(word) : fold(word);
    let number = this.#numbers.get(folded);
    if (number === undefined) {
      this.#numbers.set(folded, (number = this.words.length));
      this.words.push(this.#areLanguages ? folded : word.trim());
    }
    return number;
  }
}
