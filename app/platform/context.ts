/** What every act and query is given first: who is asking, when, in which language, and the transaction to do it in. */
import { sql } from "kysely";
import { type Database, transact, type Work } from "./database.ts";
import { isLanguage, type Language, type Reader } from "./i18n.ts";
import type { Jobs } from "./jobs.ts";
import type { Live } from "./realtime/live.ts";
import type { Settings } from "./settings/settings.ts";

/** One organization in which the person has a part, read anew at each request: roles change at once. */
export interface Membership {
  readonly organizationId: string;
  readonly organizationName: string;
  readonly role: "owner" | "administrator" | "member";
  /** Programs that the person coordinates. */
  readonly coordinates: readonly string[];
  /** Whether she looks after safety there: named, or an owner where nobody is named. */
  readonly isSafeguardingLead: boolean;
  /** Whether the organization asks this person, in one of her roles, for a second factor that she has not set up. */
  readonly lacksSecondFactor: boolean;
}

export interface Actor {
  readonly personId: string;
  readonly email: string;
  readonly name: string;
  readonly sessionId: string;
  readonly language: Language | undefined;
  readonly timeZone: string | undefined;
  readonly ownsInstallation: boolean;
  readonly memberships: readonly Membership[];
}

/** What lives as long as the process. */
export interface App {
  readonly settings: Settings;
  readonly db: Database;
  readonly jobs: Jobs;
  readonly live: Live;
  readonly now: () => Date;
}

export interface Context {
  readonly app: App;
  readonly db: Work;
  readonly now: Date;
  /** Nobody: a visitor, or the program itself at its own work. */
  readonly actor: Actor | undefined;
  readonly reader: Reader;
}

/** A context in which somebody is signed in. */
export type PersonalContext = Context & { readonly actor: Actor };

/** Who is asking, as the database is told at the start of a transaction. */
export interface Entry {
  readonly sessionToken: string | undefined;
  /** The organization of the address; without one, all organizations of the person are open. */
  readonly organizationId: string | undefined;
  /** The address is open to visitors: the organization's rows may be read although nobody is signed in. */
  readonly isPublic: boolean;
  readonly language: Language;
  /** Chosen on this device: then it goes before the account's own. */
  readonly isLanguageChosen: boolean;
}

interface EnteredPerson {
  personId: string;
  email: string;
  name: string;
  sessionId: string;
  language: string | null;
  timeZone: string | null;
  ownsInstallation: boolean;
  memberships: Membership[];
}

/** One transaction for a request: the first round trip finds the person and opens her organizations, and no others. */
export function inRequest<T>(app: App, entry: Entry, work: (ctx: Context) => Promise<T>): Promise<T> {
  return transact(app.db, async (db) => {
    const { rows } = await sql<{ entered: EnteredPerson | null }>`
      select enter(${entry.sessionToken ?? null}, ${entry.organizationId ?? null}::uuid, ${entry.isPublic}) as entered`.execute(db);
    const entered = rows[0]?.entered;
    const own = entered?.language;
    const language = isLanguage(own) && !entry.isLanguageChosen ? own : entry.language;
    return work({
      app,
      db,
      now: app.now(),
      actor: entered ? { ...entered, language: isLanguage(own) ? own : undefined, timeZone: entered.timeZone ?? undefined } : undefined,
      reader: { language, timeZone: entered?.timeZone ?? "UTC" },
    });
  });
}

/** The program's own work in one organization: a job, a schedule, a test. */
export function inOrganization<T>(app: App, organizationId: string, work: (ctx: Context) => Promise<T>): Promise<T> {
  return transact(app.db, async (db) => {
    await sql`select set_config('app.organization_ids', ${`{${organizationId}}`}, true)`.execute(db);
    return work({ app, db, now: app.now(), actor: undefined, reader: { language: "en", timeZone: "UTC" } });
  });
}

/** The program's own work across organizations: delivering letters, finding what is due. */
export function asSystem<T>(app: App, work: (ctx: Context) => Promise<T>): Promise<T> {
  return transact(app.db, async (db) => {
    await sql`select set_config('app.system', 'on', true)`.execute(db);
    return work({ app, db, now: app.now(), actor: undefined, reader: { language: "en", timeZone: "UTC" } });
  });
}

/**
 * The same in the middle of somebody's request, and in its transaction: asking for a second connection, each of many requests
 * would wait for one that another holds. Afterwards the transaction is hers again.
 */
export async function asSystemWithin<T>(ctx: Context, work: (ctx: Context) => Promise<T>): Promise<T> {
  const { rows } = await sql<{ person: string; organizations: string; system: string }>`
    select coalesce(current_setting('app.person_id', true), '') as person,
      coalesce(current_setting('app.organization_ids', true), '') as organizations,
      coalesce(current_setting('app.system', true), '') as system`.execute(ctx.db);
  const hers = rows[0]!;
  const become = (person: string, organizations: string, system: string): Promise<unknown> =>
    sql`select set_config('app.person_id', ${person}, true), set_config('app.organization_ids', ${organizations}, true),
      set_config('app.system', ${system}, true)`.execute(ctx.db);
  await become("", "", "on");
  try {
    const result = await work({ ...ctx, actor: undefined });
    await become(hers.person, hers.organizations, hers.system);
    return result;
  } catch (error) {
    // Where the database broke the transaction off nothing more can be said in it, and nothing done.
    await become(hers.person, hers.organizations, hers.system).catch(() => undefined);
    throw error;
  }
}

/** Opens further organizations to the program's own work, for the rest of its transaction. */
export async function openOrganization(ctx: Context, organizationId: string): Promise<void> {
  await sql`select set_config('app.organization_ids', ${`{${organizationId}}`}, true)`.execute(ctx.db);
}

/** Opens all organizations to the rest of the transaction, to take something out of all of them; returns their ids. */
export async function openEveryOrganization(ctx: Context): Promise<string[]> {
  await sql`select set_config('app.system', 'on', true)`.execute(ctx.db);
  const ids = (await ctx.db.selectFrom("organization").select("id").execute()).map(({ id }) => id);
  await sql`select set_config('app.organization_ids', ${`{${ids.join(",")}}`}, true)`.execute(ctx.db);
  return ids;
}

export const membershipIn = (ctx: Context, organizationId: string): Membership | undefined =>
  ctx.actor?.memberships.find((membership) => membership.organizationId === organizationId);
