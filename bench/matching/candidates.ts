import type { Plan } from "./plan.ts";
import { isStopped, runScript } from "./programs.ts";
import { milliseconds, Table, whole } from "./table.ts";

type Found = { readonly solveMs: number; readonly peakMb: number; readonly pairs: number };

/** From answers to the best candidates of everyone, without looking at all pairs. */
export async function candidates(plan: Plan): Promise<void> {
  console.log("Four must rules and four should rules; the best 50 of each mentee and 10 of each mentor, in two threads; 40 mentees are");
  console.log("compared with all their pairs.\n");
  const table = new Table([
    ["mentees × mentors", 20],
    ["ms", 8],
    ["MB", 6],
    ["pairs kept", 11],
    ["pairs a second", 16],
  ]);
  for (const mentees of new Set([Math.min(5_000, plan.candidates), plan.candidates])) {
    const mentors = Math.floor(mentees / 4);
    const name = `${whole(mentees)} × ${whole(mentors)}`;
    const answer = await runScript<Found>("solve-candidates.ts", [String(mentees)], plan.limit);
    if (isStopped(answer)) table.row(name, `> ${whole(1_000 * answer.stoppedAfter)}`, "-", "-", "-");
    else {
      const rate = (1_000 * mentees * mentors) / answer.solveMs;
      table.row(name, milliseconds(answer.solveMs), whole(answer.peakMb), whole(answer.pairs), whole(rate));
    }
  }
}
