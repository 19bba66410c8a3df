import { type Market, type Preferences, weightOf } from "../index.ts";

/** What two people think of each other: [the mentor's rank on the mentee's list, the mentee's on the mentor's], or null. */
function ranksOf(market: Market, { menteeRank, mentorRank }: Preferences, mentee: number, mentor: number): [number, number] | null {
  for (let e = market.ptr[mentee]!; e < market.ptr[mentee + 1]!; e++) {
    if (market.col[e] === mentor && menteeRank[e]! > 0 && mentorRank[e]! > 0) return [menteeRank[e]!, mentorRank[e]!];
  }
  return null;
}

/** Every (weakly) stable matching, by trying all matchings and, in each, all pairs. Only for very small markets. */
export function stableMatchingsByTrying(market: Market, preferences: Preferences): number[][] {
  const found: number[][] = [];
  const matching: number[] = Array.from({ length: market.menteeCount }, () => -1);
  const mentors = Array.from({ length: market.mentorCount }, (_, mentor) => mentor);
  const held = (mentor: number) => matching.flatMap((own, mentee) => (own === mentor ? [mentee] : []));
  const isLocked = (mentee: number) => market.locked[mentee]! >= 0;

  const disturbs = (mentee: number, mentor: number): boolean => {
    const ranks = ranksOf(market, preferences, mentee, mentor);
    if (!ranks || isLocked(mentee) || matching[mentee] === mentor) return false;
    const own = matching[mentee]! < 0 ? null : ranksOf(market, preferences, mentee, matching[mentee]!);
    if (own && own[0] <= ranks[0]) return false;
    const mentees = held(mentor);
    return (
      mentees.length < market.capacity[mentor]! ||
      mentees.some((other) => !isLocked(other) && ranksOf(market, preferences, other, mentor)![1] > ranks[1])
    );
  };
  const tryFrom = (mentee: number): void => {
    if (mentee === market.menteeCount) {
      if (!matching.some((_, one) => mentors.some((mentor) => disturbs(one, mentor)))) found.push([...matching]);
      return;
    }
    const choices = isLocked(mentee)
      ? [market.locked[mentee]!]
      : [-1, ...mentors.filter((mentor) => ranksOf(market, preferences, mentee, mentor) !== null)];
    for (const mentor of choices) {
      // Locked mentees further down have their places already.
      const promised = market.locked.filter((lock, other) => lock === mentor && other > mentee).length;
      const taken = matching.slice(0, mentee).filter((own) => own === mentor).length;
      if (mentor >= 0 && taken + promised >= market.capacity[mentor]!) continue;
      matching[mentee] = mentor;
      tryFrom(mentee + 1);
      matching[mentee] = -1;
    }
  };
  tryFrom(0);
  return found;
}

/** The rank that a mentee gives whom she has; Infinity for nobody. */
export function rankOfOwn(market: Market, { menteeRank }: Preferences, matching: ArrayLike<number>, mentee: number): number {
  for (let e = market.ptr[mentee]!; e < market.ptr[mentee + 1]!; e++) if (market.col[e] === matching[mentee]) return menteeRank[e]!;
  return Infinity;
}

/** The ranks that a mentor gives those whom she has, best first. */
export function ranksOfHeld(market: Market, { mentorRank }: Preferences, matching: ArrayLike<number>, mentor: number): number[] {
  const ranks: number[] = [];
  for (let mentee = 0; mentee < market.menteeCount; mentee++) {
    for (let e = market.ptr[mentee]!; e < market.ptr[mentee + 1]!; e++) {
      if (matching[mentee] === mentor && market.col[e] === mentor && market.locked[mentee]! < 0) ranks.push(mentorRank[e]!);
    }
  }
  return ranks.toSorted((a, b) => a - b);
}

export function totalOf(market: Market, matching: ArrayLike<number>): number {
  return Array.from(matching).reduce((sum, mentor, mentee) => (mentor < 0 ? sum : sum + weightOf(market, mentee, mentor)), 0);
}
