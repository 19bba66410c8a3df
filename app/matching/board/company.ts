/** What the mentees of one group have in common, by the round's own criteria held against each other. Pure. */
import {
  explainScores,
  type Facts,
  type PairExplanation,
  type PairExplainer,
  type Scoring,
} from "../../../packages/matching-engine/index.ts";
import { reasonParts, type ReasonKeys } from "../explanations/read-explanation.ts";
import type { ReasonPart } from "../explanations/reason-part.ts";
import type { RoundSnapshot } from "../rounds/round.ts";

/** Criteria by wish say what somebody looks for in a mentor, and nothing about the company that she wants. */
const isAmongMentees = ({ byWish }: { readonly byWish?: string | undefined }): boolean => byWish === undefined;

export class Company {
  readonly #explainer: PairExplainer;
  readonly #keys: ReasonKeys;
  readonly #visibility: RoundSnapshot["visibility"]["mentees"];

  constructor({ scoring, keys, visibility }: RoundSnapshot) {
    const among: Scoring = {
      mentees: scoring.mentees,
      mentors: scoring.mentees,
      must: scoring.must.flatMap((rule) => (rule.kind === "at-least-shared" ? [{ ...rule, mentor: rule.mentee }] : [])),
      should: scoring.should.filter(isAmongMentees).map((rule) => ({ ...rule, mentor: rule.mentee })),
    };
    this.#explainer = explainScores(among);
    this.#keys = {
      must: keys.must.filter((_, index) => scoring.must[index]!.kind === "at-least-shared"),
      should: keys.should.filter((_, index) => isAmongMentees(scoring.should[index]!)),
    };
    this.#visibility = visibility.mentees;
  }

  /** @param members mentees by their numbers */
  inCommon(members: readonly number[]): ReasonPart[] {
    const [first, ...others] = members;
    if (first === undefined || others.length === 0) return [];
    // What each shares with the first, all of them share.
    const common = others.map((other) => this.#explainer.pair(first, other)).reduce(whatBothSay);
    const visibility = { mentee: this.#visibility[first]!, mentor: this.#visibility[others[0]!]! };
    return reasonParts(common, this.#keys, visibility).filter(
      ({ fact, rule }) =>
        (fact.kind === "words" && fact.shared.length > 0) ||
        (fact.kind === "hours" && fact.shared > 0) ||
        (fact.kind === "choices" && rule !== "different" && fact.mentee === fact.mentor),
    );
  }
}

function whatBothSay(one: PairExplanation, other: PairExplanation): PairExplanation {
  const merged = <P extends { readonly facts: Facts }>(parts: readonly P[], others: readonly P[]): P[] =>
    parts.map((part, index) => ({ ...part, facts: commonFacts(part.facts, others[index]!.facts) }));
  return { ...one, must: merged(one.must, other.must), should: merged(one.should, other.should) };
}

function commonFacts(one: Facts, other: Facts): Facts {
  if (one.kind === "elements" && other.kind === "elements")
    return { ...one, shared: one.shared.filter((element) => other.shared.includes(element)) };
  if (one.kind === "codes" && other.kind === "codes" && one.mentor === other.mentor) return one;
  return { kind: "missing", mentee: true, mentor: true };
}
