import { isPaused } from "../../people/profiles/profile.ts";
import { Entries, Entry } from "../../ui/entries.tsx";
import { formatDeadline, formatTime } from "../../ui/formats.ts";
import { Section } from "../../ui/layout.tsx";
import { Person } from "../../ui/person.tsx";
import { useReader } from "../../ui/reader.ts";
import type { OwnAsking } from "../../matching/requests/list-own-asking.ts";
import { AskedEntry } from "../../matching/requests/own-asking-entries.tsx";
import type { MyPage } from "./find-my-page.ts";
import { myPageWords } from "./my-page.messages.ts";

interface MyPeopleProps {
  mine: MyPage;
  /** Hers and to her, open ones. */
  requests: readonly OwnAsking[];
  today: string;
}

/** Whom she is in a pair with, and whose answer she waits for. */
export function MyPeople({ mine, requests, today }: MyPeopleProps) {
  const reader = useReader();
  const words = myPageWords(reader.language);
  const inRequests = new Set(requests.map(({ programId }) => programId));
  const pending = mine.offers.filter(({ isWaitingForMe }) => !isWaitingForMe);
  const asked = requests.filter(({ needsMe }) => !needsMe);
  // Nobody wonders whether she was forgotten: a program without a pair says what comes.
  const waiting =
    mine.offers.length > 0
      ? []
      : mine.participations.filter(
          ({ role, programId, programName, isComplete }) =>
            isComplete &&
            !inRequests.has(programId) &&
            !mine.people.some((person) => person.programName === programName && person.otherRole !== role),
        );
  return (
    <Section title={words.people}>
      {mine.people.length + pending.length + asked.length > 0 && (
        <Entries label={words.people}>
          {mine.people.map((person) => (
            <Entry
              key={person.relationshipId}
              title={
                <Person
                  name={person.otherName}
                  href={`/organizations/${person.organizationId}/relationships/${person.relationshipId}`}
                  note={words[person.otherRole](person.programName)}
                />
              }
            />
          ))}
          {pending.map((offer) => (
            <Entry
              key={offer.id}
              title={<Person name={offer.otherName} href={`/organizations/${offer.organizationId}/offers/${offer.id}`} />}
            >
              {words.waitsFor(offer.otherName, formatDeadline(reader, offer.answerBy))}
            </Entry>
          ))}
          {asked.map((request) => (
            <AskedEntry key={request.id} request={request} />
          ))}
        </Entries>
      )}
      {mine.people.length + pending.length + asked.length + waiting.length === 0 && <p>{words.noPeople}</p>}
      {waiting.map((part) => (
        <p key={`${part.programId} ${part.role}`}>
          {isPaused(part, today)
            ? words.resting(part.programName)
            : part.waitsSince && words.waiting(part.programName, formatTime(reader, part.waitsSince, "day"))}
        </p>
      ))}
    </Section>
  );
}
