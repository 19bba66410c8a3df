import { languageName } from "../../people/profiles/code-names.ts";
import type { Profile } from "../../people/profiles/profile.ts";
import type { Language } from "../../platform/i18n.ts";
import type { Visit } from "../../platform/page.ts";
import { Button, ButtonLink, Buttons } from "../../ui/button.tsx";
import { Callout } from "../../ui/callout.tsx";
import { Form } from "../../ui/form.tsx";
import { formatList, formatNumber } from "../../ui/formats.ts";
import { useReader } from "../../ui/reader.ts";
import { Table } from "../../ui/table.tsx";
import { peopleWords } from "../program-people/people.messages.ts";
import type { MergeLook } from "./find-records.ts";
import { mayChoose, type PersonRecord } from "./merge.ts";
import { barSentence, mergingWords } from "./merging.messages.ts";

interface MergeViewProps {
  look: MergeLook;
  otherId: string;
  visit: Visit;
}

/** Field by field: what the one has, what the other has, and what stays. */
export function MergeView({ look: { stays, goes, bars }, otherId, visit }: MergeViewProps) {
  const { language } = useReader();
  const words = mergingWords(language);
  const swap = `${visit.path}?${new URLSearchParams({ other: otherId, stays: goes.personId })}`;
  return (
    <>
      {bars.map((bar) => (
        <Callout key={bar.kind} kind="danger">
          <p>{barSentence(language, bar)}</p>
        </Callout>
      ))}
      <Callout title={words.staysTitle(stays.email)}>
        <p>{stays.isClaimed ? words.claimedStays : words.goesHint(goes.email)}</p>
        {mayChoose(stays, goes) && (
          <ButtonLink href={swap} kind="plain" icon="swap" small>
            {words.otherWay(goes.email)}
          </ButtonLink>
        )}
      </Callout>
      <Table
        caption={words.fieldByField}
        rows={fieldsOf(stays, goes, language)}
        rowKey={({ name }) => name}
        columns={[
          { label: words.field, header: true, cell: ({ name }) => name },
          { label: words.ofStaying, cell: ({ hers }) => <bdi>{hers || "–"}</bdi> },
          { label: words.ofGoing, cell: ({ others }) => <bdi>{others || "–"}</bdi> },
          {
            label: words.willBe,
            cell: ({ willBe }) => (
              <strong>
                <bdi>{willBe || "–"}</bdi>
              </strong>
            ),
          },
        ]}
      />
      {bars.length === 0 && (
        <Form action={visit.path} {...visit.refused()}>
          <input type="hidden" name="otherId" value={otherId} />
          <input type="hidden" name="stays" value={stays.personId} />
          <p>{words.cannotUndo}</p>
          <Buttons>
            <Button kind="danger">{words.merge}</Button>
            <ButtonLink href={visit.path} kind="quiet">
              {words.notTheSame}
            </ButtonLink>
          </Buttons>
        </Form>
      )}
    </>
  );
}

interface ComparedField {
  readonly name: string;
  readonly hers: string;
  readonly others: string;
  readonly willBe: string;
}

function fieldsOf(stays: PersonRecord, goes: PersonRecord, language: Language): ComparedField[] {
  const words = mergingWords(language);
  const said = peopleWords(language);
  const list = (items: readonly string[]): string => formatList(language, items);
  const first = (name: string, read: (profile: Profile) => string): ComparedField => {
    const [hers, others] = [read(stays.profile), read(goes.profile)];
    return { name, hers, others, willBe: hers || others };
  };
  const both = (name: string, read: (record: PersonRecord) => readonly string[]): ComparedField => {
    const [hers, others] = [read(stays), read(goes)];
    return { name, hers: list(hers), others: list(others), willBe: list([...new Set([...hers, ...others])]) };
  };
  const fields = [
    { name: words.fields.email, hers: stays.email, others: goes.email, willBe: stays.email },
    first(words.fields.name, ({ name }) => name),
    first(words.fields.pronouns, ({ pronouns }) => pronouns),
    first(words.fields.headline, ({ headline }) => headline),
    first(words.fields.story, ({ story }) => shortened(story)),
    first(words.fields.place, ({ place }) => place),
    first(words.fields.timeZone, ({ timeZone }) => timeZone ?? ""),
    first(words.fields.languages, ({ languages }) => list(languages.map((code) => languageName(language, code)))),
    first(words.fields.interests, ({ interests }) => list(interests)),
    first(words.fields.gives, ({ gives }) => shortened(gives)),
    first(words.fields.hopes, ({ hopes }) => shortened(hopes)),
    first(words.fields.hours, ({ availability }) =>
      availability.length > 0 ? words.hours(formatNumber(language, availability.length)) : "",
    ),
    both(words.fields.skills, ({ profile }) => [...profile.skills.gives, ...profile.skills.hopes].map(({ skill }) => skill)),
    both(words.fields.programs, ({ parts }) =>
      parts.map(({ programName, role }) => `${programName ?? words.otherProgram} (${said[role]})`),
    ),
    {
      name: words.fields.answers,
      hers: formatNumber(language, stays.answers),
      others: formatNumber(language, goes.answers),
      willBe: words.answersBoth,
    },
  ];
  return fields.filter(({ name, hers, others }) =>
    name === words.fields.answers ? stays.answers + goes.answers > 0 : hers !== "" || others !== "",
  );
}

const shortened = (text: string): string => (text.length > 160 ? `${text.slice(0, 160)}…` : text);
