/** Second factors when the installation's secret changes: better-auth seals the authenticator's key and the backup codes with it. */
import { formatEnvelope, parseEnvelope, symmetricDecrypt, symmetricEncrypt } from "better-auth/crypto";
import type { Selectable } from "kysely";
import type { Context } from "../../../platform/context.ts";
import { keyIdOf, secretsOf } from "../../../platform/sealing.ts";
import { withAuth } from "../auth.ts";
import { guardChangedLetter } from "../letters/account.email.ts";
import { sendAccountLetter } from "../letters/send-account-letter.ts";
import { findPerson } from "../person.ts";
import type { AuthTwoFactorTable } from "../table.ts";
import { keyIdOfVersion, keyVersionOf } from "./key-version.ts";

/** Sealed before keys had names, with a secret that is not here. */
const unnamedKey = "unnamed";

type Row = Selectable<AuthTwoFactorTable>;
const sealedColumns = ["secret", "backup_codes"] as const;

const keyIdsIn = (row: Row): string[] =>
  sealedColumns.map((column) => {
    const envelope = parseEnvelope(row[column]);
    return envelope ? keyIdOfVersion(envelope.version) : unnamedKey;
  });

/** The same with its key named, where one of the secrets opens it. */
async function named(secrets: readonly string[], sealed: string): Promise<string> {
  if (parseEnvelope(sealed)) return sealed;
  for (const secret of secrets) {
    const opens = await symmetricDecrypt({ key: secret, data: sealed }).then(
      () => true,
      () => false,
    );
    if (opens) return formatEnvelope(keyVersionOf(secret), sealed);
  }
  return sealed;
}

const write = (ctx: Context, id: string, secret: string, backupCodes: string): Promise<unknown> =>
  ctx.db.updateTable("auth.two_factor").set({ secret, backup_codes: backupCodes }).where("id", "=", id).execute();

/** Gives a name to the key of what was sealed before keys had names: better-auth looks keys up by it. */
export async function nameKeysOfSecondFactors(ctx: Context): Promise<void> {
  const rows = await ctx.db.selectFrom("auth.two_factor").selectAll().forUpdate().execute();
  for (const row of rows.filter((one) => keyIdsIn(one).includes(unnamedKey))) {
    const secrets = secretsOf(ctx.app.settings);
    await write(ctx, row.id, await named(secrets, row.secret), await named(secrets, row.backup_codes));
  }
}

/** Name of a key → how many second factors need it. */
export async function countSecondFactorsByKey(ctx: Context): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  for (const row of await ctx.db.selectFrom("auth.two_factor").selectAll().execute())
    for (const id of new Set(keyIdsIn(row))) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
}

/** Seals with the newest secret whatever a former one opens. */
export async function resealSecondFactors(ctx: Context): Promise<number> {
  const newest = keyIdOf(ctx.app.settings.secret);
  const known = new Set(secretsOf(ctx.app.settings).map(keyIdOf));
  const key = await withAuth(ctx, async (auth) => (await auth.$context).secretConfig);
  const anew = async (data: string): Promise<string> => symmetricEncrypt({ key, data: await symmetricDecrypt({ key, data }) });
  let done = 0;
  for (const row of await ctx.db.selectFrom("auth.two_factor").selectAll().forUpdate().execute()) {
    const ids = keyIdsIn(row);
    if (ids.every((id) => id === newest) || !ids.every((id) => known.has(id))) continue;
    await write(ctx, row.id, await anew(row.secret), await anew(row.backup_codes));
    done++;
  }
  return done;
}

/** Switches off what nobody can ever open again, and tells each of them: else they could not come in any more. */
export async function endSecondFactorsOf(ctx: Context, lostKeys: readonly string[]): Promise<void> {
  for (const row of await ctx.db.selectFrom("auth.two_factor").selectAll().forUpdate().execute()) {
    if (!keyIdsIn(row).some((id) => lostKeys.includes(id))) continue;
    await ctx.db.deleteFrom("auth.two_factor").where("id", "=", row.id).execute();
    await ctx.db.updateTable("auth.person").set({ two_factor_enabled: false }).where("id", "=", row.person_id).execute();
    const person = await findPerson(ctx, row.person_id);
    if (!person || row.verified !== true) continue;
    await sendAccountLetter(ctx, person, "en", `secondFactorLost ${row.id}`, (language) =>
      guardChangedLetter(language, "secondFactorOff", `${ctx.app.settings.publicUrl}/forgotten-password`),
    );
  }
}
