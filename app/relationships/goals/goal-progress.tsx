import type { Refused } from "../../platform/form.ts";
import { dayIn } from "../../networks/programs/program.ts";
import { Button, Buttons } from "../../ui/button.tsx";
import { LineChart } from "../../ui/charts/line-chart.tsx";
import { RadioGroup } from "../../ui/choices.tsx";
import { TextField } from "../../ui/field.tsx";
import { Form } from "../../ui/form.tsx";
import { formatTime } from "../../ui/formats.ts";
import { Section } from "../../ui/layout.tsx";
import { useReader } from "../../ui/reader.ts";
import { Table } from "../../ui/table.tsx";
import type { Goal, Noted } from "./find-goals.ts";
import { lastOfEachDay, levels, longest } from "./goal.ts";
import { goalWords } from "./goals.messages.ts";
import { LatestLevel, shortDay, signed } from "./latest-level.tsx";

interface GoalProgressProps {
  goal: Goal;
  noted: readonly Noted[];
  timeZone: string;
  mayNote: boolean;
  action: string;
  refused: Refused | undefined;
}

/** How far it is: now, over time as a picture, and note by note. */
export function GoalProgress({ goal, noted, timeZone, mayNote, action, refused }: GoalProgressProps) {
  const reader = useReader();
  const words = goalWords(reader.language);
  const days = lastOfEachDay(noted, (at) => dayIn(timeZone, at));
  return (
    <Section title={words.progress} id="progress">
      <LatestLevel scale={goal.scale} latest={noted.at(-1)} />
      {days.length > 1 && (
        <LineChart
          caption={words.chart}
          pointHeading={words.day}
          valueHeading={words.levelHeading}
          points={days.map((one) => ({ label: shortDay(reader.language, one.day), value: one.noted.level }))}
          minimum={-2}
          maximum={2}
        />
      )}
      {noted.length > 0 && (
        <Table
          caption={words.notes}
          rows={noted.toReversed()}
          rowKey={({ id }) => id}
          columns={[
            { label: words.day, header: true, cell: ({ at }) => formatTime(reader, at, "day") },
            { label: words.levelHeading, numeric: true, cell: ({ level }) => signed(level) },
            {
              label: words.word,
              cell: ({ word, by }) => (
                <>
                  {word !== "" && <bdi>{word} </bdi>}
                  <span class="quiet">({words.notedBy(by ?? words.somebody)})</span>
                </>
              ),
            },
          ]}
        />
      )}
      {mayNote && (
        <Form action={action} act="note" {...refused}>
          <RadioGroup
            name="level"
            label={words.level}
            options={levels.map((level) => ({ value: String(level), label: `${signed(level)}: ${goal.scale[level + 2] ?? ""}` }))}
            required
          />
          <TextField name="word" label={words.word} hint={words.wordHint} size="long" maxlength={longest.word} />
          <Buttons>
            <Button>{words.note}</Button>
          </Buttons>
        </Form>
      )}
    </Section>
  );
}
