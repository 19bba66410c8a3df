import { expect, test } from "vitest";
import { isId, newId } from "./identifiers.ts";

test("ids sort in the order in which they were made, also within one millisecond", () => {
  const ids = Array.from({ length: 5000 }, newId);
  expect(ids.toSorted()).toEqual(ids);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.every(isId)).toBe(true);
});
