/**
 * Explanations are true: over random programs, each strength is computed again from what the explanation says, by code that knows
 * nothing of the engine, and each reason for having nobody is held against the people themselves.
 */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { explainScores, marketFromRows, maximumWeightMatching, scorePairs } from "../../../packages/matching-engine/index.ts";
import { randomFrom } from "../../../testing/invented-people.ts";
import { type AskedQuestion, profileSource, questionSource } from "../criteria/answer-source.ts";
import type { Criterion } from "../criteria/criterion.ts";
import type { AnswerValue, MatchingPerson } from "../criteria/matching-person.ts";
import { scoringOf } from "../criteria/scoring-of.ts";
import type { RoundSnapshot } from "../rounds/round.ts";
import { solveRound } from "../rounds/solve-round.ts";
import { reasonParts } from "./read-explanation.ts";
import { goodReasons, type ReasonPart } from "./reason-part.ts";
import { reasonSentences } from "./reason-sentences.ts";

const gradeSteps = ["AO", "EO", "HEO", "SEO", "G7"];
const question = (id: string, kind: AskedQuestion["kind"], options: readonly string[] = []): AskedQuestion => ({
  id,
  kind,
  label: id,
  askedOf: "both",
  options,
  minimum: null,
  maximum: null,
  shownTo: "program",
});
const questions = [question("grade", "scale", gradeSteps), question("team", "choice", ["red", "blue", "green"])];
const grade = questionSource("grade");
const team = questionSource("team");
const missing = "allow";
const possible: readonly Omit<Criterion, "id" | "weight">[] = [
  { strength: "must", rule: "in-common", settings: { mentee: profileSource("languages"), mentor: profileSource("languages"), missing } },
  { strength: "must", rule: "hours", settings: { mentee: profileSource("hours"), mentor: profileSource("hours"), hours: 2, missing } },
  { strength: "must", rule: "different", settings: { mentee: team, mentor: team, missing: "refuse" } },
  { strength: "must", rule: "above", settings: { mentee: grade, mentor: grade, above: 1, missing } },
  { strength: "should", rule: "hopes", settings: { mentee: profileSource("hopes"), mentor: profileSource("gives") } },
  { strength: "should", rule: "hours", settings: { mentee: profileSource("hours"), mentor: profileSource("hours"), hours: 4 } },
  { strength: "should", rule: "same", settings: { mentee: team, mentor: team, wish: { question: "team", yes: ["red", "blue"] } } },
  { strength: "should", rule: "near", settings: { mentee: grade, mentor: grade } },
  { strength: "should", rule: "time-zone", settings: { mentee: profileSource("timeZone"), mentor: profileSource("timeZone"), apart: 6 } },
];

interface Program {
  readonly criteria: readonly Criterion[];
  readonly mentees: readonly MatchingPerson[];
  readonly mentors: readonly MatchingPerson[];
  readonly places: readonly number[];
}

function drawProgram(seed: number): Program {
  const random = randomFrom(seed);
  const some = <T>(list: readonly T[], share: number): T[] => list.filter(() => random() < share);
  const one = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const people = (side: string, most: number): MatchingPerson[] =>
    Array.from({ length: 1 + Math.floor(random() * most) }, (_, index) => {
      const answers = new Map<string, AnswerValue>();
      const say = (source: string, value: AnswerValue): void => {
        if (random() > 0.15 && !(Array.isArray(value) && value.length === 0)) answers.set(source, value);
      };
      say("profile.languages", some(["en", "es", "ar", "pl"], 0.4));
      say("profile.hours", some([10, 11, 12, 34, 35, 58, 59, 82], 0.4));
      say("profile.hopes", some(["law", "Python", "design", "teaching"], 0.5));
      say("profile.gives", some(["LAW", "python", "design", "budgeting"], 0.5));
      // Whole hours apart, and without summer time.
      say("profile.timeZone", one(["UTC", "Etc/GMT-2", "Etc/GMT-5", "Etc/GMT+8"]));
      say(grade, one(gradeSteps));
      say(team, one(["red", "blue", "green"]));
      return {
        id: `${side}-${index}`,
        personId: `${side}-person-${index}`,
        name: side,
        timeZone: "UTC",
        answers,
        visibility: {},
      } as unknown as MatchingPerson;
    });
  const criteria = some(possible, 0.7).map((criterion, index) => ({
    ...criterion,
    id: `c${index}`,
    weight: 1 + Math.floor(random() * 100),
  }));
  const mentors = people("mentor", 6);
  return { criteria, mentees: people("mentee", 8), mentors, places: mentors.map(() => Math.floor(random() * 3)) };
}

const at = new Date("2026-11-22T12:00:00Z");
const scoringFor = ({ criteria, mentees, mentors }: Program) =>
  scoringOf(criteria, { mentees, mentors, questions, timeZone: "UTC", at }, { forbidden: [], declined: [] });

/** How far a should is fulfilled, from what its explanation says alone. */
function degreeOf({ fact }: ReasonPart, { rule, settings }: Criterion): number {
  switch (fact.kind) {
    case "missing":
      return 0;
    case "words":
      return fact.wanted === 0 ? 0 : fact.shared.length / fact.wanted;
    case "hours":
      return Math.min(1, fact.shared / settings.hours!);
    case "apart":
      return fact.hours === null ? 0 : (settings.apart! - fact.hours) / settings.apart!;
    case "choices":
      return fact.mentee === fact.mentor ? 1 : 0;
    case "ranks":
      return rule === "near" ? Math.max(0, 1 - Math.abs(fact.above) / (gradeSteps.length - 1)) : Number.NaN;
  }
}

describe("over random programs", () => {
  test("each strength follows from what its explanation says, to the last point, and the sentences say the same numbers", () => {
    let pairs = 0;
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 30 }), (seed) => {
        const program = drawProgram(seed);
        const { scoring, must, should } = scoringFor(program);
        const { ptr, col, weight } = scorePairs(scoring);
        const explainer = explainScores(scoring);
        for (let mentee = 0; mentee < program.mentees.length; mentee++) {
          for (let e = ptr[mentee]!; e < ptr[mentee + 1]!; e++) {
            const parts = reasonParts(explainer.pair(mentee, col[e]!), { must, should }, { mentee: {}, mentor: {} });
            pairs++;
            const counting = parts.filter((part) => part.strength === "should" && part.counts);
            const criterionOf = (part: ReasonPart) => program.criteria.find(({ id }) => id === part.criterionId)!;
            const all = counting.reduce((sum, part) => sum + criterionOf(part).weight, 0);
            const earned = counting.reduce((sum, part) => sum + criterionOf(part).weight * degreeOf(part, criterionOf(part)), 0);
            expect(all === 0 ? 5000 : Math.round((10_000 * earned) / all)).toBe(weight[e]);
            if (all > 0) expect(parts.reduce((sum, { points }) => sum + points, 0)).toBe(weight[e]);
            expectSentences(program, parts, program.mentees[mentee]!, program.mentors[col[e]!]!);
          }
        }
      }),
      { numRuns: 100 },
    );
    expect(pairs).toBeGreaterThan(300);
  });

  test("each reason for having nobody is true of the people", () => {
    const seen = { noneFits: 0, noneFree: 0, costs: 0 };
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 30 }), (seed) => {
        const program = drawProgram(seed);
        const snapshot = snapshotOf(program);
        const solved = solveRound(snapshot, () => undefined);
        const isFull = program.mentors.map(
          (mentor, index) => solved.pairs.filter(({ mentorId }) => mentorId === mentor.id).length >= program.places[index]!,
        );
        for (const { menteeId, reason } of solved.unmatched) {
          const mentee = program.mentees.find(({ id }) => id === menteeId)!;
          const breaks = (criterion: Criterion) => program.mentors.map((mentor) => !keeps(criterion, mentee, mentor));
          const musts = program.criteria.filter(({ strength }) => strength === "must");
          expect(reason.mentors).toBe(program.mentors.length);
          expect(reason.fitting).toBe(program.mentors.filter((_, index) => musts.every((criterion) => !breaks(criterion)[index])).length);
          expect(reason.refusals.map(({ rule, mentors }) => `${rule} ${mentors}`).toSorted()).toEqual(
            musts
              .flatMap((criterion) => {
                const count = breaks(criterion).filter(Boolean).length;
                return count > 0 ? [`${criterion.rule} ${count}`] : [];
              })
              .toSorted(),
          );
          for (const refusal of reason.refusals) {
            const broken = breaks(musts.find(({ rule }) => rule === refusal.rule)!);
            expect(refusal.leavesNoPlace).toBe(program.mentors.every((_, index) => isFull[index] || broken[index]));
          }
          // Whoever fits and is not had has no free place; a place would have been taken.
          if (reason.fitting > 0)
            expect(program.mentors.every((_, index) => isFull[index] || musts.some((criterion) => breaks(criterion)[index]))).toBe(true);
          seen.noneFits += Number(reason.fitting === 0);
          seen.noneFree += Number(reason.fitting > 0);
          seen.costs += reason.closest.length;
          for (const { mentorId, cost } of reason.closest) expect(solved.total - totalWith(program, menteeId, mentorId)).toBe(cost);
        }
      }),
      { numRuns: 100 },
    );
    for (const count of Object.values(seen)) expect(count).toBeGreaterThan(20);
  });
});

function expectSentences(program: Program, parts: readonly ReasonPart[], mentee: MatchingPerson, mentor: MatchingPerson): void {
  const said = reasonSentences(parts, "en", { as: "coordinator", mentee: "Maya", mentor: "Jonas" }).join(" ");
  for (const part of goodReasons(parts)) {
    const { fact } = part;
    const criterion = program.criteria.find(({ id }) => id === part.criterionId)!;
    if (fact.kind === "hours") {
      const both = listOf(mentee, criterion.settings.mentee).filter((hour) => listOf(mentor, criterion.settings.mentor).includes(hour));
      expect(fact.shared).toBe(both.length);
      expect(said).toContain(both.length === 1 ? "1 hour a week in common" : `${both.length} hours a week in common`);
    }
    if (fact.kind === "words" && part.rule === "hopes") {
      const gives = new Set(listOf(mentor, criterion.settings.mentor).map((word) => String(word).toLowerCase()));
      const both = listOf(mentee, criterion.settings.mentee).filter((word) => gives.has(String(word).toLowerCase()));
      expect(fact.shared.length).toBe(both.length);
      for (const word of fact.shared) expect(said).toContain(word);
    }
  }
}

const listOf = (person: MatchingPerson, source: Criterion["settings"]["mentee"]): readonly (string | number)[] => {
  const value = person.answers.get(source);
  return value === undefined ? [] : typeof value === "object" ? value : [value];
};

/** A must, as its words say it. */
function keeps({ rule, settings }: Criterion, mentee: MatchingPerson, mentor: MatchingPerson): boolean {
  const [hers, theirs] = [listOf(mentee, settings.mentee), listOf(mentor, settings.mentor)];
  if (hers.length === 0 || theirs.length === 0) return settings.missing === "allow";
  if (rule === "in-common") return hers.some((word) => theirs.includes(word));
  if (rule === "hours") return hers.filter((hour) => theirs.includes(hour)).length >= settings.hours!;
  if (rule === "different") return hers[0] !== theirs[0];
  return gradeSteps.indexOf(String(theirs[0])) - gradeSteps.indexOf(String(hers[0])) >= settings.above!;
}

function snapshotOf(program: Program): RoundSnapshot {
  const { scoring, must, should } = scoringFor(program);
  return {
    version: 2,
    least: null,
    menteeIds: program.mentees.map(({ id }) => id),
    mentorIds: program.mentors.map(({ id }) => id),
    visibility: { mentees: program.mentees.map(() => ({})), mentors: program.mentors.map(() => ({})) },
    scoring,
    keys: { must, should },
    places: program.places,
    locks: [],
    seed: 1,
    objective: "most-good",
    settings: {},
    choices: { mentees: [], mentors: [] },
    groups: null,
    wishes: null,
  };
}

/** The best total in which these two are a pair: solved anew, with the pair locked. */
function totalWith(program: Program, menteeId: string, mentorId: string): number {
  const { scoring } = scoringFor(program);
  const locked = [
    { mentee: program.mentees.findIndex(({ id }) => id === menteeId), mentor: program.mentors.findIndex(({ id }) => id === mentorId) },
  ];
  return maximumWeightMatching(marketFromRows({ ...scorePairs(scoring), capacity: program.places, locked }), { seed: 1 }).total;
}
