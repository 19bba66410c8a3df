import { MarketError } from "../../market/market.ts";

/** Why a change is refused that would leave mentors without the mentees whom they must have. */
export function leftWithTooFew(mentors: readonly number[], least: readonly number[]): MarketError {
  const concerned = mentors.filter((mentor) => least[mentor]! > 0).toSorted((a, b) => a - b);
  const who = `${concerned.length === 1 ? "mentor" : "mentors"} ${concerned.join(", ")}`;
  const message = `This would leave ${who} with fewer mentees than they must have, and nobody else can come instead. Ask for fewer there, or let more mentees be candidates.`;
  return new MarketError("least-not-reachable", message, { mentors: concerned });
}
