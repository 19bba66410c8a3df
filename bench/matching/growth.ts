import { type Plan, placesOf, rowsOf } from "./plan.ts";
import { isStopped, runScript } from "./programs.ts";
import { milliseconds, Table, times, whole } from "./table.ts";

type Solved = { readonly solveMs: number; readonly coldMs: number; readonly peakMb: number; readonly proven: boolean };

/** How time and memory grow with the number of people, the engine alone, in a worker thread as in the product. */
export async function growth(plan: Plan): Promise<void> {
  console.log("Median of two warm runs (one at a million); peak memory is that of the whole process with one run.\n");
  const table = new Table([
    ["mentees", 24],
    ["ms", 9],
    ["cold ms", 9],
    ["MB", 6],
    ["µs a mentee", 11],
    ["× the size before", 12],
  ]);
  for (const supply of ["tight", "surplus"] as const) {
    let before: { mentees: number; solveMs: number } | null = null;
    for (const mentees of plan.growth) {
      const name = `${whole(mentees)} interests, ${supply}`;
      const files = [await rowsOf("interests", mentees), await placesOf(supply, mentees)];
      const runs = mentees >= 1_000_000 ? "2" : "3";
      const answer = await runScript<Solved>("solve-with-engine.ts", [...files, runs, "most-good", "worker"], 2 * plan.limit);
      if (isStopped(answer)) {
        table.row(name, `> ${whole(1_000 * answer.stoppedAfter)} in all`, "-", "-", "-", "-");
        continue;
      }
      if (!answer.proven) throw new Error(`${name}: the certificate does not prove the optimum.`);
      const { solveMs } = answer;
      const factor = before ? `${times(solveMs / before.solveMs)} for ${times(mentees / before.mentees)}` : "-";
      table.row(
        name,
        milliseconds(solveMs),
        milliseconds(answer.coldMs),
        whole(answer.peakMb),
        ((1_000 * solveMs) / mentees).toFixed(1),
        factor,
      );
      before = { mentees, solveMs };
    }
  }
}
