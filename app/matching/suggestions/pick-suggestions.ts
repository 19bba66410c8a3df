/** From a round to what is suggested to each mentee: her pair, and the next best that fit together. Pure; runs in a worker thread. */
import { alternates, explainScores } from "../../../packages/matching-engine/index.ts";
import { reasonParts } from "../explanations/read-explanation.ts";
import type { ReasonPart } from "../explanations/reason-part.ts";
import type { RoundSnapshot } from "../rounds/round.ts";
import { marketOf } from "../rounds/solve-round.ts";
import { suggestedEach } from "./suggestion.ts";

export interface PickedMentor {
  readonly mentorId: string;
  readonly weight: number;
  readonly reasons: readonly ReasonPart[];
}
export interface PickedSuggestion {
  readonly menteeId: string;
  /** The best first; at most `suggestedEach`. */
  readonly mentors: readonly PickedMentor[];
}
export interface PickInput {
  readonly snapshot: RoundSnapshot;
  readonly pairs: readonly { readonly menteeId: string; readonly mentorId: string }[];
}

/**
 * Each level of suggestions is a matching of its own, in which no mentor is promised more places than she has: so the first
 * choices of all could be carried out, and the second, and the third. Whom the round left without anybody may be in a later level.
 */
export function pickSuggestions({ snapshot, pairs }: PickInput): PickedSuggestion[] {
  const explainer = explainScores(snapshot.scoring);
  const market = marketOf(snapshot, explainer);
  const mentorAt = new Map(snapshot.mentorIds.map((id, index) => [id, index]));
  const menteeAt = new Map(snapshot.menteeIds.map((id, index) => [id, index]));
  const first = new Int32Array(snapshot.menteeIds.length).fill(-1);
  for (const { menteeId, mentorId } of pairs) {
    const [mentee, mentor] = [menteeAt.get(menteeId), mentorAt.get(mentorId)];
    if (mentee !== undefined && mentor !== undefined) first[mentee] = mentor;
  }
  const further = alternates(market, { assignment: first, objective: "most-people" }, { choices: suggestedEach - 1, seed: snapshot.seed });
  const levels = [first, ...further.map(({ assignment }) => assignment)];
  return snapshot.menteeIds.map((menteeId, mentee) => ({
    menteeId,
    mentors: levels.flatMap((assignment) => {
      const mentor = assignment[mentee]!;
      if (mentor < 0) return [];
      const explanation = explainer.pair(mentee, mentor);
      const visibility = { mentee: snapshot.visibility.mentees[mentee]!, mentor: snapshot.visibility.mentors[mentor]! };
      return [
        { mentorId: snapshot.mentorIds[mentor]!, weight: explanation.weight, reasons: reasonParts(explanation, snapshot.keys, visibility) },
      ];
    }),
  }));
}
