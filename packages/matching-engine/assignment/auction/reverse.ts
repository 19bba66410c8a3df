import type { Columns } from "../columns.ts";
import type { Bids } from "./bids.ts";
import type { Pulse } from "./forward.ts";

/**
 * The reverse auction (Bertsekas 1992): mentors with a free place and a price bid for mentees by lowering it, until the place is
 * taken or costs nothing. A mentee who moves leaves a place, which may have a price in turn.
 * @returns the number of bids
 */
export function fillFreePlaces(bids: Bids, columnsOf: () => Columns, epsilon: number, most: number, pulse: Pulse): number {
  const { market, price, mentorOf, worthOf, fineness, base, taken, owner } = bids;
  const { mentorCount, menteeCount } = market;
  const queue = new Int32Array(mentorCount);
  const isQueued = new Uint8Array(mentorCount);
  let length = 0;
  for (let j = 0; j < mentorCount; j++) {
    if (price[j]! > 0 && bids.hasFreePlace(j)) {
      queue[length++] = j;
      isQueued[j] = 1;
    }
  }
  if (length === 0) return 0;
  const columns = columnsOf();
  const { ptr, data, stride, shift, mask } = columns.lists;
  const other = stride - 1;
  const profit = new Int32Array(menteeCount);
  for (let i = 0; i < menteeCount; i++) profit[i] = mentorOf[i]! < 0 ? 0 : worthOf[i]! - price[mentorOf[i]!]!;

  let count = 0;
  let work = 0;
  while (length > 0 && count < most) {
    const mentor = queue[--length]!;
    isQueued[mentor] = 0;
    if (price[mentor]! <= 0 || !bids.hasFreePlace(mentor)) continue;
    count++;
    const isSorted = columns.isSorted(mentor);
    // What mentees would pay beyond what they have: the best and the second.
    let first = 0;
    let second = 0;
    let at = -1;
    let k = stride * ptr[mentor]!;
    for (const end = stride * ptr[mentor + 1]!; k < end; k += stride) {
      const worth = (data[k]! >>> shift) << fineness;
      if (worth <= second) {
        if (isSorted) break;
        continue;
      }
      const mentee = data[k + other]! & mask;
      const gain = worth - profit[mentee]!;
      if (gain <= second || mentorOf[mentee] === mentor) continue;
      if (gain > first) {
        second = first;
        first = gain;
        at = k;
      } else second = gain;
    }
    work += k - stride * ptr[mentor]! + 1;
    if (work > WORK_PER_PULSE) {
      pulse(work);
      work = 0;
    }
    let asked = 0;
    if (first > epsilon) {
      const mentee = data[at + other]! & mask;
      asked = Math.min(price[mentor]!, Math.max(0, second - epsilon));
      const left = mentorOf[mentee]!;
      if (left >= 0) {
        bids.withdraw(mentee);
        if (price[left]! > 0 && isQueued[left] === 0) {
          isQueued[left] = 1;
          queue[length++] = left;
        }
      }
      bids.accept(mentor, mentee, (data[at]! >>> shift) << fineness, asked);
    }
    price[mentor] = asked;
    for (let slot = base[mentor]!; slot < base[mentor]! + taken[mentor]!; slot++) profit[owner[slot]!] = worthOf[owner[slot]!]! - asked;
    // Stryker disable next-line ConditionalExpression,EqualityOperator,LogicalOperator: speed (whoever is queued in vain is passed over)
    if (asked > 0 && isQueued[mentor] === 0 && bids.hasFreePlace(mentor)) {
      isQueued[mentor] = 1;
      queue[length++] = mentor;
    }
  }
  return count;
}

const WORK_PER_PULSE = 10_000;
