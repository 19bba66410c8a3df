/** The best total of a market, by another solver: HiGHS, on the linear program (its solutions are whole-numbered). */
import highsModule from "highs";
import type { DepartmentMarket } from "./department-market.ts";

// The package describes its CommonJS form; what is imported here is the function itself.
const loadHighs = highsModule as unknown as typeof highsModule.default;

export async function bestTotal({ mentees, mentors, worth }: DepartmentMarket): Promise<{ total: number; candidates: number }> {
  const highs = await loadHighs();
  const objective: string[] = [];
  const ofMentor = new Map<string, string[]>(mentors.map((mentor) => [mentor, []]));
  const rows: string[] = [];
  let candidates = 0;
  for (const mentee of mentees) {
    const own: string[] = [];
    for (const mentor of mentors) {
      const value = worth(mentee, mentor);
      if (value === undefined) continue;
      candidates++;
      // A pair that is worth nothing changes no total.
      if (value === 0) continue;
      const variable = `x${candidates}`;
      objective.push(`${value} ${variable}`);
      own.push(variable);
      ofMentor.get(mentor)!.push(variable);
    }
    if (own.length > 0) rows.push(`${own.join(" + ")} <= 1`);
  }
  for (const variables of ofMentor.values()) if (variables.length > 0) rows.push(`${variables.join(" + ")} <= 1`);
  const program = ["Maximize", ` obj: ${objective.join("\n + ")}`, "Subject To", ...rows.map((row, index) => ` r${index}: ${row}`), "End"];
  const solution = highs.solve(program.join("\n"));
  if (solution.Status !== "Optimal") throw new Error(`HiGHS says ${solution.Status}`);
  return { total: Math.round(solution.ObjectiveValue), candidates };
}
