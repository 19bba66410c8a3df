/** When nobody of a relationship is in touch: reminded, asked whether it goes on, warned, concluded. Pure; days are of the calendar. */
import { daysBetween } from "../life/days.ts";
import type { RelationshipSetting } from "../settings/setting.ts";

export interface Quiet {
  /** The day of the last contact. */
  readonly since: string;
  /** The longest silence that it was reminded of since then. */
  readonly nudgedDays: number;
  readonly askedOn: string | null;
  readonly warnedOn: string | null;
}

export type QuietStep = { readonly step: "nudge"; readonly days: number } | { readonly step: "ask" | "warn" | "conclude" };

/** Before it is concluded everybody has had this many days since the warning, however long the server slept. */
const leastDaysWarned = 1;
const daysWarned = 3;

/**
 * What is due today, if anything; of several reminders that time has passed by, the last. Asking, warning and concluding follow
 * each other, each on a later day: nobody's relationship ends because we were late.
 */
export function quietStep(quiet: Quiet, setting: RelationshipSetting, today: string): QuietStep | undefined {
  const silent = daysBetween(quiet.since, today);
  if (quiet.askedOn === null) {
    if (silent >= setting.inactiveDays) return { step: "ask" };
    const days = Math.max(0, ...setting.nudgeDays.filter((day) => day <= silent));
    return days > quiet.nudgedDays ? { step: "nudge", days } : undefined;
  }
  const asked = daysBetween(quiet.askedOn, today);
  if (quiet.warnedOn === null) return asked >= Math.max(1, setting.concludeDays - daysWarned) ? { step: "warn" } : undefined;
  const isWarned = daysBetween(quiet.warnedOn, today) >= Math.min(daysWarned, Math.max(leastDaysWarned, setting.concludeDays - 1));
  return asked >= setting.concludeDays && isWarned ? { step: "conclude" } : undefined;
}
