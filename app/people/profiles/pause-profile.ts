import type { PersonalContext } from "../../platform/context.ts";
import { Invalid, NotFound } from "../../platform/errors.ts";
import { profileWords } from "./profile.messages.ts";

const mostYears = 2;

/** The calendar day where somebody is, as "2027-02-01". */
export const dayIn = (timeZone: string, at: Date): string => new Intl.DateTimeFormat("en-CA", { timeZone, dateStyle: "short" }).format(at);

/** The same day of a later month, or that month's last. */
export function monthsLater(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10);
}

/** "Not now", until and with that day, in all programs of the organization; null: she is back. */
export async function pauseProfile(ctx: PersonalContext, organizationId: string, until: string | null): Promise<void> {
  const today = dayIn(ctx.reader.timeZone, ctx.now);
  if (until !== null && until < today) throw new Invalid({ until: (language) => profileWords(language).pauseInPast });
  if (until !== null && until > monthsLater(today, 12 * mostYears))
    throw new Invalid({ until: (language) => profileWords(language).pauseTooLong });
  const changed = await ctx.db
    .updateTable("profile")
    .set({ paused_until: until, updated_at: ctx.now })
    .where("organization_id", "=", organizationId)
    .where("person_id", "=", ctx.actor.personId)
    .returning("person_id")
    .executeTakeFirst();
  if (!changed) throw new NotFound();
}
