import { mostPlaces, type ParticipantRole } from "../../networks/enrollment/participant.ts";
import type { Refused } from "../../platform/form.ts";
import { ActButton } from "../../ui/act-button.tsx";
import { Button, Buttons } from "../../ui/button.tsx";
import { Callout } from "../../ui/callout.tsx";
import { Checkbox, RadioGroup } from "../../ui/choices.tsx";
import { Details } from "../../ui/details.tsx";
import { NumberField, TextField } from "../../ui/field.tsx";
import { Form } from "../../ui/form.tsx";
import { formatTime } from "../../ui/formats.ts";
import { Section } from "../../ui/layout.tsx";
import { OwnWords } from "../../ui/own-words.tsx";
import { useReader } from "../../ui/reader.ts";
import type { OwnDescription } from "./describe-yourself.ts";
import { type Dimension, groupOf, longestOwnWords } from "./dimension.ts";
import { ownDescriptionWords } from "./own-description.messages.ts";

export const optionValue = (key: string): string => `option:${key}`;

interface DescriptionFormProps {
  dimension: Dimension;
  own: OwnDescription | undefined;
  roles: readonly ParticipantRole[];
  action: string;
  refused: Refused | undefined;
}

export function DescriptionForm({ dimension, own, roles, action, refused }: DescriptionFormProps) {
  const reader = useReader();
  const words = ownDescriptionWords(reader);
  const said = own?.description;
  const counts = own !== undefined && said !== undefined && !own.isOutdated && groupOf(dimension, said.value) !== undefined;
  const asksForWishes = dimension.wishWeight > 0;
  return (
    <Section title={dimension.label} id={`dimension-${dimension.id}`}>
      <Details summary={words.whyTitle} open={own === undefined}>
        <OwnWords text={dimension.reason} />
      </Details>
      <State dimension={dimension} own={own} />
      <Form action={action} act="describe" id={`describe-${dimension.id}`} secret {...refused}>
        <input type="hidden" name="dimensionId" value={dimension.id} />
        <input type="hidden" name="version" value={dimension.version} />
        <RadioGroup
          name="value"
          label={words.value}
          options={[
            ...dimension.options.map(({ key, label }) => ({ value: optionValue(key), label: <bdi>{label}</bdi> })),
            { value: "own-words", label: words.describe },
            { value: "not-say", label: words.notSay },
          ]}
          value={said === undefined ? "not-say" : said.value.kind === "own-words" ? "own-words" : optionValue(said.value.key)}
        />
        <TextField
          name="ownWords"
          label={words.ownWords}
          hint={words.ownWordsHint}
          value={said?.value.kind === "own-words" ? said.value.words : ""}
          maxlength={longestOwnWords}
          autocomplete="off"
        />
        <Checkbox name="consent" label={words.consent} hint={words.consentHint} checked={counts} />
        {asksForWishes && roles.includes("mentee") && (
          <Checkbox name="wishes" label={words.wishes} hint={words.wishesHint} checked={said?.wishes ?? false} />
        )}
        {asksForWishes && roles.includes("mentor") && (
          <>
            <Checkbox name="mayMatch" label={words.mayMatch} hint={words.mayMatchHint} checked={said?.mayMatch ?? false} />
            <NumberField
              name="atMost"
              label={words.atMost}
              hint={words.atMostHint}
              value={said?.atMost ?? undefined}
              min={0}
              max={mostPlaces}
            />
          </>
        )}
        <Buttons>
          <Button kind="plain">{words.save}</Button>
        </Buttons>
      </Form>
      {own && (
        <>
          <p class="hint">{words.keptSince(formatTime(reader, own.consentedAt, "long-day"))}</p>
          <ActButton action={action} act="withdraw" fields={{ dimensionId: dimension.id }} kind="quiet">
            {words.withdraw}
          </ActButton>
        </>
      )}
    </Section>
  );
}

/** Why what she said is not counted, where it is not. */
function State({ dimension, own }: Pick<DescriptionFormProps, "dimension" | "own">) {
  const words = ownDescriptionWords(useReader());
  if (!own) return null;
  const problem =
    own.description === undefined
      ? words.unreadable
      : own.isOutdated
        ? words.outdated
        : groupOf(dimension, own.description.value) === undefined
          ? words.optionGone
          : undefined;
  return problem === undefined ? null : (
    <Callout kind="warn">
      <p>{problem}</p>
    </Callout>
  );
}
