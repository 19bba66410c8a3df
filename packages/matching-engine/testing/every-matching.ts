import type { Market } from "../index.ts";

/** A matching as one finds it by trying all. */
export type Tried = { readonly assignment: readonly number[]; readonly total: number; readonly matched: number };

/** All matchings of a very small market. */
export function everyMatching(market: Market): Tried[] {
  const all: Tried[] = [];
  const left = [...market.capacity];
  const assignment = Array.from({ length: market.menteeCount }, () => -1);
  function from(mentee: number, total: number, matched: number): void {
    if (mentee === market.menteeCount) {
      all.push({ assignment: [...assignment], total, matched });
      return;
    }
    const locked = market.locked[mentee]!;
    if (locked < 0) from(mentee + 1, total, matched);
    for (let e = market.ptr[mentee]!; e < market.ptr[mentee + 1]!; e++) {
      const mentor = market.col[e]!;
      if (left[mentor] === 0 || (locked >= 0 && locked !== mentor)) continue;
      left[mentor]! -= 1;
      assignment[mentee] = mentor;
      from(mentee + 1, total + market.weight[e]!, matched + 1);
      assignment[mentee] = -1;
      left[mentor]! += 1;
    }
  }
  from(0, 0, 0);
  return all;
}
