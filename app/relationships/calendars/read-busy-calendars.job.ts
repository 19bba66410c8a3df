import { type App, asSystem, type Context, inOrganization } from "../../platform/context.ts";
import { job } from "../../platform/jobs.ts";
import { type Fetch, fetchFor, readBusyCalendar } from "./busy-calendar.ts";

/** Each calendar once an hour; each by itself, so that one that hangs keeps no other. */
export const readBusyCalendars = job<object>("calendars.read-busy", {
  schedule: "*/10 * * * *",
  atOnce: 1,
  run: async (app, _payload, signal) => readWhatIsDue(app, fetchFor({ signal }), signal),
});

/** At once, for whoever has just given her address. */
export const readOneBusyCalendar = job<{ organizationId: string; personId: string }>("calendars.read-one", {
  run: async (app, whose, signal) => {
    await readBusyCalendar(app, within(app, whose.organizationId), whose, fetchFor({ signal }));
  },
});

const within =
  (app: App, organizationId: string) =>
  <T>(work: (ctx: Context) => Promise<T>): Promise<T> =>
    inOrganization(app, organizationId, work);

const atOnce = 4;

export async function readWhatIsDue(app: App, fetch: Fetch, stopping?: AbortSignal): Promise<void> {
  const due = await asSystem(app, ({ db, now }) =>
    db
      .selectFrom("busy_calendar")
      .select(["organization_id as organizationId", "person_id as personId"])
      .where((eb) => eb.or([eb("tried_at", "is", null), eb("tried_at", "<=", new Date(now.getTime() - 3_600_000))]))
      .orderBy("tried_at", (order) => order.asc().nullsFirst())
      .limit(2000)
      .execute(),
  );
  const failures: unknown[] = [];
  for (let at = 0; at < due.length; at += atOnce) {
    stopping?.throwIfAborted();
    const some = due.slice(at, at + atOnce).map((whose) => readBusyCalendar(app, within(app, whose.organizationId), whose, fetch));
    // One that fails does not keep the others.
    for (const read of await Promise.allSettled(some)) if (read.status === "rejected") failures.push(read.reason);
  }
  if (failures.length > 0) throw failures[0];
}
