import { z } from "zod";
import { findProgram } from "../../networks/programs/find-program.ts";
import { coordinators } from "../../networks/programs/access.ts";
import { listQuestions } from "../../networks/programs/list-questions.ts";
import { programCrumbs, ProgramTabs } from "../../networks/programs/program-tabs.tsx";
import { programPath } from "../../networks/programs/program.ts";
import { membershipIn } from "../../platform/context.ts";
import { form } from "../../platform/form.ts";
import { id } from "../../platform/form-fields.ts";
import { page } from "../../platform/page.ts";
import { ButtonLink } from "../../ui/button.tsx";
import { formatDay } from "../../ui/formats.ts";
import { Page } from "../../ui/layout.tsx";
import { clockOf } from "./clock-day.ts";
import { countAnswers } from "./count-answers.ts";
import { countPairs } from "./count-pairs.ts";
import { criteriaWords } from "./criteria.messages.ts";
import { CriteriaList } from "./criteria-list.tsx";
import { criterionTitle } from "./criterion-words.ts";
import { listCriteria, listRemovedCriteria } from "./list-criteria.ts";
import { putBackCriterion, removeCriterion, weighCriteria } from "./save-criterion.ts";
import { weightsShape } from "./weights-form.tsx";

export const criteriaPage = page("/organizations/:organizationId/programs/:programId/criteria", {
  access: coordinators,
  show: async (ctx, { organizationId, programId }, visit) => {
    const words = criteriaWords(ctx.reader);
    const program = await findProgram(ctx, organizationId, programId);
    const criteria = await listCriteria(ctx, organizationId, programId);
    const { day } = await clockOf(ctx, organizationId, programId);
    const organization = { id: organizationId, name: membershipIn(ctx, organizationId)!.organizationName };
    return (
      <Page
        title={words.title}
        lead={words.lead}
        audience={words.audience}
        crumbs={programCrumbs(organization, program)}
        actions={<ButtonLink href={`${programPath(organizationId, programId)}/rounds/new`}>{words.runRound}</ButtonLink>}
      >
        <ProgramTabs organizationId={organizationId} programId={programId} current="criteria" />
        <CriteriaList
          at={visit.path}
          criteria={criteria}
          removed={await listRemovedCriteria(ctx, organizationId, programId)}
          questions={await listQuestions(ctx, organizationId, programId)}
          answers={await countAnswers(ctx, organizationId, programId)}
          pairs={await countPairs(ctx, organizationId, programId, criteria)}
          day={formatDay(ctx.reader.language, day)}
          refused={visit.refused("weigh")}
        />
      </Page>
    );
  },
  acts: {
    weigh: form(weightsShape, async (ctx, { organizationId, programId }, weights) => {
      await weighCriteria(ctx, organizationId, programId, weights);
      return { notice: criteriaWords(ctx.reader).weightsSaved };
    }),
    remove: form(z.object({ criterion: id() }), async (ctx, { organizationId, programId }, { criterion }) => {
      const found = (await listCriteria(ctx, organizationId, programId)).find((each) => each.id === criterion);
      await removeCriterion(ctx, organizationId, programId, criterion);
      if (!found) return {};
      const questions = await listQuestions(ctx, organizationId, programId);
      return { notice: criteriaWords(ctx.reader).removed(criterionTitle(found, questions, ctx.reader.language)) };
    }),
    "put-back": form(z.object({ criterion: id() }), async (ctx, { organizationId, programId }, { criterion }) => {
      await putBackCriterion(ctx, organizationId, programId, criterion);
      const found = (await listCriteria(ctx, organizationId, programId)).find((each) => each.id === criterion);
      const questions = await listQuestions(ctx, organizationId, programId);
      return found ? { notice: criteriaWords(ctx.reader).isBack(criterionTitle(found, questions, ctx.reader.language)) } : {};
    }),
  },
});
