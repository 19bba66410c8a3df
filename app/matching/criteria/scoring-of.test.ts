import fc from "fast-check";
import { expect, test } from "vitest";
import { explainScores, scorePairs } from "../../../packages/matching-engine/index.ts";
import { reasonParts } from "../explanations/read-explanation.ts";
import type { AnswerSource, AskedQuestion } from "./answer-source.ts";
import type { Criterion } from "./criterion.ts";
import { defaultCriteria } from "./default-criteria.ts";
import type { AnswerValue, MatchingPerson } from "./matching-person.ts";
import { scoringOf } from "./scoring-of.ts";
import { minutesAhead } from "../../people/profiles/week-hours.ts";

const at = new Date("2027-03-20T12:00:00Z");
const zones = ["Europe/Madrid", "America/New_York", "Asia/Kolkata", "Asia/Kathmandu", "UTC"];
const question = (id: string, kind: AskedQuestion["kind"], options: readonly string[] = []): AskedQuestion => ({
  id,
  kind,
  label: id,
  askedOf: "both",
  options,
  minimum: null,
  maximum: null,
  shownTo: "matches",
});
const questions = [
  question("grade", "scale", ["low", "middle", "high"]),
  question("team", "choice"),
  question("wish", "choice", ["yes", "no"]),
];

let number = 0;
function person(answers: Partial<Record<AnswerSource, AnswerValue>>, personId = `p${++number}`): MatchingPerson {
  const timeZone = (answers["profile.timeZone"] as string | undefined) ?? null;
  const isThere = ([, value]: [string, AnswerValue]) => !Array.isArray(value) || value.length > 0;
  const told = Object.entries(answers as Record<AnswerSource, AnswerValue>).filter(isThere) as [AnswerSource, AnswerValue][];
  return { id: `id-${personId}`, personId, name: personId, timeZone, answers: new Map(told), visibility: {} };
}
const criterion = (id: string, given: Omit<Criterion, "id" | "weight"> & { weight?: number }): Criterion => ({ weight: 50, ...given, id });
const sidesOf = (mentees: readonly MatchingPerson[], mentors: readonly MatchingPerson[]) => ({
  mentees,
  mentors,
  questions,
  timeZone: "UTC",
  at,
});
const none = { forbidden: [], declined: [] };

const all: Criterion[] = [
  ...defaultCriteria.map((given, index) => ({ ...given, id: `default ${index}` })),
  criterion("team", {
    strength: "must",
    rule: "different",
    settings: { mentee: "question.team", mentor: "question.team", missing: "allow" },
  }),
  criterion("grade", {
    strength: "must",
    rule: "above",
    settings: { mentee: "question.grade", mentor: "question.grade", missing: "refuse", above: 1 },
  }),
  criterion("near", { strength: "should", rule: "near", settings: { mentee: "question.grade", mentor: "question.grade", apart: 2 } }),
  criterion("shared", {
    strength: "should",
    rule: "hopes",
    settings: { mentee: "profile.interests", mentor: "profile.interests", wish: { question: "wish", yes: ["yes"] } },
  }),
];

const words = (...from: string[]) => fc.uniqueArray(fc.constantFrom(...from), { maxLength: 3 });
const people = fc.array(
  fc
    .record({
      "profile.languages": words("en", "es-MX", "es", "ar"),
      "profile.hopes": words("Law", "law ", "Python", "teaching"),
      "profile.gives": words("law", "Python", "design"),
      "profile.interests": words("chess", "film", "running"),
      "profile.hours": fc.uniqueArray(fc.integer({ min: 0, max: 167 }), { maxLength: 30 }),
      "profile.timeZone": fc.constantFrom(...zones),
      "question.team": fc.constantFrom("red", "blue"),
      "question.grade": fc.constantFrom("low", "middle", "high"),
      "question.wish": fc.constantFrom("yes", "no"),
    })
    .map((answers) => person(answers as never)),
  { minLength: 1, maxLength: 6 },
);

test("the points of the reasons add up to the weight, and a pair is a candidate exactly if every must is kept", () => {
  fc.assert(
    fc.property(people, people, (mentees, mentors) => {
      const { scoring, must, should } = scoringOf(all, sidesOf(mentees, mentors), none);
      const explainer = explainScores(scoring);
      const { ptr, col, weight } = scorePairs(scoring);
      for (const [mentee, one] of mentees.entries()) {
        const weights = new Map<number, number>();
        for (let edge = ptr[mentee]!; edge < ptr[mentee + 1]!; edge++) weights.set(col[edge]!, weight[edge]!);
        for (const [mentor, other] of mentors.entries()) {
          const parts = reasonParts(explainer.pair(mentee, mentor), { must, should }, { mentee: {}, mentor: {} });
          const isAllowed = parts.every((part) => part.strength === "should" || part.counts);
          expect(weights.has(mentor)).toBe(isAllowed);
          const counted = parts.filter((part) => part.strength === "should" && part.counts);
          const sum = parts.reduce((points, part) => points + part.points, 0);
          if (isAllowed && counted.length > 0) expect(sum).toBe(weights.get(mentor));
          for (const part of parts) {
            if (part.fact.kind === "words") {
              const field = part.field === "hopes" ? "profile.gives" : (`profile.${part.field!}` as AnswerSource);
              expect(part.fact.shared.length).toBe(sharedWords(one, other, `profile.${part.field!}`, field));
            }
            if (part.fact.kind === "hours") expect(part.fact.shared).toBeCloseTo(sharedHours(one, other));
            if (part.criterionId === "shared") expect(part.counts).toBe(one.answers.get("question.wish") === "yes");
          }
        }
      }
    }),
    { numRuns: 60 },
  );
});

/** Words in common, counted the slow way. */
function sharedWords(mentee: MatchingPerson, mentor: MatchingPerson, wanted: AnswerSource, given: AnswerSource): number {
  const plain = (person_: MatchingPerson, source: AnswerSource) =>
    new Set(
      ((person_.answers.get(source) ?? []) as string[]).map((word) =>
        source === "profile.languages" ? word.split("-")[0]! : word.trim().toLowerCase(),
      ),
    );
  const there = plain(mentor, given);
  return [...plain(mentee, wanted)].filter((word) => there.has(word)).length;
}

/** Hours in common, counted quarter of an hour by quarter of an hour. */
function sharedHours(mentee: MatchingPerson, mentor: MatchingPerson): number {
  const quarters = ({ answers, timeZone }: MatchingPerson) =>
    new Set(
      ((answers.get("profile.hours") ?? []) as number[]).flatMap((hour) =>
        [0, 15, 30, 45].map((minute) => (hour * 60 + minute - minutesAhead(timeZone!, at)! + 2 * 10_080) % 10_080),
      ),
    );
  const there = quarters(mentor);
  return [...quarters(mentee)].filter((minute) => there.has(minute)).length / 4;
}

test("what a missing answer does to a must is as the coordinator chose", () => {
  const silent = person({});
  const told = person({ "question.grade": "high" });
  const allowedWith = (missing: "allow" | "refuse") => {
    const rule = criterion("grade", {
      strength: "must",
      rule: "above",
      settings: { mentee: "question.grade", mentor: "question.grade", above: 1, missing },
    });
    return explainScores(scoringOf([rule], sidesOf([silent], [told]), none).scoring).pair(0, 0).allowed;
  };
  expect([allowedWith("allow"), allowedWith("refuse")]).toEqual([true, false]);
});

test("nobody is her own mentor, and forbidden pairs and earlier refusals are no candidates", () => {
  const both = person({}, "both");
  const mentees = [both, person({}, "second"), person({}, "third")];
  const mentors = [person({}, "both"), person({}, "other")];
  const { scoring, must } = scoringOf([], sidesOf(mentees, mentors), {
    forbidden: [{ menteeId: "id-second", mentorId: "id-other" }],
    declined: [
      { menteeId: "id-third", mentorId: "id-both" },
      { menteeId: "id-gone", mentorId: "id-both" },
    ],
  });
  expect(must).toEqual(["forbidden", "declined", "oneself"]);
  const explainer = explainScores(scoring);
  const allowed = mentees.map((_, mentee) => mentors.map((__, mentor) => explainer.pair(mentee, mentor).allowed));
  expect(allowed).toEqual([
    [false, true],
    [true, false],
    [false, true],
  ]);
});

test("a should that nobody has answered, or whose question is gone, is left out instead of weakening every pair", () => {
  const mentees = [person({ "profile.interests": ["chess"] })];
  const mentors = [person({ "profile.interests": ["chess"] })];
  const { scoring, leftOut } = scoringOf(
    [
      criterion("interests", { strength: "should", rule: "hopes", settings: { mentee: "profile.interests", mentor: "profile.interests" } }),
      criterion("hours", { strength: "should", rule: "hours", settings: { mentee: "profile.hours", mentor: "profile.hours" } }),
      criterion("gone", {
        strength: "must",
        rule: "same",
        settings: { mentee: "question.gone", mentor: "question.gone", missing: "refuse" },
      }),
    ],
    sidesOf(mentees, mentors),
    none,
  );
  expect(leftOut).toEqual(["hours", "gone"]);
  expect(explainScores(scoring).pair(0, 0).weight).toBe(10_000);
});
