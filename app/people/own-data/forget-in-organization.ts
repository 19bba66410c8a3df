import { sql } from "kysely";
import type { Context } from "../../platform/context.ts";

/** By what somebody may be named in what others keep. */
export interface Named {
  readonly personId: string;
  readonly email: string;
  readonly names: readonly string[];
}

/** What she is called, in her account and in these organizations. */
export async function namesOf(ctx: Context, personId: string, organizationIds: readonly string[]): Promise<Named> {
  const account = await ctx.db.selectFrom("auth.person").select(["email", "name"]).where("id", "=", personId).executeTakeFirstOrThrow();
  const profiles = await ctx.db
    .selectFrom("profile")
    .select("name")
    .where("person_id", "=", personId)
    .where("organization_id", "in", [...organizationIds, "00000000-0000-0000-0000-000000000000"])
    .execute();
  const names = new Set([account.name, ...profiles.map(({ name }) => name)].filter((name) => name.trim() !== ""));
  return { personId, email: account.email, names: [...names] };
}

const escapes: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const inHtml = (text: string): string => text.replaceAll(/[&<>"]/g, (character) => escapes[character]!);
const literally = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

/** A pattern that finds her wherever a letter names her, but not inside a longer word; undefined where she has no name at all. */
const patternOf = ({ email, names }: Named): string =>
  [email, ...names.flatMap((name) => [name, inHtml(name)])]
    .map((one) => String.raw`(?<![[:alnum:]])${literally(one)}(?![[:alnum:]])`)
    .join("|");

/**
 * Takes out of one organization what it keeps of somebody who leaves: letters to her lose address and words, letters to others
 * her name, her pictures are gone, and what she uploaded for the organization is nobody's. Her profile and her membership go with
 * the act that calls this.
 */
export async function forgetInOrganization(ctx: Context, organizationId: string, named: Named): Promise<void> {
  const { personId, email } = named;
  await blankLetters(ctx, sql`organization_id = ${organizationId} and (person_id = ${personId} or lower(to_address) = lower(${email}))`);
  const pattern = patternOf(named);
  await sql`
    update letter set
      subject = regexp_replace(subject, ${pattern}, '…', 'gi'),
      text_body = regexp_replace(text_body, ${pattern}, '…', 'gi'),
      html_body = regexp_replace(html_body, ${pattern}, '…', 'gi'),
      calendar_method = null, calendar_body = null,
      last_error = null,
      dedupe_key = case when strpos(dedupe_key, ${personId}) > 0 then id::text else dedupe_key end
    where organization_id = ${organizationId}
      and (concat_ws(' ', subject, text_body, html_body, calendar_body, last_error) ~* ${pattern} or strpos(dedupe_key, ${personId}) > 0)`.execute(
    ctx.db,
  );
  await sql`update letter set reply_to = null where organization_id = ${organizationId} and lower(reply_to) = lower(${email})`.execute(
    ctx.db,
  );
  await ctx.db.deleteFrom("unsubscription").where("organization_id", "=", organizationId).where("person_id", "=", personId).execute();
  await ctx.db
    .deleteFrom("file")
    .where("organization_id", "=", organizationId)
    .where("person_id", "=", personId)
    .where("kind", "=", "picture")
    .execute();
  await ctx.db
    .updateTable("file")
    .set({ person_id: null })
    .where("organization_id", "=", organizationId)
    .where("person_id", "=", personId)
    .execute();
}

/** Letters keep when they were written and what became of them; one that has not left stays. */
export async function blankLetters(ctx: Context, which: ReturnType<typeof sql>): Promise<void> {
  await sql`
    update letter set person_id = null, to_address = '', to_name = '', subject = '', text_body = '', html_body = '', last_error = null,
      calendar_method = null, calendar_body = null, unsubscribe_token = null, dedupe_key = id::text, state = case when state in ('queued', 'failed') then 'unsubscribed' else state end
    where ${which}`.execute(ctx.db);
}
