/** Why two people of a round fit, as far as the round knows. Pure. */
import type { PairExplainer } from "../../../packages/matching-engine/index.ts";
import { bothWays, reasonParts } from "../explanations/read-explanation.ts";
import type { ReasonPart } from "../explanations/reason-part.ts";
import type { RoundSnapshot } from "./round.ts";

type KnownOfRound = Pick<RoundSnapshot, "objective" | "visibility" | "keys">;

/** Peers, who stand under the same number on both sides, are told of both ways. */
export function partsOfPair(
  { objective, visibility, keys }: KnownOfRound,
  explainer: PairExplainer,
  mentee: number,
  mentor: number,
): ReasonPart[] {
  const [ofMentee, ofMentor] = [visibility.mentees[mentee]!, visibility.mentors[mentor]!];
  const there = reasonParts(explainer.pair(mentee, mentor), keys, { mentee: ofMentee, mentor: ofMentor });
  if (objective !== "peers") return there;
  return bothWays(there, reasonParts(explainer.pair(mentor, mentee), keys, { mentee: ofMentor, mentor: ofMentee }));
}
