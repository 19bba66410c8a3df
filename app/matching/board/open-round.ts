/** A round opened for questions: what another pair would cost, what would help, and what other weights would give. Pure; lives in a worker thread. */
import {
  type Alternative,
  type Alternatives,
  alternatives,
  explainScores,
  type Helper,
  type Market,
  type MatchingResult,
  type PairExplainer,
  weightOf,
  whatWouldHelp,
} from "../../../packages/matching-engine/index.ts";
import type { Side } from "../criteria/answer-source.ts";
import { type KnownHelp, knownHelp } from "../explanations/known-help.ts";
import { type HelpPart, helpParts } from "../explanations/help-part.ts";
import type { ReasonPart } from "../explanations/reason-part.ts";
import { rankedPairs } from "../rounds/choice-ranks.ts";
import { assignmentOf, type RoundProof } from "../rounds/proof.ts";
import { mostPairs, type RoundGroups, type RoundSnapshot } from "../rounds/round.ts";
import { pairWeight, pricedMarket, resultOf } from "../rounds/solve-market.ts";
import { partsOfPair } from "../rounds/parts-of-pair.ts";
import { marketOf } from "../rounds/solve-round.ts";
import { Company } from "./company.ts";
import { matchedByOnePlace } from "./help-by-trying.ts";
import { costOfLeftOut } from "./cost-of-left-out.ts";
import { type CurveAnswer, TradeOffCurve } from "../what-if/trade-off-curve.ts";
import type { Trial, TrialAnswer } from "../what-if/trial.ts";
import { TryOut } from "../what-if/try-out.ts";

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
  /** What the best total loses by it, in the unit of weights; null where the round does not go by the largest total. */
  readonly cost: number | null;
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
  | { readonly kind: "price"; readonly menteeId: string; readonly mentorId: string }
  | { readonly kind: "help"; readonly menteeIds: readonly string[]; readonly limit: number }
  | { readonly kind: "company"; readonly mentorIds: readonly string[] }
  | { readonly kind: "what-if"; readonly trial: Trial }
  | { readonly kind: "trade-offs"; readonly groups: RoundGroups; readonly point: number | null };

/** What each kind of question is answered with. */
export interface RoundAnswers {
  readonly "runners-up": readonly PricedPair[];
  readonly price: PriceAnswer;
  /** For each mentee, the smallest change first; undefined where the round cannot tell. */
  readonly help: readonly (readonly HelpPart[] | undefined)[];
  /** Null: too many pairs to be weighed anew at once. */
  /** For each mentor, what the mentees of her group have in common. */
  readonly company: readonly (readonly ReasonPart[])[];
  readonly "what-if": TrialAnswer | null;
  readonly "trade-offs": CurveAnswer | null;
}
export type RoundAnswer = RoundAnswers[keyof RoundAnswers];

export class OpenRound {
  readonly #snapshot: RoundSnapshot;
  readonly #assignment: Int32Array;
  readonly #explainer: PairExplainer;
  readonly #market: Market;
  /** Only where the round goes by the largest total. */
  readonly #alternatives: Alternatives | undefined;
  readonly #openHelp: (() => Helper) | undefined;
  readonly #knownHelp: KnownHelp;
  #helper: Helper | undefined;
  /** Null until somebody asks. */
  #byOnePlace: number[][] | undefined | null = null;
  readonly #menteeAt: ReadonlyMap<string, number>;
  readonly #mentorAt: ReadonlyMap<string, number>;
  readonly #tryOut: TryOut;
  /** The result of a round with so many people that not all their pairs were kept. */
  readonly #largest: MatchingResult | undefined;
  #curve: TradeOffCurve | undefined;
  #company: Company | undefined;

  constructor(snapshot: RoundSnapshot, proof: RoundProof) {
    this.#snapshot = snapshot;
    this.#explainer = explainScores(snapshot.scoring);
    this.#market = marketOf(snapshot, this.#explainer);
    this.#assignment = Int32Array.from(assignmentOf(proof));
    if (proof.certificate) {
      const priced = pricedMarket(snapshot, this.#market, rankedPairs(this.#market, snapshot.choices));
      const result = resultOf(priced, proof.certificate);
      this.#alternatives = alternatives(priced, result);
      if (snapshot.menteeIds.length * snapshot.mentorIds.length > mostPairs) this.#largest = result;
      // A pair beyond somebody's guaranteed choices is no candidate for a reason that the rules do not know.
      if (snapshot.objective !== "top-choices") this.#openHelp = () => whatWouldHelp(snapshot.scoring, priced, result);
    }
    this.#knownHelp = knownHelp(snapshot.objective, proof);
    this.#menteeAt = new Map(snapshot.menteeIds.map((id, index) => [id, index]));
    this.#mentorAt = new Map(snapshot.mentorIds.map((id, index) => [id, index]));
    this.#tryOut = new TryOut(snapshot, this.#assignment);
  }

  /** Its market holds not every pair, but those that matter for its own rules. */
  get #isLarge(): boolean {
    return this.#snapshot.menteeIds.length * this.#snapshot.mentorIds.length > mostPairs;
  }

  answer(question: RoundQuestion): RoundAnswer {
    switch (question.kind) {
      case "runners-up":
        return this.#runnersUp(question);
      case "price":
        return this.#price(question);
      case "help":
        return question.menteeIds.map((id) => this.#help(id, question.limit));
      case "company":
        return question.mentorIds.map((id) => this.#inCommon(id));
      case "what-if":
        return this.#isLarge ? null : this.#tryOut.answer(question.trial);
      case "trade-offs":
        if (this.#isLarge) return null;
        this.#curve ??= new TradeOffCurve(this.#snapshot, this.#market, this.#assignment);
        return this.#curve.answer(question.groups, question.point);
    }
  }

  #runnersUp({ side, participantId, limit }: RoundQuestion & { kind: "runners-up" }): PricedPair[] {
    const at = (side === "mentee" ? this.#menteeAt : this.#mentorAt).get(participantId);
    if (at === undefined) return [];
    if (!this.#alternatives) return this.#strongest(side, at, limit);
    const found = side === "mentee" ? this.#alternatives.forMentee(at, limit) : this.#alternatives.forMentor(at, limit);
    return found.map((each) => this.#priced(each));
  }

  /** Without prices: the strongest other pairs that are possible. */
  #strongest(side: Side, person: number, limit: number): PricedPair[] {
    const { ptr, col, weight, menteeCount } = this.#market;
    const found: { mentee: number; mentor: number; weight: number }[] = [];
    const [from, to] = side === "mentee" ? [person, person + 1] : [0, menteeCount];
    for (let mentee = from; mentee < to; mentee++) {
      for (let e = ptr[mentee]!; e < ptr[mentee + 1]!; e++) {
        const mentor = col[e]!;
        if ((side === "mentor" && mentor !== person) || this.#arePaired(mentee, mentor)) continue;
        const worth = this.#snapshot.objective === "peers" ? pairWeight("peers", this.#market, mentee, mentor) : weight[e]!;
        if (worth >= 0) found.push({ mentee, mentor, weight: worth });
      }
    }
    return found
      .toSorted((a, b) => b.weight - a.weight || a.mentee - b.mentee || a.mentor - b.mentor)
      .slice(0, limit)
      .map((pair) => this.#unpriced(pair.mentee, pair.mentor, pair.weight));
  }

  /** Peers stand under the same number on both sides, and are paired whichever of the two is called the mentee. */
  #arePaired(mentee: number, mentor: number): boolean {
    return this.#assignment[mentee] === mentor || (this.#snapshot.objective === "peers" && this.#assignment[mentor] === mentee);
  }

  #price({ menteeId, mentorId }: RoundQuestion & { kind: "price" }): PriceAnswer {
    const [mentee, mentor] = [this.#menteeAt.get(menteeId), this.#mentorAt.get(mentorId)];
    if (mentee === undefined || mentor === undefined) return { kind: "absent" };
    if (this.#arePaired(mentee, mentor)) return { kind: "paired" };
    const found = this.#alternatives?.ofPair(mentee, mentor);
    if (found) return { kind: "priced", pair: this.#priced(found) };
    const explanation = this.#explainer.pair(mentee, mentor);
    if (!explanation.allowed || (this.#snapshot.objective === "peers" && !this.#explainer.pair(mentor, mentee).allowed))
      return { kind: "refused", parts: this.#parts(mentee, mentor).filter((part) => part.strength === "must" && !part.counts) };
    const weight = pairWeight(this.#snapshot.objective, this.#market, mentee, mentor);
    if (this.#largest && weight < 0 && this.#market.locked[mentee]! < 0) {
      const leftOut = costOfLeftOut(this.#market, this.#largest, { mentee, mentor, weight: explanation.weight });
      if (leftOut) return { kind: "priced", pair: this.#priced(leftOut) };
    }
    const isUnpriced = !this.#alternatives || this.#snapshot.objective === "top-choices";
    if (isUnpriced && weight >= 0 && this.#market.locked[mentee]! < 0)
      return { kind: "priced", pair: this.#unpriced(mentee, mentor, weight) };
    return { kind: "locked" };
  }

  #inCommon(mentorId: string): ReasonPart[] {
    const mentor = this.#mentorAt.get(mentorId);
    this.#company ??= new Company(this.#snapshot);
    return this.#company.inCommon([...this.#assignment.keys()].filter((mentee) => this.#assignment[mentee] === mentor));
  }

  #help(menteeId: string, limit: number): HelpPart[] | undefined {
    const mentee = this.#menteeAt.get(menteeId);
    if (mentee === undefined) return undefined;
    if (!this.#openHelp) return this.#knownHelp === "places" ? this.#helpByPlaces(mentee, limit) : undefined;
    this.#helper ??= this.#openHelp();
    const { keys, scoring } = this.#snapshot;
    const bans = new Set(
      scoring.must.flatMap((rule, index) =>
        rule.kind === "not-these" && keys.must[index] === "forbidden" ? rule.pairs.map((pair) => `${pair.mentee} ${pair.mentor}`) : [],
      ),
    );
    // Only what a coordinator forbade can be lifted; a no between two people stays, and nobody is told of it.
    const found = this.#helper.forMentee(mentee, { limit, mayLift: (a, b) => bans.has(`${a} ${b}`) });
    return helpParts(found, this.#snapshot);
  }

  /** Whom she fits best comes first. */
  #helpByPlaces(mentee: number, limit: number): HelpPart[] | undefined {
    this.#byOnePlace ??= matchedByOnePlace(this.#snapshot, this.#market, this.#assignment);
    const { mentorIds, places } = this.#snapshot;
    return this.#byOnePlace
      ?.[mentee]!.toSorted((a, b) => weightOf(this.#market, mentee, b) - weightOf(this.#market, mentee, a) || a - b)
      .slice(0, limit)
      .map((mentor) => ({ kind: "place", mentorId: mentorIds[mentor]!, places: places[mentor]!, gain: null }));
  }

  #priced({ mentee, mentor, weight, cost, fewerPeople, moves }: Alternative): PricedPair {
    const mentorId = (index: number): string | null => (index < 0 ? null : this.#snapshot.mentorIds[index]!);
    return {
      ...this.#unpriced(mentee, mentor, weight),
      cost,
      fewerPeople,
      moves: moves.map((move) => ({
        menteeId: this.#snapshot.menteeIds[move.mentee]!,
        from: mentorId(move.from),
        to: mentorId(move.to),
      })),
    };
  }

  #unpriced(mentee: number, mentor: number, weight: number): PricedPair {
    const [menteeId, mentorId] = [this.#snapshot.menteeIds[mentee]!, this.#snapshot.mentorIds[mentor]!];
    return { menteeId, mentorId, weight, parts: this.#parts(mentee, mentor), cost: null, fewerPeople: 0, moves: [] };
  }

  #parts(mentee: number, mentor: number): ReasonPart[] {
    return partsOfPair(this.#snapshot, this.#explainer, mentee, mentor);
  }
}
