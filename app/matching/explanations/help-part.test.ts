import { expect, test } from "vitest";
import type { Help } from "../../../packages/matching-engine/index.ts";
import { questionSource } from "../criteria/answer-source.ts";
import type { NeverReason, RuleKey } from "../criteria/scoring-of.ts";
import type { RoundSnapshot } from "../rounds/round.ts";
import { helpParts } from "./help-part.ts";

const hours: RuleKey = {
  criterion: {
    id: "hours",
    strength: "must",
    rule: "hours",
    settings: { mentee: "profile.hours", mentor: "profile.hours" },
    weight: 0,
  },
  key: [],
  perHour: 4,
  labels: { mentee: "", mentor: "" },
  steps: { mentee: [], mentor: [] },
  areLanguages: false,
  shownTo: "program",
};
const grade: RuleKey = {
  ...hours,
  criterion: { ...hours.criterion, id: "grade", rule: "above", settings: { mentee: questionSource("q"), mentor: questionSource("q") } },
  labels: { mentee: "Grade", mentor: "Grade" },
};
const must: (RuleKey | NeverReason)[] = [hours, grade, "forbidden", "declined", "oneself"];
const snapshot = { keys: { must, should: [] }, mentorIds: ["jonas", "amina"], places: [1, 4] } as unknown as RoundSnapshot;
const base = { mentor: 1, gain: 730, size: 2, weight: 5000 } as const;
const partsOf = (help: Help) => helpParts([help], snapshot);

test("what would help is told by the names of things, with what the best total would gain", () => {
  expect(partsOf({ ...base, kind: "place" })).toEqual([{ mentorId: "amina", gain: 730, kind: "place", places: 4 }]);
  expect(partsOf({ ...base, kind: "rule", rule: 1 })).toEqual([
    { mentorId: "amina", gain: 730, kind: "rule", criterionId: "grade", rule: "above", field: null, label: "Grade", short: 2 },
  ]);
  // Quarters of hours: six of them are one and a half, from Monday 00:45 on.
  expect(partsOf({ ...base, kind: "elements", rule: 0, elements: [3, 4, 5, 6, 7, 8] })).toEqual([
    { mentorId: "amina", gain: 730, kind: "hours", criterionId: "hours", more: 1.5, atMinutes: [45, 60, 75, 90, 105, 120] },
  ]);
});

test("only what a coordinator forbade can be allowed again; that one of the two said no is told to nobody", () => {
  const lifted = must.flatMap((key, rule) => (typeof key === "string" ? [[key, partsOf({ ...base, kind: "rule", rule })]] : []));
  expect(lifted).toEqual([
    ["forbidden", [{ mentorId: "amina", gain: 730, kind: "ban" }]],
    ["declined", []],
    ["oneself", []],
  ]);
});
