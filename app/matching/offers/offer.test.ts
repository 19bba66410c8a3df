import fc from "fast-check";
import { expect, test } from "vitest";
import { freePlaces } from "./offer.ts";

test("free places are never held, never above the capacity, and never more than are left", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 50 }), fc.uniqueArray(fc.integer({ min: 1, max: 50 })), (capacity, held) => {
      const free = freePlaces(capacity, held);
      expect(free.every((place) => place >= 1 && place <= capacity && !held.includes(place))).toBe(true);
      expect(new Set(free).size).toBe(free.length);
      expect(free.length).toBeLessThanOrEqual(Math.max(0, capacity - held.length));
    }),
  );
});
