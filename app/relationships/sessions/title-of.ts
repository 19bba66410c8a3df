/** How a reader calls the relationship, and its people, on the pages below it. */
import type { Context } from "../../platform/context.ts";
import type { Language } from "../../platform/i18n.ts";
import { formatList } from "../../ui/formats.ts";
import type { PersonOfLife, Relationship } from "../life/find-life.ts";
import { pairWords } from "../pairs/pairs.messages.ts";
import { personOf } from "./may-plan.ts";
import { othersThan } from "./people-of-session.ts";
import { withWhom } from "./session-event.ts";

export interface Standpoint {
  readonly me: PersonOfLife;
  readonly others: readonly PersonOfLife[];
  /** "Jonas and Maya": whoever else can read what stands here. */
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
  return { me, others, names, title: titleFor(relationship, personId, reader.language) };
}

/** Of the relationship's own page, as one of its people reads it. */
export function titleFor(relationship: Relationship, personId: string, language: Language): string {
  const words = pairWords(language);
  const mentor = relationship.people.find(({ role }) => role === "mentor");
  if (relationship.format !== "group") return words.title(withWhom(relationship, personId, language));
  return mentor === undefined || mentor.personId === personId ? words.group.own : words.group.title(mentor.name);
}
