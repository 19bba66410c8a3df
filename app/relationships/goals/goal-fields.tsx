import { CheckboxGroup, Select } from "../../ui/choices.tsx";
import { DateField, TextArea, TextField } from "../../ui/field.tsx";
import { Fieldset } from "../../ui/fieldset.tsx";
import { useReader } from "../../ui/reader.ts";
import type { Goal } from "./find-goals.ts";
import { longest } from "./goal.ts";
import { goalWords } from "./goals.messages.ts";

interface GoalFieldsProps {
  goal?: Goal | undefined;
  /** Whose it is, where she is somebody else. */
  ownerName?: string | undefined;
  hopedSkills: readonly string[];
  /** The scale and the weight stand already. */
  isFixed?: boolean;
}

/** Question by question from a wish to a goal that one can see oneself come closer to. */
export function GoalFields({ goal, ownerName, hopedSkills, isFixed = false }: GoalFieldsProps) {
  const { ask } = goalWords(useReader().language);
  return (
    <>
      <TextArea
        name="hope"
        label={ownerName === undefined ? ask.hope : ask.hopeFor(ownerName)}
        hint={ask.hopeHint}
        rows={3}
        maxlength={longest.hope}
        value={goal?.hope ?? ""}
      />
      <TextField
        name="title"
        label={ask.title}
        hint={ask.titleHint}
        size="long"
        maxlength={longest.title}
        value={goal?.title ?? ""}
        required
      />
      {isFixed && goal ? (
        <>
          {goal.scale.map((words, index) => (
            // oxlint-disable-next-line react/no-array-index-key -- the levels are their places
            <input key={index} type="hidden" name={`level${index}`} value={words} />
          ))}
          <input type="hidden" name="weight" value={String(goal.weight)} />
        </>
      ) : (
        <>
          <Fieldset legend={ask.scale} hint={ask.scaleHint}>
            {ask.levels.map((label, index) => (
              <TextField
                // oxlint-disable-next-line react/no-array-index-key -- the levels are their places
                key={index}
                name={`level${index}`}
                label={label}
                hint={ask.levelHints[index]}
                size="long"
                maxlength={longest.level}
                value={goal?.scale[index] ?? ""}
              />
            ))}
          </Fieldset>
          <Select
            name="weight"
            label={ask.weight}
            options={ask.weights.map((label, index) => ({ value: String(index + 1), label }))}
            value={String(goal?.weight ?? 3)}
          />
        </>
      )}
      <DateField name="dueOn" label={ask.dueOn} hint={ask.dueHint} value={goal?.dueOn ?? ""} />
      {hopedSkills.length > 0 && (
        <CheckboxGroup
          name="skills"
          label={ask.skills}
          hint={ask.skillsHint}
          options={hopedSkills.map((skill) => ({ value: skill, label: <bdi>{skill}</bdi> }))}
          values={goal?.skills ?? []}
        />
      )}
    </>
  );
}
