import { guardianWords } from "../../networks/guardians/guardians.messages.ts";
import type { Guardian } from "../../networks/guardians/list-guardians.ts";
import { Section } from "../../ui/layout.tsx";
import { useReader } from "../../ui/reader.ts";
import { pairGuardianWords } from "./pair-guardians.messages.ts";

/** On a participant's page, for coordinators: who stands by her, and the way to change it. */
export function GuardiansBrief({ guardians, name, href }: { guardians: readonly Guardian[]; name: string; href: string }) {
  const { language } = useReader();
  const words = pairGuardianWords(language);
  return (
    <Section title={words.title} actions={<a href={href}>{words.manage}</a>}>
      {guardians.length === 0 ? (
        <p>{words.none(name)}</p>
      ) : (
        <ul>
          {guardians.map((guardian) => (
            <li key={guardian.id}>
              <bdi>{guardian.name}</bdi>
              {guardian.confirmedAt === null && ` (${guardianWords(language).notAnswered})`}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
