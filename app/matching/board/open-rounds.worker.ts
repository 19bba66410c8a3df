/** Keeps the few rounds that people look at open, beside the server's own thread. */
import { parentPort } from "node:worker_threads";
import type { RoundProof } from "../rounds/proof.ts";
import type { RoundSnapshot } from "../rounds/round.ts";
import { OpenRound, type RoundAnswer, type RoundQuestion } from "./open-round.ts";

export interface ToOpenRounds {
  readonly number: number;
  readonly roundId: string;
  readonly question: RoundQuestion;
  /** Sent where the round is not open yet. */
  readonly round?: { readonly snapshot: RoundSnapshot; readonly proof: RoundProof };
}
export type FromOpenRounds = { readonly number: number } & (
  | { readonly kind: "answer"; readonly answer: RoundAnswer }
  | { readonly kind: "not-open" }
  | { readonly kind: "failed"; readonly message: string }
);

const mostOpen = 3;
const open = new Map<string, OpenRound>();

function answer({ number, roundId, question, round }: ToOpenRounds): FromOpenRounds {
  try {
    let opened = open.get(roundId);
    if (!opened && !round) return { number, kind: "not-open" };
    opened ??= new OpenRound(round!.snapshot, round!.proof);
    // The one asked about last is forgotten last.
    open.delete(roundId);
    open.set(roundId, opened);
    for (const key of open.keys()) if (open.size > mostOpen) open.delete(key);
    return { number, kind: "answer", answer: opened.answer(question) };
  } catch (error) {
    return { number, kind: "failed", message: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

parentPort!.on("message", (message: ToOpenRounds) => parentPort!.postMessage(answer(message)));
