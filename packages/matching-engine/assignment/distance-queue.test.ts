import fc from "fast-check";
import { expect, test } from "vitest";
import { DistanceQueue } from "./distance-queue.ts";

const ways = fc.array(fc.record({ node: fc.nat(19), distance: fc.nat(30), settles: fc.boolean() }), { maxLength: 80 });

test("nodes come out by their shortest distance, each once; shorter ways count, longer ones do not", () => {
  fc.assert(
    fc.property(fc.array(ways, { minLength: 1, maxLength: 3 }), (rounds) => {
      const queue = new DistanceQueue(20);
      for (const round of rounds) {
        queue.clear();
        expect([...queue.distance]).toEqual(Array.from({ length: 20 }, () => Infinity));
        const waiting = new Map<number, number>();
        const least = () => Math.min(Infinity, ...waiting.values());
        const settled = new Map<number, number>();
        let farthest = 0;
        const settle = () => {
          const distance = least();
          expect(queue.nearest()).toBe(distance);
          const node = queue.settle();
          expect(waiting.get(node)).toBe(distance);
          waiting.delete(node);
          settled.set(node, distance);
          farthest = distance;
        };
        for (const { node, distance, settles } of round) {
          // As in a search: nothing that is reached later is nearer than what was settled.
          const way = farthest + distance;
          const before = waiting.get(node) ?? settled.get(node) ?? Infinity;
          expect(queue.reach(node, way)).toBe(way < before);
          if (way < before) waiting.set(node, way);
          expect(queue.distance[node]).toBe(Math.min(way, before));
          if (settles && waiting.size > 0) settle();
        }
        if (round.length % 2 === 0) while (waiting.size > 0) settle();
        expect(queue.nearest()).toBe(least());
      }
    }),
    { numRuns: 200 },
  );
});
