import {
  alternatives,
  explainScores,
  type Help,
  type Outcome,
  type PairExplainer,
  weightOf,
  whatWouldHelp,
} from "../../matching-engine/index.ts";
import { Failure } from "../failure.ts";
import type { OpenMarket } from "../matching/match-project.ts";
import type { Project } from "../matching/project.ts";
import { hoursInWords } from "../people/hours-of-week.ts";
import { called } from "../people/people.ts";
import { factsInWords, strength } from "./pair-reasons.ts";
import { mustInWords } from "./rule-words.ts";
import { price, resultOf, unmatchedReasons } from "./unmatched-reasons.ts";

const RUNNERS_UP = 5;

/** Everything about one person's place in the matching, as lines of text. @throws {Failure} where nobody has this id */
export function explainPerson(id: string, project: Project, open: OpenMarket, outcome: Outcome): string {
  const [mentee, mentor] = [project.mentees.indexOf.get(id), project.mentors.indexOf.get(id)];
  if (mentee === undefined && mentor === undefined) {
    throw new Failure(
      "badInput",
      `Nobody has the id "${id}": it is in neither spreadsheet, in the columns "${project.rules.mentees.id}" and "${project.rules.mentors.id}".`,
    );
  }
  const lines = [
    ...(mentee === undefined ? [] : explainMentee(mentee, project, open, outcome)),
    ...(mentor === undefined ? [] : explainMentor(mentor, project, open, outcome)),
  ];
  return `${lines.join("\n")}\n`;
}

function explainMentee(mentee: number, project: Project, open: OpenMarket, outcome: Outcome): string[] {
  const { mentees, mentors } = project;
  const explainer = explainScores(project.scoring);
  const mentor = outcome.assignment[mentee]!;
  const lines = [`Mentee ${called(mentees, mentee)}`];
  if (mentor >= 0) {
    const isLocked = open.market.locked[mentee] === mentor;
    lines.push(
      `  is matched with ${called(mentors, mentor)}${isLocked ? ", as locked in the rules" : ""}, strength ${strength(weightOf(open.market, mentee, mentor))}:`,
    );
    lines.push(...parts(project, explainer, mentee, mentor));
    if (isLocked) return lines;
  } else {
    lines.push(`  is unmatched. ${unmatchedReasons(project, open, only(outcome, mentee)).get(mentee)}`);
  }
  const result = resultOf(outcome);
  if (!result) return [...lines, `  For the objective "${outcome.objective.kind}" there are no runners-up with costs.`];
  const runnersUp = alternatives(open.market, result).forMentee(mentee, RUNNERS_UP);
  if (runnersUp.length > 0) lines.push("  Other mentors, the cheapest first:");
  for (const other of runnersUp) lines.push(`    ${called(mentors, other.mentor)}, strength ${strength(other.weight)}${price(other)}`);
  if (mentor >= 0) return lines;
  const helps = whatWouldHelp(project.scoring, open.market, result).forMentee(mentee, { limit: 3 });
  lines.push(helps.length > 0 ? "  One change that would match her:" : "  No single change would match her.");
  for (const help of helps) lines.push(`    ${helpInWords(project, help)}`);
  return lines;
}

/** The same with all others matched: the reasons of one person are cheap, those of all are not. */
function only(outcome: Outcome, mentee: number): Outcome {
  return { ...outcome, assignment: outcome.assignment.map((mentor, other) => (other === mentee ? mentor : 0)) };
}

function explainMentor(mentor: number, project: Project, open: OpenMarket, outcome: Outcome): string[] {
  const { mentees, mentors } = project;
  const explainer = explainScores(project.scoring);
  const own = [...outcome.assignment.keys()].filter((mentee) => outcome.assignment[mentee] === mentor);
  const lines = [`Mentor ${called(mentors, mentor)}`, `  ${own.length} of ${project.places[mentor]} places taken`];
  for (const mentee of own) {
    lines.push(`  with ${called(mentees, mentee)}, strength ${strength(weightOf(open.market, mentee, mentor))}:`);
    lines.push(...parts(project, explainer, mentee, mentor));
  }
  const result = resultOf(outcome);
  if (!result) return lines;
  const worth = result.prices[mentor]!;
  if (worth > 0) {
    const more =
      result.bonus > 0 && worth >= result.bonus / 2 ? "match one more person" : `add ${strength(worth)} points of strength to the total`;
    lines.push(`  One place more would ${more}.`);
  }
  const runnersUp = alternatives(open.market, result).forMentor(mentor, RUNNERS_UP);
  if (runnersUp.length > 0) lines.push("  Other mentees, the cheapest first:");
  for (const other of runnersUp) lines.push(`    ${called(mentees, other.mentee)}, strength ${strength(other.weight)}${price(other)}`);
  return lines;
}

function parts(project: Project, explainer: PairExplainer, mentee: number, mentor: number): string[] {
  const { should, must, neutral } = explainer.pair(mentee, mentor);
  const lines = should.flatMap(({ rule, counts, points, possible, facts }) => {
    const { column } = project.rules.should[rule]!;
    if (!counts) return [`         –  ${column}: counts only for those who wish it`];
    return [`    ${strength(points).padStart(6)} of ${strength(possible)}  ${factsInWords(project, column, facts)}`];
  });
  if (neutral > 0) lines.push(`    ${strength(neutral).padStart(6)}  no should rule counts here`);
  const broken = must.filter(({ kept }) => !kept).map(({ rule }) => `         !  not kept: ${mustInWords(project, rule)}`);
  return [...lines, ...broken];
}

function helpInWords(project: Project, help: Help): string {
  const mentor = called(project.mentors, help.mentor);
  switch (help.kind) {
    case "place":
      return `one more place with ${mentor}`;
    case "rule":
      return `an exception with ${mentor} from the rule that asks for ${mustInWords(project, help.rule)} (strength ${strength(help.weight)})`;
    case "elements": {
      const { column } = project.rules.must[help.rule]!;
      const { plan, words } = project.answers.get(column)!;
      const added = plan.kind === "hours" ? hoursInWords(help.elements) : help.elements.map((element) => words[element]).join(", ");
      return `${added} more in her "${column}", for ${mentor}`;
    }
  }
}
