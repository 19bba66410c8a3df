import { z } from "zod";
import type { PersonalContext } from "../../platform/context.ts";
import { form } from "../../platform/form.ts";
import { choice, id } from "../../platform/form-fields.ts";
import { page, type Visit } from "../../platform/page.ts";
import { Button, ButtonLink, Buttons } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Form } from "../../ui/form.tsx";
import { Page, Section } from "../../ui/layout.tsx";
import { useReader } from "../../ui/reader.ts";
import { Table } from "../../ui/table.tsx";
import { Tabs } from "../../ui/tabs.tsx";
import { findOrganization } from "../organizations/find-organization.ts";
import { coordinators } from "./access.ts";
import { findProgram } from "./find-program.ts";
import { listQuestions } from "./list-questions.ts";
import { moveQuestion } from "./move-question.ts";
import { programPath } from "./program.ts";
import { programCrumbs, ProgramTabs } from "./program-tabs.tsx";
import { programWords } from "./program.messages.ts";
import { hasOptions, isAskedOf, type Question } from "./question.ts";
import { QuestionField } from "./question-field.tsx";
import { questionWords } from "./questions.messages.ts";

export const questionsPage = page("/organizations/:organizationId/programs/:programId/questions", {
  access: coordinators,
  show: async (ctx, { organizationId, programId }, visit) => {
    const organization = await findOrganization(ctx, organizationId);
    const program = await findProgram(ctx, organizationId, programId);
    const questions = await listQuestions(ctx, organizationId, programId);
    const words = questionWords(ctx.reader);
    const at = `${programPath(organizationId, programId)}/questions`;
    const add = (
      <ButtonLink href={`${at}/new`} icon="plus">
        {words.add}
      </ButtonLink>
    );
    return (
      <Page
        title={words.title}
        lead={words.lead}
        audience={programWords(ctx.reader).coordinatorsSee}
        crumbs={programCrumbs(organization, program)}
        actions={questions.length > 0 && add}
        isWide
      >
        <ProgramTabs organizationId={organizationId} programId={programId} current="questions" />
        {questions.length === 0 ? (
          <EmptyState title={words.emptyTitle} action={add}>
            {words.empty} <a href={`${programPath(organizationId, programId)}/imports/new`}>{words.orImport}</a>
          </EmptyState>
        ) : (
          <>
            <QuestionList questions={questions} at={at} visit={visit} />
            <Preview questions={questions} role={visit.query.get("as") === "mentees" ? "mentee" : "mentor"} />
          </>
        )}
      </Page>
    );
  },
  acts: {
    move: form(
      z.object({ questionId: id(), direction: choice(["up", "down"]) }),
      async (ctx: PersonalContext, { organizationId, programId }, { questionId, direction }) => {
        await moveQuestion(ctx, organizationId, programId, questionId, direction);
        return { notice: questionWords(ctx.reader).moved };
      },
    ),
  },
});

function QuestionList({ questions, at, visit }: { questions: readonly Question[]; at: string; visit: Visit }) {
  const words = questionWords(useReader());
  const move = (question: Question, direction: "up" | "down") => (
    <Button kind="quiet" small icon={direction} name="direction" value={direction}>
      <span class="hidden">{words[direction](question.label)}</span>
    </Button>
  );
  return (
    <Table
      caption={words.title}
      captionHidden
      rows={questions}
      rowKey={({ id: questionId }) => questionId}
      columns={[
        {
          label: words.question,
          header: true,
          cell: (question) => (
            <a href={`${at}/${question.id}`}>
              <bdi>{question.label}</bdi>
            </a>
          ),
        },
        {
          label: words.kind,
          cell: ({ kind, options }) => (
            <span>
              {words.kinds[kind]}
              {hasOptions(kind) && <span class="hint"> · {words.optionCount(options.length)}</span>}
            </span>
          ),
        },
        { label: words.askedOf, cell: ({ askedOf }) => words.askedOfOptions[askedOf] },
        { label: words.required, cell: ({ isRequired }) => (isRequired ? words.yes : words.no) },
        { label: words.shownTo, cell: ({ shownTo }) => words.shownToOptions[shownTo] },
        {
          label: words.order,
          cell: (question) => (
            <div class="order">
              <Form action={visit.path} act="move" id={`move-${question.id}`}>
                <input type="hidden" name="questionId" value={question.id} />
                <Buttons>
                  {question !== questions[0] && move(question, "up")}
                  {question !== questions.at(-1) && move(question, "down")}
                </Buttons>
              </Form>
            </div>
          ),
        },
      ]}
    />
  );
}

/** The questions as a mentor or mentee will meet them. Outside of any form: what is entered goes nowhere. */
function Preview({ questions, role }: { questions: readonly Question[]; role: "mentor" | "mentee" }) {
  const words = questionWords(useReader());
  const asked = questions.filter((question) => isAskedOf(question, role));
  return (
    <Section title={words.preview} id="preview">
      <p class="hint">{words.previewLead}</p>
      <Tabs
        label={words.preview}
        tabs={(["mentors", "mentees"] as const).map((one) => ({
          label: words.askedOfOptions[one],
          href: `?as=${one}#preview`,
          current: one === `${role}s`,
        }))}
      />
      {asked.length === 0 ? (
        <p>{words.previewEmpty}</p>
      ) : (
        <div class="form">
          {asked.map((question) => (
            <QuestionField key={question.id} question={question} />
          ))}
        </div>
      )}
    </Section>
  );
}
