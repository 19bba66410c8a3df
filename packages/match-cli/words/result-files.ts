import { assignedRanks, explainScores, type Outcome } from "../../matching-engine/index.ts";
import { csvOf } from "../files/write-csv.ts";
import type { OpenMarket } from "../matching/match-project.ts";
import type { Project } from "../matching/project.ts";
import { pairReasons } from "./pair-reasons.ts";
import { unmatchedReasons } from "./unmatched-reasons.ts";

/** The pairs as a spreadsheet. `choice` is how many mentors would have been better for this mentee, plus one. */
export function pairsFile(project: Project, { market }: OpenMarket, outcome: Outcome): string {
  const { mentees, mentors, scoring } = project;
  const explainer = explainScores(scoring);
  const ranks = assignedRanks(market, Int32Array.from(outcome.assignment));
  const rows: (string | number)[][] = [["mentee", "mentee name", "mentor", "mentor name", "strength", "choice", "locked", "reasons"]];
  for (const [mentee, mentor] of outcome.assignment.entries()) {
    if (mentor < 0) continue;
    const explanation = explainer.pair(mentee, mentor);
    rows.push([
      mentees.ids[mentee]!,
      mentees.names[mentee]!,
      mentors.ids[mentor]!,
      mentors.names[mentor]!,
      explanation.weight / 100,
      Math.max(1, ranks[mentee]!),
      market.locked[mentee] === mentor ? "yes" : "",
      pairReasons(project, explanation).join("; "),
    ]);
  }
  return csvOf(rows);
}

/** The mentees without a mentor as a spreadsheet, with the reason. */
export function unmatchedFile(project: Project, open: OpenMarket, outcome: Outcome): string {
  const { mentees } = project;
  const reasons = unmatchedReasons(project, open, outcome);
  const rows = [...reasons].map(([mentee, reason]) => [mentees.ids[mentee]!, mentees.names[mentee]!, reason]);
  return csvOf([["mentee", "mentee name", "reason"], ...rows]);
}

export function summary(project: Project, { market, cut, isComplete }: OpenMarket, outcome: Outcome): string {
  const figure = (number: number) => number.toLocaleString("en");
  const places = project.places.reduce((sum, count) => sum + count, 0);
  const unmatched = market.menteeCount - outcome.matched;
  const mean = outcome.matched > 0 ? outcome.total / outcome.matched / 100 : 0;
  const pairs = figure(market.col.length);
  const looked = cut
    ? `the best ${cut.perMentee} of each mentee and the best ${cut.perMentor} of each mentor: ${pairs} pairs`
    : isComplete
      ? `${pairs} possible pairs that can matter`
      : `${pairs} possible pairs`;
  return [
    `${figure(market.menteeCount)} mentees, ${figure(market.mentorCount)} mentors with ${figure(places)} places, ${looked}.`,
    `${figure(outcome.matched)} matched, ${figure(unmatched)} unmatched, strength ${mean.toFixed(1)} of 100 on average.`,
    ...groupLines(project, outcome),
    proven(outcome, cut !== null),
  ].join("\n");
}

/** What the checker has verified, in a sentence. */
function proven({ objective }: Outcome, isCut: boolean): string {
  const matching = isCut ? "matching of these pairs" : "matching";
  switch (objective.kind) {
    case "most-good":
      return `Proven: no other ${matching} has a higher total.`;
    case "most-people":
      return `Proven: no other ${matching} has more people, nor as many with a higher total.`;
    case "top-choices":
      return `Proven: no other matching that keeps to the first ${objective.choices} choices has a higher total.`;
    case "stable":
      return "Proven: no mentee and mentor would both rather have each other.";
    case "fair":
      return `Proven: no other ${matching} is as fair with a higher total.`;
  }
}

/** How each group fares, where the objective is fairness between groups. */
function groupLines(project: Project, { fairness }: Outcome): string[] {
  const { objective } = project.rules;
  if (!fairness || objective.kind !== "fair" || objective.rule === "floor") return [];
  const { words } = project.answers.get(objective.column)!;
  const lines = fairness.groups
    .filter(({ size }) => size > 0)
    .map(
      ({ group, attainable, after }) =>
        `  ${words[group] ?? "in no group"}: ${after.matched} of the ${attainable} who could be matched if it were alone`,
    );
  return [
    ...lines,
    `Fairness costs ${(100 * fairness.price.total).toFixed(1)}% of the total and ${(100 * fairness.price.matches).toFixed(1)}% of the matches.`,
  ];
}
