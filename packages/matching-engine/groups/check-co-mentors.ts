import type { Market } from "../market/market.ts";
import { boundProblems } from "./bound-problems.ts";
import type { CoMentorPlan, CoMentors } from "./co-mentors.ts";

export type CoMentorCheck = {
  readonly valid: boolean;
  readonly total: number;
  readonly bound: number;
  readonly problems: readonly string[];
};

/** Looks at a choice of mentors without the code that made it: candidates, places, locks, the total, and the proof of the bound. */
export function checkCoMentors(plan: Pick<CoMentorPlan, "market" | "complement">, found: CoMentors): CoMentorCheck {
  const { market, complement } = plan;
  const problems: string[] = [];
  const taken = new Int32Array(market.mentorCount);
  let total = 0;
  for (let mentee = 0; mentee < market.menteeCount; mentee++) {
    const chosen = [found.first[mentee]!, found.second[mentee]!].filter((mentor) => mentor !== -1);
    if (market.locked[mentee]! >= 0 && !chosen.includes(market.locked[mentee]!))
      problems.push(`mentee ${mentee} is not where she is locked`);
    if (chosen.length === 2 && chosen[0] === chosen[1]) problems.push(`mentee ${mentee} has the same mentor twice`);
    for (const mentor of chosen) {
      const at = market.col.subarray(market.ptr[mentee], market.ptr[mentee + 1]).indexOf(mentor);
      if (at < 0) {
        problems.push(`mentee ${mentee} and mentor ${mentor} are no candidates`);
        continue;
      }
      total += market.weight[market.ptr[mentee]! + at]!;
      taken[mentor]! += 1;
    }
    if (chosen.length === 2) total += complement(chosen[0]!, chosen[1]!);
  }
  taken.forEach((count, mentor) => {
    if (count > market.capacity[mentor]!) problems.push(`mentor ${mentor} has ${count} of at most ${market.capacity[mentor]}`);
  });
  const { market: claimed, result } = found.relaxed;
  const bound = Math.floor(result.total / 2);
  problems.push(...boundProblems(found, { isRelaxation: isRelaxation(plan, claimed), total, worth: "choice is" }));
  return { valid: problems.length === 0, total, bound, problems };
}

/** Whether the two halves of each mentee may have all that any choice of hers needs, at no less than it is worth. */
function isRelaxation({ market, complement }: Pick<CoMentorPlan, "market" | "complement">, claimed: Market): boolean {
  const { menteeCount } = market;
  if (claimed.menteeCount !== 2 * menteeCount || claimed.mentorCount !== market.mentorCount) return false;
  if (market.capacity.some((places, mentor) => claimed.capacity[mentor] !== places)) return false;
  for (let mentee = 0; mentee < menteeCount; mentee++) {
    if (claimed.locked[mentee] !== market.locked[mentee] || claimed.locked[menteeCount + mentee] !== -1) return false;
    const [all, fewer] = [mentee, menteeCount + mentee].map(
      (half) =>
        new Map(
          Array.from(claimed.col.subarray(claimed.ptr[half], claimed.ptr[half + 1]), (mentor, k) => [
            mentor,
            claimed.weight[claimed.ptr[half]! + k]!,
          ]),
        ),
    ) as [Map<number, number>, Map<number, number>];
    const row = [...market.col.subarray(market.ptr[mentee], market.ptr[mentee + 1])];
    let missing = 0;
    for (const [k, mentor] of row.entries()) {
      const most = row.reduce((best, other) => (other === mentor ? best : Math.max(best, complement(mentor, other))), 0);
      const needed = 2 * market.weight[market.ptr[mentee]! + k]! + most;
      if (!(all.get(mentor)! >= needed)) return false;
      if (!fewer.has(mentor)) missing++;
      else if (!(fewer.get(mentor)! >= needed)) return false;
    }
    // One may be missing in the second half, for the first can always be the one to have it; but a lock takes the first half up.
    if (missing > 1 || (missing === 1 && market.locked[mentee]! >= 0 && fewer.has(market.locked[mentee]!))) return false;
  }
  return true;
}
