/** A round opened for questions: what another pair would cost, and why. Pure; lives in a worker thread. */
import {
  type Alternative,
  type Alternatives,
  alternatives,
  explainScores,
  type MatchingResult,
  type PairExplainer,
} from "../../../packages/matching-engine/index.ts";
import type { Side } from "../criteria/answer-source.ts";
import { reasonParts } from "../explanations/read-explanation.ts";
import type { ReasonPart } from "../explanations/reason-part.ts";
import type { RoundProof } from "../rounds/proof.ts";
import type { RoundSnapshot } from "../rounds/round.ts";
import { marketOf } from "../rounds/solve-round.ts";

/** People by their ids, as the board knows them; null stands for nobody. */
export interface PricedMove {
  readonly menteeId: string;
  readonly from: string | null;
  readonly to: string | null;
}
export interface PricedPair {
  readonly menteeId: string;
  readonly mentorId: string;
  readonly weight: number;
  readonly parts: readonly ReasonPart[];
  /** What the best total loses by it, in the unit of weights. */
  readonly cost: number;
  readonly fewerPeople: number;
  /** The cheapest way to do it, the pair itself included. */
  readonly moves: readonly PricedMove[];
}
export type PriceAnswer =
  | { readonly kind: "priced"; readonly pair: PricedPair }
  /** They are paired already. */
  | { readonly kind: "paired" }
  /** A must stands against it; `parts` say which. */
  | { readonly kind: "refused"; readonly parts: readonly ReasonPart[] }
  /** The mentee is locked to somebody else, or the mentor's places are. */
  | { readonly kind: "locked" }
  /** One of the two took no part in the round. */
  | { readonly kind: "absent" };

export type RoundQuestion =
  | { readonly kind: "runners-up"; readonly side: Side; readonly participantId: string; readonly limit: number }
  | { readonly kind: "price"; readonly menteeId: string; readonly mentorId: string };
export type RoundAnswer = readonly PricedPair[] | PriceAnswer;

export class OpenRound {
  readonly #snapshot: RoundSnapshot;
  readonly #assignment: Int32Array;
  readonly #explainer: PairExplainer;
  readonly #alternatives: Alternatives;
  readonly #menteeAt: ReadonlyMap<string, number>;
  readonly #mentorAt: ReadonlyMap<string, number>;

  constructor(snapshot: RoundSnapshot, { certificate }: RoundProof) {
    this.#snapshot = snapshot;
    this.#explainer = explainScores(snapshot.scoring);
    const market = marketOf(snapshot, this.#explainer);
    const result: MatchingResult = {
      ...certificate,
      assignment: Int32Array.from(certificate.assignment),
      prices: Float64Array.from(certificate.prices),
      profits: Float64Array.from(certificate.profits),
      stats: { edges: market.col.length, bids: 0, searches: 0, augmentations: 0 },
    };
    this.#assignment = result.assignment;
    this.#alternatives = alternatives(market, result);
    this.#menteeAt = new Map(snapshot.menteeIds.map((id, index) => [id, index]));
    this.#mentorAt = new Map(snapshot.mentorIds.map((id, index) => [id, index]));
  }

  answer(question: RoundQuestion): RoundAnswer {
    return question.kind === "price" ? this.#price(question) : this.#runnersUp(question);
  }

  #runnersUp({ side, participantId, limit }: RoundQuestion & { kind: "runners-up" }): PricedPair[] {
    const at = (side === "mentee" ? this.#menteeAt : this.#mentorAt).get(participantId);
    if (at === undefined) return [];
    const found = side === "mentee" ? this.#alternatives.forMentee(at, limit) : this.#alternatives.forMentor(at, limit);
    return found.map((each) => this.#priced(each));
  }

  #price({ menteeId, mentorId }: RoundQuestion & { kind: "price" }): PriceAnswer {
    const [mentee, mentor] = [this.#menteeAt.get(menteeId), this.#mentorAt.get(mentorId)];
    if (mentee === undefined || mentor === undefined) return { kind: "absent" };
    if (this.#assignment[mentee] === mentor) return { kind: "paired" };
    const found = this.#alternatives.ofPair(mentee, mentor);
    if (found) return { kind: "priced", pair: this.#priced(found) };
    const explanation = this.#explainer.pair(mentee, mentor);
    if (explanation.allowed) return { kind: "locked" };
    return { kind: "refused", parts: this.#parts(mentee, mentor).filter((part) => part.strength === "must" && !part.counts) };
  }

  #priced({ mentee, mentor, weight, cost, fewerPeople, moves }: Alternative): PricedPair {
    const mentorId = (index: number): string | null => (index < 0 ? null : this.#snapshot.mentorIds[index]!);
    return {
      menteeId: this.#snapshot.menteeIds[mentee]!,
      mentorId: this.#snapshot.mentorIds[mentor]!,
      weight,
      parts: this.#parts(mentee, mentor),
      cost,
      fewerPeople,
      moves: moves.map((move) => ({
        menteeId: this.#snapshot.menteeIds[move.mentee]!,
        from: mentorId(move.from),
        to: mentorId(move.to),
      })),
    };
  }

  #parts(mentee: number, mentor: number): ReasonPart[] {
    const { visibility, keys } = this.#snapshot;
    return reasonParts(this.#explainer.pair(mentee, mentor), keys, {
      mentee: visibility.mentees[mentee]!,
      mentor: visibility.mentors[mentor]!,
    });
  }
}
