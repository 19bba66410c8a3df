/** What my page says of sessions: times that wait for her, a word on how it went, and what comes. */
import { ButtonLink } from "../../ui/button.tsx";
import { Entries, Entry } from "../../ui/entries.tsx";
import { formatDeadline, formatTime } from "../../ui/formats.ts";
import { Section } from "../../ui/layout.tsx";
import { type PageReader, useReader } from "../../ui/reader.ts";
import { pairPath } from "../pairs/pair.ts";
import type { FirstMeetingAhead } from "./list-first-meetings.ts";
import type { NextSession, SessionToTell, WaitingTimes } from "./list-for-person.ts";
import { ownSessionWords } from "./own-sessions.messages.ts";
import { OutcomeButtons } from "./outcome-buttons.tsx";
import { fewNames, sessionPath, sessionsPath } from "./session-event.ts";

/** They have begun: the first step is to find a time. */
export function FirstMeetingEntry({ meeting }: { meeting: FirstMeetingAhead }) {
  const reader = useReader();
  const words = ownSessionWords(reader.language);
  const { organizationId, relationshipId, otherNames, until } = meeting;
  return (
    <Entry
      title={words.first(fewNames(otherNames, reader.language))}
      actions={<ButtonLink href={pairPath(organizationId, relationshipId)}>{words.findTime}</ButtonLink>}
    >
      {until > reader.now && (otherNames.length > 1 ? words.firstTogetherBy : words.firstBy)(formatTime(reader, until, "day"))}
    </Entry>
  );
}

/** Her clock in that organization, as the session's own pages have it. */
const clockThere = (reader: PageReader, timeZone: string | null): PageReader => (timeZone === null ? reader : { ...reader, timeZone });

export function TimesEntry({ times: { organizationId, relationshipId, by, until, timeZone } }: { times: WaitingTimes }) {
  const reader = useReader();
  const words = ownSessionWords(reader.language);
  return (
    <Entry
      title={by === "" ? words.timesBySomebody : words.times(by)}
      actions={<ButtonLink href={sessionsPath(organizationId, relationshipId)}>{words.choose}</ButtonLink>}
    >
      {words.until(formatDeadline(clockThere(reader, timeZone), until))}
    </Entry>
  );
}

/** Said with one tap, where she is. */
export function ToTellEntry({ session }: { session: SessionToTell }) {
  const reader = useReader();
  const words = ownSessionWords(reader.language);
  const { organizationId, relationshipId, sessionId, startsAt, format, otherNames, timeZone } = session;
  return (
    <Entry title={words.told(fewNames(otherNames, reader.language))}>
      <p>{formatTime(clockThere(reader, timeZone), startsAt, "moment")}</p>
      <OutcomeButtons action={sessionPath({ organizationId, relationshipId, id: sessionId })} sessionId={sessionId} format={format} />
    </Entry>
  );
}

export function NextSessions({ sessions }: { sessions: readonly NextSession[] }) {
  const reader = useReader();
  const { language } = reader;
  const words = ownSessionWords(language);
  const [first] = sessions;
  if (!first) return null;
  return (
    <Section title={words.next} actions={<a href={`/organizations/${first.organizationId}/calendar`}>{words.calendar}</a>}>
      <Entries label={words.next}>
        {sessions.map(({ organizationId, relationshipId, sessionId, startsAt, otherNames, programName, timeZone }) => (
          <Entry
            key={sessionId}
            title={
              <a href={sessionPath({ organizationId, relationshipId, id: sessionId })}>
                <time datetime={startsAt.toISOString()}>{formatTime(clockThere(reader, timeZone), startsAt, "moment")}</time>
              </a>
            }
          >
            {words.with(fewNames(otherNames, language), programName)}
          </Entry>
        ))}
      </Entries>
    </Section>
  );
}
