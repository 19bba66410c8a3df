import type { Context } from "../../platform/context.ts";
import { found } from "../../platform/errors.ts";
import type { Question } from "./question.ts";

const columns = [
  "id",
  "kind",
  "label",
  "help",
  "asked_of as askedOf",
  "options",
  "minimum",
  "maximum",
  "is_required as isRequired",
  "shown_to as shownTo",
] as const;

/** The program's questions, in their order; with a role, those that it is asked. At most 60. */
export async function listQuestions(
  ctx: Context,
  organizationId: string,
  programId: string,
  role?: "mentor" | "mentee",
): Promise<Question[]> {
  return ctx.db
    .selectFrom("question")
    .select(columns)
    .where("organization_id", "=", organizationId)
    .where("program_id", "=", programId)
    .$if(role !== undefined, (query) => query.where("asked_of", "in", ["both", `${role!}s`]))
    .orderBy("position")
    .orderBy("id")
    .execute();
}

export async function findQuestion(ctx: Context, organizationId: string, programId: string, questionId: string): Promise<Question> {
  return found(
    await ctx.db
      .selectFrom("question")
      .select(columns)
      .where("organization_id", "=", organizationId)
      .where("program_id", "=", programId)
      .where("id", "=", questionId)
      .executeTakeFirst(),
  );
}
