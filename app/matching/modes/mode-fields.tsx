import type { VNode } from "preact";
import { Checkbox, RadioGroup } from "../../ui/choices.tsx";
import { DateField, NumberField } from "../../ui/field.tsx";
import { useReader } from "../../ui/reader.ts";
import { hasRanking, identities, type MatchingMode, type ModeSetting, settingsOf } from "./mode.ts";
import { modeWords } from "./modes.messages.ts";

/** What the mode needs to be told, and no more. */
export function ModeFields({ mode }: { mode: MatchingMode }) {
  const words = modeWords(useReader().language);
  const number = (name: "menteeChoices" | "openRequests" | "requestDays" | "suggestionDays", hint: string, max: number): VNode => (
    <NumberField key={name} name={name} label={words[name]} hint={hint} value={mode[name]} min={1} max={max} required />
  );
  const fields: Readonly<Record<ModeSetting, () => VNode>> = {
    menteeChoices: () => number("menteeChoices", words.menteeChoicesHint[hasRanking(mode) ? "ranks" : "asks"], 20),
    openRequests: () => number("openRequests", words.openRequestsHint, 10),
    requestDays: () => number("requestDays", words.requestDaysHint, 60),
    suggestionDays: () => number("suggestionDays", words.suggestionDaysHint, 60),
    guaranteedChoices: () => (
      <NumberField
        key="guaranteedChoices"
        name="guaranteedChoices"
        label={words.guaranteedChoices}
        hint={words.guaranteedChoicesHint}
        value={mode.guaranteedChoices ?? undefined}
        min={1}
        max={20}
      />
    ),
    mentorsRank: () => (
      <Checkbox key="mentorsRank" name="mentorsRank" label={words.mentorsRank} hint={words.mentorsRankHint} checked={mode.mentorsRank} />
    ),
    askingUntil: () => (
      <DateField
        key="askingUntil"
        name="askingUntil"
        label={words.askingUntil}
        hint={words.askingUntilHint}
        value={mode.askingUntil ?? undefined}
      />
    ),
    takesFirst: () => (
      <Checkbox key="takesFirst" name="takesFirst" label={words.takesFirst} hint={words.takesFirstHint} checked={mode.takesFirst} />
    ),
    identity: () => (
      <RadioGroup
        key="identity"
        name="identity"
        label={words.identity}
        options={identities.map((value) => ({ value, label: words.identities[value] }))}
        value={mode.identity}
      />
    ),
  };
  const asked = settingsOf[mode.mode];
  return <>{asked.length === 0 ? <p>{words.noSettings}</p> : asked.map((name) => fields[name]())}</>;
}

export function GroupFields({ mode }: { mode: MatchingMode }) {
  const words = modeWords(useReader().language);
  return (
    <>
      <p class="hint">{words.groupHint}</p>
      <NumberField name="groupLeast" label={words.groupLeast} value={mode.groupLeast} min={1} max={20} required />
      <NumberField name="groupMost" label={words.groupMost} value={mode.groupMost} min={2} max={20} required />
    </>
  );
}
