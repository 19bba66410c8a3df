import { AvailabilityGrid } from "../../app/ui/availability-grid.tsx";
import { Button, Buttons } from "../../app/ui/button.tsx";
import { Checkbox, CheckboxGroup, RadioGroup, Select } from "../../app/ui/choices.tsx";
import { DateField, FileField, NumberField, TextArea, TextField } from "../../app/ui/field.tsx";
import { Fieldset } from "../../app/ui/fieldset.tsx";
import { Form } from "../../app/ui/form.tsx";
import { Page } from "../../app/ui/layout.tsx";
import { useReader } from "../../app/ui/reader.ts";
import { Steps } from "../../app/ui/steps.tsx";
import { samples } from "./samples.ts";

const options = (labels: readonly string[]) => labels.map((label, index) => ({ value: String(index), label }));

/** A page that asks: every kind of field, with and without an error. */
export function AskingPage() {
  const words = samples(useReader().language);
  const [inPerson, byVideo, either] = options(words.ways);
  return (
    <Page
      title={words.formTitle}
      lead={words.formLead}
      audience={words.formAudience}
      above={<Steps current={1} steps={words.steps.map((label, index) => ({ label, href: `/step/${index}` }))} />}
    >
      <Form action="/send" multipart errors={{ email: words.emailError, meet: words.meetError }}>
        <Fieldset legend={words.steps[0]!}>
          <TextField name="name" label={words.name} hint={words.nameHint} value="Maya" autocomplete="name" required />
          <TextField name="email" type="email" label={words.email} value="maya@" autocomplete="email" required />
          <TextField name="password" type="password" label={words.password} autocomplete="new-password" />
          <FileField name="photo" label={words.photo} hint={words.photoHint} accept="image/*" />
        </Fieldset>
        <Fieldset legend={words.steps[1]!}>
          <TextArea name="story" label={words.story} hint={words.storyHint} value={words.storyText} />
          <Select name="language" label={words.language} options={options(words.languages)} emptyLabel={words.chooseOne} />
          <RadioGroup
            name="meet"
            label={words.meet}
            options={[{ ...inPerson!, hint: words.wayHint }, byVideo!, either!]}
            value="1"
            required
          />
          <CheckboxGroup name="topics" label={words.topics} options={options(words.topicNames)} values={["1", "2"]} />
          <NumberField name="often" label={words.often} unit={words.unit} value={2} min={1} max={8} />
          <DateField name="from" label={words.from} value="2027-02-15" />
        </Fieldset>
        <AvailabilityGrid
          name="hours"
          label={words.hours}
          hint={words.hoursHint}
          hours={[18, 19, 42, 43, 44, 90, 91, 130, 131, 132, 133]}
        />
        <Checkbox name="agreed" label={words.agree} required />
        <Buttons>
          <Button>{words.save}</Button>
          <Button kind="quiet" name="then" value="later">
            {words.later}
          </Button>
          <Button kind="plain" disabled>
            {words.save}
          </Button>
        </Buttons>
      </Form>
    </Page>
  );
}
