import type { Visit } from "../../platform/page.ts";
import { ActButton } from "../../ui/act-button.tsx";
import { Button, Buttons } from "../../ui/button.tsx";
import { Callout } from "../../ui/callout.tsx";
import { Confirm } from "../../ui/confirm.tsx";
import { DescriptionList } from "../../ui/description-list.tsx";
import { Details } from "../../ui/details.tsx";
import { Form } from "../../ui/form.tsx";
import { formatList, formatNumber } from "../../ui/formats.ts";
import { Section } from "../../ui/layout.tsx";
import { OwnWords } from "../../ui/own-words.tsx";
import { Progress } from "../../ui/progress.tsx";
import { useReader } from "../../ui/reader.ts";
import { Stat, Stats } from "../../ui/stat.tsx";
import { Time } from "../../ui/time.tsx";
import { filterQuery } from "../program-people/standing.ts";
import { AnnouncementFields, useChoiceWords } from "./announcement-fields.tsx";
import { announcementWords } from "./announcement.messages.ts";
import type { Announcement } from "./list-announcements.ts";

export interface Preview {
  /** The first recipients, by name. */
  readonly names: readonly string[];
  /** The letter as the first of them reads it. */
  readonly text: string;
  readonly subject: string;
}

interface DraftProps {
  announcement: Announcement;
  people: number;
  preview: Preview | undefined;
  /** The list of the program's people. */
  listHref: string;
  visit: Visit;
}

export function Draft({ announcement, people, preview, listHref, visit }: DraftProps) {
  const { language } = useReader();
  const words = announcementWords(language);
  const wordsFor = useChoiceWords();
  const count = formatNumber(language, people);
  return (
    <>
      <DescriptionList
        items={[
          {
            name: words.toWhom,
            value: (
              <>
                <a href={`${listHref}?${new URLSearchParams(filterQuery(announcement.chosen))}`}>
                  {wordsFor(announcement.chosen)} ({count})
                </a>
                {preview && <span class="hint"> {words.amongThem(formatList(language, preview.names))}</span>}
              </>
            ),
          },
        ]}
      />
      {preview ? (
        <Section title={words.previewTitle(preview.names[0]!)}>
          <p>
            <strong>
              <bdi>{preview.subject}</bdi>
            </strong>
          </p>
          <pre class="letter-text" dir="auto">
            {preview.text}
          </pre>
          <Form action={visit.path} act="send" {...visit.refused("send")}>
            <input type="hidden" name="people" value={people} />
            <p>{words.sendHint}</p>
            <Buttons>
              <Button icon="letter">{words.send(people, count)}</Button>
            </Buttons>
          </Form>
          <ActButton action={visit.path} act="trial">
            {words.trial}
          </ActButton>
        </Section>
      ) : (
        <Callout kind="warn" title={words.nobody}>
          <p>{words.nobodyText}</p>
        </Callout>
      )}
      <Details summary={words.change} open={visit.refused("change") !== undefined || !preview}>
        <Form action={visit.path} act="change" {...visit.refused("change")}>
          <AnnouncementFields chosen={announcement.chosen} subject={announcement.subject} body={announcement.body} />
          <Buttons>
            <Button kind="plain">{words.saveChange}</Button>
          </Buttons>
        </Form>
      </Details>
      <Details summary={words.discard}>
        <Confirm action={visit.path} act="discard" gone={[words.discardGone]} button={words.discard} cancelHref={visit.path} />
      </Details>
    </>
  );
}

/** What became of it, in figures. */
export function Outcome({ announcement }: { announcement: Announcement }) {
  const { language } = useReader();
  const words = announcementWords(language);
  const wordsFor = useChoiceWords();
  const { recipients, written, sent, kept, returned, unsubscribed, state, writtenBy, confirmedAt, chosen, body } = announcement;
  const number = (value: number): string => formatNumber(language, value);
  return (
    <>
      {state === "sending" && (
        <Progress label={words.writing} done={written} total={recipients} text={words.writtenOf(number(written), number(recipients))} />
      )}
      <Stats label={words.outcome}>
        <Stat value={recipients} label={words.recipients} />
        <Stat value={sent} label={words.sent} />
        {kept > 0 && <Stat value={kept} label={words.kept} note={words.keptHint} />}
        <Stat value={returned} label={words.returned} attention={returned > 0} />
        <Stat value={unsubscribed} label={words.unsubscribed} />
      </Stats>
      <DescriptionList
        items={[
          { name: words.toWhom, value: wordsFor(chosen) },
          { name: words.writtenBy, value: writtenBy === null ? "–" : <bdi>{writtenBy}</bdi> },
          ...(confirmedAt ? [{ name: words.when, value: <Time at={confirmedAt} /> }] : []),
        ]}
      />
      <Section title={words.body}>
        <OwnWords text={body} />
      </Section>
    </>
  );
}
