import { audit } from "../../platform/audit.ts";
import type { Context } from "../../platform/context.ts";
import { announce } from "../../platform/facts.ts";
import { countAnswers } from "./count-answers.ts";
import { lockProgram } from "./find-program.ts";
import { findQuestion } from "./list-questions.ts";
import type { Question } from "./question.ts";
import { recheckCompletion } from "./recheck-completion.ts";

/** Deletes a question with all its answers. */
export async function deleteQuestion(ctx: Context, organizationId: string, programId: string, questionId: string): Promise<Question> {
  await lockProgram(ctx, organizationId, programId);
  const question = await findQuestion(ctx, organizationId, programId, questionId);
  const { mentors, mentees } = await countAnswers(ctx, organizationId, questionId);
  await ctx.db.deleteFrom("question").where("organization_id", "=", organizationId).where("id", "=", questionId).execute();
  await recheckCompletion(ctx, organizationId, programId);
  const detail = { answers: mentors + mentees };
  await audit(ctx, { organizationId, act: "question.deleted", subjectKind: "question", subjectId: questionId, detail });
  await announce(ctx, "question.deleted", { organizationId, programId, questionId });
  return question;
}
