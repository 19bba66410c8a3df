/** The database and its two logins on the built-in server. */
import pg from "pg";
import { hasCode, withConnection } from "./connection.ts";
import { superuser } from "./cluster.ts";

export interface Logins {
  /** Owns the database and runs migrations. */
  readonly ownerConfig: pg.ClientConfig;
  /** Serves requests: owns nothing and bypasses nothing. `user` is always set. */
  readonly appConfig: pg.ClientConfig & { readonly user: string };
}

const owner = "understory_owner";
const app = "understory_app";

/** Makes what is missing of both logins and the database. The socket's folder is the lock: no passwords are needed. */
export async function makeLogins(server: { host: string; port: number }, database: string): Promise<Logins> {
  await withConnection({ ...server, user: superuser, database: "postgres" }, async (client) => {
    // Two starts at once make each thing once.
    await client.query("select pg_advisory_lock(7211000)");
    const roles = await client.query<{ rolname: string }>("select rolname from pg_roles where rolname = any ($1)", [[owner, app]]);
    const known = new Set(roles.rows.map((row) => row.rolname));
    for (const role of [owner, app]) {
      if (!known.has(role))
        await client.query(`create role ${pg.escapeIdentifier(role)} login nosuperuser nobypassrls nocreatedb nocreaterole`);
    }
    const databases = await client.query("select from pg_database where datname = $1", [database]);
    if (databases.rowCount === 0) {
      await client.query(`create database ${pg.escapeIdentifier(database)} owner ${owner}`).catch((error: unknown) => {
        if (!hasCode(error, "42P04")) throw error;
      });
    }
  });
  return { ownerConfig: { ...server, user: owner, database }, appConfig: { ...server, user: app, database } };
}
