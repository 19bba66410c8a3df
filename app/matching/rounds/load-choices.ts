import type { Context } from "../../platform/context.ts";
import { listChoices } from "../choices/list-choices.ts";
import type { RankedChoice, RoundSnapshot } from "./round.ts";

type Numbers = ReadonlyMap<string, number>;

/** Who of these has ranked whom of those, by number; choices of somebody who takes no part are left out, and the others move up. */
export async function loadChoices(
  ctx: Context,
  organizationId: string,
  programId: string,
  menteeAt: Numbers,
  mentorAt: Numbers,
): Promise<RoundSnapshot["choices"]> {
  const all = await listChoices(ctx, organizationId, programId);
  return { mentees: numbered(all, menteeAt, mentorAt), mentors: numbered(all, mentorAt, menteeAt) };
}

interface Choice {
  readonly participantId: string;
  readonly aboutId: string;
  readonly rank: number;
}

function numbered(all: readonly Choice[], ofAt: Numbers, aboutAt: Numbers): RankedChoice[] {
  const lists = Map.groupBy(
    all.flatMap(({ participantId, aboutId, rank }) => {
      const [of, about] = [ofAt.get(participantId), aboutAt.get(aboutId)];
      return of === undefined || about === undefined ? [] : [{ of, about, rank }];
    }),
    ({ of }) => of,
  );
  return [...lists.values()].flatMap((list) =>
    list.toSorted((a, b) => a.rank - b.rank).map(({ of, about }, index) => ({ of, about, rank: index + 1 })),
  );
}
