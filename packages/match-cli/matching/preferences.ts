import { completePreferences, type Market, type Preferences, preferencesFromWeights } from "../../matching-engine/index.ts";
import { Failure } from "../failure.ts";
import { splitCell } from "../people/answers.ts";
import { columnAt, type PeopleList, type Role } from "../people/people.ts";
import type { Project } from "./project.ts";

/** Reads who ranked whom from the cells that list ids, the best first. Ranks stand beside the candidate pairs of the market. */
export function readPreferences(project: Project, market: Market): Preferences | undefined {
  const { preferences, objective } = project.rules;
  if (!preferences) {
    if (objective.kind === "stable") return preferencesFromWeights(market);
    if (objective.kind !== "top-choices") return undefined;
    throw new Failure(
      "badInput",
      'The objective "top-choices" goes by what the mentees have ranked. Add "preferences": { "mentees": "…" } to the rules, with the header of the column that lists ids of mentors.',
    );
  }
  const mentees = listsOf("mentees", project.mentees, project.mentors, preferences.mentees, preferences.separator);
  const mentors = listsOf("mentors", project.mentors, project.mentees, preferences.mentors, preferences.separator);
  const menteeRank = new Int32Array(market.col.length);
  const mentorRank = new Int32Array(market.col.length);
  for (let mentee = 0; mentee < market.menteeCount; mentee++) {
    for (let e = market.ptr[mentee]!; e < market.ptr[mentee + 1]!; e++) {
      menteeRank[e] = mentees?.[mentee]!.get(market.col[e]!) ?? 0;
      mentorRank[e] = mentors?.[market.col[e]!]!.get(mentee) ?? 0;
    }
  }
  const ranks = { menteeRank, mentorRank };
  return objective.kind === "stable" && preferences.unranked === "last" ? completePreferences(market, ranks) : ranks;
}

function listsOf(role: Role, own: PeopleList, others: PeopleList, header: string | undefined, separator: string) {
  if (header === undefined) return null;
  const at = columnAt(own.sheet, header, `preferences.${role}`);
  return own.sheet.rows.map(({ line, cells }) => {
    const ranks = new Map<number, number>();
    for (const id of splitCell(cells[at] ?? "", separator)) {
      const person = others.indexOf.get(id);
      if (person === undefined) {
        throw new Failure(
          "badInput",
          `${own.sheet.file}, line ${line}, "${header}": "${id}" is not in ${others.sheet.file}. Mend the id, or take it out.`,
        );
      }
      if (!ranks.has(person)) ranks.set(person, ranks.size + 1);
    }
    return ranks;
  });
}
