import { sql } from "kysely";
import type { App, Context, PersonalContext } from "../../platform/context.ts";
import { Invalid } from "../../platform/errors.ts";
import { fetchPublic, NotFetched, type Outgoing, readAddress } from "../../platform/outgoing/fetch-public.ts";
import { seal, type SealedPlace, unseal, Unreadable } from "../../platform/sealing.ts";
import type { Span } from "../sessions/session.ts";
import { busyInThread } from "./busy-in-thread.ts";
import { busyDays, type BusyProblem, NoCalendar } from "./busy-times.ts";
import { calendarWords } from "./calendars.messages.ts";

export const busyAddressPlace = (organizationId: string, personId: string): SealedPlace => ({
  organizationId,
  table: "busy_calendar",
  column: "address",
  row: personId,
});

const fetching = { accept: "text/calendar, */*;q=0.1", maxBytes: 4 << 20, timeoutMs: 20_000 };
export type Fetch = (address: string) => Promise<string>;
export const fetchFor =
  (outgoing: Partial<Outgoing> = {}): Fetch =>
  (address) =>
    fetchPublic(address, { ...fetching, ...outgoing });

export interface BusyCalendar {
  /** What is shown of the address. */
  readonly host: string;
  readonly readAt: Date | null;
  readonly problem: BusyProblem | null;
  readonly busy: number;
}

export async function findBusyCalendar(ctx: PersonalContext, organizationId: string): Promise<BusyCalendar | undefined> {
  return ctx.db
    .selectFrom("busy_calendar as c")
    .select([
      "c.host",
      "c.read_at as readAt",
      "c.problem",
      sql<number>`(select count(*)::int from busy_time t
        where t.organization_id = c.organization_id and t.person_id = c.person_id and t.ends_at > ${ctx.now})`.as("busy"),
    ])
    .where("c.organization_id", "=", organizationId)
    .where("c.person_id", "=", ctx.actor.personId)
    .executeTakeFirst();
}

/** Her calendar's address, sealed; it is read by a job. */
export async function giveBusyCalendar(ctx: PersonalContext, organizationId: string, typed: string): Promise<void> {
  let url: URL;
  try {
    url = readAddress(typed);
  } catch (error) {
    if (error instanceof NotFetched) throw new Invalid({ address: (language) => calendarWords(language).problems.address });
    throw error;
  }
  const { personId } = ctx.actor;
  await forgetBusyCalendar(ctx, organizationId);
  await ctx.db
    .insertInto("busy_calendar")
    .values({
      organization_id: organizationId,
      person_id: personId,
      address: seal(ctx.app.settings, busyAddressPlace(organizationId, personId), JSON.stringify(url.href)),
      host: url.hostname,
      given_at: ctx.now,
    })
    .execute();
}

export async function forgetBusyCalendar(ctx: PersonalContext, organizationId: string): Promise<void> {
  await ctx.db
    .deleteFrom("busy_calendar")
    .where("organization_id", "=", organizationId)
    .where("person_id", "=", ctx.actor.personId)
    .execute();
}

/** Does something in the organization, in a transaction of its own. */
export type Within = <T>(what: (ctx: Context) => Promise<T>) => Promise<T>;

/** Reads one calendar and keeps when she is busy; of one that cannot be read, why, and what was known before. */
export async function readBusyCalendar(
  app: App,
  work: Within,
  { organizationId, personId }: { organizationId: string; personId: string },
  fetch: Fetch,
): Promise<BusyProblem | null> {
  const address = await work((ctx) => openAddress(ctx, organizationId, personId));
  if (address === undefined) return null;
  const now = app.now();
  const outcome = await busyOf(address, fetch, now);
  await work((ctx) => keep(ctx, { organizationId, personId, address, outcome, now }));
  return "problem" in outcome ? outcome.problem : null;
}

async function openAddress(ctx: Context, organizationId: string, personId: string): Promise<string | undefined> {
  const row = await ctx.db
    .selectFrom("busy_calendar")
    .select("address")
    .where("organization_id", "=", organizationId)
    .where("person_id", "=", personId)
    .executeTakeFirst();
  if (!row) return undefined;
  try {
    return JSON.parse(unseal(ctx.app.settings, busyAddressPlace(organizationId, personId), row.address)) as string;
  } catch (error) {
    if (error instanceof Unreadable) return undefined;
    throw error;
  }
}

type BusyOutcome = { readonly busy: readonly Span[] } | { readonly problem: BusyProblem };

async function busyOf(address: string, fetch: Fetch, now: Date): Promise<BusyOutcome> {
  try {
    const text = await fetch(address);
    return { busy: await busyInThread({ text, from: now, to: new Date(now.getTime() + busyDays * 86_400_000) }) };
  } catch (error) {
    if (error instanceof NotFetched) return { problem: error.problem };
    if (error instanceof NoCalendar) return { problem: "no-calendar" };
    throw error;
  }
}

async function keep(
  ctx: Context,
  {
    organizationId,
    personId,
    address,
    outcome,
    now,
  }: { organizationId: string; personId: string; address: string; outcome: BusyOutcome; now: Date },
): Promise<void> {
  // She may have given another address while this one was read.
  if ((await openAddress(ctx, organizationId, personId)) !== address) return;
  const read = "busy" in outcome;
  await ctx.db
    .updateTable("busy_calendar")
    .set({ tried_at: now, problem: read ? null : outcome.problem, ...(read && { read_at: now }) })
    .where("organization_id", "=", organizationId)
    .where("person_id", "=", personId)
    .execute();
  if (!read) return;
  await ctx.db.deleteFrom("busy_time").where("organization_id", "=", organizationId).where("person_id", "=", personId).execute();
  if (outcome.busy.length === 0) return;
  await sql`
    insert into busy_time (organization_id, person_id, starts_at, ends_at)
    select ${organizationId}, ${personId}, starts_at, ends_at
    from unnest(${outcome.busy.map(({ startsAt }) => startsAt)}::timestamptz[], ${outcome.busy.map(({ endsAt }) => endsAt)}::timestamptz[])
      as b(starts_at, ends_at)`.execute(ctx.db);
}

/** Two records are one person's: the address is sealed for the one who stays, where she has given none; it is read anew. */
export async function moveBusyCalendar(
  ctx: Context,
  { organizationId, from, to }: { organizationId: string; from: string; to: string },
): Promise<void> {
  const own = await ctx.db
    .selectFrom("busy_calendar")
    .select("person_id")
    .where("organization_id", "=", organizationId)
    .where("person_id", "=", to)
    .executeTakeFirst();
  const address = own ? undefined : await openAddress(ctx, organizationId, from);
  if (address !== undefined)
    await ctx.db
      .insertInto("busy_calendar")
      .values({
        organization_id: organizationId,
        person_id: to,
        address: seal(ctx.app.settings, busyAddressPlace(organizationId, to), JSON.stringify(address)),
        host: new URL(address).hostname,
        given_at: ctx.now,
      })
      .execute();
  await ctx.db.deleteFrom("busy_calendar").where("organization_id", "=", organizationId).where("person_id", "=", from).execute();
}
