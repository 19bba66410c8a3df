import type { PersonalContext } from "../../platform/context.ts";
import { findAvailability } from "../calendars/find-availability.ts";
import { suggestTimes } from "../calendars/suggest-times.ts";
import type { Relationship } from "../life/find-life.ts";
import { listTaken } from "./find-session.ts";
import { dayMs } from "./session.ts";

const lookDays = 21;
const busyShown = 14;

/** Times for all of them, from tomorrow on, and when somebody's own calendar says that she is busy. */
export async function suggestFor(
  ctx: PersonalContext,
  relationship: Relationship,
  { first, minutes, count }: { first: string; minutes: number; count: number },
) {
  const { organizationId, id: relationshipId, people } = relationship;
  const from = new Date(ctx.now.getTime() + dayMs);
  const to = new Date(from.getTime() + lookDays * dayMs);
  const availability = await findAvailability(ctx, relationship, { first, from: ctx.now, to });
  const taken = await listTaken(ctx, { organizationId, relationshipId }, from, to);
  const suggested = suggestTimes(availability, taken, { minutes, count, from, days: lookDays });
  const soon = new Date(ctx.now.getTime() + busyShown * dayMs);
  const busy = availability.flatMap((one) =>
    one.personId === first
      ? []
      : one.busy
          .filter(({ startsAt }) => startsAt < soon)
          .map((span) => ({ ...span, name: people.find(({ personId }) => personId === one.personId)?.name ?? "" })),
  );
  return { suggested, busy: busy.slice(0, 30) };
}
