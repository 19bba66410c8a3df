import { isPaused } from "../../people/profiles/profile.ts";
import { Entries, Entry } from "../../ui/entries.tsx";
import { formatDay, formatDeadline, formatList, formatTime } from "../../ui/formats.ts";
import { Section } from "../../ui/layout.tsx";
import { Person } from "../../ui/person.tsx";
import { useReader } from "../../ui/reader.ts";
import type { OwnAsking } from "../../matching/requests/list-own-asking.ts";
import { AskedEntry } from "../../matching/requests/own-asking-entries.tsx";
import { pairWords } from "../../relationships/pairs/pairs.messages.ts";
import type { Language } from "../../platform/i18n.ts";
import type { MyPage, MyRelationship } from "./find-my-page.ts";
import { myPageWords } from "./my-page.messages.ts";

/** Whom it is with: a person, or a group by whose it is. */
function nameOf({ format, role, otherNames }: MyRelationship, language: Language): string {
  const { group } = pairWords(language);
  if (format !== "group") return formatList(language, otherNames);
  return role === "mentor" ? group.own : group.title(otherNames[0]!);
}

function noteOf({ format, role, otherNames, programName }: MyRelationship, language: Language): string {
  const words = myPageWords(language);
  if (format === "group")
    return role === "mentor" ? words.groupOf(formatList(language, otherNames), programName) : words.inGroup(programName);
  if (format === "peer") return words.equal(programName);
  if (format === "flash") return words.once(programName);
  return role === "mentor" ? words.mentee(programName) : words.mentor(programName);
}

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
          (part) =>
            part.isComplete &&
            !inRequests.has(part.programId) &&
            !mine.relationships.some((one) => one.programId === part.programId && (part.format === "peer" || one.role === part.role)),
        );
  return (
    <Section title={words.people}>
      {mine.relationships.length + pending.length + asked.length > 0 && (
        <Entries label={words.people}>
          {mine.relationships.map((one) => (
            <Entry
              key={one.relationshipId}
              title={
                <Person
                  name={nameOf(one, reader.language)}
                  href={`/organizations/${one.organizationId}/relationships/${one.relationshipId}`}
                  note={noteOf(one, reader.language)}
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
      {mine.relationships.length + pending.length + asked.length + waiting.length === 0 && <p>{words.noPeople}</p>}
      {waiting.map((part) => (
        <p key={`${part.programId} ${part.role}`}>
          {isPaused(part, today)
            ? words.resting(part.programName)
            : part.isAtRest
              ? part.restsUntil === null
                ? words.atRest(part.programName)
                : words.restsUntil(part.programName, formatDay(reader.language, part.restsUntil))
              : part.waitsSince && words.waiting(part.programName, formatTime(reader, part.waitsSince, "day"))}
        </p>
      ))}
    </Section>
  );
}
