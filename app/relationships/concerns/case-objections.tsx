import type { Visit } from "../../platform/page.ts";
import { Button, Buttons } from "../../ui/button.tsx";
import { Callout } from "../../ui/callout.tsx";
import { RadioGroup } from "../../ui/choices.tsx";
import { TextArea } from "../../ui/field.tsx";
import { Form } from "../../ui/form.tsx";
import { formatDeadline } from "../../ui/formats.ts";
import { Section } from "../../ui/layout.tsx";
import { OwnWords } from "../../ui/own-words.tsx";
import { useReader } from "../../ui/reader.ts";
import { mayAnswer } from "./answer-objection.ts";
import { longestWords } from "./concern.ts";
import { answerDueAt, objectionOutcomes, waitsForAnswer } from "./decision.ts";
import { decisionWords } from "./decision.messages.ts";
import type { Objection } from "./find-decisions.ts";

interface CaseObjectionsProps {
  readonly objections: readonly Objection[];
  readonly me: string;
  /** Who else may look into it. */
  readonly others: readonly { readonly personId: string }[];
  readonly now: Date;
  readonly visit: Visit;
}

/** Somebody whom a decision touches thinks that it is wrong: for somebody else than who decided. What was answered stands in the timeline. */
export function CaseObjections({ objections, me, others, now, visit }: CaseObjectionsProps) {
  const reader = useReader();
  const words = decisionWords(reader.language);
  return objections.filter(waitsForAnswer).map((objection) => {
    const due = answerDueAt(objection.objectedAt!);
    const by = formatDeadline({ ...reader, now }, due);
    const refused = visit.refused("answer");
    return (
      <Section key={objection.id} title={words.lead.title} id="objection">
        <p>
          {words.lead.who(objection.personName ?? words.lead.left, words.lead.decisions[objection.kind])}{" "}
          {now < due ? words.lead.due(by) : words.lead.late(by)}
        </p>
        {objection.objection === undefined ? <p>{words.lost}</p> : <OwnWords text={objection.objection} />}
        {mayAnswer(me, objection, others) ? (
          <Form action={visit.path} act="answer" {...(refused?.values["decisionId"]?.[0] === objection.id && refused)}>
            <input type="hidden" name="decisionId" value={objection.id} />
            <RadioGroup
              name="outcome"
              label={words.lead.outcome}
              options={objectionOutcomes.map((value) => ({ value, label: words.lead.outcomes[objection.kind][value] }))}
              required
            />
            <TextArea
              name="words"
              label={words.lead.words}
              hint={objection.kind === "ended" ? `${words.lead.wordsHint} ${words.lead.endedHint}` : words.lead.wordsHint}
              maxlength={longestWords}
              required
            />
            <Buttons>
              <Button>{words.lead.answer}</Button>
            </Buttons>
          </Form>
        ) : (
          <Callout>
            <p>{words.lead.notYours}</p>
          </Callout>
        )}
      </Section>
    );
  });
}
