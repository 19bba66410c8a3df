import { RadioGroup } from "../../ui/choices.tsx";
import { DescriptionList } from "../../ui/description-list.tsx";
import { DateField, NumberField, TextArea, TextField } from "../../ui/field.tsx";
import { Fieldset } from "../../ui/fieldset.tsx";
import { useReader } from "../../ui/reader.ts";
import { onDeclines, type Program, type ProgramFormat, programFormats, signUps } from "./program.ts";
import { mostOfferDays, mostPlaces } from "./program-shape.ts";
import { programWords } from "./program.messages.ts";

type ProgramFieldValues = Pick<
  Program,
  "name" | "purpose" | "format" | "startsOn" | "endsOn" | "defaultCapacity" | "offerDays" | "onDecline" | "signUp"
>;
const fresh: ProgramFieldValues = {
  name: "",
  purpose: "",
  format: "one-to-one",
  startsOn: null,
  endsOn: null,
  defaultCapacity: 1,
  offerDays: 3,
  onDecline: "offer-next",
  signUp: "invitation",
};

/** What a program is and how it goes: the same for a new one and for its settings. */
export function ProgramFields({ program = fresh }: { program?: ProgramFieldValues }) {
  const words = programWords(useReader());
  return (
    <>
      <Fieldset legend={words.about}>
        <TextField name="name" label={words.name} hint={words.nameHint} value={program.name} required maxlength={200} size="long" />
        <TextArea name="purpose" label={words.purpose} hint={words.purposeHint} value={program.purpose} rows={4} maxlength={5000} />
        <ProgramDates startsOn={program.startsOn} endsOn={program.endsOn} />
        {program === fresh ? (
          <FormatField value={fresh.format} />
        ) : (
          <DescriptionList
            items={[
              { name: words.format, value: `${words.formats[program.format]}. ${words.formatHints[program.format]} ${words.formatWhere}` },
            ]}
          />
        )}
        <RadioGroup
          name="signUp"
          label={words.signUp}
          options={signUps.map((one) => ({ value: one, label: words.signUpOptions[one] }))}
          value={program.signUp}
        />
      </Fieldset>
      <Fieldset legend={words.matching}>
        <NumberField
          name="defaultCapacity"
          label={words.defaultCapacity}
          hint={words.defaultCapacityHint}
          value={program.defaultCapacity}
          min={1}
          max={mostPlaces}
          required
        />
        <NumberField
          name="offerDays"
          label={words.offerDays}
          hint={words.offerDaysHint}
          value={program.offerDays}
          min={1}
          max={mostOfferDays}
          required
        />
        <RadioGroup
          name="onDecline"
          label={words.onDecline}
          options={onDeclines.map((one) => ({ value: one, label: words.onDeclineOptions[one] }))}
          value={program.onDecline}
        />
      </Fieldset>
    </>
  );
}

/** What kind of relationship it makes, each with a sentence. */
export function FormatField({ value }: { value: ProgramFormat }) {
  const words = programWords(useReader());
  return (
    <RadioGroup
      name="format"
      label={words.format}
      options={programFormats.map((one) => ({ value: one, label: words.formats[one], hint: words.formatHints[one] }))}
      value={value}
    />
  );
}

export function ProgramDates({ startsOn, endsOn }: Pick<Program, "startsOn" | "endsOn">) {
  const words = programWords(useReader());
  return (
    <>
      <DateField name="startsOn" label={words.startsOn} hint={words.datesHint} value={startsOn ?? undefined} />
      <DateField name="endsOn" label={words.endsOn} hint={words.datesHint} value={endsOn ?? undefined} />
    </>
  );
}
