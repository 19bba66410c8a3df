import fc from "fast-check";
import { expect, test } from "vitest";
import { defaultMode } from "../modes/mode.ts";
import { mayChoose, mostChoices, ranked } from "./choice.ts";

test("whoever is given a rank stands there, and the others keep their order", () => {
  expect(ranked(["a", "b", "c"], "c", 1)).toEqual(["c", "a", "b"]);
  expect(ranked(["a", "b", "c"], "a", 3)).toEqual(["b", "c", "a"]);
  expect(ranked(["a", "b"], "x", 2)).toEqual(["a", "x", "b"]);
  expect(ranked(["a"], "x", 99)).toEqual(["a", "x"]);
  expect(ranked(["a"], "x", -5)).toEqual(["x", "a"]);
});

test("moving twice is moving once, and moving back undoes it", () => {
  const lists = fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(lists, fc.nat(), fc.integer({ min: 1, max: 12 }), (list, at, rank) => {
      const id = list[at % list.length]!;
      const moved = ranked(list, id, rank);
      expect(moved).toHaveLength(list.length);
      expect(ranked(moved, id, rank)).toEqual(moved);
      expect(ranked(moved, id, list.indexOf(id) + 1)).toEqual(list);
    }),
  );
});

test("who chooses is for the program to say", () => {
  const roles = ["mentee", "mentor"] as const;
  const may = (mode: object) => roles.filter((role) => mayChoose({ ...defaultMode, ...mode }, role));
  expect(may({})).toEqual([]);
  expect(may({ mode: "ranked-round" })).toEqual(["mentee"]);
  expect(may({ mode: "mentee-asks" })).toEqual(["mentee"]);
  expect(may({ mode: "ranked-round", mentorsRank: true })).toEqual(["mentee", "mentor"]);
  expect(mostChoices({ ...defaultMode, menteeChoices: 3 }, "mentee")).toBe(3);
  expect(mostChoices({ ...defaultMode, menteeChoices: 3 }, "mentor")).toBe(20);
});
