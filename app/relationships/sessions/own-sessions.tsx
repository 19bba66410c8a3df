/** What my page says of sessions: times that wait for her, a word on how it went, and what comes. */
import { ButtonLink } from "../../ui/button.tsx";
import { Entries, Entry } from "../../ui/entries.tsx";
import { formatDeadline, formatList, formatTime } from "../../ui/formats.ts";
import { Section } from "../../ui/layout.tsx";
import { type PageReader, useReader } from "../../ui/reader.ts";
import { pairPath } from "../pairs/pair.ts";
import type { FirstMeetingAhead } from "./list-first-meetings.ts";
import type { NextSession, SessionToTell, WaitingTimes } from "./list-for-person.ts";
import { ownSessionWords } from "./own-sessions.messages.ts";
import { OutcomeButtons } from "./outcome-buttons.tsx";
import { sessionPath, sessionsPath } from "./session-event.ts";

/** They have begun: the first step is to find a time. */
export function FirstMeetingEntry({ meeting }: { meeting: FirstMeetingAhead }) {
  const reader = useReader();
  const words = ownSessionWords(reader.language);
  const { organizationId, relationshipId, otherNames, programName, until } = meeting;
  return (
    <Entry
      title={words.first(otherNames.length > 3 ? programName : formatList(reader.language, otherNames))}
      actions={<ButtonLink href={pairPath(organizationId, relationshipId)}>{words.findTime}</ButtonLink>}
    >
      {until > reader.now && words.firstBy(formatTime(reader, until, "day"))}
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
    <Entry title={words.told(formatList(reader.language, otherNames))}>
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
            {words.with(formatList(language, otherNames), programName)}
          </Entry>
        ))}
      </Entries>
    </Section>
  );
}
