import { randomInt } from "node:crypto";
import engine from "../../../packages/matching-engine/package.json" with { type: "json" };
import { lockProgram } from "../../networks/programs/find-program.ts";
import { listQuestions } from "../../networks/programs/list-questions.ts";
import { audit } from "../../platform/audit.ts";
import type { Context } from "../../platform/context.ts";
import { Conflict } from "../../platform/errors.ts";
import { newId } from "../../platform/identifiers.ts";
import { questionsUsed } from "../criteria/criterion.ts";
import { listCriteria } from "../criteria/list-criteria.ts";
import type { Criterion } from "../criteria/criterion.ts";
import type { ChosenPeople, RoundObjective } from "./round.ts";
import type { RoundSettings } from "./round-settings.ts";
import { roundsWords } from "./rounds.messages.ts";
import { runRound } from "./run-round.job.ts";

export const largestSeed = 999_999_999;
export const newSeed = (): number => randomInt(1, largestSeed + 1);

export interface RoundWish {
  readonly chosen: ChosenPeople;
  readonly seed: number;
  readonly objective: RoundObjective;
  readonly settings?: RoundSettings;
  /** Instead of the program's criteria as they are now: those of a trial. */
  readonly criteria?: readonly Criterion[];
}

/** Makes the next round of the program, with its criteria as they are now unless others are wished for, and has it run. One at a time. */
export async function startRound(ctx: Context, organizationId: string, programId: string, wish: RoundWish): Promise<string> {
  await lockProgram(ctx, organizationId, programId);
  const rounds = ctx.db.selectFrom("round").where("organization_id", "=", organizationId).where("program_id", "=", programId);
  const running = await rounds.select("id").where("state", "in", ["waiting", "running"]).executeTakeFirst();
  if (running) throw new Conflict((language) => roundsWords(language).oneAtATime);

  const last = await rounds.select(({ fn }) => fn.max("number").as("number")).executeTakeFirst();
  const criteria = wish.criteria ?? (await listCriteria(ctx, organizationId, programId));
  const used = questionsUsed(criteria);
  const questions = (await listQuestions(ctx, organizationId, programId)).filter(({ id }) => used.has(id));
  const id = newId();
  await ctx.db
    .insertInto("round")
    .values({
      organization_id: organizationId,
      id,
      program_id: programId,
      number: (last?.number ?? 0) + 1,
      seed: wish.seed,
      engine_version: engine.version,
      objective: wish.objective,
      settings: JSON.stringify(wish.settings ?? {}),
      criteria: JSON.stringify({
        criteria,
        questions,
      }),
      chosen: JSON.stringify(wish.chosen),
      created_by: ctx.actor?.personId ?? null,
      created_at: ctx.now,
    })
    .execute();
  await audit(ctx, { organizationId, act: "round.started", subjectKind: "round", subjectId: id, detail: { programId } });
  await ctx.app.jobs.enqueue(ctx, runRound, { organizationId, roundId: id });
  return id;
}
