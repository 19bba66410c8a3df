import highsModule from "highs";
import type { Market } from "../index.ts";

type Worth = (weight: number) => number;

/** The best sum of worths, by trying every matching; minus infinity where none is allowed. Only for very small markets. */
export function bestByTrying(market: Market, worth: Worth): number {
  const left = [...market.capacity];
  const hasLeast = () => left.every((places, mentor) => market.capacity[mentor]! - places >= (market.least?.[mentor] ?? 0));
  function bestFrom(mentee: number): number {
    if (mentee === market.menteeCount) return hasLeast() ? 0 : -Infinity;
    let best = market.locked[mentee]! >= 0 ? -Infinity : bestFrom(mentee + 1);
    for (let e = market.ptr[mentee]!; e < market.ptr[mentee + 1]!; e++) {
      const mentor = market.col[e]!;
      if (left[mentor] === 0 || (market.locked[mentee]! >= 0 && market.locked[mentee] !== mentor)) continue;
      left[mentor]! -= 1;
      best = Math.max(best, worth(market.weight[e]!) + bestFrom(mentee + 1));
      left[mentor]! += 1;
    }
    return best;
  }
  return bestFrom(0);
}

// The package describes its CommonJS form; what is imported here is the function itself.
const loadHighs = highsModule as unknown as typeof highsModule.default;
const highs = await loadHighs();

/** The best sum of worths, by the linear program (which has whole-numbered solutions: Birkhoff, Hoffman and Kruskal) and HiGHS. */
export function bestByLinearProgram(market: Market, worth: Worth): number {
  if (market.col.length === 0) return 0;
  const objective: string[] = [];
  const rows: string[] = [];
  const byMentor: string[][] = Array.from({ length: market.mentorCount }, () => []);
  for (let mentee = 0; mentee < market.menteeCount; mentee++) {
    const own: string[] = [];
    for (let e = market.ptr[mentee]!; e < market.ptr[mentee + 1]!; e++) {
      objective.push(`${worth(market.weight[e]!)} x${e}`);
      own.push(`x${e}`);
      byMentor[market.col[e]!]!.push(`x${e}`);
      if (market.locked[mentee] === market.col[e]) rows.push(`x${e} = 1`);
    }
    if (own.length > 0) rows.push(`${own.join(" + ")} <= 1`);
  }
  byMentor.forEach((terms, mentor) => {
    if (terms.length === 0) return;
    rows.push(`${terms.join(" + ")} <= ${market.capacity[mentor]}`);
    if (market.least) rows.push(`${terms.join(" + ")} >= ${market.least[mentor]}`);
  });
  const program = ["Maximize", ` obj: ${objective.join("\n + ")}`, "Subject To", ...rows.map((row, k) => ` r${k}: ${row}`), "End"].join(
    "\n",
  );
  const solution = highs.solve(program);
  if (solution.Status !== "Optimal") throw new Error(`HiGHS says "${solution.Status}" of\n${program}`);
  return Math.round(solution.ObjectiveValue);
}
