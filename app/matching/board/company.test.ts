import { expect, test } from "vitest";
import { choiceColumn, setColumn } from "../../../packages/matching-engine/index.ts";
import { defaultCriteria } from "../criteria/default-criteria.ts";
import { questionSource } from "../criteria/answer-source.ts";
import type { RuleKey } from "../criteria/scoring-of.ts";
import type { RoundSnapshot } from "../rounds/round.ts";
import { companySentences } from "./company.messages.ts";
import { Company } from "./company.ts";

const hopes = defaultCriteria.find(({ rule }) => rule === "hopes")!;
const key = (changes: Partial<RuleKey>): RuleKey => ({
  criterion: { ...hopes, id: "c", weight: 1 },
  key: ["budgets", "data", "law"],
  perHour: 1,
  labels: { mentee: "", mentor: "" },
  steps: { mentee: [], mentor: [] },
  areLanguages: false,
  shownTo: "matches",
  ...changes,
});
/** Three mentees: two learn budgets and data, the third data and law; all of one department; the mentor has nothing of it. */
const snapshot = {
  scoring: {
    mentees: {
      count: 3,
      columns: {
        hopes: setColumn(3, [
          [0, 1],
          [1, 0],
          [1, 2],
        ]),
        department: choiceColumn([4, 4, 4]),
      },
    },
    mentors: { count: 1, columns: { hopes: setColumn(3, [[]]), department: choiceColumn([null]) } },
    must: [{ kind: "not-these", pairs: [] }],
    should: [
      { kind: "overlap", mentee: "hopes", mentor: "hopes", weight: 2 },
      { kind: "same", mentee: "department", mentor: "department", weight: 1 },
    ],
  },
  keys: {
    must: ["forbidden"],
    should: [
      key({}),
      key({
        criterion: { ...hopes, id: "d", weight: 1, rule: "same", settings: { mentee: questionSource("q"), mentor: questionSource("q") } },
        key: ["", "", "", "", "Health"],
        labels: { mentee: "Department", mentor: "Department" },
      }),
    ],
  },
  visibility: { mentees: [{}, {}, {}], mentors: [{}] },
} as unknown as RoundSnapshot;

test("only what all of them share is told, whatever two of them share", () => {
  const company = new Company(snapshot);
  const said = (members: readonly number[]) => companySentences(company.inCommon(members), "en").map((one) => one.replaceAll(/[⁦-⁩]/gu, ""));
  expect(said([0, 1])).toEqual(["All hope for budgets and data.", "Department: all Health."]);
  expect(said([0, 1, 2])).toEqual(["All hope for data.", "Department: all Health."]);
  expect(said([2])).toEqual([]);
});
