import { bindColumns, type BoundColumns, type RulePlace } from "./bound-columns.ts";
import { type FactsOf, factsFrom } from "./facts.ts";
import { type MustRule, type Scoring, ScoringError } from "./rules.ts";
import { sharedCount, sharesAny } from "./sets.ts";

/** A *must* rule with its columns found, ready to be asked about pairs. */
export type BoundMust = { readonly keeps: (mentee: number, mentor: number) => boolean; readonly facts: FactsOf };

export function bindMust(scoring: Scoring): BoundMust[] {
  return scoring.must.map((rule, index) => bind(rule, scoring, { list: "must", index }));
}

function bind(rule: MustRule, scoring: Scoring, place: RulePlace): BoundMust {
  switch (rule.kind) {
    case "share-any": {
      const columns = bindColumns(scoring, rule, "set", place);
      const { mentee, mentor } = columns;
      return answered(rule, columns, (i, j) => sharesAny(mentee, i, mentor, j), place);
    }
    case "at-least-shared": {
      if (!Number.isInteger(rule.atLeast) || rule.atLeast < 0) {
        throw new ScoringError(`The must rule ${place.index} asks for ${rule.atLeast} in common. Give a whole number from 0 up.`, place);
      }
      const columns = bindColumns(scoring, rule, "set", place);
      const { mentee, mentor } = columns;
      return answered(rule, columns, (i, j) => sharedCount(mentee, i, mentor, j) >= rule.atLeast, place);
    }
    case "different":
    case "same": {
      const columns = bindColumns(scoring, rule, "choice", place);
      const [mentee, mentor] = [columns.mentee.codes, columns.mentor.codes];
      const same = rule.kind === "same";
      return answered(rule, columns, (i, j) => (mentee[i] === mentor[j]) === same, place);
    }
    case "rank-at-least": {
      if (!Number.isFinite(rule.above))
        throw new ScoringError(`The must rule ${place.index} has no number of ranks: ${rule.above}.`, place);
      const columns = bindColumns(scoring, rule, "scale", place);
      const [mentee, mentor] = [columns.mentee.values, columns.mentor.values];
      return answered(rule, columns, (i, j) => mentor[j]! - mentee[i]! >= rule.above, place);
    }
    case "not-these":
      return unlisted(rule.pairs, scoring, place);
    default:
      throw new ScoringError(`The must rule ${place.index} is of no known kind: ${JSON.stringify((rule as MustRule).kind)}.`, place);
  }
}

/** Lets the rule decide only where both have answered. */
function answered(
  rule: { readonly missing: "allow" | "refuse" },
  columns: BoundColumns,
  keeps: BoundMust["keeps"],
  place: RulePlace,
): BoundMust {
  if (rule.missing !== "allow" && rule.missing !== "refuse") {
    throw new ScoringError(`The must rule ${place.index} must say "allow" or "refuse" for missing answers.`, place);
  }
  const ifMissing = rule.missing === "allow";
  const { menteeMissing, mentorMissing } = columns;
  return {
    keeps: (i, j) => (menteeMissing[i] === 1 || mentorMissing[j] === 1 ? ifMissing : keeps(i, j)),
    facts: factsFrom(columns),
  };
}

function unlisted(pairs: readonly { readonly mentee: number; readonly mentor: number }[], scoring: Scoring, place: RulePlace): BoundMust {
  const count = scoring.mentors.count;
  const listed = new Set<number>();
  for (const { mentee, mentor } of pairs) {
    if (!(mentee >= 0 && mentee < scoring.mentees.count && mentor >= 0 && mentor < count)) {
      throw new ScoringError(`The must rule ${place.index} lists mentee ${mentee} with mentor ${mentor}: there is no such pair.`, place);
    }
    listed.add(mentee * count + mentor);
  }
  const isListed = (i: number, j: number) => listed.has(i * count + j);
  return { keeps: (i, j) => !isListed(i, j), facts: (i, j) => ({ kind: "listed", listed: isListed(i, j) }) };
}
