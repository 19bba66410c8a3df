import { expect, test } from "vitest";
import { findOwners, firstSupportOn, nextSupportOn } from "./support.ts";

const rhythm = { supportFirstMonth: 2, supportEveryDays: 30 };

test("two talks in the first month, then one a month", () => {
  const begunOn = "2027-01-01";
  expect(firstSupportOn(begunOn, rhythm)).toBe("2027-01-16");
  const second = nextSupportOn({ begunOn, on: "2027-01-16", done: 1 }, rhythm);
  expect(second).toBe("2027-01-31");
  expect(nextSupportOn({ begunOn, on: second, done: 2 }, rhythm)).toBe("2027-03-02");
});

test("a talk that came late is not followed by another the next day", () => {
  expect(nextSupportOn({ begunOn: "2027-01-01", on: "2027-01-30", done: 1 }, rhythm)).toBe("2027-02-06");
});

test("without talks in the first month the rhythm begins at once, and a quarter is the longest", () => {
  expect(firstSupportOn("2027-01-01", { supportFirstMonth: 0, supportEveryDays: 60 })).toBe("2027-03-02");
  expect(nextSupportOn({ begunOn: "2027-01-01", on: "2027-03-01", done: 1 }, { supportFirstMonth: 0, supportEveryDays: 200 })).toBe(
    "2027-06-01",
  );
});

test("what nobody looks after goes each time to whoever has the least", () => {
  const coordinators = new Map([["p", ["ruth", "cora"]]]);
  const uncared = ["2", "3", "4"].map((relationshipId) => ({ relationshipId, programId: "p", people: ["maya", "jonas"] }));
  const burdens = new Map([["ruth", 1]]);
  expect(findOwners(uncared, coordinators, burdens)).toEqual([
    { relationshipId: "2", ownerId: "cora" },
    { relationshipId: "3", ownerId: "ruth" },
    { relationshipId: "4", ownerId: "cora" },
  ]);
  expect(findOwners(uncared, coordinators, burdens, "ruth").map(({ ownerId }) => ownerId)).toEqual(["ruth", "ruth", "ruth"]);
  // Whoever was named and does not coordinate it is no heir.
  expect(findOwners(uncared, coordinators, burdens, "nobody").map(({ ownerId }) => ownerId)).toEqual(["cora", "ruth", "cora"]);
});

test("nobody looks after what she is in herself, not even as the heir; rather nobody does", () => {
  const coordinators = new Map([["p", ["ruth", "cora"]]]);
  const of = (...people: string[]) => [{ relationshipId: "1", programId: "p", people }];
  expect(findOwners(of("ruth", "maya"), coordinators, new Map([["cora", 9]]), "ruth")).toEqual([{ relationshipId: "1", ownerId: "cora" }]);
  expect(findOwners(of("ruth", "cora"), coordinators, new Map())).toEqual([{ relationshipId: "1", ownerId: null }]);
  expect(findOwners(of("maya"), new Map(), new Map())).toEqual([{ relationshipId: "1", ownerId: null }]);
});
