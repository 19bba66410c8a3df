import { isPaused } from "../../people/profiles/profile.ts";
import { Entries, Entry } from "../../ui/entries.tsx";
import { Section } from "../../ui/layout.tsx";
import { useReader } from "../../ui/reader.ts";
import { Day } from "../../ui/time.tsx";
import { DescriptionLink } from "../../inclusion/self-description/description-link.tsx";
import type { AskingProgram } from "../../inclusion/self-description/list-asking-programs.ts";
import type { OwnSearch } from "../../matching/choices/list-own-searches.ts";
import { SearchLinks } from "../../matching/choices/own-search-entries.tsx";
import type { OwnAskings } from "../../matching/requests/list-own-asking.ts";
import { AskingLink } from "../../matching/requests/own-asking-entries.tsx";
import type { MyPage } from "./find-my-page.ts";
import { myPageWords } from "./my-page.messages.ts";

interface MyProgramsProps {
  mine: MyPage;
  today: string;
  searches: readonly OwnSearch[];
  askings: OwnAskings;
  describing: readonly AskingProgram[];
}

/** The programs that she takes part in, and what she can do in each. */
export function MyPrograms({ mine, today, searches, askings, describing }: MyProgramsProps) {
  const words = myPageWords(useReader().language);
  const programs = [...new Map(mine.participations.map((each) => [each.programId, each])).values()];
  return (
    <Section title={words.programs}>
      <Entries label={words.programs}>
        {programs.map((program) => {
          const profile = `/organizations/${program.organizationId}/profile#pause-part`;
          const roles = mine.participations.filter(({ programId }) => programId === program.programId).map(({ role }) => role);
          return (
            <Entry
              key={program.programId}
              title={
                <a href={`/organizations/${program.organizationId}/programs/${program.programId}/me`}>
                  <bdi>{program.programName}</bdi>
                </a>
              }
            >
              <p>{words.as[program.format === "peer" ? "equal" : roles.length > 1 ? "both" : roles[0]!]}</p>
              <SearchLinks searches={searches.filter(({ programId }) => programId === program.programId)} />
              {askings.programs
                .filter(({ programId }) => programId === program.programId)
                .slice(0, 1)
                .map((one) => (
                  <AskingLink key={one.programId} program={one} />
                ))}
              {describing
                .filter(({ programId }) => programId === program.programId)
                .map((one) => (
                  <DescriptionLink key={one.programId} program={one} />
                ))}
              {isPaused(program, today) ? (
                <p>
                  {words.breakUntil} <Day on={program.pausedUntil!} />. <a href={profile}>{words.endBreak}</a>
                </p>
              ) : (
                roles.includes("mentor") && (
                  <p>
                    <a href={profile}>{words.takeBreak}</a>
                  </p>
                )
              )}
            </Entry>
          );
        })}
      </Entries>
    </Section>
  );
}
