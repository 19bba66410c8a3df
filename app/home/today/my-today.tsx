import { Entries, Entry } from "../../ui/entries.tsx";
import { ButtonLink } from "../../ui/button.tsx";
import { Section } from "../../ui/layout.tsx";
import { useReader } from "../../ui/reader.ts";
import type { WaitingToday } from "./list-today.ts";
import { todayWords } from "./today.messages.ts";

/** On a coordinator's own page: how much waits for her in the list. */
export function MyToday({ waiting }: { waiting: readonly WaitingToday[] }) {
  const words = todayWords(useReader().language);
  if (waiting.length === 0) return null;
  return (
    <Section title={words.title}>
      <Entries label={words.title}>
        {waiting.map(({ organizationId, organizationName, count }) => (
          <Entry
            key={organizationId}
            title={count === 0 ? words.nothing : words.count(count)}
            actions={
              <ButtonLink href={`/organizations/${organizationId}/today`} kind={count === 0 ? "quiet" : "plain"}>
                {words.open}
              </ButtonLink>
            }
          >
            {waiting.length > 1 && <bdi>{organizationName}</bdi>}
          </Entry>
        ))}
      </Entries>
    </Section>
  );
}
