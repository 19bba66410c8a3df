import { bindColumns, type BoundColumns, findColumn, type RulePlace } from "./bound-columns.ts";
import { type FactsOf, factsFrom } from "./facts.ts";
import { type Scoring, ScoringError, type ShouldRule } from "./rules.ts";
import { sharedCount, sharedWeight } from "./sets.ts";

/** A *should* rule with its columns found, ready to be asked about pairs. */
export type BoundShould = {
  readonly weight: number;
  /** Whether the rule counts for a mentee: always, or only where she asked for it. */
  readonly counts: (mentee: number) => boolean;
  /** How far it is fulfilled, 0 to 1; 0 where an answer is missing. */
  readonly degree: (mentee: number, mentor: number) => number;
  readonly facts: FactsOf;
};

export function bindShould(scoring: Scoring): BoundShould[] {
  return scoring.should.map((rule, index) => {
    const place: RulePlace = { list: "should", index };
    if (!(rule.weight >= 0 && rule.weight <= 100)) {
      throw new ScoringError(`The should rule ${index} has the weight ${rule.weight}. Give a number from 0 to 100.`, place);
    }
    const wishes = rule.byWish === undefined ? null : findColumn(scoring.mentees, rule.byWish, "flag", "mentees", place).flags;
    return { weight: rule.weight, counts: (mentee) => wishes === null || wishes[mentee] === 1, ...bind(rule, scoring, place) };
  });
}

type Measured = Pick<BoundShould, "degree" | "facts">;

function bind(rule: ShouldRule, scoring: Scoring, place: RulePlace): Measured {
  switch (rule.kind) {
    case "overlap": {
      const columns = bindColumns(scoring, rule, "set", place);
      const { mentee, mentor } = columns;
      const weights = readElementWeights(rule.elementWeights, place);
      const shared = weights
        ? (i: number, j: number) => sharedWeight(mentee, i, mentor, j, weights)
        : (i: number, j: number) => sharedCount(mentee, i, mentor, j);
      const wanted = Float64Array.from({ length: scoring.mentees.count }, (_, i) =>
        weights ? sharedWeight(mentee, i, mentee, i, weights) : sharedCount(mentee, i, mentee, i),
      );
      return answered(columns, (i, j) => (wanted[i]! > 0 ? shared(i, j) / wanted[i]! : 0));
    }
    case "same": {
      const columns = bindColumns(scoring, rule, "choice", place);
      const [mentee, mentor] = [columns.mentee.codes, columns.mentor.codes];
      return answered(columns, (i, j) => (mentee[i] === mentor[j] ? 1 : 0));
    }
    case "closeness": {
      const { range } = rule;
      if (!(range > 0 && range < Infinity)) {
        throw new ScoringError(`The should rule ${place.index} has the range ${range}. Give a number above 0.`, place);
      }
      const columns = bindColumns(scoring, rule, "scale", place);
      const [mentee, mentor] = [columns.mentee.values, columns.mentor.values];
      return answered(columns, (i, j) => Math.max(0, 1 - Math.abs(mentee[i]! - mentor[j]!) / range));
    }
    case "shared-count": {
      const { enough } = rule;
      if (!Number.isInteger(enough) || enough < 1) {
        throw new ScoringError(`The should rule ${place.index} is full at ${enough} in common. Give a whole number from 1 up.`, place);
      }
      const columns = bindColumns(scoring, rule, "set", place);
      const { mentee, mentor } = columns;
      return answered(columns, (i, j) => Math.min(1, sharedCount(mentee, i, mentor, j) / enough));
    }
    default:
      throw new ScoringError(`The should rule ${place.index} is of no known kind: ${JSON.stringify((rule as ShouldRule).kind)}.`, place);
  }
}

function answered(columns: BoundColumns, degree: BoundShould["degree"]): Measured {
  const { menteeMissing, mentorMissing } = columns;
  return {
    degree: (i, j) => (menteeMissing[i] === 1 || mentorMissing[j] === 1 ? 0 : degree(i, j)),
    facts: factsFrom(columns),
  };
}

function readElementWeights(weights: readonly number[] | undefined, place: RulePlace): readonly number[] | null {
  if (!weights) return null;
  const bad = weights.find((weight) => !(weight >= 0 && weight < Infinity));
  if (bad === undefined) return weights;
  throw new ScoringError(`The should rule ${place.index} has the element weight ${bad}. Give numbers from 0 up.`, place);
}
