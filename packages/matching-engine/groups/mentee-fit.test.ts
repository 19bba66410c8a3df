import { expect, test } from "vitest";
import { choiceColumn, fitOfMentees, flagColumn, type Scoring, setColumn } from "../index.ts";

const scoring: Scoring = {
  mentees: {
    count: 4,
    columns: {
      hours: setColumn(8, [[1, 2, 3], [2, 3, 4], [3], []]),
      hopes: setColumn(8, [[0, 1, 2, 3], [0, 1], [0, 1], [4]]),
      field: choiceColumn([1, 1, 2, null]),
      wish: flagColumn([true, true, true, true]),
    },
  },
  mentors: { count: 0, columns: { times: setColumn(8, []), gives: setColumn(8, []), job: choiceColumn([]) } },
  must: [
    { kind: "at-least-shared", atLeast: 2, mentee: "hours", mentor: "times", missing: "allow" },
    // Musts other than of meeting are about a mentor alone.
    { kind: "different", mentee: "field", mentor: "job", missing: "refuse" },
  ],
  should: [
    { kind: "overlap", weight: 60, mentee: "hopes", mentor: "gives" },
    { kind: "same", weight: 20, mentee: "field", mentor: "job" },
    { kind: "same", weight: 100, mentee: "field", mentor: "job", byWish: "wish" },
  ],
};

test("people fit by what the rules ask about, the same both ways", () => {
  const fit = fitOfMentees(scoring, 800);
  // Of her four hopes the other shares half, of his two all: three quarters of 600; and the same field: 200.
  expect(fit(0, 1)).toBe(650);
  expect(fit(1, 0)).toBe(650);
});

test("those who cannot meet do not fit, and a missing answer earns nothing", () => {
  const fit = fitOfMentees(scoring, 800);
  expect(fit(0, 2)).toBe(-800);
  expect(fit(0, 3)).toBe(0);
});

test("without rules there is nothing to fit by", () => {
  expect(fitOfMentees({ ...scoring, must: [], should: [] }, 800)(0, 2)).toBe(0);
});
