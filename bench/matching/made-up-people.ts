import { choiceColumn, flagColumn, type People, scaleColumn, type Scoring, setColumn } from "../../packages/matching-engine/index.ts";
import { drawBy, Numbers } from "./numbers.ts";

type Answers = {
  readonly languages: number[][];
  readonly skills: number[][];
  readonly hours: number[][];
  readonly organization: number[];
  readonly profession: number[];
  readonly grade: number[];
  readonly wish: boolean[];
};

/** Answers as a large program might have them: a common language and rarer ones, 5 to 10 of 200 skills, hours in blocks. */
export function madeUpAnswers(count: number, seed: number): Answers {
  const numbers = new Numbers(seed);
  const each = <T>(draw: () => T): T[] => Array.from({ length: count }, draw);
  const skill = drawBy(
    Array.from({ length: 200 }, (_, rank) => 1 / (rank + 10)),
    numbers,
  );
  const severalOf = (draw: () => number, many: number): number[] => {
    const chosen = new Set<number>();
    while (chosen.size < many) chosen.add(draw());
    return [...chosen];
  };
  const blocks = (): number[] =>
    severalOf(() => numbers.below(42), 6 + numbers.below(6)).flatMap((block) => [0, 1, 2, 3].map((hour) => 4 * block + hour));
  return {
    languages: each(() => [
      ...(numbers.share() < 0.85 ? [0] : []),
      ...severalOf(() => 1 + numbers.below(20), numbers.share() < 0.6 ? 1 : 2),
    ]),
    skills: each(() => severalOf(skill, 5 + numbers.below(6))),
    hours: each(blocks),
    organization: each(() => numbers.below(30)),
    profession: each(() => numbers.below(12)),
    grade: each(() => numbers.below(8)),
    wish: each(() => numbers.share() < 0.3),
  };
}

export function scoringOf(mentees: Answers, mentors: Answers): Scoring {
  const people = (answers: Answers): People => ({
    count: answers.grade.length,
    columns: {
      languages: setColumn(60, answers.languages),
      skills: setColumn(200, answers.skills),
      hours: setColumn(168, answers.hours),
      organization: choiceColumn(answers.organization),
      profession: choiceColumn(answers.profession),
      grade: scaleColumn(answers.grade),
      wish: flagColumn(answers.wish),
    },
  });
  const both = (name: string) => ({ mentee: name, mentor: name });
  return {
    mentees: people(mentees),
    mentors: people(mentors),
    must: [
      { kind: "share-any", ...both("languages"), missing: "refuse" },
      { kind: "at-least-shared", atLeast: 4, ...both("hours"), missing: "allow" },
      { kind: "different", ...both("organization"), missing: "allow" },
      { kind: "rank-at-least", above: 0, ...both("grade"), missing: "allow" },
    ],
    should: [
      { kind: "overlap", weight: 80, ...both("skills") },
      { kind: "shared-count", weight: 40, enough: 16, ...both("hours") },
      { kind: "closeness", weight: 30, range: 7, ...both("grade") },
      { kind: "same", weight: 30, byWish: "wish", ...both("profession") },
    ],
  };
}

/** The answers of some of the people. */
export function someOf(answers: Answers, people: readonly number[]): Answers {
  return Object.fromEntries(
    Object.entries(answers).map(([column, values]) => [column, people.map((person) => values[person]!)]),
  ) as unknown as Answers;
}
