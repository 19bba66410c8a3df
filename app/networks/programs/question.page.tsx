import { z } from "zod";
import type { PersonalContext } from "../../platform/context.ts";
import { form } from "../../platform/form.ts";
import { page, type Visit } from "../../platform/page.ts";
import { Button, Buttons } from "../../ui/button.tsx";
import { Checkbox, Select } from "../../ui/choices.tsx";
import { Confirm } from "../../ui/confirm.tsx";
import { Details } from "../../ui/details.tsx";
import { Fieldset } from "../../ui/fieldset.tsx";
import { Form } from "../../ui/form.tsx";
import { Page } from "../../ui/layout.tsx";
import { useReader } from "../../ui/reader.ts";
import { findOrganization } from "../organizations/find-organization.ts";
import { coordinators } from "./access.ts";
import { countAnswers } from "./count-answers.ts";
import { deleteQuestion } from "./delete-question.ts";
import { editQuestion } from "./edit-question.ts";
import { findProgram } from "./find-program.ts";
import { findQuestion } from "./list-questions.ts";
import { programPath } from "./program.ts";
import { programCrumbs } from "./program-tabs.tsx";
import { programWords } from "./program.messages.ts";
import type { Question } from "./question.ts";
import { type AnswerUse, becomes, goes, strandedAnswers, type VanishedOption, vanishedOptions } from "./question-edit.ts";
import { QuestionFields } from "./question-fields.tsx";
import { questionEditShape } from "./question-shape.ts";
import { questionWords } from "./questions.messages.ts";

const questionsPath = (organizationId: string, programId: string): string => `${programPath(organizationId, programId)}/questions`;

export const questionPage = page("/organizations/:organizationId/programs/:programId/questions/:questionId", {
  access: coordinators,
  show: async (ctx, { organizationId, programId, questionId }, visit) => {
    const organization = await findOrganization(ctx, organizationId);
    const program = await findProgram(ctx, organizationId, programId);
    const question = await findQuestion(ctx, organizationId, programId, questionId);
    const use = await countAnswers(ctx, organizationId, questionId);
    const answers = use.mentors + use.mentees;
    const words = questionWords(ctx.reader);
    const { options, vanished, stranded } = misfits(question, use, visit);
    return (
      <Page
        title={question.label}
        lead={answers === 0 ? words.nobodyAnswered : words.answeredBy(answers)}
        audience={programWords(ctx.reader).coordinatorsSee}
        crumbs={[...programCrumbs(organization, program), { href: questionsPath(organizationId, programId), label: words.title }]}
      >
        <Form action={visit.path} act="save" {...visit.refused("save")}>
          <QuestionFields
            question={question}
            afterOptions={vanished.length > 0 && <VanishedFields vanished={vanished} options={options} />}
            afterAskedOf={stranded > 0 && <Checkbox name="dropAnswers" label={words.dropAnswers(stranded)} />}
          />
          <Buttons>
            <Button>{words.save}</Button>
          </Buttons>
        </Form>
        <Details summary={words.delete}>
          <Confirm
            action={visit.path}
            act="delete"
            gone={[answers === 0 ? words.deleteGoneAlone : words.deleteGone(answers), words.deleteCriteria]}
            button={words.delete}
            cancelHref={questionsPath(organizationId, programId)}
            isFinal
          />
        </Details>
      </Page>
    );
  },
  acts: {
    save: form(questionEditShape, async (ctx: PersonalContext, { organizationId, programId, questionId }, wish) => {
      const said = (field: string): string | undefined => {
        const value = (wish as Record<string, unknown>)[field];
        return Array.isArray(value) && typeof value[0] === "string" ? value[0] : undefined;
      };
      await editQuestion(ctx, organizationId, programId, questionId, wish, { dropAnswers: wish.dropAnswers, said });
      return { to: questionsPath(organizationId, programId), notice: questionWords(ctx.reader).saved(wish.label) };
    }),
    delete: form(z.object({}), async (ctx: PersonalContext, { organizationId, programId, questionId }) => {
      const { label } = await deleteQuestion(ctx, organizationId, programId, questionId);
      return { to: questionsPath(organizationId, programId), notice: questionWords(ctx.reader).deleted(label) };
    }),
  },
});

/** What the form, as it came back, would do to the answers that are there. */
function misfits(question: Question, use: AnswerUse, visit: Visit) {
  const typed = visit.refused("save")?.values;
  const parsed = typed && questionEditShape.pick({ options: true, askedOf: true }).safeParse(typed).data;
  const options = question.options.length > 0 && parsed ? parsed.options : question.options;
  return {
    options,
    vanished: vanishedOptions(question.options, options, use),
    stranded: parsed ? strandedAnswers(parsed.askedOf, use) : 0,
  };
}

function VanishedFields({ vanished, options }: { vanished: readonly VanishedOption[]; options: readonly string[] }) {
  const words = questionWords(useReader());
  const fates = [
    ...options.map((option) => ({ value: becomes(option), label: words.becomesOption(option) })),
    { value: goes, label: words.answersGo },
  ];
  return (
    <Fieldset legend={words.becameTitle}>
      {vanished.map(({ option, answers, field, suggestion }) => (
        <Select
          key={field}
          name={field}
          label={words.became(option, answers)}
          emptyLabel={words.chooseFate}
          options={
            suggestion === undefined
              ? fates
              : fates.toSorted((a, b) => Number(b.value === becomes(suggestion)) - Number(a.value === becomes(suggestion)))
          }
          required
        />
      ))}
    </Fieldset>
  );
}
