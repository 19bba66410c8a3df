import { Invalid, type Sentence } from "../../platform/errors.ts";
import { fold } from "../criteria/matching-person.ts";
import type { Candidate } from "./list-candidates.ts";
import { roundsWords } from "./rounds.messages.ts";

/** Names and addresses, one on each line, as the participants whom they mean; each line that means nobody, or several, is told.
 * One empty list is everyone on that side; two are no list at all, and refused. */
export function readPicked(
  candidates: readonly Candidate[],
  typed: { readonly mentees: string; readonly mentors: string },
): { mentees: string[]; mentors: string[] } {
  if (typed.mentees.trim() === "" && typed.mentors.trim() === "")
    throw new Invalid({ mentees: (language) => roundsWords(language).emptyLists });
  const problems: Record<string, Sentence> = {};
  const read = (side: "mentees" | "mentors"): string[] => {
    const byName = new Map<string, Candidate[]>();
    for (const candidate of candidates) {
      if (`${candidate.role}s` !== side || candidate.places === 0) continue;
      for (const key of new Set([fold(candidate.name), fold(candidate.email)])) {
        byName.set(key, [...(byName.get(key) ?? []), candidate]);
      }
    }
    const lines = typed[side].split("\n").filter((line) => line.trim() !== "");
    return lines.flatMap((line) => {
      const meant = byName.get(fold(line)) ?? [];
      if (meant.length === 0) problems[side] ??= (language) => roundsWords(language).unknownLine(line.trim());
      if (meant.length > 1) problems[side] ??= (language) => roundsWords(language).severalLine(line.trim());
      return meant.slice(0, 1).map(({ id }) => id);
    });
  };
  const picked = { mentees: [...new Set(read("mentees"))], mentors: [...new Set(read("mentors"))] };
  if (Object.keys(problems).length > 0) throw new Invalid(problems);
  return picked;
}
