/** How a reader calls the relationship, and its people, on the pages below it. */
import type { Context } from "../../platform/context.ts";
import { formatList } from "../../ui/formats.ts";
import type { PersonOfLife, Relationship } from "../life/find-life.ts";
import { pairWords } from "../pairs/pairs.messages.ts";
import { personOf } from "./may-plan.ts";
import { othersThan } from "./people-of-session.ts";

export interface Standpoint {
  readonly me: PersonOfLife;
  readonly others: readonly PersonOfLife[];
  /** "Jonas and Maya"; of a group the program. */
  readonly names: string;
  /** Of the relationship's own page. */
  readonly title: string;
}

export function standpointOf({ reader }: Context, relationship: Relationship, personId: string): Standpoint {
  const me = personOf(relationship, personId);
  const others = othersThan(relationship.people, personId);
  const names = formatList(
    reader.language,
    others.map(({ name }) => name),
  );
  const pair = pairWords(reader);
  const mentor = relationship.people.find(({ role }) => role === "mentor");
  const title =
    relationship.format === "group"
      ? me.role === "mentor" || !mentor
        ? pair.group.own
        : pair.group.title(mentor.name)
      : pair.title(names);
  return { me, others, names, title };
}
