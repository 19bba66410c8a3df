/** From the engine's numbers back to what people said. */
import type { Facts, PairExplanation } from "../../../packages/matching-engine/index.ts";
import { fieldOf, type ProfileField, type ShownTo } from "../criteria/answer-source.ts";
import { leastShown, type NeverReason, type RuleKey } from "../criteria/scoring-of.ts";
import type { ReasonFact, ReasonPart } from "./reason-part.ts";

type Visibility = Readonly<Partial<Record<ProfileField, ShownTo>>>;

export interface ReasonKeys {
  readonly must: readonly (RuleKey | NeverReason)[];
  readonly should: readonly RuleKey[];
}

export function reasonParts(
  explanation: PairExplanation,
  keys: ReasonKeys,
  visibility: { readonly mentee: Visibility; readonly mentor: Visibility },
): ReasonPart[] {
  const should = explanation.should.flatMap((part) => {
    const key = keys.should[part.rule]!;
    // Kept among the rules only so that other weights can be tried: it explains nothing.
    if (key.criterion.weight === 0) return [];
    const { counts, degree, points, possible } = part;
    return [{ ...described(key, visibility), counts, degree, points, possible, fact: factOf(part.facts, key) }];
  });
  const must = explanation.must.flatMap((part) => {
    const key = keys.must[part.rule]!;
    if (typeof key === "string") return [];
    const fact = factOf(part.facts, key);
    return [{ ...described(key, visibility), counts: part.kept, degree: part.kept ? 1 : 0, points: 0, possible: 0, fact }];
  });
  return [...should, ...must];
}

/**
 * Two peers, seen from both sides: `back` are the parts of the same two with mentee and mentor exchanged. Each side counts half, as in
 * their weight.
 */
export function bothWays(there: readonly ReasonPart[], back: readonly ReasonPart[]): ReasonPart[] {
  return [...halved(there), ...halved(back).map((part) => ({ ...part, turned: true as const }))];
}

/** A side against which a must stands gives nothing; only a lock pairs the two nevertheless. */
function halved(parts: readonly ReasonPart[]): ReasonPart[] {
  const isAllowed = parts.every(({ strength, counts }) => strength !== "must" || counts);
  return parts.map((part) => ({ ...part, points: isAllowed ? part.points / 2 : 0, possible: part.possible / 2 }));
}

function described({ criterion, labels, areLanguages, shownTo }: RuleKey, visibility: { mentee: Visibility; mentor: Visibility }) {
  const { id, rule, strength, settings } = criterion;
  const fields = { mentee: fieldOf(settings.mentee), mentor: fieldOf(settings.mentor) };
  return {
    criterionId: id,
    rule,
    strength,
    field: fields.mentee ?? null,
    label: labels,
    areLanguages,
    byWish: settings.wish !== undefined,
    shownTo: leastShown([shownTo, fields.mentee && visibility.mentee[fields.mentee], fields.mentor && visibility.mentor[fields.mentor]]),
  };
}

function factOf(facts: Facts, key: RuleKey): ReasonFact {
  const { rule, settings } = key.criterion;
  if (facts.kind === "missing") return facts;
  if (facts.kind === "elements") {
    if (rule === "hours") return { kind: "hours", shared: facts.shared.length / key.perHour };
    if (rule === "time-zone") {
      const apart = (settings.apart ?? 6) - facts.shared.length / key.perHour;
      return { kind: "apart", hours: facts.shared.length === 0 ? null : apart };
    }
    return { kind: "words", shared: facts.shared.map((element) => key.key[element]!), wanted: facts.wanted };
  }
  if (facts.kind === "codes") return { kind: "choices", mentee: key.key[facts.mentee]!, mentor: key.key[facts.mentor]! };
  if (facts.kind === "values") {
    const step = (value: number, steps: readonly string[]): string => steps[value] ?? String(value);
    const above = facts.mentor - facts.mentee;
    return { kind: "ranks", mentee: step(facts.mentee, key.steps.mentee), mentor: step(facts.mentor, key.steps.mentor), above };
  }
  throw new Error(`a rule about ${rule} cannot have the facts of a list`);
}
