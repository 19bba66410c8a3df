import { stressInstances } from "./families.ts";
import { type Plan, placesOf, rowsOf } from "./plan.ts";
import { compile, isStopped, run, runScript, type Stopped } from "./programs.ts";
import { milliseconds, Table, times, whole } from "./table.ts";

type Solved = {
  readonly total: number;
  readonly matched: number;
  readonly solveMs: number;
  readonly cpuMs: number;
  readonly peakMb: number;
};
type SolvedByEngine = Solved & { readonly proven: boolean; readonly coldMs: number; readonly peakOfAllMb: number };

const methods = ["network-simplex", "cost-scaling"] as const;

/** The engine beside both solvers of LEMON, on the same files, in turns. Throws where a total differs or a proof fails. */
export async function againstLemon(plan: Plan): Promise<void> {
  const lemon = await compile("lemon.cpp", [{ link: "lemon", header: "lemon/network_simplex.h", debian: "liblemon-dev" }]);
  if ("missing" in lemon) console.log(`LEMON is left out, and so are all ratios: ${lemon.missing}.`);
  console.log("Engine: median of five warm runs, certificates checked; peak memory of one run and of all six in one process.");
  console.log(
    "LEMON: run() alone, without making the graph; median of three up to 10,000 mentees, once beyond. Times in ms, memory in MB.",
  );
  console.log("The ratio in CPU is the one to trust where others use the machine too; helper threads that compile and clean up count.\n");
  const table = new Table([
    ["instance", 30],
    ["engine", 9],
    ["cold", 9],
    ["MB", 5],
    ["MB of 6", 7],
    ["simplex", 9],
    ["MB", 5],
    ["scaling", 9],
    ["MB", 5],
    ["better / engine", 8],
    ["in CPU", 7],
  ]);
  for (const mentees of plan.sizes) {
    const instances = [["interests", "tight"], ["interests", "surplus"], ...(plan.stress(mentees) ? stressInstances : [])] as const;
    for (const [family, supply] of instances) {
      const files = [await rowsOf(family, mentees), await placesOf(supply, mentees)];
      const ours = await runScript<SolvedByEngine>("solve-with-engine.ts", files, plan.limit);
      const theirs: (Solved | Stopped)[] = [];
      if ("program" in lemon) {
        for (const method of methods)
          theirs.push(await run<Solved>(lemon.program, [method, ...files, mentees > 10_000 ? "1" : "3"], plan.limit));
      }
      const name = `${whole(mentees)} ${family}, ${supply}`;
      if (!isStopped(ours) && !ours.proven) throw new Error(`${name}: the engine's certificate does not prove the optimum.`);
      requireEqualTotals(name, [ours, ...theirs]);
      const cells = theirs.flatMap((answer) =>
        isStopped(answer) ? [stoppedIn(answer), "-"] : [milliseconds(answer.solveMs), whole(answer.peakMb)],
      );
      const own = isStopped(ours)
        ? [stoppedIn(ours), "-", "-", "-"]
        : [milliseconds(ours.solveMs), milliseconds(ours.coldMs), whole(ours.peakMb), whole(ours.peakOfAllMb)];
      table.row(
        name,
        ...own,
        ...(theirs.length > 0 ? cells : ["-", "-", "-", "-"]),
        ratioOf(ours, theirs, "solveMs"),
        ratioOf(ours, theirs, "cpuMs"),
      );
    }
  }
}

const stoppedIn = ({ stoppedAfter }: Stopped): string => `> ${whole(1_000 * stoppedAfter)}`;

function requireEqualTotals(name: string, answers: readonly (Solved | Stopped)[]): void {
  const totals = new Set(answers.flatMap((answer) => (isStopped(answer) ? [] : [answer.total])));
  if (totals.size > 1) throw new Error(`${name}: the totals differ: ${[...totals].join(", ")} (the engine first, then LEMON).`);
}

/** How many times longer the better of the others takes; a bound where one of the two was stopped. */
function ratioOf(ours: Solved | Stopped, theirs: readonly (Solved | Stopped)[], by: "solveMs" | "cpuMs"): string {
  if (theirs.length === 0) return "-";
  const took = (answer: Solved | Stopped): number => (isStopped(answer) ? 1_000 * answer.stoppedAfter : answer[by]);
  const better = Math.min(...theirs.map(took));
  const theirsIsBound = theirs.every(isStopped);
  if (isStopped(ours)) return theirsIsBound ? "-" : `< ${times(better / took(ours))}`;
  return `${theirsIsBound ? "> " : ""}${times(better / took(ours))}`;
}
