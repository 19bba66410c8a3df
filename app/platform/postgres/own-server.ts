/** The database and its two logins on a server of the operator's own. */
import { createHmac } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { CannotStart } from "../settings/cannot-start.ts";
import type { Logins } from "./built-in-logins.ts";
import { hasCode, isAway, withConnection } from "./connection.ts";

export interface OwnServer {
  readonly databaseUrl: string;
  readonly databaseAppUrl?: string | undefined;
  /** The installation's secret, from which the request login's password is made: nothing more to keep or to back up. */
  readonly secret: string;
  /** How long a server that is still starting is waited for, in milliseconds. */
  readonly patienceMs?: number;
}

const oldestVersion = 15;
const role = "understory_app";

/**
 * Checks the server and the owner's login, and makes the login for requests where none is given.
 *
 * @throws {CannotStart} one sentence that says what to change
 */
export async function prepareOwnServer(server: OwnServer): Promise<Logins> {
  const ownerConfig: pg.ClientConfig = { connectionString: server.databaseUrl };
  const owner = await whenReachable(server.patienceMs ?? 30_000, () => inspect(ownerConfig));
  if (owner.version < oldestVersion) {
    throw new CannotStart(`DATABASE_URL: that server is PostgreSQL ${owner.version}; Understory needs ${oldestVersion} or later.`);
  }
  if (!owner.ownsDatabase) {
    throw new CannotStart(
      `DATABASE_URL: the login «${owner.login}» does not own the database «${owner.database}» and could not make tables there: ` +
        `alter database ${pg.escapeIdentifier(owner.database)} owner to ${pg.escapeIdentifier(owner.login)};`,
    );
  }
  const connectionString = server.databaseAppUrl ?? (await makeRequestLogin(ownerConfig, owner, server));
  const user = new pg.Client({ connectionString }).user ?? "";
  try {
    await withConnection({ connectionString }, (client) => client.query("select 1"));
  } catch (error) {
    const reason = (error as Error).message;
    throw new CannotStart(
      server.databaseAppUrl
        ? `DATABASE_APP_URL: the login «${user}» cannot connect (${reason}).`
        : `The login «${user}», made for requests, cannot connect (${reason}): allow it in the server's pg_hba.conf, or set DATABASE_APP_URL to one that can.`,
    );
  }
  return { ownerConfig, appConfig: { connectionString, user } };
}

interface Owner {
  readonly login: string;
  readonly database: string;
  readonly version: number;
  readonly ownsDatabase: boolean;
  readonly mayCreateRoles: boolean;
}

const inspect = (config: pg.ClientConfig): Promise<Owner> =>
  withConnection(config, async (client) => {
    const { rows } = await client.query<Owner>(`
      select current_user::text as login, current_database()::text as database,
        current_setting('server_version_num')::int / 10000 as version,
        pg_has_role(current_user, datdba, 'USAGE') as "ownsDatabase",
        rolsuper or rolcreaterole as "mayCreateRoles"
      from pg_database, pg_roles where datname = current_database() and rolname = current_user`);
    return rows[0]!;
  });

/** In a group of containers the database often starts after us. */
async function whenReachable<T>(patienceMs: number, work: () => Promise<T>): Promise<T> {
  const until = Date.now() + patienceMs;
  for (let told = false; ; told = true) {
    try {
      return await work();
    } catch (error) {
      const reason = (error as Error).message || (error as NodeJS.ErrnoException).code;
      if (!isAway(error) || Date.now() > until) throw new CannotStart(`DATABASE_URL: cannot connect to the database (${reason}).`);
      if (!told) console.warn(`Waiting for the database server of DATABASE_URL (${reason}).`);
      await sleep(500);
    }
  }
}

/** Returns the address with which the login for requests connects. */
async function makeRequestLogin(ownerConfig: pg.ClientConfig, owner: Owner, { databaseUrl, secret }: OwnServer): Promise<string> {
  const password = createHmac("sha256", secret).update(`login ${role} of ${owner.database}`).digest("base64url");
  const url = new URL(databaseUrl);
  url.searchParams.set("user", role);
  url.searchParams.set("password", password);

  const works = await withConnection({ connectionString: url.href }, () => Promise.resolve(true)).catch(() => false);
  if (works) return url.href;
  const byHand =
    `create a login that owns nothing (create role ${role} login password '…') and name it in DATABASE_APP_URL ` +
    `(postgres://${role}:…@host:5432/${owner.database}).`;
  if (!owner.mayCreateRoles) {
    throw new CannotStart(
      `DATABASE_URL: the login «${owner.login}» may not create roles, and requests need a login of their own: ${byHand}`,
    );
  }
  const mark = `Understory: requests of the database ${owner.database}`;
  await withConnection(ownerConfig, async (client) => {
    const { rows } = await client.query<{ mark: string | null }>(
      "select shobj_description(oid, 'pg_authid') as mark from pg_roles where rolname = $1",
      [role],
    );
    const [known] = rows;
    // Not ours to change: its password may be in use by somebody else.
    if (known && known.mark !== mark) {
      throw new CannotStart(`The role «${role}» exists on the server of DATABASE_URL and was not made for this database: ${byHand}`);
    }
    await client.query(`${known ? "alter" : "create"} role ${role} login password ${client.escapeLiteral(password)}`);
    await client.query(`comment on role ${role} is ${client.escapeLiteral(mark)}`);
  }).catch((error: unknown) => {
    if (hasCode(error, "42501")) {
      throw new CannotStart(`DATABASE_URL: the login «${owner.login}» may not change the role «${role}»: ${byHand}`);
    }
    throw error;
  });
  return url.href;
}
