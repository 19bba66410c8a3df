import { sql } from "kysely";
import type { Context } from "../../platform/context.ts";
import { found } from "../../platform/errors.ts";
import { lockProgram } from "./find-program.ts";
import { listQuestions } from "./list-questions.ts";

/** Puts a question before the one above it, or after the one below; at the end of the list it stays. */
export async function moveQuestion(
  ctx: Context,
  organizationId: string,
  programId: string,
  questionId: string,
  direction: "up" | "down",
): Promise<void> {
  await lockProgram(ctx, organizationId, programId);
  const ids = (await listQuestions(ctx, organizationId, programId)).map(({ id }) => id);
  const at = ids.indexOf(found(ids.find((id) => id === questionId)));
  const to = Math.min(ids.length - 1, Math.max(0, direction === "up" ? at - 1 : at + 1));
  ids.splice(at, 1);
  ids.splice(to, 0, questionId);
  await sql`
    update question set position = placed.position
    from unnest(${ids}::uuid[]) with ordinality as placed (id, position)
    where question.organization_id = ${organizationId}::uuid and question.id = placed.id and question.position <> placed.position`.execute(
    ctx.db,
  );
}
