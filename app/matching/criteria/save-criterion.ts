/** What happens to a program's criteria: added, changed, weighed, taken away and put back. */
import { sql } from "kysely";
import { lockProgram } from "../../networks/programs/find-program.ts";
import type { Context } from "../../platform/context.ts";
import { Conflict, found } from "../../platform/errors.ts";
import { newId } from "../../platform/identifiers.ts";
import { criteriaWords } from "./criteria.messages.ts";
import type { Criterion } from "./criterion.ts";

/** More than so many rules nobody can explain. */
const mostCriteria = 30;

export async function addCriterion(
  ctx: Context,
  organizationId: string,
  programId: string,
  criterion: Omit<Criterion, "id">,
): Promise<string> {
  await lockProgram(ctx, organizationId, programId);
  const { count, last } = await ctx.db
    .selectFrom("criterion")
    .select(({ fn }) => [fn.countAll<number>().as("count"), fn.max("position").as("last")])
    .where("organization_id", "=", organizationId)
    .where("program_id", "=", programId)
    .where("removed_at", "is", null)
    .executeTakeFirstOrThrow();
  if (count >= mostCriteria) throw new Conflict((language) => criteriaWords(language).tooMany(mostCriteria));
  const id = newId();
  const { strength, rule, settings, weight } = criterion;
  await ctx.db
    .insertInto("criterion")
    .values({
      organization_id: organizationId,
      id,
      program_id: programId,
      position: (last ?? 0) + 1,
      strength,
      rule,
      settings: JSON.stringify(settings),
      weight,
      removed_at: null,
    })
    .execute();
  return id;
}

export async function changeCriterion(
  ctx: Context,
  organizationId: string,
  programId: string,
  { id, settings, weight }: Pick<Criterion, "id" | "settings" | "weight">,
): Promise<void> {
  const changed = await ctx.db
    .updateTable("criterion")
    .set({ settings: JSON.stringify(settings), weight })
    .where("organization_id", "=", organizationId)
    .where("program_id", "=", programId)
    .where("id", "=", id)
    .where("removed_at", "is", null)
    .returning("id")
    .executeTakeFirst();
  found(changed);
}

/** Several weights at once, 0 to 100; ids of other programs change nothing. */
export async function weighCriteria(
  ctx: Context,
  organizationId: string,
  programId: string,
  weights: ReadonlyMap<string, number>,
): Promise<void> {
  for (const [id, weight] of weights) {
    await ctx.db
      .updateTable("criterion")
      .set({ weight })
      .where("organization_id", "=", organizationId)
      .where("program_id", "=", programId)
      .where("id", "=", id)
      .where("strength", "=", "should")
      .execute();
  }
}

export async function removeCriterion(ctx: Context, organizationId: string, programId: string, criterionId: string): Promise<void> {
  await setRemoved(ctx, organizationId, programId, criterionId, ctx.now);
}

export async function putBackCriterion(ctx: Context, organizationId: string, programId: string, criterionId: string): Promise<void> {
  await setRemoved(ctx, organizationId, programId, criterionId, null);
}

async function setRemoved(
  ctx: Context,
  organizationId: string,
  programId: string,
  criterionId: string,
  removedAt: Date | null,
): Promise<void> {
  const changed = await ctx.db
    .updateTable("criterion")
    .set({ removed_at: removedAt })
    .where("organization_id", "=", organizationId)
    .where("program_id", "=", programId)
    .where("id", "=", criterionId)
    .returning("id")
    .executeTakeFirst();
  found(changed);
}

/** Criteria do not outlive the question they ask about; its renamed options go on counting as a wish. */
export async function forgetQuestion(ctx: Context, organizationId: string, programId: string, questionId: string): Promise<void> {
  const source = `question.${questionId}`;
  await ctx.db
    .deleteFrom("criterion")
    .where("organization_id", "=", organizationId)
    .where("program_id", "=", programId)
    .where(
      sql<boolean>`(settings ->> 'mentee' = ${source} or settings ->> 'mentor' = ${source} or settings -> 'wish' ->> 'question' = ${questionId})`,
    )
    .execute();
}
