import { AnswerFields } from "../answer-fields.tsx";
import { mostPlaces, type Participant } from "../participant.ts";
import type { Program } from "../../programs/program.ts";
import { answerField, type Question } from "../../programs/question.ts";
import type { Visit } from "../../../platform/page.ts";
import { Button, Buttons } from "../../../ui/button.tsx";
import { Callout } from "../../../ui/callout.tsx";
import { Checkbox } from "../../../ui/choices.tsx";
import { Confirm } from "../../../ui/confirm.tsx";
import { Details } from "../../../ui/details.tsx";
import { NumberField } from "../../../ui/field.tsx";
import { Form } from "../../../ui/form.tsx";
import { formatDay } from "../../../ui/formats.ts";
import { Section } from "../../../ui/layout.tsx";
import { useReader } from "../../../ui/reader.ts";
import { ownPartWords } from "./own-part.messages.ts";

/** The first step: to say that one is an adult, and come in. */
export function AttestForm({ visit }: { visit: Visit }) {
  const words = ownPartWords(useReader());
  return (
    <Section title={words.joinTitle}>
      <p>{words.joinText}</p>
      <Form action={visit.path} act="join" {...visit.refused("join")}>
        <Checkbox name="isAdult" label={words.adult} hint={words.adultHint} required />
        <Buttons>
          <Button>{words.join}</Button>
        </Buttons>
      </Form>
    </Section>
  );
}

interface OwnPartProps {
  part: Participant;
  program: Program;
  questions: readonly Question[];
  answers: ReadonlyMap<string, unknown>;
  /** The last day of the break that she is on. */
  pausedUntil: string | null;
  /** She is the other one, too: then each part says which it is. */
  hasOther: boolean;
  visit: Visit;
}

export function OwnPart({ part, program, questions, answers, pausedUntil, hasOther, visit }: OwnPartProps) {
  const { language } = useReader();
  const words = ownPartWords(language);
  const as = part.role === "mentor" ? "Mentor" : "Mentee";
  const open = questions.filter((question) => question.isRequired && !answers.has(question.id));
  const asksNothing = questions.length === 0 && part.role === "mentee";
  return (
    <>
      <Section title={hasOther ? words.answersAs[part.role] : words.answers}>
        {open.length > 0 ? (
          <Callout kind="notice" title={words.missing(open.length)}>
            <ul>
              {open.map(({ id, label }) => (
                <li key={id}>
                  <a href={`#answerAs${as}-${answerField(id)}`}>{label}</a>
                </li>
              ))}
            </ul>
          </Callout>
        ) : (
          <Callout kind="done" title={words.complete}>
            {pausedUntil === null ? (
              <p>
                <a href="/">{words.seeWhere}</a>
              </p>
            ) : (
              <p>
                {words.paused(formatDay(language, pausedUntil))}{" "}
                <a href={`/organizations/${program.organizationId}/profile#pause-part`}>{words.endBreak}</a>
              </p>
            )}
          </Callout>
        )}
        {!asksNothing && (
          <Form action={visit.path} act={`answerAs${as}`} {...visit.refused(`answerAs${as}`)}>
            {part.role === "mentor" && program.format !== "peer" && (
              <NumberField
                name="capacity"
                label={words.places}
                hint={words.placesHint(program.defaultCapacity)}
                value={part.capacity ?? undefined}
                min={0}
                max={mostPlaces}
              />
            )}
            <AnswerFields questions={questions} answers={answers} />
            <Buttons>
              <Button>{words.save}</Button>
            </Buttons>
          </Form>
        )}
      </Section>
      <Details summary={hasOther ? words.withdrawAs[part.role] : words.withdraw}>
        <Confirm
          action={visit.path}
          act={`withdrawAs${as}`}
          gone={[words.goneOffers, words.goneRounds]}
          stays={[words.staysPair, words.staysAnswers]}
          button={words.withdraw}
          cancelHref={visit.path}
        />
      </Details>
    </>
  );
}
