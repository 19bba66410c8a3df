import type { Facts, PairExplanation, ShouldPart } from "../../matching-engine/index.ts";
import type { Project } from "../matching/project.ts";
import { hoursInWords } from "../people/hours-of-week.ts";

/** Why two people fit, what counts most first; each reason with the share of the strength that it gives. */
export function pairReasons(project: Project, { should }: PairExplanation): string[] {
  const good = should.filter(({ points }) => points > 0).toSorted((a, b) => b.points - a.points || a.rule - b.rule);
  return good.map((part) => reason(project, part)).filter((words) => words !== "");
}

function reason(project: Project, part: ShouldPart): string {
  const { column, byWish } = project.rules.should[part.rule]!;
  const words = factsInWords(project, column, part.facts);
  return words === "" ? "" : `${words}${byWish === undefined ? "" : ", as she wished"}`;
}

/** Strength as people read it: 0 to 100. */
export function strength(weight: number): string {
  return (weight / 100).toFixed(2).replace(/\.?0+$/, "");
}

/** What two people have answered, e.g. `languages: Arabic, Spanish (2 of 3)`; empty where nothing is to be said. */
export function factsInWords({ answers }: Project, column: string, facts: Facts): string {
  const { plan, words } = answers.get(column)!;
  const step = (value: number) => (plan.steps ? plan.steps[value]! : String(value));
  switch (facts.kind) {
    case "missing":
      return `${column}: no answer of ${facts.mentee && facts.mentor ? "both" : facts.mentee ? "the mentee" : "the mentor"}`;
    case "elements": {
      if (facts.shared.length === 0) return `${column}: nothing in common`;
      if (plan.kind === "hours") return `${column}: ${hoursInWords(facts.shared)}`;
      return `${column}: ${facts.shared.map((element) => words[element]).join(", ")} (${facts.shared.length} of ${facts.wanted})`;
    }
    case "codes":
      if (facts.mentee === facts.mentor) return `${column}: both ${words[facts.mentee]}`;
      return `${column}: ${words[facts.mentee]} and ${words[facts.mentor]}`;
    case "values":
      if (facts.mentee === facts.mentor) return `${column}: both ${step(facts.mentee)}`;
      return `${column}: ${step(facts.mentee)} and ${step(facts.mentor)}`;
    case "listed":
      return facts.listed ? "these two are kept apart" : "";
  }
}
