/** What a round goes by, and what each way needs to know; only ways that make sense in this program are there. */
import { RadioGroup, Select } from "../../ui/choices.tsx";
import { Details } from "../../ui/details.tsx";
import { NumberField } from "../../ui/field.tsx";
import { formatNumber } from "../../ui/formats.ts";
import { useReader } from "../../ui/reader.ts";
import { objectiveWords } from "./objectives.messages.ts";
import { mostChoices, mostTiePoints } from "./read-settings.ts";
import { companies, defaultBand, defaultPrice, fairRules, proposedObjective } from "./round-settings.ts";
import type { RoundObjective } from "./round.ts";

export interface ObjectiveFieldsProps {
  objectives: readonly RoundObjective[];
  dimensions: readonly { readonly id: string; readonly label: string }[];
  guaranteedChoices: number;
  groupSize: { readonly least: number; readonly most: number };
  /** Mentees who have ranked somebody, of all who could. */
  ranked: { readonly people: number; readonly of: number };
  /** What was chosen when the form came back; opens what it needs. */
  chosen: string | undefined;
}

export function ObjectiveFields({ objectives, dimensions, guaranteedChoices, groupSize, ranked, chosen }: ObjectiveFieldsProps) {
  const { language } = useReader();
  const words = objectiveWords(language);
  const figure = (value: number): string => formatNumber(language, value);
  const isOpen = (objective: RoundObjective): boolean => chosen === objective;
  const goesByChoices = objectives.includes("stable");
  return (
    <>
      <RadioGroup
        name="objective"
        label={words.legend}
        value={proposedObjective(objectives, ranked.people)}
        hint={
          !goesByChoices
            ? undefined
            : ranked.people === 0
              ? words.nobodyRanked
              : words.ranked(ranked.people, figure(ranked.people), figure(ranked.of))
        }
        options={objectives.map((value) => ({ value, label: words.names[value], hint: words.hints[value] }))}
      />
      {objectives.includes("groups") && (
        <Details summary={words.details.groups} open={chosen === undefined || isOpen("groups")}>
          <p>{words.groupSize(figure(groupSize.least), figure(groupSize.most))}</p>
          <p>{words.othersIgnoreSize}</p>
          <RadioGroup
            name="company"
            label={words.company}
            value="full"
            options={companies.map((value) => ({ value, label: words.companies[value], hint: words.companyHints[value] }))}
          />
        </Details>
      )}
      {goesByChoices && (
        <Details summary={words.details.stable} open={isOpen("stable")}>
          <RadioGroup
            name="unranked"
            label={words.unranked}
            value="by-weight"
            options={[
              { value: "by-weight", label: words.unrankedByWeight, hint: words.unrankedByWeightHint },
              { value: "never", label: words.unrankedNever, hint: words.unrankedNeverHint },
            ]}
          />
        </Details>
      )}
      {objectives.includes("top-choices") && (
        <Details summary={words.details["top-choices"]} open={isOpen("top-choices")}>
          <NumberField name="choices" label={words.choices} hint={words.choicesHint} min={1} max={mostChoices} value={guaranteedChoices} />
        </Details>
      )}
      {objectives.includes("fair") && (
        <Details summary={words.details.fair} open={isOpen("fair")}>
          <Select
            name="dimension"
            label={words.dimension}
            hint={words.dimensionHint}
            value={dimensions[0]?.id}
            options={dimensions.map(({ id, label }) => ({ value: id, label }))}
          />
          <RadioGroup
            name="rule"
            label={words.rule}
            value="coverage"
            options={fairRules.map((value) => ({ value, label: words.rules[value], hint: words.ruleHints[value] }))}
          />
          <NumberField name="band" label={words.band} min={0} max={100} value={defaultBand} />
          <NumberField name="price" label={words.price} min={0} max={100} value={defaultPrice} />
        </Details>
      )}
      {objectives.includes("most-good") && (
        <Details summary={words.details.ties}>
          <NumberField
            name="ties"
            label={words.tiesPoints}
            hint={`${words.tiesHint} ${words.tiesOff}`}
            min={0}
            max={mostTiePoints}
            value={0}
          />
        </Details>
      )}
    </>
  );
}
