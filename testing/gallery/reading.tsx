import { ActButton } from "../../app/ui/act-button.tsx";
import { Button, Buttons, ButtonLink } from "../../app/ui/button.tsx";
import { Callout } from "../../app/ui/callout.tsx";
import { Confirm } from "../../app/ui/confirm.tsx";
import { DescriptionList } from "../../app/ui/description-list.tsx";
import { Details } from "../../app/ui/details.tsx";
import { Dialog } from "../../app/ui/dialog.tsx";
import { EmptyState } from "../../app/ui/empty-state.tsx";
import { Entries, Entry } from "../../app/ui/entries.tsx";
import { OwnWords } from "../../app/ui/own-words.tsx";
import { Audience, Page, Section, TwoColumns } from "../../app/ui/layout.tsx";
import { Person } from "../../app/ui/person.tsx";
import { useReader } from "../../app/ui/reader.ts";
import { Strength } from "../../app/ui/strength.tsx";
import { Tags } from "../../app/ui/tags.tsx";
import { Day } from "../../app/ui/time.tsx";
import { Timeline } from "../../app/ui/timeline.tsx";
import { before, samples, soon } from "./samples.ts";

/** A page to read: the page of a pair. */
export function ReadingPage() {
  const words = samples(useReader().language);
  return (
    <Page
      title={words.pairTitle}
      lead={words.pairLead}
      crumbs={[{ label: words.program, href: "/programs/1" }]}
      audience={words.pairAudience}
      actions={
        <>
          <ButtonLink href="/new" icon="plus">
            {words.suggest}
          </ButtonLink>
          <ButtonLink href="/write" kind="plain" icon="letter">
            {words.write}
          </ButtonLink>
        </>
      }
    >
      <TwoColumns aside={<PairFacts />}>
        <Person name={words.mentor} note={words.mentorNote} href="/people/2" large />
        <Section title={words.why}>
          <p>{words.whyText}</p>
          <Tags label={words.why} tags={words.skills} shared={words.shared} />
          <p>
            {words.strengthTitle}: <Strength value={82} /> <Strength value={31} />
          </p>
        </Section>
        <Section title={words.next} actions={<Button kind="quiet">{words.suggest}</Button>}>
          <Timeline
            entries={[
              { at: before, title: words.sent },
              { at: soon, title: words.first, body: <p>{words.firstBody}</p>, isAhead: true },
              { at: new Date("2027-02-11T08:00:00Z"), title: words.due, isAhead: true },
            ]}
          />
        </Section>
        <Callout kind="warn" title={words.warnTitle}>
          <p>{words.warnText}</p>
        </Callout>
        <Callout kind="danger" title={words.dangerTitle}>
          <p>{words.dangerText}</p>
        </Callout>
        <Callout title={words.noticeTitle}>
          <p>{words.noticeText}</p>
        </Callout>
        <Callout kind="done" title={words.sent} />
        <EmptyState title={words.noSessions} action={<ButtonLink href="/new">{words.suggest}</ButtonLink>}>
          {words.noSessionsText}
        </EmptyState>
        <Details summary={words.details}>
          <p>{words.whyText}</p>
          <Audience>{words.pairAudience}</Audience>
        </Details>
        <Section title={words.me}>
          <OwnWords text={words.storyText} />
          <ul>
            {words.gone.map((thing) => (
              <li key={thing}>{thing}</li>
            ))}
          </ul>
          <Entries label={words.me}>
            {words.people.slice(0, 2).map((name, index) => (
              <Entry
                key={name}
                title={<Person name={name} note={words.note} />}
                actions={
                  <ActButton action="/remove" act="remove" fields={{ id: String(index) }} kind="quiet">
                    {words.undo}
                  </ActButton>
                }
              />
            ))}
            <Entry title={<h3>{words.why}</h3>} aside={<Strength value={55} />}>
              <p>{words.noSessionsText}</p>
            </Entry>
          </Entries>
          <pre>{words.storyText}</pre>
        </Section>
        <Buttons>
          <ButtonLink href="/end" kind="plain" dialog="end">
            {words.end}
          </ButtonLink>
        </Buttons>
        <Dialog id="end" title={words.endTitle}>
          <Confirm action="/end" gone={words.gone} stays={words.stays} button={words.endButton} cancelHref="/" isFinal />
        </Dialog>
      </TwoColumns>
    </Page>
  );
}

function PairFacts() {
  const { facts } = samples(useReader().language);
  return (
    <DescriptionList
      items={[
        { name: facts.languages, value: facts.spoken },
        { name: facts.zone, value: facts.here },
        { name: facts.since, value: <Day on="2027-01-14" /> },
        { name: facts.reach, value: <a href="mailto:jonas@example.org">jonas@example.org</a> },
      ]}
    />
  );
}
