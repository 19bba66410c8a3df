/** When somebody is told by letter: her own wish, in all organizations. */
import { sql } from "kysely";
import type { Context, PersonalContext } from "../../platform/context.ts";
import { defaultLetterSetting, type LetterSetting } from "./letter-time.ts";

export async function findLetterSetting(ctx: Context, personId: string): Promise<LetterSetting> {
  const row = await ctx.db
    .selectFrom("auth.message_setting")
    .select(["letters", "daily_hour as dailyHour", "quiet_from as quietFrom", "quiet_until as quietUntil"])
    .where("person_id", "=", personId)
    .executeTakeFirst();
  return row ?? defaultLetterSetting;
}

/** What waits for her is looked at anew, by what she wishes now. */
export async function saveLetterSetting(ctx: PersonalContext, setting: LetterSetting): Promise<void> {
  const { personId } = ctx.actor;
  const values = {
    letters: setting.letters,
    daily_hour: setting.dailyHour,
    quiet_from: setting.quietFrom,
    quiet_until: setting.quietUntil,
  };
  await ctx.db
    .insertInto("auth.message_setting")
    .values({ person_id: personId, ...values })
    .onConflict((conflict) => conflict.column("person_id").doUpdateSet(values))
    .execute();
  await sql`
    update conversation_person p set look_at = ${ctx.now} from conversation c
    where p.person_id = ${personId} and c.organization_id = p.organization_id and c.relationship_id = p.relationship_id
      and c.newest > greatest(p.read_number, p.told_number)`.execute(ctx.db);
}
