import { CoordinatorContacts } from "../../networks/programs/coordinator-contacts.tsx";
import type { listCoordinators } from "../../networks/programs/list-coordinators.ts";
import { DescriptionList } from "../../ui/description-list.tsx";
import { Entries, Entry } from "../../ui/entries.tsx";
import { Page, Section } from "../../ui/layout.tsx";
import { Person } from "../../ui/person.tsx";
import { useReader } from "../../ui/reader.ts";
import { Time } from "../../ui/time.tsx";
import type { Pair, PersonOfPair } from "./find-pair.ts";
import type { Overview } from "./find-overview.ts";
import { OverviewParts } from "./overview.tsx";
import { PairTabs } from "./pair-tabs.tsx";
import { pairWords } from "./pairs.messages.ts";
import { ChangeOrEnd, StateOfPair } from "./state-of-pair.tsx";

interface GroupProps {
  pair: Pair;
  me: PersonOfPair;
  /** Whose addresses are shown. */
  reachable: ReadonlySet<string>;
  overview: Overview;
  /** Who can see it, guardians with them. */
  audience: string;
  coordinators: Awaited<ReturnType<typeof listCoordinators>>;
}

/**
 * The page of a group: who is in it, and how its mentor and each mentee reach each other. Mentees see one another's names; what
 * else they tell each other is theirs to tell.
 */
export function GroupPage({ pair, me, overview, audience, reachable, coordinators }: GroupProps) {
  const reader = useReader();
  const words = pairWords(reader.language);
  const mentor = pair.people.find(({ role }) => role === "mentor");
  return (
    <Page
      title={me.role === "mentor" || !mentor ? words.group.own : words.group.title(mentor.name)}
      lead={words.group.lead(pair.programName)}
      audience={audience}
      crumbs={[{ href: "/", label: words.myPage }]}
    >
      <PairTabs organizationId={pair.organizationId} relationshipId={pair.id} format={pair.format} current="overview" />
      <StateOfPair pair={pair} />
      <OverviewParts overview={overview} format={pair.format} role={me.role} ownSteps={pair.programTexts.firstSteps} />
      <Section title={words.group.people}>
        <Entries label={words.group.people}>
          {pair.people
            .filter(({ personId }) => personId !== me.personId)
            .map((person) => (
              <Entry key={person.personId} title={<Person name={person.name} note={words.group[person.role]} />}>
                {person.role !== me.role && reachable.has(person.personId) && (
                  <a href={`mailto:${person.email}`}>
                    <bdi>{person.email}</bdi>
                  </a>
                )}
              </Entry>
            ))}
        </Entries>
      </Section>
      <DescriptionList
        items={[
          { name: words.program, value: <bdi>{pair.programName}</bdi> },
          { name: words.since, value: <Time at={pair.begunAt} as="long-day" /> },
        ]}
      />
      <ChangeOrEnd pair={pair} me={me} />
      <CoordinatorContacts coordinators={coordinators} />
    </Page>
  );
}
