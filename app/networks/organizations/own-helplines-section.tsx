import type { Visit } from "../../platform/page.ts";
import { ActButton } from "../../ui/act-button.tsx";
import { Button, Buttons } from "../../ui/button.tsx";
import { TextField } from "../../ui/field.tsx";
import { Form } from "../../ui/form.tsx";
import { Section } from "../../ui/layout.tsx";
import { useReader } from "../../ui/reader.ts";
import { Table } from "../../ui/table.tsx";
import { helplineSettingWords } from "./own-helplines.messages.ts";
import type { OwnHelpline } from "./own-helplines.ts";

export function OwnHelplinesSection({ lines, visit }: { lines: readonly OwnHelpline[]; visit: Visit }) {
  const words = helplineSettingWords(useReader().language);
  return (
    <Section title={words.title} id="helplines">
      <p>{words.lead}</p>
      {lines.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <Table
          caption={words.title}
          captionHidden
          rows={lines}
          rowKey={({ id }) => id}
          columns={[
            { label: words.name, header: true, cell: ({ name }) => <bdi>{name}</bdi> },
            { label: words.number, cell: ({ number }) => <bdi dir="ltr">{number}</bdi> },
            { label: words.answers, cell: ({ answers }) => <bdi>{answers}</bdi> },
            {
              label: words.drop(""),
              labelHidden: true,
              cell: ({ id, name }) => (
                <ActButton action={visit.path} act="dropHelpline" fields={{ helplineId: id }} kind="quiet" small>
                  {words.drop(name)}
                </ActButton>
              ),
            },
          ]}
        />
      )}
      <Form action={visit.path} act="addHelpline" {...visit.refused("addHelpline")}>
        <TextField name="name" label={words.name} maxlength={100} required />
        <TextField name="number" type="tel" label={words.number} hint={words.numberHint} maxlength={30} required />
        <TextField name="answers" label={words.answers} hint={words.answersHint} maxlength={100} />
        <Buttons>
          <Button kind="plain">{words.add}</Button>
        </Buttons>
      </Form>
    </Section>
  );
}
