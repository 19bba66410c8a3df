import { expect, test } from "vitest";
import type { ReasonPart } from "./reason-part.ts";
import { reasonSentences } from "./reason-sentences.ts";
import { unmatchedSentences } from "./unmatched-sentences.ts";
import type { UnmatchedReason } from "./unmatched-reason.ts";

const part = (given: Partial<ReasonPart> & Pick<ReasonPart, "fact" | "rule">): ReasonPart => ({
  criterionId: "1",
  strength: "should",
  field: null,
  label: { mentee: "", mentor: "" },
  areLanguages: false,
  byWish: false,
  shownTo: "matches",
  counts: true,
  degree: 1,
  points: 1000,
  possible: 2000,
  ...given,
});
const parts: ReasonPart[] = [
  part({ rule: "hours", field: "hours", points: 2000, fact: { kind: "hours", shared: 6 } }),
  part({ rule: "hopes", field: "hopes", points: 1000, fact: { kind: "words", shared: ["grant writing"], wanted: 2 } }),
  part({
    rule: "in-common",
    strength: "must",
    points: 0,
    field: "languages",
    areLanguages: true,
    fact: { kind: "words", shared: ["es"], wanted: 1 },
  }),
  part({
    rule: "above",
    strength: "must",
    points: 0,
    label: { mentee: "Grade", mentor: "Grade" },
    shownTo: "coordinators",
    fact: { kind: "ranks", mentee: "HEO", mentor: "SEO", above: 1 },
  }),
];
const maya = { mentee: "Maya", mentor: "Jonas" };

test("the coordinator reads all reasons by name, the strongest first", () => {
  expect(reasonSentences(parts, "en", { as: "coordinator", ...maya })).toEqual([
    "6 hours a week in common.",
    "Maya hopes to learn grant writing, which Jonas offers.",
    "Both speak Spanish.",
    "Jonas is one step above Maya in “Grade” (SEO, HEO).",
  ]);
  expect(reasonSentences(parts, "es", { as: "coordinator", ...maya })).toEqual([
    "6 horas a la semana en común.",
    "Maya quiere aprender grant writing, y Jonas lo ofrece.",
    "Idiomas en común: español.",
    "Jonas está un nivel por encima de Maya en «Grade» (SEO, HEO).",
  ]);
  expect(reasonSentences(parts, "ar", { as: "coordinator", mentee: "مايا", mentor: "Jonas" })).toEqual([
    "6 ساعات مشتركة في الأسبوع.",
    "من آمال مايا تعلّم \u2068grant writing\u2069، وهذا مما يقدّمه \u2068Jonas\u2069.",
    "يتحدثان لغة مشتركة: الإسبانية.",
    "مستوى \u2068Jonas\u2069 أعلى بدرجة واحدة من مايا في «\u2068Grade\u2069» (\u2068SEO\u2069، \u2068HEO\u2069).",
  ]);
});

test("the two of the pair read what is theirs to know, each as you", () => {
  expect(reasonSentences(parts, "en", { as: "mentee", mentor: "Jonas" })).toEqual([
    "6 hours a week in common.",
    "You hope to learn grant writing, which Jonas offers.",
    "You both speak Spanish.",
  ]);
  expect(reasonSentences(parts, "en", { as: "mentor", mentee: "Maya" })).toContain("Maya hopes to learn grant writing, which you offer.");
});

test("where there is nothing to say, it is said kindly, and what nobody asked for is not a reason", () => {
  const unwished = part({ rule: "same", byWish: true, counts: false, points: 0, fact: { kind: "choices", mentee: "a", mentor: "a" } });
  for (const language of ["en", "es", "ar"] as const) {
    expect(reasonSentences([unwished], language, { as: "mentor", mentee: "Maya" })).toHaveLength(1);
  }
});

const polish = {
  rule: "in-common",
  field: "languages",
  label: "",
  areLanguages: true,
  said: ["pl"],
  asked: null,
  mentors: 18,
  leavesNoPlace: true,
} as const;
const unmatched = (given: Partial<UnmatchedReason>): UnmatchedReason => ({
  mentors: 20,
  fitting: 2,
  refusals: [polish],
  closest: [],
  ...given,
});
const nobody = () => undefined;

test("an unmatched mentee is told what was scarce", () => {
  expect(unmatchedSentences(unmatched({}), "en", nobody)).toEqual(["No mentor who speaks Polish has a free place."]);
  expect(unmatchedSentences(unmatched({}), "es", nobody)).toEqual(["Ningún mentor que hable polaco tiene una plaza libre."]);
  expect(unmatchedSentences(unmatched({}), "ar", nobody)).toEqual(["لا مكان شاغر عند أي مرشد يتحدث البولندية."]);
  const closest = [{ mentorId: "j", cost: 1250, fewerPeople: 0 }];
  expect(unmatchedSentences(unmatched({ closest }), "en", () => "Jonas")[1]).toBe("With Jonas the total would fall by 12.5.");
});

test("where another mentor with a free place speaks Polish too, it does not say otherwise", () => {
  expect(unmatchedSentences(unmatched({ refusals: [{ ...polish, leavesNoPlace: false }] }), "en", nobody)).toEqual([
    "None of the 2 mentors who fit has a free place.",
  ]);
});

test("a mentee for whom nobody is left reads which rules did it", () => {
  const none = unmatched({ fitting: 0, refusals: [{ ...polish, mentors: 20 }] });
  expect(unmatchedSentences(none, "en", nobody)).toEqual(["There is no mentor who speaks Polish."]);
  const several = unmatched({ fitting: 0, refusals: [polish, { ...polish, rule: "hours", asked: 2, mentors: 5 }] });
  expect(unmatchedSentences(several, "en", nobody)).toEqual([
    "Each mentor breaks one rule or another, so that nobody is left: A language in common: 18 mentors ruled out; At least 2 hours a week in common: 5 mentors ruled out.",
  ]);
});
