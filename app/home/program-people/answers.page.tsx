import { z } from "zod";
import { AnswerFields } from "../../networks/enrollment/answer-fields.tsx";
import { findAnswers } from "../../networks/enrollment/find-answers.ts";
import { findParticipant } from "../../networks/enrollment/find-participant.ts";
import { participantsPath } from "../../networks/enrollment/participant.ts";
import { writeAnswers } from "../../networks/enrollment/write-answers.ts";
import { findOrganization } from "../../networks/organizations/find-organization.ts";
import { coordinators } from "../../networks/programs/access.ts";
import { findProgram } from "../../networks/programs/find-program.ts";
import { listQuestions } from "../../networks/programs/list-questions.ts";
import { programPath } from "../../networks/programs/program.ts";
import { programWords } from "../../networks/programs/program.messages.ts";
import { programCrumbs } from "../../networks/programs/program-tabs.tsx";
import { audit } from "../../platform/audit.ts";
import type { PersonalContext } from "../../platform/context.ts";
import { form } from "../../platform/form.ts";
import { page } from "../../platform/page.ts";
import { Button, ButtonLink, Buttons } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Form } from "../../ui/form.tsx";
import { Page } from "../../ui/layout.tsx";
import { participantWords } from "./participant.messages.ts";
import { peopleWords } from "./people.messages.ts";

/** A coordinator answers on somebody's behalf: what she was told on the telephone, or what the spreadsheet had wrong. */
export const participantAnswersPage = page("/organizations/:organizationId/programs/:programId/participants/:participantId/answers", {
  access: coordinators,
  show: async (ctx, { organizationId, programId, participantId }, visit) => {
    const organization = await findOrganization(ctx, organizationId);
    const program = await findProgram(ctx, organizationId, programId);
    const participant = await findParticipant(ctx, organizationId, programId, participantId);
    const questions = await listQuestions(ctx, organizationId, programId, participant.role);
    const words = participantWords(ctx.reader);
    const at = participantsPath(organizationId, programId);
    return (
      <Page
        title={words.answersOf(participant.name)}
        lead={words.answersLead}
        audience={programWords(ctx.reader).coordinatorsSee}
        crumbs={[
          ...programCrumbs(organization, program),
          { href: at, label: peopleWords(ctx.reader).title },
          { href: `${at}/${participantId}`, label: participant.name },
        ]}
      >
        {questions.length === 0 ? (
          <EmptyState
            title={words.noQuestions}
            action={<ButtonLink href={`${programPath(organizationId, programId)}/questions`}>{words.toQuestions}</ButtonLink>}
          />
        ) : (
          <Form action={visit.path} {...visit.refused()}>
            <AnswerFields questions={questions} answers={await findAnswers(ctx, organizationId, participantId)} />
            <Buttons>
              <Button>{words.saveAnswers}</Button>
            </Buttons>
          </Form>
        )}
      </Page>
    );
  },
  submit: form(z.looseObject({}), async (ctx: PersonalContext, { organizationId, programId, participantId }, sent) => {
    await writeAnswers(ctx, organizationId, programId, participantId, sent);
    await audit(ctx, { organizationId, act: "participant.answers-edited", subjectKind: "participant", subjectId: participantId });
    return { to: `${participantsPath(organizationId, programId)}/${participantId}`, notice: participantWords(ctx.reader).answersSaved };
  }),
});
