import { createHash } from "node:crypto";
import { sql } from "kysely";
import { anyone } from "../../platform/access.ts";
import { type Context, openOrganization } from "../../platform/context.ts";
import { NotFound } from "../../platform/errors.ts";
import { isLanguage, type Language } from "../../platform/i18n.ts";
import { download } from "../../platform/page.ts";
import { listForCalendar } from "../sessions/list-for-calendar.ts";
import { calendarWords } from "./calendars.messages.ts";
import { ownerOfFeed, readFeedToken } from "./feed-address.ts";
import { calendarText } from "./invitation.ts";

/** All sessions of one person, for her calendar program, which has nothing but the address. */
export const calendarFeed = download("/calendar/:token", {
  access: anyone,
  async send(ctx, { token }) {
    const read = readFeedToken(token);
    if (!read) throw new NotFound();
    await openOrganization(ctx, read.organizationId);
    const personId = await ownerOfFeed(ctx, read);
    if (!personId) throw new NotFound();
    const language = await becomeReaderOf(ctx, personId);
    const events = await listForCalendar(ctx, personId, language);
    // The same sessions are the same text: what a calendar program has, it need not fetch again.
    const latest = new Date(Math.max(0, ...events.map(({ changedAt }) => changedAt.getTime())));
    const body = calendarText(events, latest, { name: calendarWords(language).feedName });
    return {
      contentType: "text/calendar; charset=utf-8",
      body,
      cacheControl: "private, no-cache",
      etag: `"${createHash("sha256").update(body).digest("base64url").slice(0, 27)}"`,
    };
  },
});

/**
 * Opens the organizations of whose feed it is to this request, and only to read: those that ask for a second factor only where
 * she has one.
 */
async function becomeReaderOf(ctx: Context, personId: string): Promise<Language> {
  await sql`select set_config('app.person_id', ${personId}, true)`.execute(ctx.db);
  await sql`
    select set_config('app.organization_ids', coalesce(array_agg(o.id), '{}')::text, true)
    from member m join organization o on o.id = m.organization_id join auth.person p on p.id = m.person_id
    where m.person_id = ${personId} and (cardinality(o.second_factor_roles) = 0 or p.two_factor_enabled)`.execute(ctx.db);
  const { language } = await ctx.db.selectFrom("auth.person").select("language").where("id", "=", personId).executeTakeFirstOrThrow();
  return isLanguage(language) ? language : "en";
}
