import { requirePerson, requireWeight } from "../../market/make-market.ts";
import { MarketError } from "../../market/market.ts";

/** A mentor who is possible for a mentee, and what the pair is worth. */
export type Candidate = { readonly mentor: number; readonly weight: number };

/** The candidates of one mentee, looked through. @throws {MarketError} */
export function readCandidates(candidates: Iterable<Candidate>, mentee: number, mentorCount: number): Candidate[] {
  const row = [...candidates];
  const seen = new Set<number>();
  for (const { mentor, weight } of row) {
    requirePerson(mentor, mentorCount, "mentor");
    requireWeight(weight, { mentee, mentor });
    if (seen.has(mentor)) {
      const message = `Mentee ${mentee} and mentor ${mentor} are listed twice. Keep one of the two.`;
      throw new MarketError("same-pair-twice", message, { mentee, mentor });
    }
    seen.add(mentor);
  }
  return row;
}
