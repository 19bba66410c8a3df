import { type LockedPair, type Market, MarketError, type MarketTerms, MAX_WEIGHT, type Pair, type WeightedPair } from "./market.ts";

/**
 * Makes a market from a list of pairs, in any order.
 * @throws {MarketError} for people who do not exist, weights that are no integers, a pair listed twice, or locks that contradict
 *   each other, a capacity or a forbidden pair.
 */
export function marketFromPairs(terms: MarketTerms & { readonly menteeCount: number; readonly pairs: Iterable<WeightedPair> }): Market {
  const { menteeCount } = terms;
  requireCount(menteeCount);
  const pairs = [...terms.pairs];
  const ptr = new Int32Array(menteeCount + 1);
  for (const { mentee } of pairs) {
    requirePerson(mentee, menteeCount, "mentee");
    ptr[mentee + 1]! += 1;
  }
  for (let i = 0; i < menteeCount; i++) ptr[i + 1]! += ptr[i]!;
  const next = ptr.slice();
  const col = new Int32Array(pairs.length);
  const weight = new Int32Array(pairs.length);
  for (const pair of pairs) {
    // Looked at here because a typed array would quietly wrap or cut what does not fit.
    requirePerson(pair.mentor, terms.capacity.length, "mentor");
    requireWeight(pair.weight, pair);
    const place = next[pair.mentee]!++;
    col[place] = pair.mentor;
    weight[place] = pair.weight;
  }
  return marketFromRows({ ...terms, ptr, col, weight });
}

/**
 * Makes a market from compressed rows, as the scoring yields them. The arrays are taken over, not copied, where nothing is
 * forbidden or added by a lock: do not change them afterwards.
 * @throws {MarketError} as `marketFromPairs` does, and for rows that do not fit together.
 */
export function marketFromRows(
  terms: MarketTerms & { readonly ptr: Int32Array; readonly col: Int32Array; readonly weight: Int32Array },
): Market {
  const { ptr, col, weight } = terms;
  const menteeCount = ptr.length - 1;
  const mentorCount = terms.capacity.length;
  requireCount(menteeCount);
  requireCount(mentorCount);
  const capacity = readCapacity(terms.capacity);
  const least = readLeast(terms.least, capacity);
  requireRows(ptr, col, weight, mentorCount);
  requireKeys(terms.menteeKeys, menteeCount, "menteeKeys");
  requireKeys(terms.mentorKeys, mentorCount, "mentorKeys");

  const locks = readLocks(terms.locked ?? [], menteeCount, capacity);
  const forbidden = readForbidden(terms.forbidden ?? [], menteeCount, mentorCount, locks);
  const locked = new Int32Array(menteeCount).fill(-1);
  for (const [mentee, lock] of locks) locked[mentee] = lock.mentor;
  return {
    menteeCount,
    mentorCount,
    capacity,
    ...(least && { least }),
    ...changedRows({ ptr, col, weight }, locks, forbidden),
    locked,
    menteeKeys: terms.menteeKeys ?? null,
    mentorKeys: terms.mentorKeys ?? null,
  };
}

type Rows = Pick<Market, "ptr" | "col" | "weight">;

function changedRows(rows: Rows, locks: Map<number, LockedPair>, forbidden: Map<number, Set<number>>): Rows {
  const { ptr, col, weight } = rows;
  const missing = [...locks.values()].filter(({ mentee, mentor }) => !rowHas(rows, mentee, mentor));
  if (forbidden.size === 0 && missing.length === 0) return { ptr, col, weight };

  const added = new Map(missing.map((lock) => [lock.mentee, lock]));
  const room = col.length + missing.length;
  const changed = { ptr: new Int32Array(ptr.length), col: new Int32Array(room), weight: new Int32Array(room) };
  let n = 0;
  for (let i = 0; i + 1 < ptr.length; i++) {
    const refused = forbidden.get(i);
    for (let e = ptr[i]!; e < ptr[i + 1]!; e++) {
      if (refused?.has(col[e]!)) continue;
      changed.col[n] = col[e]!;
      changed.weight[n++] = weight[e]!;
    }
    const lock = added.get(i);
    if (lock) {
      changed.col[n] = lock.mentor;
      changed.weight[n++] = lock.weight ?? 0;
    }
    changed.ptr[i + 1] = n;
  }
  return { ptr: changed.ptr, col: changed.col.slice(0, n), weight: changed.weight.slice(0, n) };
}

function rowHas({ ptr, col }: Rows, mentee: number, mentor: number): boolean {
  return col.subarray(ptr[mentee], ptr[mentee + 1]).includes(mentor);
}

function readLocks(pairs: Iterable<LockedPair>, menteeCount: number, capacity: Int32Array): Map<number, LockedPair> {
  const locks = new Map<number, LockedPair>();
  const taken = new Int32Array(capacity.length);
  for (const lock of pairs) {
    const { mentee, mentor } = lock;
    requirePerson(mentee, menteeCount, "mentee");
    requirePerson(mentor, capacity.length, "mentor");
    if (lock.weight !== undefined) requireWeight(lock.weight, lock);
    const before = locks.get(mentee);
    if (before?.mentor === mentor) continue;
    if (before) {
      const message = `Mentee ${mentee} is locked to mentor ${before.mentor} and to mentor ${mentor}. Keep one of the two locks.`;
      throw new MarketError("mentee-locked-twice", message, { mentee, mentor });
    }
    locks.set(mentee, lock);
    taken[mentor]! += 1;
  }
  const over = taken.findIndex((count, mentor) => count > capacity[mentor]!);
  if (over >= 0) {
    const message = `Mentor ${over} has ${capacity[over]} places and ${taken[over]} locked pairs. Release locks or give the mentor more places.`;
    throw new MarketError("locked-beyond-capacity", message, { mentor: over });
  }
  return locks;
}

function readForbidden(pairs: Iterable<Pair>, menteeCount: number, mentorCount: number, locks: Map<number, LockedPair>) {
  const forbidden = new Map<number, Set<number>>();
  for (const { mentee, mentor } of pairs) {
    requirePerson(mentee, menteeCount, "mentee");
    requirePerson(mentor, mentorCount, "mentor");
    if (locks.get(mentee)?.mentor === mentor) {
      const message = `Mentee ${mentee} and mentor ${mentor} are both locked and forbidden. Take one of the two away.`;
      throw new MarketError("locked-and-forbidden", message, { mentee, mentor });
    }
    const mentors = forbidden.get(mentee);
    if (mentors) mentors.add(mentor);
    else forbidden.set(mentee, new Set([mentor]));
  }
  return forbidden;
}

function readCapacity(given: ArrayLike<number>): Int32Array {
  const capacity = Int32Array.from(given);
  for (let mentor = 0; mentor < given.length; mentor++) {
    if (given[mentor] === capacity[mentor] && capacity[mentor]! >= 0) continue;
    const message = `Mentor ${mentor} has ${given[mentor]} places. Give a whole number from 0 up.`;
    throw new MarketError("bad-capacity", message, { mentor });
  }
  return capacity;
}

function readLeast(given: ArrayLike<number> | undefined, capacity: Int32Array): Int32Array | null {
  if (!given) return null;
  if (given.length !== capacity.length) {
    const message = `least has ${given.length} numbers for ${capacity.length} mentors. Give one each, 0 where she need not have any mentee.`;
    throw new MarketError("bad-least", message);
  }
  const least = Int32Array.from(given);
  for (let mentor = 0; mentor < least.length; mentor++) {
    if (given[mentor] === least[mentor] && least[mentor]! >= 0 && least[mentor]! <= capacity[mentor]!) continue;
    const message = `Mentor ${mentor} is to have ${given[mentor]} mentees at the least. Give a whole number from 0 to her ${capacity[mentor]} places.`;
    throw new MarketError("bad-least", message, { mentor });
  }
  return least.some((count) => count > 0) ? least : null;
}

function requireRows(ptr: Int32Array, col: Int32Array, weight: Int32Array, mentorCount: number): void {
  if (ptr[0] !== 0 || ptr.at(-1) !== col.length || col.length !== weight.length) {
    const message = "The rows do not fit: ptr must begin with 0 and end with the number of pairs, and col and weight have one entry each.";
    throw new MarketError("bad-rows", message);
  }
  for (let mentee = 0; mentee + 1 < ptr.length; mentee++) {
    if (ptr[mentee + 1]! < ptr[mentee]!)
      throw new MarketError("bad-rows", `The row of mentee ${mentee} ends before it begins.`, { mentee });
  }
  const seen = new Int32Array(mentorCount).fill(-1);
  for (let mentee = 0; mentee + 1 < ptr.length; mentee++) {
    for (let e = ptr[mentee]!; e < ptr[mentee + 1]!; e++) {
      const mentor = col[e]!;
      requirePerson(mentor, mentorCount, "mentor");
      requireWeight(weight[e]!, { mentee, mentor });
      if (seen[mentor] === mentee) {
        const message = `Mentee ${mentee} and mentor ${mentor} are listed twice. Keep one of the two.`;
        throw new MarketError("same-pair-twice", message, { mentee, mentor });
      }
      seen[mentor] = mentee;
    }
  }
}

function requireKeys(keys: readonly string[] | undefined, count: number, name: string): void {
  if (!keys) return;
  if (keys.length !== count) throw new MarketError("bad-keys", `${name} has ${keys.length} keys for ${count} people. Give one each.`);
  if (new Set(keys).size !== count) throw new MarketError("bad-keys", `${name} has the same key twice. Keys must be unique.`);
}

function requireCount(count: number): void {
  if (!Number.isInteger(count) || count < 0 || count > 2 ** 21) {
    throw new MarketError("bad-count", `The number of people must be a whole number from 0 to ${2 ** 21}, not ${count}.`);
  }
}

export function requirePerson(person: number, count: number, role: "mentee" | "mentor"): void {
  if (Number.isInteger(person) && person >= 0 && person < count) return;
  const message = `There is no ${role} ${person}: they are numbered from 0 to ${count - 1}.`;
  throw new MarketError(`unknown-${role}`, message, { [role]: person });
}

export function requireWeight(weight: number, { mentee, mentor }: Pair): void {
  if (Number.isInteger(weight) && weight >= 0 && weight <= MAX_WEIGHT) return;
  const message = `The weight of mentee ${mentee} with mentor ${mentor} is ${weight}. Give a whole number from 0 to ${MAX_WEIGHT}.`;
  throw new MarketError("bad-weight", message, { mentee, mentor });
}
