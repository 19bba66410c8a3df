/** How relationships of a program go. Pure. Days are counted, months are of the calendar. */
export interface RelationshipSetting {
  /** How often the two want to meet, where their agreement says nothing else. */
  readonly meetEveryDays: number;
  readonly sessionMinutes: number;
  /** The first meeting is due so many days after the beginning. */
  readonly firstMeetingDays: number;
  /** Null: open-ended. */
  readonly lengthMonths: number | null;
  /** The agreement is signed by a coordinator, too. */
  readonly coordinatorSigns: boolean;
  /** A guardian of whoever is accompanied signs it, too. */
  readonly guardianSigns: boolean;
  /** Reminders to get in touch, after so many days without contact. */
  readonly nudgeDays: readonly number[];
  /** Asked whether it goes on after so many days without contact … */
  readonly inactiveDays: number;
  /** … and concluded so many days later, where nobody answers. */
  readonly concludeDays: number;
  readonly pulseFirstDays: number;
  readonly pulseEveryDays: number;
  /** Support contacts with each side in the first month, and how often after that. */
  readonly supportFirstMonth: number;
  readonly supportEveryDays: number;
  /** Channels stay open so long once it comes to its end. */
  readonly closeDays: number;
  /** A new match so many days after the end at the earliest. */
  readonly coolOffDays: number;
  /** What the two wrote to each other is kept so many months after the end. */
  readonly keepMonths: number;
}

/** Where a program has not said otherwise. */
export const defaultSetting: RelationshipSetting = {
  meetEveryDays: 14,
  sessionMinutes: 60,
  firstMeetingDays: 14,
  lengthMonths: null,
  coordinatorSigns: false,
  guardianSigns: false,
  nudgeDays: [7, 14, 21],
  inactiveDays: 90,
  concludeDays: 7,
  pulseFirstDays: 30,
  pulseEveryDays: 60,
  supportFirstMonth: 2,
  supportEveryDays: 30,
  closeDays: 14,
  coolOffDays: 14,
  keepMonths: 12,
};

export type CountedSetting = Exclude<keyof RelationshipSetting, "coordinatorSigns" | "guardianSigns" | "nudgeDays">;

/** The least and the most of each; the table holds them, too. */
export const settingLimits: Readonly<Record<CountedSetting, readonly [least: number, most: number]>> = {
  meetEveryDays: [1, 120],
  sessionMinutes: [10, 480],
  firstMeetingDays: [1, 120],
  lengthMonths: [1, 60],
  inactiveDays: [14, 365],
  concludeDays: [1, 60],
  pulseFirstDays: [7, 180],
  pulseEveryDays: [14, 365],
  supportFirstMonth: [0, 8],
  // Never less than once a quarter.
  supportEveryDays: [7, 92],
  closeDays: [0, 90],
  coolOffDays: [0, 180],
  keepMonths: [1, 60],
};

const mostNudges = 5;

/** "7, 14, 21", as it is typed in any of our languages; undefined where it cannot be read. */
export function readNudgeDays(typed: string): number[] | undefined {
  const parts = typed.split(/[\s,;،؛]+/u).filter(Boolean);
  if (parts.length > mostNudges || !parts.every((part) => /^\d{1,3}$/u.test(part))) return undefined;
  const days = [...new Set(parts.map(Number))].toSorted((a, b) => a - b);
  return days.every((day) => day >= 1 && day <= settingLimits.inactiveDays[1]) ? days : undefined;
}
