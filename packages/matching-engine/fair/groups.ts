import type { Market } from "../market/market.ts";

/** The groups of a market's mentees. Those in no group are one group more, the last: they have the same claim as everybody else. */
export type Groups = {
  readonly count: number;
  /** The group of each mentee. */
  readonly of: Int32Array;
  /** How many mentees each group has. */
  readonly size: Int32Array;
  /** How many of them are locked to a mentor, and so matched in any case. */
  readonly locked: Int32Array;
  /** The number of the group made of those in no group, or -1 where everybody is in one. */
  readonly others: number;
};

/**
 * @param groupOf the group of each mentee, numbered from 0; -1 for those in no group
 * @throws {RangeError} where there is not one number for each mentee, or it is none
 */
export function readGroups(market: Market, groupOf: ArrayLike<number>): Groups {
  const { menteeCount } = market;
  if (groupOf.length !== menteeCount) {
    throw new RangeError(`There are groups for ${groupOf.length} mentees and the market has ${menteeCount}. Give one number each.`);
  }
  let named = 0;
  let hasOthers = false;
  for (let i = 0; i < menteeCount; i++) {
    const group = groupOf[i]!;
    if (!(Number.isInteger(group) && group >= -1 && group < MOST_GROUPS)) {
      throw new RangeError(
        `Mentee ${i} is in group ${group}. Number the groups from 0 to ${MOST_GROUPS - 1}, and give -1 to those in no group.`,
      );
    }
    if (group < 0) hasOthers = true;
    else named = Math.max(named, group + 1);
  }
  const count = named + (hasOthers ? 1 : 0);
  const of = Int32Array.from({ length: menteeCount }, (_, i) => (groupOf[i]! < 0 ? named : groupOf[i]!));
  const [size, locked] = [new Int32Array(count), new Int32Array(count)];
  of.forEach((group, i) => {
    size[group]! += 1;
    if (market.locked[i]! >= 0) locked[group]! += 1;
  });
  return { count, of, size, locked, others: hasOthers ? named : -1 };
}

const MOST_GROUPS = 1_000;
