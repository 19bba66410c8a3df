import { sql } from "kysely";
import { type App, type Context, inOrganization } from "../../platform/context.ts";
import { isDatabaseAway, violatedConstraint } from "../../platform/database.ts";
import { job } from "../../platform/jobs.ts";
import { digestOfGroups, digestOfWishes } from "../reports/groups-digest.ts";
import { type RoundProblem, type RoundProgress, type RoundSnapshot, timeLimitMinutes } from "./round.ts";
import { solveInThread } from "./solve-in-thread.ts";
import { CannotRun, packSnapshot, takeSnapshot } from "./take-snapshot.ts";
import { writeResult } from "./write-result.ts";

interface Which {
  readonly organizationId: string;
  readonly roundId: string;
}

/** The coordinator asked to stop. */
class Cancelled extends Error {
  override readonly name = "Cancelled";
}

/** How often the round's page hears how far it is, and the round whether it is to stop. */
const betweenWords = 500;

/**
 * Runs a round: its people are read in one transaction, matched in a thread, and the result is written in another, whole or not at
 * all. Where the server dies meanwhile the queue gives the job out again, and it begins anew.
 */
export const runRound = job<Which>("rounds.run", {
  expireSeconds: timeLimitMinutes * 60 + 60,
  retryLimit: 3,
  atOnce: 1,
  run: async (app, which, stopping) => {
    try {
      const taken = await inOrganization(app, which.organizationId, (ctx) => take(ctx, which));
      if (taken) await solve(app, which, taken, stopping);
    } catch (error) {
      // The server stops, or the database is away: the queue will give the job out again.
      if (stopping.aborted || isDatabaseAway(error)) throw error;
      await inOrganization(app, which.organizationId, (ctx) => giveUp(ctx, which, error));
    }
  },
});

async function solve(app: App, which: Which, { snapshot, packed }: Taken, stopping: AbortSignal): Promise<void> {
  const ended = new AbortController();
  const watch = watchOver(app, which, ended);
  try {
    const solved = await solveInThread(snapshot, AbortSignal.any([stopping, ended.signal]), watch.tell);
    watch.tell("writing", 0, 1);
    if (!solved.proof.check.proven) throw new CannotRun({ kind: "not-proven" });
    await watch.stop();
    const kept = solved.kept ? await packSnapshot({ ...snapshot, pairs: solved.kept }) : packed;
    await inOrganization(app, which.organizationId, async (ctx) => {
      const groupsDigest = digestOfGroups(app.settings.secret, which.roundId, snapshot.groups);
      const wishesDigest = digestOfWishes(app.settings.secret, which.roundId, snapshot.wishes);
      const proof = { ...solved.proof, ...(groupsDigest !== null && { groupsDigest }), ...(wishesDigest !== null && { wishesDigest }) };
      if (!(await writeResult(ctx, which, { ...solved, proof }, kept))) throw new Cancelled();
      await sql`select refresh_statistics()`.execute(ctx.db);
    });
  } finally {
    await watch.stop();
  }
}

interface Taken {
  readonly snapshot: RoundSnapshot;
  readonly packed: Buffer;
}

/** Takes the round up, or finds that there is nothing to do (any more). */
async function take(ctx: Context, { organizationId, roundId }: Which): Promise<Taken | undefined> {
  const round = await ctx.db
    .selectFrom("round")
    .selectAll()
    .where("organization_id", "=", organizationId)
    .where("id", "=", roundId)
    .forUpdate()
    .executeTakeFirst();
  if (!round || (round.state !== "waiting" && round.state !== "running")) return undefined;
  if (round.cancel_asked) {
    await giveUp(ctx, { organizationId, roundId }, new Cancelled());
    return undefined;
  }
  try {
    const snapshot = await takeSnapshot(ctx, organizationId, round.program_id, round);
    await ctx.db
      .updateTable("round")
      .set({ state: "running", progress: progressJson(ctx.app.now(), "loading", 1, 1) })
      .where("organization_id", "=", organizationId)
      .where("id", "=", roundId)
      .execute();
    return { snapshot, packed: await packSnapshot(snapshot) };
  } catch (error) {
    if (!(error instanceof CannotRun)) throw error;
    await giveUp(ctx, { organizationId, roundId }, error);
    return undefined;
  }
}

const progressJson = (at: Date, stage: RoundProgress["stage"], done: number, of: number): string =>
  JSON.stringify({ stage, done, of, at: at.toISOString() } satisfies RoundProgress);

/** Writes down how far the thread is, now and then, and aborts where the coordinator asked to stop. */
function watchOver(app: App, { organizationId, roundId }: Which, ended: AbortController) {
  let latest: [RoundProgress["stage"], number, number] = ["scoring", 0, 1];
  let beat: Promise<void> = Promise.resolve();
  const look = async (): Promise<void> => {
    const round = await inOrganization(app, organizationId, (ctx) =>
      ctx.db
        .updateTable("round")
        .set({ progress: progressJson(app.now(), ...latest) })
        .where("organization_id", "=", organizationId)
        .where("id", "=", roundId)
        .returning(["cancel_asked"])
        .executeTakeFirst(),
    );
    if (!round || round.cancel_asked) ended.abort(new Cancelled());
  };
  const timer = setInterval(() => {
    beat = beat.then(look).catch((error: unknown) => console.error("a round could not tell how far it is:", error));
  }, betweenWords);
  return {
    tell: (...word: typeof latest): void => void (latest = word),
    stop: async (): Promise<void> => {
      clearInterval(timer);
      await beat;
    },
  };
}

/** The round is over without a result, and says why. */
async function giveUp(ctx: Context, { organizationId, roundId }: Which, error: unknown): Promise<void> {
  const isCancelled = error instanceof Cancelled;
  const problem = isCancelled ? null : problemOf(error);
  if (problem?.kind === "bug") console.error(`round ${roundId} failed:`, error);
  await ctx.db
    .updateTable("round")
    .set({
      state: isCancelled ? "cancelled" : "failed",
      problem: problem && JSON.stringify(problem),
      finished_at: ctx.now,
    })
    .where("organization_id", "=", organizationId)
    .where("id", "=", roundId)
    .where("state", "in", ["waiting", "running"])
    .execute();
}

function problemOf(error: unknown): RoundProblem {
  if (error instanceof CannotRun) return error.problem;
  // Somebody was taken out of the program while the round ran: her row to refer to is gone.
  return violatedConstraint(error) ? { kind: "people-left" } : { kind: "bug" };
}
