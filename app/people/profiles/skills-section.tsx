import { Checkbox, Select } from "../../ui/choices.tsx";
import { Details } from "../../ui/details.tsx";
import { Entries, Entry } from "../../ui/entries.tsx";
import { TextArea, TextField } from "../../ui/field.tsx";
import { Fieldset } from "../../ui/fieldset.tsx";
import { Form } from "../../ui/form.tsx";
import { Section } from "../../ui/layout.tsx";
import { type Direction, skillLevels } from "./profile.ts";
import { cardWords } from "./profile-card.messages.ts";
import { profileWords } from "./profile.messages.ts";
import { hintWith, SaveButton, type SectionProps, Suggestions } from "./section-parts.tsx";

interface SkillsSectionProps extends SectionProps {
  direction: Direction;
  /** What others call their skills. */
  suggestions: readonly string[];
}

/** What she can give, or hopes for: in her own words, and as skills with a level. */
export function SkillsSection({ ctx, visit, profile, saved, direction, suggestions }: SkillsSectionProps) {
  const words = profileWords(ctx.reader);
  const { levels } = cardWords(ctx.reader);
  const gives = direction === "gives";
  const skills = profile.skills[direction];
  const refused = visit.refused(direction);
  return (
    <Section title={words[direction]} id={`${direction}-part`}>
      <Form act={direction} action={visit.path} {...refused}>
        <TextArea
          name="text"
          label={gives ? words.givesText : words.hopesText}
          hint={hintWith(ctx, profile, direction, gives ? words.givesHint : words.hopesHint)}
          value={profile[direction]}
          rows={3}
          maxlength={2000}
        />
        <Fieldset legend={gives ? words.givenSkills : words.hopedSkills} hint={hintWith(ctx, profile, "skills")}>
          {skills.length > 0 && (
            <Entries>
              {skills.map(({ skill, level }, index) => (
                <Entry
                  key={skill}
                  title={<bdi>{skill}</bdi>}
                  actions={
                    <>
                      <input type="hidden" name="skill" value={skill} />
                      <Select
                        name={`level-${index}`}
                        label={gives ? words.givenLevel(skill) : words.hopedLevel(skill)}
                        labelHidden
                        options={skillLevels.map((one) => ({ value: String(one), label: levels[one] }))}
                        emptyLabel={words.noLevel}
                        value={level === null ? "" : String(level)}
                        size="short"
                      />
                      <Checkbox
                        name={`keep-${index}`}
                        label={
                          <>
                            <span aria-hidden="true">{words.keep}</span>
                            <span class="hidden">{words.keepSkill(skill)}</span>
                          </>
                        }
                        checked
                      />
                    </>
                  }
                />
              ))}
            </Entries>
          )}
          <TextField
            name="add"
            label={words.addSkills}
            hint={words.addSkillsHint}
            list={`${direction}-suggestions`}
            autocomplete="off"
            size="long"
          />
          <Suggestions id={`${direction}-suggestions`} words={suggestions} />
          <Details summary={words.addManySkills} open={refused?.errors["addMany"] !== undefined}>
            <TextArea name="addMany" label={words.addManySkills} labelHidden hint={words.addManySkillsHint} rows={4} />
          </Details>
        </Fieldset>
        <SaveButton isSaved={saved === direction} />
      </Form>
    </Section>
  );
}
