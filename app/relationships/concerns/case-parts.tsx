/** What stands in a case: its facts, the pause, what happened, who has read it. */
import type { Visit } from "../../platform/page.ts";
import { ActButton } from "../../ui/act-button.tsx";
import { Callout } from "../../ui/callout.tsx";
import { DescriptionList } from "../../ui/description-list.tsx";
import { Details } from "../../ui/details.tsx";
import { formatList } from "../../ui/formats.ts";
import { Section } from "../../ui/layout.tsx";
import { OwnWords } from "../../ui/own-words.tsx";
import { useReader } from "../../ui/reader.ts";
import { Table } from "../../ui/table.tsx";
import { Time } from "../../ui/time.tsx";
import { Timeline } from "../../ui/timeline.tsx";
import type { Relationship } from "../life/find-life.ts";
import { lifeWords } from "../life/life.messages.ts";
import { snapshotKinds } from "./snapshot.ts";
import { snapshotWords } from "./snapshot.messages.ts";
import { caseWords } from "./case.messages.ts";
import { type Outcome, outcomes, severities } from "./concern.ts";
import { concernWords } from "./concerns.messages.ts";
import { objectionOutcomes } from "./decision.ts";
import { decisionWords } from "./decision.messages.ts";
import type { Case, Entry, Reading } from "./find-case.ts";

export function CaseFacts({ one, relationship }: { one: Case; relationship: Relationship | undefined }) {
  const { language } = useReader();
  const words = caseWords(language);
  const concern = concernWords(language);
  const reporter = one.reporterName ?? (one.isConfidential ? words.confidentialBy : words.leftReporter);
  return (
    <DescriptionList
      items={[
        { name: words.facts.state, value: words.leadStates[one.state] },
        { name: words.facts.raised, value: <Time at={one.raisedAt} /> },
        {
          name: words.facts.by,
          value: one.isConfidential && one.reporterName !== null ? `${reporter} (${words.confidentialMark})` : <bdi>{reporter}</bdi>,
        },
        {
          name: words.facts.about,
          value:
            one.subjects.length === 0
              ? words.nobodyNamed
              : formatList(
                  language,
                  one.subjects.map(({ number, name }) => words.personNumber(number, name ?? words.leftPerson)),
                ),
        },
        { name: words.facts.category, value: concern.categories[one.category] },
        { name: words.facts.urgency, value: concern.urgencies[one.urgency] },
        { name: words.facts.severity, value: one.severity === null ? words.noSeverity : words.severities[one.severity] },
        ...(relationship
          ? [
              {
                name: words.facts.relationship,
                value: `${formatList(
                  language,
                  relationship.people.map(({ name }) => name),
                )} · ${relationship.programName} · ${lifeWords(language).states[relationship.state]}`,
              },
            ]
          : []),
        { name: words.facts.handler, value: <bdi>{one.handlerName ?? words.nobody}</bdi> },
      ]}
    />
  );
}

/** Any lead can pause at once; only who has the case lifts it, or ends the relationship. */
export function CasePause({ one, isMine, visit }: { one: Case; isMine: boolean; visit: Visit }) {
  const words = caseWords(useReader().language);
  const refused = visit.refused("pause") ?? visit.refused("lift") ?? visit.refused("end");
  return (
    <Section title={words.pauseTitle}>
      {refused && <Callout kind="danger">{refused.errors[""]}</Callout>}
      <p>{one.holdsPause ? words.pausedNow : words.pauseText}</p>
      {!one.holdsPause && (
        <ActButton action={visit.path} act="pause" kind="danger">
          {words.pause}
        </ActButton>
      )}
      {one.holdsPause && isMine && (
        <ActButton action={visit.path} act="lift">
          {words.lift}
        </ActButton>
      )}
      {isMine && (
        <Details summary={words.endTitle}>
          <p>{words.endText}</p>
          <ActButton action={visit.path} act="end" kind="danger">
            {words.end}
          </ActButton>
        </Details>
      )}
    </Section>
  );
}

export function CaseTimeline({ one }: { one: Case }) {
  const { language } = useReader();
  const words = caseWords(language);
  const titleOf = ({ kind, byPart, byName, aboutName, detail }: Entry): string => {
    const severity = severities.find((known) => known === detail);
    const outcome: Outcome | undefined = outcomes.find((known) => known === detail);
    const reported = kind === "snapshot" ? snapshotKinds.find((known) => known === detail) : undefined;
    if (reported) return snapshotWords(language).kept[reported];
    const whom = aboutName ?? (severity ? words.severities[severity] : outcome ? words.leadStates[outcome] : undefined);
    const what = whom === undefined ? words.entries[kind] : words.to(words.entries[kind], whom);
    const done = byPart === "lead" ? words.by(what, byName ?? words.leftLead) : what;
    const answered = objectionOutcomes.find((known) => known === detail);
    return answered === undefined ? done : `${done}. ${decisionWords(language).outcomes[answered]}`;
  };
  return (
    <Section title={words.timeline}>
      <Timeline
        entries={one.entries.map((entry) => ({
          at: entry.at,
          title: titleOf(entry),
          ...(entry.words !== undefined && { body: <OwnWords text={entry.words} /> }),
        }))}
      />
    </Section>
  );
}

export function CaseFiles({ files, path }: { files: Case["files"]; path: string }) {
  const words = snapshotWords(useReader().language);
  if (files.length === 0) return null;
  return (
    <Section title={words.files}>
      <p class="hint">{words.filesHint}</p>
      <ul>
        {files.map(({ fileId, name }) => (
          <li key={fileId}>
            <a href={`${path}/files/${fileId}`} download>
              <bdi>{name}</bdi>
            </a>
          </li>
        ))}
      </ul>
    </Section>
  );
}

export function CaseReadings({ readings }: { readings: readonly Reading[] }) {
  const words = caseWords(useReader().language);
  return (
    <Section title={words.readings}>
      <Table
        caption={words.readings}
        captionHidden
        rows={readings}
        rowKey={({ first }) => first.toISOString()}
        columns={[
          { label: words.reader, header: true, cell: ({ name }) => <bdi>{name ?? words.leftLead}</bdi> },
          { label: words.times, numeric: true, cell: ({ times }) => times },
          { label: words.first, cell: ({ first }) => <Time at={first} /> },
          { label: words.last, cell: ({ last }) => <Time at={last} /> },
        ]}
      />
    </Section>
  );
}
