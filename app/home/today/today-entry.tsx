import { isolated } from "../../matching/explanations/name-words.ts";
import { Button } from "../../ui/button.tsx";
import { CheckboxGroup, Select } from "../../ui/choices.tsx";
import { Details } from "../../ui/details.tsx";
import { Entry } from "../../ui/entries.tsx";
import { DateField } from "../../ui/field.tsx";
import { Form, type FormProps } from "../../ui/form.tsx";
import { formatList } from "../../ui/formats.ts";
import { useReader } from "../../ui/reader.ts";
import type { TodayEntry } from "./list-today.ts";
import { lineValue } from "./mark-line.ts";
import { TodayLine } from "./today-line.tsx";
import { todayWords } from "./today.messages.ts";

interface Props {
  entry: TodayEntry;
  organizationId: string;
  programName: string | undefined;
  /** Whom a line can be given to: coordinators of its program. */
  others: readonly { readonly personId: string; readonly name: string }[];
  action: string;
  /** Putting off, or giving on, was refused. */
  refused: Pick<FormProps, "errors" | "values"> | undefined;
}

/** The people of a relationship or an offer, once, with every reason why they need somebody today; all of it, or some, can be put off or given on. */
export function EntryOfToday({ entry, programName, others, refused, ...rest }: Props) {
  const { language } = useReader();
  const words = todayWords(language);
  const who = formatList(
    language,
    entry.names.map((name) => isolated(language, name)),
  );
  const waiting = entry.lines.filter(({ mark }) => mark === undefined || mark.mark === "handed-over");
  return (
    <Entry
      title={
        <>
          {/* A list in the reader's own direction, each name in its own. */}
          <strong>{who}</strong>
          {programName !== undefined && (
            <span class="quiet">
              {" "}
              · <bdi>{programName}</bdi>
            </span>
          )}
        </>
      }
    >
      <ul class="reasons">
        {entry.lines.map((line) => (
          <TodayLine key={line.rule} line={line} who={who} {...rest} />
        ))}
      </ul>
      {waiting.length > 0 && (
        <Details
          summary={
            <>
              {words.later}
              <span class="hidden">: {who}</span>
            </>
          }
          open={refused !== undefined}
        >
          <Form action={rest.action} id={`later-${entry.subject.id}`} {...refused}>
            <input type="hidden" name="subjectId" value={entry.subject.id} />
            {waiting.length === 1 ? (
              <input type="hidden" name="line" value={lineValue(waiting[0]!)} />
            ) : (
              <CheckboxGroup
                name="line"
                label={words.which}
                options={waiting.map((line) => ({ value: lineValue(line), label: words.names[line.rule] }))}
                values={waiting.map(lineValue)}
                inline
              />
            )}
            <div class="form inline">
              <DateField name="untilOn" label={words.snooze} />
              <Button kind="plain" name="act" value="snooze">
                {words.snoozeIt}
              </Button>
            </div>
            {others.length > 0 && (
              <div class="form inline">
                <Select
                  name="toId"
                  label={words.giveTo}
                  emptyLabel={words.choose}
                  options={others.map(({ personId, name }) => ({ value: personId, label: name }))}
                />
                <Button kind="plain" name="act" value="handOver">
                  {words.give}
                </Button>
              </div>
            )}
          </Form>
        </Details>
      )}
    </Entry>
  );
}
