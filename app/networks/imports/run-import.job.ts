import { sql } from "kysely";
import { type App, type Context, inOrganization } from "../../platform/context.ts";
import { announce } from "../../platform/facts.ts";
import { job } from "../../platform/jobs.ts";
import { listQuestions } from "../programs/list-questions.ts";
import { recheckCompletion } from "../programs/recheck-completion.ts";
import { rememberColumns } from "./column-memory.ts";
import { backToMapping } from "./back-to-mapping.ts";
import { compareRows, planEachTime, portions } from "./compare-rows.ts";
import { countRows } from "./count-rows.ts";
import { type Import, type ImportPlace, lookForImport, updateImport } from "./find-import.ts";
import { shapeQuestions } from "./shape-questions.ts";
import { writeRows } from "./write-rows.ts";

/** Makes people of the rows that the dry run kept: all of them or none, in one transaction. */
export const runImport = job<ImportPlace>("imports.run", { run, atOnce: 1 });

class Cancelled extends Error {}
/** A question that the rows answer was deleted after the dry run. */
class QuestionsChanged extends Error {}

async function run(app: App, place: ImportPlace, signal: AbortSignal): Promise<void> {
  const { organizationId } = place;
  try {
    await inOrganization(app, organizationId, async (ctx) => {
      await takeTurn(ctx, place.programId);
      const one = await lookForImport(ctx, place);
      if (one?.state === "running") await makeAll(ctx, one, place, signal);
    });
  } catch (error) {
    if (error instanceof QuestionsChanged) return backToMapping(app, place, "running", "questions-changed");
    if (!(error instanceof Cancelled)) throw error;
    await inOrganization(app, organizationId, (ctx) =>
      updateImport(ctx, place)
        .set({ state: "checked", cancel_asked: false, done_rows: 0, problem: JSON.stringify({ reason: "cancelled" }) })
        .where("state", "=", "running")
        .execute(),
    );
  }
}

/** Imports of one program follow one another; held until the transaction ends. */
export async function takeTurn(ctx: Context, programId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`import ${programId}`}, 0))`.execute(ctx.db);
}

async function makeAll(ctx: Context, one: Import, place: ImportPlace, signal: AbortSignal): Promise<void> {
  const { organizationId, programId, importId } = place;
  const lines = { ...place, role: one.role, overwrites: one.overwrites };
  await planEachTime(ctx);
  const questions = await listQuestions(ctx, organizationId, programId);
  if (one.mapping.columns?.some((target) => target.to === "question" && !questions.some(({ id }) => id === target.questionId)))
    throw new QuestionsChanged();
  const questionsBefore = await shapeQuestions(ctx, one, questions);
  let done = 0;
  for (const { from, to, rows } of await portions(ctx, place)) {
    await goOn(ctx.app, place, done, signal);
    // What was compared in the dry run may be hours old.
    await compareRows(ctx, { ...lines, from, to });
    await writeRows(ctx, { ...lines, from, to });
    done += rows;
  }
  await goOn(ctx.app, place, done, signal);
  await rememberColumns(ctx, { organizationId, programId, role: one.role }, one.columns!, one.mapping);
  await recheckCompletion(ctx, organizationId, programId);
  const counts = await countRows(ctx, place);
  await announce(ctx, "import.done", { organizationId, programId, importId });
  const { numUpdatedRows } = await updateImport(ctx, place)
    .set({
      state: "done",
      counts: JSON.stringify(counts),
      questions_before: JSON.stringify(questionsBefore),
      finished_at: ctx.now,
      problem: null,
    })
    .where("state", "=", "running")
    .where("cancel_asked", "=", false)
    .executeTakeFirst();
  if (!numUpdatedRows) throw new Cancelled();
}

/** Shows how far it is, outside of the transaction; stops where somebody asked for it. */
async function goOn(app: App, place: ImportPlace, done: number, signal: AbortSignal): Promise<void> {
  signal.throwIfAborted();
  await inOrganization(app, place.organizationId, async (ctx) => {
    const { numUpdatedRows } = await updateImport(ctx, place)
      .set({ done_rows: done })
      .where("state", "=", "running")
      .where("cancel_asked", "=", false)
      .executeTakeFirst();
    if (!numUpdatedRows) throw new Cancelled();
  });
}
