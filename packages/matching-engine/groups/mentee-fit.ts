import { bindMust } from "../scoring/must.ts";
import type { MustRule, Scoring } from "../scoring/rules.ts";
import { possibleFor } from "../scoring/score.ts";
import { bindShould } from "../scoring/should.ts";
import type { Fit } from "./mentoring-groups.ts";

/**
 * How well mentees fit each other, by the program's own rules, held against each other instead of against a mentor: the *should*
 * rules give from 0 to `most`, by how alike the two answered what the rules ask about (both directions, halved). Two who have too
 * few hours in common for an `at-least-shared` rule cannot meet as one group: minus `most`.
 *
 * Rules by wish are left out: what somebody wished for in a mentor says nothing about the company that she wants.
 * @param most what a pair alike in everything gets, in the units of weights; a whole number
 * @throws {ScoringError} for rules that cannot be used, as `scorePairs` does
 */
export function fitOfMentees(scoring: Scoring, most: number): Fit {
  const hers = <Rule extends { readonly mentee: string }>(rule: Rule): Rule => ({ ...rule, mentor: rule.mentee });
  const meeting = (rule: MustRule): MustRule[] => (rule.kind === "at-least-shared" ? [hers(rule)] : []);
  const among: Scoring = {
    mentees: scoring.mentees,
    mentors: scoring.mentees,
    must: scoring.must.flatMap(meeting),
    should: scoring.should.filter(({ byWish }) => byWish === undefined).map(hers),
  };
  const must = bindMust(among);
  const should = bindShould(among);
  const possible = possibleFor(should);
  return (one, other) => {
    if (!must.every(({ keeps }) => keeps(one, other))) return -most;
    let earned = 0;
    for (const { weight, degree } of should) earned += weight * (degree(one, other) + degree(other, one));
    return possible > 0 ? Math.round((most * earned) / (2 * possible)) : 0;
  };
}
