import type { Context } from "../../platform/context.ts";
import { defaultSetting, type RelationshipSetting } from "./setting.ts";

/** How relationships of this program go; the defaults where nobody has said otherwise. */
export async function findSetting(ctx: Context, organizationId: string, programId: string): Promise<RelationshipSetting> {
  const row = await ctx.db
    .selectFrom("relationship_setting")
    .select([
      "meet_every_days as meetEveryDays",
      "session_minutes as sessionMinutes",
      "first_meeting_days as firstMeetingDays",
      "length_months as lengthMonths",
      "coordinator_signs as coordinatorSigns",
      "guardian_signs as guardianSigns",
      "nudge_days as nudgeDays",
      "inactive_days as inactiveDays",
      "conclude_days as concludeDays",
      "pulse_first_days as pulseFirstDays",
      "pulse_every_days as pulseEveryDays",
      "support_first_month as supportFirstMonth",
      "support_every_days as supportEveryDays",
      "close_days as closeDays",
      "cool_off_days as coolOffDays",
      "keep_months as keepMonths",
    ])
    .where("organization_id", "=", organizationId)
    .where("program_id", "=", programId)
    .executeTakeFirst();
  return row ?? defaultSetting;
}
