/** A form sent twice has one effect: the first answer is kept with the form's key, and given again. */
import { createHmac } from "node:crypto";
import type { Context } from "./context.ts";
import type { Answer } from "./form.ts";

const visitor = "00000000-0000-0000-0000-000000000000";

/**
 * What was sent, in one hash. The same key with other content is another wish (somebody went back and typed anew). Keyed by the
 * installation's secret: among a few possible answers a plain hash would tell which was sent.
 */
export async function contentHash(secret: string, path: string, content: FormData): Promise<Buffer> {
  const hash = createHmac("sha256", secret).update(path);
  for (const [name, value] of content) {
    hash.update(`\0${name}\0`);
    if (typeof value === "string") hash.update(value);
    else hash.update(`${value.name}\0${value.size}\0`).update(Buffer.from(await value.arrayBuffer()));
  }
  return hash.digest();
}

/** Does `work` unless this very form was answered before; a twin that arrives meanwhile waits here for the first. */
export async function answerOnce(ctx: Context, key: string, hash: Buffer, work: () => Promise<Answer>): Promise<Answer> {
  const identity = { person_id: ctx.actor?.personId ?? visitor, form_key: key, content_hash: hash };
  const { numInsertedOrUpdatedRows } = await ctx.db
    .insertInto("answered_form")
    .values({ ...identity, location: null, notice: null })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow();
  const row = ctx.db
    .selectFrom("answered_form")
    .where("person_id", "=", identity.person_id)
    .where("form_key", "=", key)
    .where("content_hash", "=", hash);
  if (!numInsertedOrUpdatedRows) {
    const before = await row.select(["location", "notice"]).executeTakeFirstOrThrow();
    return { ...(before.location !== null && { to: before.location }), ...(before.notice !== null && { notice: before.notice }) };
  }
  const answer = await work();
  await ctx.db
    .updateTable("answered_form")
    .set({ location: answer.to ?? null, notice: answer.notice ?? null })
    .where("person_id", "=", identity.person_id)
    .where("form_key", "=", key)
    .where("content_hash", "=", hash)
    .execute();
  return answer;
}
