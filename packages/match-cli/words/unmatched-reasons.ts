import { alternatives, explainScores, type MatchingResult, type Outcome, type PairExplainer } from "../../matching-engine/index.ts";
import type { OpenMarket } from "../matching/match-project.ts";
import type { Project } from "../matching/project.ts";
import { called } from "../people/people.ts";
import { strength } from "./pair-reasons.ts";
import { mustInWords } from "./rule-words.ts";

/** The cost of a place is computed for so many unmatched people as takes seconds; the others are told the reason without it. */
const MOST_COSTS = 300;
const MOST_PAIRS_SEARCHED = 100_000_000;
/** The same for the rules that leave somebody without any mentor. */
const MOST_COUNTS = 2_000;
const MOST_PAIRS_ASKED = 25_000_000;

/** Why each unmatched mentee has nobody, in a sentence or two. */
export function unmatchedReasons(project: Project, { market, cut, isComplete }: OpenMarket, outcome: Outcome): Map<number, string> {
  const reasons = new Map<number, string>();
  const explainer = explainScores(project.scoring);
  const result = resultOf(outcome);
  const open = result && alternatives(market, result);
  const mostCosts = Math.min(MOST_COSTS, MOST_PAIRS_SEARCHED / market.col.length);
  const mostCounts = Math.min(MOST_COUNTS, MOST_PAIRS_ASKED / market.mentorCount);
  let [costs, counts] = [0, 0];
  for (const [mentee, mentor] of outcome.assignment.entries()) {
    if (mentor >= 0) continue;
    const candidates = market.ptr[mentee + 1]! - market.ptr[mentee]!;
    const of = cut
      ? `Each of her ${candidates} best mentors`
      : isComplete
        ? "Every mentor who is possible"
        : candidates === 1
          ? "The only mentor who is possible"
          : `Each of the ${candidates} mentors who are possible`;
    if (candidates === 0) {
      reasons.set(
        mentee,
        counts++ < mostCounts
          ? `No mentor passes the must rules. ${refusals(project, explainer, mentee)}`
          : "No mentor passes the must rules.",
      );
      continue;
    }
    if (outcome.objective.kind === "top-choices") {
      reasons.set(mentee, `${of} is either not among her first choices or better used for others.`);
      continue;
    }
    const why = costs++ < mostCosts ? open?.whyUnmatched(mentee, 1) : undefined;
    if (why?.reason === "no-places") reasons.set(mentee, `${of} has no place to give.`);
    else if (why?.reason === "taken") {
      const [nearest] = why.mentors;
      reasons.set(
        mentee,
        nearest
          ? `${of} is better used for others. Nearest: ${called(project.mentors, nearest.mentor)}${price(nearest)}.`
          : `${of} is better used for others.`,
      );
    } else reasons.set(mentee, `${of} is better used for others, or has no place.`);
  }
  return reasons;
}

export function price({ cost, fewerPeople }: { cost: number; fewerPeople: number }): string {
  const people =
    fewerPeople > 0 ? `, and ${fewerPeople} fewer would be matched` : fewerPeople < 0 ? `, and ${-fewerPeople} more would be matched` : "";
  const points =
    cost === 0 ? "at no loss in total" : cost > 0 ? `at a loss of ${strength(cost)} in total` : `with ${strength(-cost)} more in total`;
  return ` (${points}${people})`;
}

/** Which must rules keep how many mentors away. */
function refusals(project: Project, explainer: PairExplainer, mentee: number): string {
  const counted = explainer.possibilities(mentee, () => false).refusals.filter(({ mentors }) => mentors > 0);
  const sorted = counted.toSorted((a, b) => b.mentors - a.mentors);
  const of = project.mentors.ids.length;
  return sorted
    .map(({ rule, mentors }) => `The rule that asks for ${mustInWords(project, rule)} keeps ${mentors} of ${of} away.`)
    .join(" ");
}

/** The matching as the explanations take it: those that rest on prices of the whole market. */
export function resultOf({ objective, proof }: Outcome): MatchingResult | null {
  if (proof.kind !== "prices" || (objective.kind !== "most-good" && objective.kind !== "most-people")) return null;
  const { assignment, prices, profits, ...rest } = proof.certificate;
  return {
    ...rest,
    assignment: Int32Array.from(assignment),
    prices: Float64Array.from(prices),
    profits: Float64Array.from(profits),
    stats: { edges: 0, bids: 0, searches: 0, augmentations: 0 },
  };
}
