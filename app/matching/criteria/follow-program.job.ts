/** Criteria follow what happens to their program and its questions. Each may run twice. */
import { inOrganization } from "../../platform/context.ts";
import { job } from "../../platform/jobs.ts";
import { defaultCriteria, withCopiedQuestions, withRenamedOptions } from "./default-criteria.ts";
import { listCriteria } from "./list-criteria.ts";
import { addCriterion, changeCriterion, forgetQuestion } from "./save-criterion.ts";

interface OfProgram {
  organizationId: string;
  programId: string;
}

export const makeDefaultCriteria = job<OfProgram>("criteria.make-defaults", {
  run: (app, { organizationId, programId }) =>
    inOrganization(app, organizationId, async (ctx) => {
      if ((await listCriteria(ctx, organizationId, programId)).length > 0) return;
      for (const criterion of defaultCriteria) await addCriterion(ctx, organizationId, programId, criterion);
    }),
});

export const copyCriteria = job<{
  organizationId: string;
  fromProgramId: string;
  toProgramId: string;
  questionIds: Readonly<Record<string, string>>;
}>("criteria.copy", {
  run: (app, { organizationId, fromProgramId, toProgramId, questionIds }) =>
    inOrganization(app, organizationId, async (ctx) => {
      if ((await listCriteria(ctx, organizationId, toProgramId)).length > 0) return;
      for (const { strength, rule, settings, weight } of await listCriteria(ctx, organizationId, fromProgramId)) {
        const copied = withCopiedQuestions(settings, questionIds);
        if (copied) await addCriterion(ctx, organizationId, toProgramId, { strength, rule, settings: copied, weight });
      }
    }),
});

export const followQuestionChange = job<OfProgram & { questionId: string; renamedOptions: Readonly<Record<string, string | null>> }>(
  "criteria.follow-question",
  {
    run: (app, { organizationId, programId, questionId, renamedOptions }) =>
      inOrganization(app, organizationId, async (ctx) => {
        for (const criterion of await listCriteria(ctx, organizationId, programId)) {
          const settings = withRenamedOptions(criterion.settings, questionId, renamedOptions);
          if (settings !== criterion.settings) await changeCriterion(ctx, organizationId, programId, { ...criterion, settings });
        }
      }),
  },
);

export const followQuestionEnd = job<OfProgram & { questionId: string }>("criteria.forget-question", {
  run: (app, { organizationId, programId, questionId }) =>
    inOrganization(app, organizationId, (ctx) => forgetQuestion(ctx, organizationId, programId, questionId)),
});
