import { lockProgram } from "../../networks/programs/find-program.ts";
import { audit } from "../../platform/audit.ts";
import type { Context } from "../../platform/context.ts";
import { Invalid } from "../../platform/errors.ts";
import { findSetting } from "./find-setting.ts";
import type { RelationshipSetting } from "./setting.ts";
import { settingWords } from "./settings.messages.ts";

interface OfProgram {
  readonly organizationId: string;
  readonly programId: string;
}

/** Settles how the relationships of a program go from now on; returns the names of what is another than before. */
export async function saveSetting(
  ctx: Context,
  { organizationId, programId }: OfProgram,
  setting: RelationshipSetting,
): Promise<readonly (keyof RelationshipSetting)[]> {
  await lockProgram(ctx, organizationId, programId);
  if (setting.nudgeDays.some((day) => day >= setting.inactiveDays))
    throw new Invalid({ nudgeDays: (language) => settingWords(language).nudgeTooLate });
  const before = await findSetting(ctx, organizationId, programId);
  const changed = (Object.keys(setting) as (keyof RelationshipSetting)[]).filter((name) => String(setting[name]) !== String(before[name]));
  if (changed.length === 0) return changed;
  await writeSetting(ctx, { organizationId, programId }, setting);
  const pick = (of: RelationshipSetting) => Object.fromEntries(changed.map((name) => [name, of[name]]));
  await audit(ctx, {
    organizationId,
    act: "relationship-setting.changed",
    subjectKind: "program",
    subjectId: programId,
    detail: { from: pick(before), to: pick(setting) },
  });
  return changed;
}

export async function writeSetting(ctx: Context, { organizationId, programId }: OfProgram, setting: RelationshipSetting): Promise<void> {
  const columns = {
    meet_every_days: setting.meetEveryDays,
    session_minutes: setting.sessionMinutes,
    first_meeting_days: setting.firstMeetingDays,
    length_months: setting.lengthMonths,
    coordinator_signs: setting.coordinatorSigns,
    guardian_signs: setting.guardianSigns,
    nudge_days: [...setting.nudgeDays],
    inactive_days: setting.inactiveDays,
    conclude_days: setting.concludeDays,
    pulse_first_days: setting.pulseFirstDays,
    pulse_every_days: setting.pulseEveryDays,
    support_first_month: setting.supportFirstMonth,
    support_every_days: setting.supportEveryDays,
    close_days: setting.closeDays,
    cool_off_days: setting.coolOffDays,
    keep_months: setting.keepMonths,
  };
  await ctx.db
    .insertInto("relationship_setting")
    .values({ organization_id: organizationId, program_id: programId, ...columns })
    .onConflict((conflict) => conflict.columns(["organization_id", "program_id"]).doUpdateSet(columns))
    .execute();
}
