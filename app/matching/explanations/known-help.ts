/** What a round can say of what would help, by how it was matched. Pure. */
import type { RoundProof } from "../rounds/proof.ts";
import type { RoundObjective } from "../rounds/round.ts";

/**
 * - `all`: places, rules and hours, by the prices of the round.
 * - `places`: one more place with a mentor; rules, hours and lists are not weighed.
 * - the others: nothing, because groups and peers are found by a search, because chance decided, or because the answer would tell who
 *   is in which group or wishes for what.
 */
export type KnownHelp = "all" | "places" | "groups" | "peers" | "fair" | "chance" | "wishes";

export function knownHelp(objective: RoundObjective, proof: Pick<RoundProof, "nearTies" | "isWished"> | null): KnownHelp {
  if (objective === "groups" || objective === "peers" || objective === "fair") return objective;
  if (proof?.isWished) return "wishes";
  if (proof?.nearTies) return "chance";
  return objective === "most-good" || objective === "most-people" ? "all" : "places";
}
