import { type Plan, placesOf, rowsOf } from "./plan.ts";
import { isStopped, runScript } from "./programs.ts";
import { milliseconds, Table, whole } from "./table.ts";

type Changed = {
  readonly summary: readonly { kind: string; count: number; medianMs: number; mostMs: number; worstMs: number }[];
  readonly peakMb: number;
};

/** How long it takes until the matching is the best again after one change. */
export async function changes(plan: Plan): Promise<void> {
  console.log("One change after the other, in the order of chance; the first ones warm up and are counted. At the end the certificate is");
  console.log("checked, and the total compared with a solution from nothing.\n");
  const table = new Table([
    ["change", 30],
    ["changes", 8],
    ["median ms", 9],
    ["95% within ms", 13],
    ["worst ms", 9],
  ]);
  for (const supply of ["tight", "surplus"] as const) {
    const files = [await rowsOf("interests", plan.changes), await placesOf(supply, plan.changes)];
    const answer = await runScript<Changed>("solve-changes.ts", files, plan.limit);
    if (isStopped(answer)) {
      table.row(`${whole(plan.changes)}, ${supply}`, `> ${whole(1_000 * answer.stoppedAfter)} in all`, "-", "-", "-");
      continue;
    }
    for (const { kind, count, medianMs, mostMs, worstMs } of answer.summary) {
      table.row(
        `${whole(plan.changes)}, ${supply}, ${kind}`,
        whole(count),
        milliseconds(medianMs),
        milliseconds(mostMs),
        milliseconds(worstMs),
      );
    }
    table.row(`  memory at most ${whole(answer.peakMb)} MB`, "", "", "", "");
  }
}
