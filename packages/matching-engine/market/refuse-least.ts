import { type Market, MarketError } from "./market.ts";

/**
 * For matchings that do not go by weights alone: a promise that nobody keeps is refused before the work begins, not broken in silence.
 * @param what "A stable matching", as the sentence begins
 * @throws {MarketError} `least-not-kept`, with all mentors who are to have somebody
 */
export function refuseLeast({ least }: Market, what: string): void {
  if (!least) return;
  const mentors = [...least.keys()].filter((mentor) => least[mentor]! > 0);
  if (mentors.length === 0) return;
  const who = mentors.length === 1 ? `Mentor ${mentors[0]} is` : `${mentors.length} mentors are`;
  throw new MarketError(
    "least-not-kept",
    `${who} to have mentees at the least, and ${what} cannot promise that. Leave \`least\` out, or match for the largest total or the most people.`,
    { mentors },
  );
}
