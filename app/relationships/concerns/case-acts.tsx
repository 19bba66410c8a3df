/** What whoever looks into a case can do with it. */
import type { Visit } from "../../platform/page.ts";
import { Button, Buttons } from "../../ui/button.tsx";
import { RadioGroup, Select } from "../../ui/choices.tsx";
import { Details } from "../../ui/details.tsx";
import { TextArea } from "../../ui/field.tsx";
import { Form } from "../../ui/form.tsx";
import { Section } from "../../ui/layout.tsx";
import { useReader } from "../../ui/reader.ts";
import { caseWords } from "./case.messages.ts";
import { isClosed, longestWords, outcomes, severities } from "./concern.ts";
import type { Case } from "./find-case.ts";
import type { Nameable } from "./list-nameable.ts";

interface Someone {
  readonly personId: string;
  readonly name: string;
}

interface CaseActsProps {
  readonly one: Case;
  readonly isMine: boolean;
  readonly me: Someone;
  /** Who else may look into it. */
  readonly others: readonly Someone[];
  readonly nameable: readonly Nameable[];
  readonly visit: Visit;
}

export function CaseActs(props: CaseActsProps) {
  const { one, isMine, visit } = props;
  if (isClosed(one.state)) return <Reopen visit={visit} />;
  return (
    <>
      {isMine && (
        <>
          <Write visit={visit} />
          <Close visit={visit} />
          <Judge {...props} />
        </>
      )}
      <HandOver {...props} />
    </>
  );
}

function Write({ visit }: { visit: Visit }) {
  const words = caseWords(useReader().language);
  return (
    <Section title={words.workTitle}>
      <Form action={visit.path} act="note" {...visit.refused("note")}>
        <RadioGroup
          name="kind"
          label={words.kindLabel}
          options={[
            { value: "note", label: words.asNote },
            { value: "contact", label: words.asContact },
          ]}
          value="note"
          inline
        />
        <TextArea name="words" label={words.words} hint={words.workHint} maxlength={longestWords} required />
        <Buttons>
          <Button kind="plain">{words.write}</Button>
        </Buttons>
      </Form>
    </Section>
  );
}

function Close({ visit }: { visit: Visit }) {
  const words = caseWords(useReader().language);
  const refused = visit.refused("close");
  return (
    <Details summary={words.closeTitle} open={refused !== undefined}>
      <Form action={visit.path} act="close" {...refused}>
        <RadioGroup
          name="outcome"
          label={words.outcome}
          options={outcomes.map((value) => ({ value, label: words.outcomes[value] }))}
          required
        />
        <TextArea name="words" label={words.outcomeWords} hint={words.closeText} maxlength={longestWords} required />
        <Buttons>
          <Button>{words.close}</Button>
        </Buttons>
      </Form>
    </Details>
  );
}

function Judge({ one, nameable, visit }: CaseActsProps) {
  const words = caseWords(useReader().language);
  const known = new Set(one.subjects.map(({ personId }) => personId));
  const others = nameable.filter(({ personId }) => !known.has(personId) && personId !== one.reporterId);
  const refused = visit.refused("severity") ?? visit.refused("subject");
  return (
    <Details summary={`${words.severity} · ${words.subjectTitle}`} open={refused !== undefined}>
      <Form action={visit.path} act="severity" {...visit.refused("severity")}>
        <Select
          name="severity"
          label={words.severity}
          options={severities.map((value) => ({ value, label: words.severities[value] }))}
          value={one.severity ?? "medium"}
        />
        <Buttons>
          <Button kind="plain">{words.setSeverity}</Button>
        </Buttons>
      </Form>
      {others.length > 0 && (
        <Form action={visit.path} act="subject" {...visit.refused("subject")}>
          <Select
            name="personId"
            label={words.subjectTitle}
            hint={words.subjectText}
            options={others.map(({ personId, name }) => ({ value: personId, label: name }))}
          />
          <Buttons>
            <Button kind="plain">{words.nameSubject}</Button>
          </Buttons>
        </Form>
      )}
    </Details>
  );
}

function HandOver({ isMine, one, me, others, visit }: CaseActsProps) {
  const words = caseWords(useReader().language);
  const people = [...(isMine || one.handlerId === null ? [] : [me]), ...others.filter(({ personId }) => personId !== one.handlerId)];
  if (people.length === 0) return null;
  const refused = visit.refused("handOver");
  return (
    <Details summary={words.handOverTitle} open={refused !== undefined}>
      <Form action={visit.path} act="handOver" {...refused}>
        <Select
          name="personId"
          label={words.handOverTo}
          hint={words.handOverText}
          options={people.map(({ personId, name }) => ({ value: personId, label: name }))}
        />
        <TextArea name="words" label={words.handOverWhy} rows={3} maxlength={2000} />
        <Buttons>
          <Button kind="plain">{words.handOver}</Button>
        </Buttons>
      </Form>
    </Details>
  );
}

function Reopen({ visit }: { visit: Visit }) {
  const words = caseWords(useReader().language);
  return (
    <Section title={words.reopenTitle}>
      <Form action={visit.path} act="reopen" {...visit.refused("reopen")}>
        <TextArea name="words" label={words.reopenWhy} rows={3} maxlength={2000} required />
        <Buttons>
          <Button kind="plain">{words.reopen}</Button>
        </Buttons>
      </Form>
    </Section>
  );
}
