import fc from "fast-check";
import { expect, test } from "vitest";
import { BestKeys } from "./best-keys.ts";

const offers = fc.uniqueArray(fc.record({ list: fc.nat(2), key: fc.nat(500) }), { maxLength: 120, selector: ({ key }) => key });

test("each list keeps the largest keys that it was offered, the largest first", () => {
  fc.assert(
    fc.property(offers, fc.nat(9), fc.nat(2), (offered, size, cleared) => {
      const best = new BestKeys(3, size);
      expect(best.size).toBe(size);
      const plain: number[][] = [[], [], []];
      for (const { list, key } of offered) {
        best.offer(list, key);
        plain[list] = [...plain[list]!, key].toSorted((a, b) => b - a).slice(0, size);
        expect([...best.sorted(list)]).toEqual(plain[list]);
        expect(best.least(list)).toBe(size === 0 ? Infinity : plain[list].length < size ? -1 : plain[list].at(-1));
      }
      const whole = () => {
        const { keys, ptr } = best.packed();
        return [...ptr.subarray(1).entries()].map(([list, to]) => [...keys.subarray(ptr[list], to)]);
      };
      expect(whole()).toEqual(plain);
      best.clear(cleared);
      plain[cleared] = [];
      expect(whole()).toEqual(plain);
    }),
    { numRuns: 200 },
  );
});
