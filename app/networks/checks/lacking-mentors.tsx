import { Callout } from "../../ui/callout.tsx";
import { formatList } from "../../ui/formats.ts";
import { useReader } from "../../ui/reader.ts";
import { checksPath } from "./background-check.ts";
import { checkWords } from "./checks.messages.ts";
import type { Unchecked } from "./missing-checks.ts";

/** Before a round is published: who is left out of it for want of a check, and where that is recorded. */
export function LackingMentors({ organizationId, people }: { organizationId: string; people: readonly Unchecked[] }) {
  const { language } = useReader();
  const words = checkWords(language);
  const persons = [...new Map(people.map((one) => [one.personId, one])).values()];
  if (persons.length === 0) return null;
  return (
    <Callout kind="warn" title={words.lacking(persons.length)}>
      <ul>
        {persons.map(({ personId, name, missing }) => (
          <li key={personId}>
            <a href={checksPath(organizationId, personId)}>
              <bdi>{name}</bdi>
            </a>{" "}
            (
            {words.lacks(
              formatList(
                language,
                missing.map((kind) => words.kinds[kind]),
              ),
            )}
            )
          </li>
        ))}
      </ul>
      <p>{words.lackingText}</p>
    </Callout>
  );
}
