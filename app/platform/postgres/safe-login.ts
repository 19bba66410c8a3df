/** Row-level security holds only for a login that owns nothing and bypasses nothing: looked up, not assumed. */
import type pg from "pg";
import { CannotStart } from "../settings/cannot-start.ts";
import { withConnection } from "./connection.ts";

interface Powers {
  readonly login: string;
  readonly isSuperuser: boolean;
  readonly bypasses: boolean;
  readonly strongRole: string | null;
  readonly ownsDatabase: boolean;
  readonly ownTable: string | null;
}

/**
 * Refuses a login for requests that could see or change what row-level security hides. Call it after the migrations, so
 * that it looks at every table.
 *
 * @param requests how requests connect
 * @throws {CannotStart} one sentence that names the login, the reason, and the way out
 */
export async function assertSafeLogin(requests: pg.ClientConfig): Promise<void> {
  const powers = await withConnection(requests, look);
  const reason = reasonAgainst(powers);
  if (!reason) return;
  throw new CannotStart(
    `The login «${powers.login}» for requests ${reason}, so that one organization's data would not be kept from another: ` +
      `set DATABASE_APP_URL to a login that owns nothing.`,
  );
}

/** `session_user`, because `RESET ROLE` goes back to it whatever role is set; membership counts, because `SET ROLE` uses it. */
async function look(client: pg.Client): Promise<Powers> {
  const { rows } = await client.query<Powers>(`
    select session_user::text as login, me.rolsuper as "isSuperuser", me.rolbypassrls as bypasses,
      (select rolname::text from pg_roles
       where (rolsuper or rolbypassrls) and rolname <> session_user and pg_has_role(session_user, oid, 'MEMBER') limit 1) as "strongRole",
      (select pg_has_role(session_user, datdba, 'MEMBER') from pg_database where datname = current_database()) as "ownsDatabase",
      (select oid::regclass::text from pg_class
       where relkind in ('r', 'p', 'v', 'm', 'f') and pg_has_role(session_user, relowner, 'MEMBER')
         and relnamespace not in ('pg_catalog'::regnamespace, 'information_schema'::regnamespace) limit 1) as "ownTable"
    from pg_roles me where rolname = session_user`);
  return rows[0]!;
}

function reasonAgainst(powers: Powers): string | undefined {
  if (powers.isSuperuser) return "is a superuser";
  if (powers.bypasses) return "has BYPASSRLS";
  if (powers.strongRole) return `is a member of «${powers.strongRole}», which row-level security does not hold`;
  if (powers.ownsDatabase) return "owns the database, or is a member of the role that does";
  if (powers.ownTable) return `owns the table ${powers.ownTable}, or is a member of the role that does`;
  return undefined;
}
