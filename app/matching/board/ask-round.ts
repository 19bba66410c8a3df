/**
 * Asks a finished round what other pairs would cost. The market is built anew from the round's snapshot, so that the answers fit
 * the proposal on the board whatever people have changed since; it stays open in a thread for the questions that follow.
 */
import { Worker } from "node:worker_threads";
import type { Context } from "../../platform/context.ts";
import { workerAddress } from "../../platform/worker-address.ts";
import type { Side } from "../criteria/answer-source.ts";
import type { RoundProof } from "../rounds/proof.ts";
import { memoryLimitMegabytes, type RoundGroups, type RoundSnapshot } from "../rounds/round.ts";
import { groupsOfRound, noGroups } from "../rounds/load-groups.ts";
import { unpackSnapshot } from "../rounds/take-snapshot.ts";
import { loadWishes } from "../affinity/load-wishes.ts";
import { weightsCounting } from "../affinity/wish-weights.ts";
import type { WhichRound } from "./list-board.ts";
import type { CurveAnswer } from "../what-if/trade-off-curve.ts";
import type { Trial, TrialAnswer } from "../what-if/trial.ts";
import type { PriceAnswer, PricedPair, RoundAnswers, RoundQuestion } from "./open-round.ts";
import type { FromOpenRounds, ToOpenRounds } from "./open-rounds.worker.ts";

/** The cheapest other partners of one participant, cheapest first; none where the round's snapshot is gone. */
export async function runnersUp(
  ctx: Context,
  which: WhichRound,
  side: Side,
  participantId: string,
  limit = 5,
): Promise<readonly PricedPair[]> {
  return (await ask(ctx, which, { kind: "runners-up", side, participantId, limit })) ?? [];
}

/** What one pair would cost. */
export async function priceOf(ctx: Context, which: WhichRound, menteeId: string, mentorId: string): Promise<PriceAnswer> {
  return (await ask(ctx, which, { kind: "price", menteeId, mentorId })) ?? { kind: "absent" };
}

/** What would have to change for each of these mentees; undefined where the round cannot tell. */
export async function helpFor(ctx: Context, which: WhichRound, menteeIds: readonly string[], limit: number): Promise<RoundAnswers["help"]> {
  if (menteeIds.length === 0) return [];
  return (await ask(ctx, which, { kind: "help", menteeIds, limit })) ?? menteeIds.map(() => undefined);
}

/** What the mentees of each mentor's group have in common. */
export async function companyOf(ctx: Context, which: WhichRound, mentorIds: readonly string[]): Promise<RoundAnswers["company"]> {
  if (mentorIds.length === 0) return [];
  return (await ask(ctx, which, { kind: "company", mentorIds })) ?? mentorIds.map(() => []);
}

/** What other weights would give; null where there are too many pairs, undefined where the round's snapshot is gone. */
export async function tryOut(ctx: Context, which: WhichRound, trial: Trial): Promise<TrialAnswer | null | undefined> {
  return ask(ctx, which, { kind: "what-if", trial });
}

/** The curve between total and coverage, and what one of its points would change; undefined where the round's snapshot is gone. */
export async function askTradeOffs(
  ctx: Context,
  which: WhichRound,
  groups: RoundGroups,
  point: number | null,
): Promise<CurveAnswer | null | undefined> {
  return ask(ctx, which, { kind: "trade-offs", groups, point });
}

async function ask<K extends RoundQuestion["kind"]>(
  ctx: Context,
  which: WhichRound,
  question: RoundQuestion & { readonly kind: K },
): Promise<RoundAnswers[K] | undefined> {
  const { roundId } = which;
  const first = await thread().ask({ roundId, question });
  if (first.kind === "answer") return first.answer as RoundAnswers[K];
  const round = await loadRound(ctx, which);
  if (!round) return undefined;
  const second = await thread().ask({ roundId, question, round });
  if (second.kind === "answer") return second.answer as RoundAnswers[K];
  throw new Error("an opened round is not open");
}

async function loadRound(ctx: Context, { organizationId, roundId }: WhichRound) {
  const row = await ctx.db
    .selectFrom("round_snapshot")
    .innerJoin("round", (join) =>
      join.onRef("round.organization_id", "=", "round_snapshot.organization_id").onRef("round.id", "=", "round_snapshot.round_id"),
    )
    .select(["bytes", "certificate", "program_id"])
    .where("round_snapshot.organization_id", "=", organizationId)
    .where("round_id", "=", roundId)
    .executeTakeFirst();
  if (!row?.certificate) return undefined;
  const kept: RoundSnapshot = await unpackSnapshot(row.bytes);
  const { menteeIds, mentorIds, scoring } = kept;
  // Wishes are not kept: they are read as they are now.
  const wishes = row.certificate.isWished
    ? await loadWishes(ctx, organizationId, row.program_id, { menteeIds, mentorIds, others: weightsCounting(scoring), roundId })
    : null;
  // Nor is who is in which group of a fair round.
  const groups =
    kept.objective === "fair"
      ? ((await groupsOfRound(ctx, organizationId, row.program_id, kept.settings, menteeIds)) ?? noGroups(menteeIds))
      : null;
  return { snapshot: { ...kept, wishes, groups }, proof: row.certificate satisfies RoundProof };
}

const patience = 60_000;
const idleAfter = 5 * 60_000;

type Asked = Omit<ToOpenRounds, "number">;
type Answered = Extract<FromOpenRounds, { kind: "answer" | "not-open" }>;

/** One thread for the process, ended when nobody has asked for a while. */
class Thread {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, { resolve: (answer: Answered) => void; reject: (error: Error) => void }>();
  #number = 0;
  #idle: NodeJS.Timeout | undefined;

  constructor() {
    this.#worker = new Worker(workerAddress("matching/board/open-rounds"), {
      resourceLimits: { maxOldGenerationSizeMb: memoryLimitMegabytes },
    });
    this.#worker.unref();
    this.#worker.on("message", (message: FromOpenRounds) => {
      const waiting = this.#waiting.get(message.number);
      if (message.kind === "failed") waiting?.reject(new Error(message.message));
      else waiting?.resolve(message);
    });
    this.#worker.on("error", (error) => this.#end(error instanceof Error ? error : new Error(String(error))));
    this.#worker.on("exit", () => this.#end(new Error("the thread of open rounds ended")));
  }

  async ask(asked: Asked): Promise<Answered> {
    const number = ++this.#number;
    clearTimeout(this.#idle);
    let clock: NodeJS.Timeout | undefined;
    try {
      return await new Promise<Answered>((resolve, reject) => {
        this.#waiting.set(number, { resolve, reject });
        clock = setTimeout(() => this.#end(new Error("a question to a round took too long")), patience);
        this.#worker.postMessage({ ...asked, number } satisfies ToOpenRounds);
      });
    } finally {
      clearTimeout(clock);
      this.#waiting.delete(number);
      this.#idle = setTimeout(() => this.#end(new Error("nobody asked for a while")), idleAfter).unref();
    }
  }

  #end(why: Error): void {
    if (current === this) current = undefined;
    clearTimeout(this.#idle);
    for (const { reject } of this.#waiting.values()) reject(why);
    void this.#worker.terminate();
  }
}

let current: Thread | undefined;
const thread = (): Thread => (current ??= new Thread());
