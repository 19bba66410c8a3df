import type { Visit } from "../../platform/page.ts";
import { ActButton } from "../../ui/act-button.tsx";
import { Button, Buttons } from "../../ui/button.tsx";
import { Callout } from "../../ui/callout.tsx";
import { Checkbox, Select } from "../../ui/choices.tsx";
import { Details } from "../../ui/details.tsx";
import { NumberField, TextArea, TextField } from "../../ui/field.tsx";
import { Form } from "../../ui/form.tsx";
import { formatList } from "../../ui/formats.ts";
import { Island } from "../../ui/island.tsx";
import { useReader } from "../../ui/reader.ts";
import { Tags } from "../../ui/tags.tsx";
import { hasOptions, type Question, type QuestionKind } from "../programs/question.ts";
import type { Column } from "./columns.ts";
import type { Import } from "./find-import.ts";
import { importWords } from "./imports.messages.ts";
import { type ColumnTarget, newKinds, questionAfter, targetCode } from "./mapping.ts";
import OrderOptions from "./order-options.island.tsx";
import { delimiters, encodings } from "./read-again.ts";
import { labelField, optionsField, targetField } from "./save-mapping.ts";
import { suggestKind } from "./suggest-question.ts";
import { type TargetGroup, TargetSelect } from "./target-select.tsx";
import { fieldTargets } from "./targets.ts";

interface MapColumnsProps {
  one: Import;
  questions: readonly Question[];
  visit: Visit;
}

const whatHas = (kind: QuestionKind): "options" | "order" | undefined =>
  kind === "scale" ? "order" : hasOptions(kind) ? "options" : undefined;

/** Each column with a few of its values, and what it is taken for. */
export function MapColumns({ one, questions, visit }: MapColumnsProps) {
  const words = importWords(useReader());
  const { columns = [], rows = 0 } = one.columns ?? {};
  const groups: TargetGroup[] = [
    { label: words.groupFields, options: fieldTargets(one.role).map((field) => ({ value: field, label: words.fields[field] })) },
    {
      label: words.groupQuestions,
      options: questions.map(({ id, label, kind }) => ({ value: `question:${id}`, label, has: whatHas(kind) })),
    },
    { label: words.groupNew, options: newKinds.map((kind) => ({ value: `new:${kind}`, label: words.newKinds[kind], has: whatHas(kind) })) },
  ].filter((group) => group.options.length > 0);
  return (
    <>
      {one.problem?.reason === "cancelled" && <Callout title={words.cancelled} />}
      {one.problem?.reason === "questions-changed" && <Callout kind="warn" title={words.questionsChanged} />}
      {(one.columns?.sheets.length ?? 0) > 1 && <Callout title={words.sheetsFound(one.columns!.sheets.length)} />}
      <ReadDifferently one={one} visit={visit} />
      <Form action={visit.path} act="map" {...visit.refused("map")}>
        <ol class="columns-to-map">
          {columns.map((column, index) => (
            <MappedColumn
              key={column.header}
              index={index}
              column={column}
              rows={rows}
              target={one.mapping.columns?.[index] ?? { to: "nothing" }}
              {...{ groups, questions }}
            />
          ))}
        </ol>
        <Checkbox name="overwrites" label={words.overwrites} hint={words.overwritesHint} checked={one.overwrites} />
        <p class="hint">{words.checkHint}</p>
        <Buttons>
          <Button>{words.check}</Button>
        </Buttons>
      </Form>
      <Buttons>
        <ActButton action={visit.path} act="discard" kind="quiet">
          {words.discard}
        </ActButton>
      </Buttons>
    </>
  );
}

interface MappedColumnProps {
  index: number;
  column: Column;
  rows: number;
  target: ColumnTarget;
  groups: readonly TargetGroup[];
  questions: readonly Question[];
}

function MappedColumn({ index, column, rows, target, groups, questions }: MappedColumnProps) {
  const { language } = useReader();
  const words = importWords(language);
  const code = targetCode(target);
  const question = questionAfter(target, questions);
  const suggested = suggestKind(column);
  const options = question && hasOptions(question.kind) ? question.options : (suggested?.options ?? column.distinct ?? []);
  const known = target.to === "question" ? questions.find(({ id }) => id === target.questionId)?.options : undefined;
  const added = known ? options.filter((option) => !known.includes(option)) : [];
  const label = target.to === "new-question" ? target.question.label : column.header;
  return (
    <li class="column-to-map">
      <div class="column-samples">
        <h2>
          <bdi>{column.header}</bdi>
        </h2>
        {column.samples.length > 0 ? <Tags tags={column.samples} /> : <p class="hint">{words.emptyColumn}</p>}
        {column.filled > 0 && column.filled < rows && <p class="hint">{words.columnFilled(column.filled, rows)}</p>}
      </div>
      <div class="column-target">
        <TargetSelect
          name={targetField(index)}
          label={words.goesTo(column.header)}
          groups={groups}
          first={{ value: "nothing", label: words.leaveOut }}
          value={code}
        />
        <div class="column-question">
          <div class="column-label">
            <TextField name={labelField(index)} label={words.questionLabel} value={label} maxlength={300} size="long" />
          </div>
          <div class="column-options">
            {added.length > 0 && <Callout title={words.newHere(formatList(language, added))} />}
            <TextArea
              name={optionsField(index)}
              label={words.options}
              hint={words.optionsHint}
              rows={Math.min(8, Math.max(3, options.length))}
              value={options.join("\n")}
            />
            <Island
              of={OrderOptions}
              module="app/networks/imports/order-options.island.tsx"
              props={{
                field: optionsField(index),
                label: words.orderOptions,
                up: words.moveUp("{option}"),
                down: words.moveDown("{option}"),
              }}
            />
          </div>
        </div>
      </div>
    </li>
  );
}

/** Where the guess of how to read the file was wrong. */
function ReadDifferently({ one, visit }: { one: Import; visit: Visit }) {
  const words = importWords(useReader());
  const { sheets = [], csv, headerLine } = one.columns ?? {};
  const delimiter = Object.entries(delimiters).find(([, mark]) => mark === csv?.delimiter)?.[0];
  return (
    <Details summary={words.readDifferently} open={sheets.length > 1}>
      <Form action={visit.path} act="read-again" {...visit.refused("read-again")} inline>
        {sheets.length > 1 && (
          <Select
            name="sheet"
            label={words.sheet}
            options={sheets.map((sheet) => ({ value: sheet, label: sheet }))}
            value={one.sheet ?? ""}
          />
        )}
        {csv && (
          <Select
            name="encoding"
            label={words.encoding}
            options={encodings.map((encoding) => ({ value: encoding, label: encoding.toUpperCase() }))}
            value={csv.encoding}
          />
        )}
        {csv && (
          <Select
            name="delimiter"
            label={words.delimiter}
            options={Object.keys(delimiters).map((name) => ({ value: name, label: words.delimiters[name as keyof typeof delimiters] }))}
            value={delimiter}
          />
        )}
        <NumberField name="headerLine" label={words.headerLine} hint={words.headerLineHint} min={0} max={1000} value={headerLine} />
        <Buttons>
          <Button kind="plain">{words.readAgain}</Button>
        </Buttons>
      </Form>
    </Details>
  );
}
