import { Day, Time } from "../../ui/time.tsx";
import { DescriptionList } from "../../ui/description-list.tsx";
import { Details } from "../../ui/details.tsx";
import { formatDay, formatNumber, formatTime } from "../../ui/formats.ts";
import { Section } from "../../ui/layout.tsx";
import { useReader } from "../../ui/reader.ts";
import type { Relationship } from "../life/find-life.ts";
import { lifeWords } from "../life/life.messages.ts";
import { hasGoals } from "../pairs/pair-tabs.tsx";
import type { SupportContact, WhatHappened } from "./find-support.ts";
import { supportWords } from "./support.messages.ts";

/** The whole life of a relationship as its coordinator sees it: dates and states. */
export function SupportLife({ relationship, happened }: { relationship: Relationship; happened: WhatHappened }) {
  const reader = useReader();
  const { language } = reader;
  const words = supportWords(language);
  const { state, pausedUntil, endsOn, closesOn } = relationship;
  const lastContact = [happened.lastMessageAt, happened.lastHeldAt]
    .filter((at) => at !== null)
    .toSorted((a, b) => b.getTime() - a.getTime())[0];
  const stateName = lifeWords(language).states[state];
  return (
    <Section title={words.life}>
      <DescriptionList
        items={[
          {
            name: words.state,
            value: state === "paused" && pausedUntil ? `${stateName} ${words.pausedUntil(formatDay(language, pausedUntil))}` : stateName,
          },
          { name: words.begun, value: <Time at={relationship.begunAt} as="long-day" /> },
          { name: words.endsOn, value: endsOn ? <Day on={endsOn} /> : words.openEnded },
          ...(closesOn ? [{ name: words.closesOn, value: <Day on={closesOn} /> }] : []),
          ...(hasGoals(relationship.format)
            ? [
                {
                  name: words.agreement,
                  value: happened.agreementSignedAt ? words.signed(formatTime(reader, happened.agreementSignedAt, "day")) : words.unsigned,
                },
              ]
            : []),
          { name: words.lastContact, value: lastContact ? <Time at={lastContact} as="relative" /> : words.noContact },
          { name: words.heldSessions, value: formatNumber(language, happened.heldSessions) },
          { name: words.nextSession, value: happened.nextSessionAt ? <Time at={happened.nextSessionAt} /> : words.noSession },
        ]}
      />
      {happened.sessions.length > 0 && (
        <Details summary={words.sessions}>
          <ul>
            {happened.sessions.map(({ at, state: session }) => (
              <li key={`${at.toISOString()} ${session}`}>
                <Time at={at} />: {words.sessionStates[session]}
              </li>
            ))}
          </ul>
        </Details>
      )}
    </Section>
  );
}

export function TalksSoFar({
  contacts,
  nameOf,
}: {
  contacts: readonly SupportContact[];
  nameOf: (who: Pick<SupportContact, "personId" | "name">) => string;
}) {
  const { language } = useReader();
  const words = supportWords(language);
  const over = contacts.filter(({ state }) => state !== "due");
  return (
    <Section title={words.history}>
      {over.length === 0 && <p>{words.noHistory}</p>}
      {over.length > 0 && (
        <ul>
          {over.map(({ id, personId, name, state, at, by, how, mood, note }) => (
            <li key={id}>
              <p>
                {at && <Time at={at} as="day" />}:{" "}
                {state === "not-reached"
                  ? words.notReached(nameOf({ personId, name }))
                  : words.talked(nameOf({ personId, name }), how ? words.hows[how] : "", mood ? words.moods[mood] : "")}
                {by !== null && (
                  <>
                    {" "}
                    <span class="quiet">({words.by(by)})</span>
                  </>
                )}
              </p>
              {note !== "" && <p class="own-words">{note ?? words.lost}</p>}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
