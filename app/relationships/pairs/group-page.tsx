import { CoordinatorContacts } from "../../networks/programs/coordinator-contacts.tsx";
import type { listCoordinators } from "../../networks/programs/list-coordinators.ts";
import { Callout } from "../../ui/callout.tsx";
import { DescriptionList } from "../../ui/description-list.tsx";
import { Entries, Entry } from "../../ui/entries.tsx";
import { formatTime } from "../../ui/formats.ts";
import { Page, Section } from "../../ui/layout.tsx";
import { OwnWords } from "../../ui/own-words.tsx";
import { Person } from "../../ui/person.tsx";
import { useReader } from "../../ui/reader.ts";
import { Time } from "../../ui/time.tsx";
import type { Pair, PersonOfPair } from "./find-pair.ts";
import { firstMeetingDays } from "./pair.ts";
import { pairWords } from "./pairs.messages.ts";

interface GroupProps {
  pair: Pair;
  me: PersonOfPair;
  coordinators: Awaited<ReturnType<typeof listCoordinators>>;
}

/**
 * The page of a group: who is in it, and how its mentor and each mentee reach each other. Mentees see one another's names; what
 * else they tell each other is theirs to tell.
 */
export function GroupPage({ pair, me, coordinators }: GroupProps) {
  const reader = useReader();
  const words = pairWords(reader.language);
  const mentor = pair.people.find(({ role }) => role === "mentor");
  const until = new Date(pair.begunAt.getTime() + firstMeetingDays * 86_400_000);
  const own = pair.programTexts.firstSteps;
  return (
    <Page
      title={me.role === "mentor" || !mentor ? words.group.own : words.group.title(mentor.name)}
      lead={words.group.lead(pair.programName)}
      audience={words.group.audience}
      crumbs={[{ href: "/", label: words.myPage }]}
    >
      {pair.state === "concluded" && <Callout title={words.concluded} />}
      <Section title={words.group.people}>
        <Entries label={words.group.people}>
          {pair.people
            .filter(({ personId }) => personId !== me.personId)
            .map((person) => (
              <Entry key={person.personId} title={<Person name={person.name} note={words.group[person.role]} />}>
                {person.role !== me.role && (
                  <a href={`mailto:${person.email}`}>
                    <bdi>{person.email}</bdi>
                  </a>
                )}
              </Entry>
            ))}
        </Entries>
      </Section>
      {pair.state === "active" && (
        <Section title={words.firstSteps}>
          {own && <OwnWords text={own} />}
          <ol>
            <li>{words.steps[me.role]}</li>
            <li>{words.steps.together(formatTime(reader, until, "long-day"))}</li>
            <li>{words.steps.agree}</li>
            <li>{words.steps.support}</li>
          </ol>
        </Section>
      )}
      <DescriptionList
        items={[
          { name: words.program, value: <bdi>{pair.programName}</bdi> },
          { name: words.since, value: <Time at={pair.begunAt} as="long-day" /> },
        ]}
      />
      <CoordinatorContacts coordinators={coordinators} />
    </Page>
  );
}
