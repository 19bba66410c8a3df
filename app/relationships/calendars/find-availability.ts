import type { Context } from "../../platform/context.ts";
import type { Relationship } from "../life/find-life.ts";
import type { Span } from "../sessions/session.ts";
import type { Availability } from "./suggest-times.ts";

export interface AvailabilityOf extends Availability {
  readonly personId: string;
}

/** When those of a relationship can meet, whoever asks first: hours of their weeks, and what their calendars say. */
export async function findAvailability(
  ctx: Context,
  { organizationId, people }: Relationship,
  { first, from, to }: { first: string; from: Date; to: Date },
): Promise<AvailabilityOf[]> {
  const ids = people.map(({ personId }) => personId);
  const profiles = await ctx.db
    .selectFrom("profile")
    .select(["person_id", "availability"])
    .where("organization_id", "=", organizationId)
    .where("person_id", "in", ids)
    .execute();
  const busy = await ctx.db
    .selectFrom("busy_time")
    .select(["person_id", "starts_at as startsAt", "ends_at as endsAt"])
    .where("organization_id", "=", organizationId)
    .where("person_id", "in", ids)
    .where("ends_at", ">", from)
    .where("starts_at", "<", to)
    .orderBy("starts_at")
    .execute();
  const hours = new Map(profiles.map((profile) => [profile.person_id, profile.availability]));
  return people
    .toSorted((a, b) => Number(b.personId === first) - Number(a.personId === first))
    .map(({ personId, timeZone }) => ({
      personId,
      timeZone,
      hours: hours.get(personId) ?? [],
      busy: busy.filter((one) => one.person_id === personId).map(({ startsAt, endsAt }): Span => ({ startsAt, endsAt })),
    }));
}
