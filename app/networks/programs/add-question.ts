import type { Context } from "../../platform/context.ts";
import { Conflict } from "../../platform/errors.ts";
import { announce } from "../../platform/facts.ts";
import { newId } from "../../platform/identifiers.ts";
import { lockProgram } from "./find-program.ts";
import { checkedQuestion, columnsOf, mostQuestions, type QuestionWish } from "./question-shape.ts";
import { questionWords } from "./questions.messages.ts";
import { recheckCompletion } from "./recheck-completion.ts";

/** Adds a question at the end of the program's. Returns its id. */
export async function addQuestion(ctx: Context, organizationId: string, programId: string, wish: QuestionWish): Promise<string> {
  await lockProgram(ctx, organizationId, programId);
  const question = checkedQuestion(wish);
  const { count, last } = await ctx.db
    .selectFrom("question")
    .select(({ fn }) => [fn.countAll<number>().as("count"), fn.max("position").as("last")])
    .where("organization_id", "=", organizationId)
    .where("program_id", "=", programId)
    .executeTakeFirstOrThrow();
  if (count >= mostQuestions) throw new Conflict((language) => questionWords(language).tooManyQuestions(mostQuestions));
  const questionId = newId();
  await ctx.db
    .insertInto("question")
    .values({
      organization_id: organizationId,
      id: questionId,
      program_id: programId,
      position: (last ?? 0) + 1,
      ...columnsOf(question),
      created_at: ctx.now,
    })
    .execute();
  await recheckCompletion(ctx, organizationId, programId);
  await announce(ctx, "question.changed", { organizationId, programId, questionId, renamedOptions: {} });
  return questionId;
}
