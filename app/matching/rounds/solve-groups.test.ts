import { expect, test } from "vitest";
import { choiceColumn, type Market, marketFromPairs, type Scoring } from "../../../packages/matching-engine/index.ts";
import { groupTermsOf, solveGroups } from "./solve-groups.ts";
import type { Company } from "./round-settings.ts";

/** Eight mentees whom both mentors suit as well; the even ones like gardens, the odd ones boats. */
const mentees = Array.from({ length: 8 }, (_, index) => index);
const scoring: Scoring = {
  mentees: { count: 8, columns: { likes: choiceColumn(mentees.map((index) => index % 2)) } },
  mentors: { count: 2, columns: { likes: choiceColumn([0, 0]) } },
  must: [],
  should: [{ kind: "same", mentee: "likes", mentor: "likes", weight: 1 }],
};
const market = (capacity: readonly number[], weight = 5000): Market =>
  marketFromPairs({
    menteeCount: 8,
    capacity,
    pairs: mentees.flatMap((mentee) => [0, 1].map((mentor) => ({ mentee, mentor, weight }))),
  });
const terms = (company: Company, least = [1, 1]) => groupTermsOf({ settings: { group: { least: 2, most: 4, company } }, scoring, least })!;
const groupsOf = (assignment: Int32Array): string[] =>
  [0, 1].map((mentor) => mentees.filter((mentee) => assignment[mentee] === mentor).join(" ")).toSorted();

test("mentees who fit each other come together, and their company is part of the total", () => {
  const { assignment, total, matched, check, company } = solveGroups(terms("full"), market([4, 4]), 5);
  expect(groupsOf(assignment)).toEqual(["0 2 4 6", "1 3 5 7"]);
  // Six pairs in each group, each worth a third of a whole strength.
  expect(company).toBe(2 * 6 * 3333);
  expect([total, matched, check]).toEqual([8 * 5000 + 12 * 3333, 8, { proven: true, gap: 0, violations: 0 }]);
});

test("half the company counts half, and none not at all", () => {
  expect(solveGroups(terms("half"), market([4, 4]), 5)).toMatchObject({ company: 12 * 1667, total: 40_000 + 12 * 1667 });
  expect(solveGroups(terms("none"), market([4, 4]), 5)).toMatchObject({ company: 0, total: 40_000, check: { proven: true, gap: 0 } });
});

test("a group has as many as it needs, or nobody; who has fewer places needs no more than those", () => {
  const few = solveGroups(terms("none", [5, 5]), market([6, 6]), 5);
  expect(groupsOf(few.assignment).map((group) => (group === "" ? 0 : group.split(" ").length))).toEqual([0, 6]);
  expect([few.matched, few.check.proven]).toEqual([6, true]);
  const small = solveGroups(terms("none", [5, 5]), market([6, 2]), 5);
  expect([small.matched, small.check.proven]).toEqual([8, true]);
});

test("the bound holds where the search may stop short of the best", () => {
  const { total, check } = solveGroups(terms("full"), market([3, 3]), 5);
  expect(check).toMatchObject({ proven: true, violations: 0 });
  expect(total).toBe(6 * 5000 + 6 * 3333);
  expect(check.gap).toBeGreaterThanOrEqual(0);
});

test("a round of another kind has no groups to form", () => {
  expect(groupTermsOf({ settings: {}, scoring, least: null })).toBeNull();
});
