import { Entries, Entry } from "../../ui/entries.tsx";
import { formatList, formatTime } from "../../ui/formats.ts";
import { Section } from "../../ui/layout.tsx";
import { Person } from "../../ui/person.tsx";
import { useReader } from "../../ui/reader.ts";
import type { MyPast as Past } from "./find-my-page.ts";
import { myPageWords } from "./my-page.messages.ts";

/** Those whom she was with: what they reached, and letters of thanks, are kept on their page. */
export function MyPast({ past }: { past: readonly Past[] }) {
  const reader = useReader();
  const words = myPageWords(reader.language);
  if (past.length === 0) return null;
  return (
    <Section title={words.past}>
      <Entries label={words.past}>
        {past.map(({ organizationId, relationshipId, otherNames, programName, concludedAt }) => (
          <Entry
            key={relationshipId}
            title={
              <Person
                name={formatList(reader.language, otherNames)}
                href={`/organizations/${organizationId}/relationships/${relationshipId}/closure`}
                note={words.until(programName, formatTime(reader, concludedAt, "day"))}
              />
            }
          />
        ))}
      </Entries>
    </Section>
  );
}
