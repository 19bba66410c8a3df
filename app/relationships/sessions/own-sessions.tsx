/** What my page says of sessions: times that wait for her, a word on how it went, and what comes. */
import { ButtonLink } from "../../ui/button.tsx";
import { Entries, Entry } from "../../ui/entries.tsx";
import { formatDeadline, formatList, formatTime } from "../../ui/formats.ts";
import { Section } from "../../ui/layout.tsx";
import { useReader } from "../../ui/reader.ts";
import { Time } from "../../ui/time.tsx";
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

export function TimesEntry({ times: { organizationId, relationshipId, by, until } }: { times: WaitingTimes }) {
  const reader = useReader();
  const words = ownSessionWords(reader.language);
  return (
    <Entry
      title={by === "" ? words.timesBySomebody : words.times(by)}
      actions={<ButtonLink href={sessionsPath(organizationId, relationshipId)}>{words.choose}</ButtonLink>}
    >
      {words.until(formatDeadline(reader, until))}
    </Entry>
  );
}

/** Said with one tap, where she is. */
export function ToTellEntry({ session }: { session: SessionToTell }) {
  const reader = useReader();
  const words = ownSessionWords(reader.language);
  const { organizationId, relationshipId, sessionId, startsAt, format, otherNames } = session;
  return (
    <Entry title={words.told(formatList(reader.language, otherNames))}>
      <p>{formatTime(reader, startsAt, "moment")}</p>
      <OutcomeButtons action={sessionPath({ organizationId, relationshipId, id: sessionId })} sessionId={sessionId} format={format} />
    </Entry>
  );
}

export function NextSessions({ sessions }: { sessions: readonly NextSession[] }) {
  const { language } = useReader();
  const words = ownSessionWords(language);
  const [first] = sessions;
  if (!first) return null;
  return (
    <Section title={words.next} actions={<a href={`/organizations/${first.organizationId}/calendar`}>{words.calendar}</a>}>
      <Entries label={words.next}>
        {sessions.map(({ organizationId, relationshipId, sessionId, startsAt, otherNames, programName }) => (
          <Entry
            key={sessionId}
            title={
              <a href={sessionPath({ organizationId, relationshipId, id: sessionId })}>
                <Time at={startsAt} />
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
