/** The keys with which this installation has signed reports: a new secret is a new key, and what the ones before signed stays theirs. */
import type { Context } from "../../platform/context.ts";
import { reportKey } from "./report-key.ts";

export interface ReportKeySpan {
  /** PEM */
  readonly publicKey: string;
  readonly since: string;
  /** Undefined for the key of today. */
  readonly until?: string | undefined;
}

async function noted(ctx: Context) {
  return (await ctx.db.selectFrom("installation").select("report_keys").executeTakeFirstOrThrow()).report_keys;
}

/** Writes today's key down, where it is not the last one that was. */
export async function noteReportKey(ctx: Context): Promise<void> {
  const publicKey = reportKey(ctx.app.settings.secret);
  const before = await noted(ctx);
  if (before.at(-1)?.publicKey === publicKey) return;
  await ctx.db
    .updateTable("installation")
    .set({ report_keys: JSON.stringify([...before, { publicKey, since: ctx.now.toISOString() }]) })
    .execute();
}

/** From the first to today's. */
export async function listReportKeys(ctx: Context): Promise<ReportKeySpan[]> {
  const keys = await noted(ctx);
  return keys.map((key, index) => ({ ...key, until: keys[index + 1]?.since }));
}
