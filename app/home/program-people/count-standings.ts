import { sql } from "kysely";
import type { Context } from "../../platform/context.ts";
import { standings, type Standing, type StandingRole } from "./standing.ts";
import { isIn, type Scope, standingOf } from "./standing-of.ts";

export type Figures = Readonly<Record<Standing, number>>;

export interface RoleFigures {
  readonly all: number;
  readonly figures: Figures;
  /** The first day by which one of the answers is due. */
  readonly answerBy: Date | null;
  readonly waitingSince: Date | null;
}

const none: RoleFigures = {
  all: 0,
  figures: Object.fromEntries(standings.map((standing) => [standing, 0])) as unknown as Figures,
  answerBy: null,
  waitingSince: null,
};

/** Of peers the figures of all; of other programs those of each role. */
export type CountedPeople = { readonly peer: RoleFigures } | { readonly mentee: RoleFigures; readonly mentor: RoleFigures };

/** How many are where, in one statement. Each figure is as long as the list behind it. */
export async function countStandings(ctx: Context, scope: Scope): Promise<CountedPeople> {
  const counts = standings.map((standing) => sql`count(*) filter (where ${isIn[standing]}) as ${sql.id(standing)}`);
  const { rows } = await sql<Figures & { role: StandingRole; all: number; answerBy: Date | null; waitingSince: Date | null }>`
    ${standingOf(scope)}
    select role, count(*) filter (where is_here) as all, min(answer_by) filter (where is_here) as "answerBy",
      min(waiting_since) filter (where is_waiting) as "waitingSince", ${sql.join(counts)}
    from standing group by role`.execute(ctx.db);
  const of = (role: StandingRole): RoleFigures => {
    const row = rows.find((one) => one.role === role);
    if (!row) return none;
    const { role: _, all, answerBy, waitingSince, ...figures } = row;
    return { all, figures, answerBy, waitingSince };
  };
  return scope.isPeer ? { peer: of("peer") } : { mentee: of("mentee"), mentor: of("mentor") };
}
