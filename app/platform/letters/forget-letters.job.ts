/** A year after a letter left, what it said goes, and to whom. That there was one for its occasion stays, so that there is no second. */
import { sql } from "kysely";
import { type App, asSystem } from "../context.ts";
import { job } from "../jobs.ts";

/** Long enough to say whether somebody was told; docs/reference/what-is-kept.md says so, too. */
const keptMonths = 12;
/** In transactions of their own, so that delivering goes on meanwhile. */
const atOnce = 2_000;

export const forgetLetters = job<object>("letters.forget", {
  schedule: "51 2 * * *",
  atOnce: 1,
  run: (app, _payload, stopping) => forgetOldLetters(app, stopping),
});

export async function forgetOldLetters(app: App, stopping?: AbortSignal): Promise<void> {
  for (;;) {
    stopping?.throwIfAborted();
    const { numAffectedRows = 0n } = await asSystem(app, ({ db, now }) =>
      // One that has waited for a year to leave is no news any more.
      sql`
        update letter set person_id = null, to_address = '', to_name = '', reply_to = null, subject = '', text_body = '', html_body = '',
          last_error = null, calendar_method = null, calendar_body = null, unsubscribe_token = null, forgotten_at = ${now},
          state = case when state in ('queued', 'failed') then 'bounced' else state end
        where id in (
          select id from letter
          where forgotten_at is null and created_at < ${now}::timestamptz - make_interval(months => ${keptMonths})
          order by created_at limit ${atOnce} for update skip locked)`.execute(db),
    );
    if (numAffectedRows < BigInt(atOnce)) return;
  }
}
