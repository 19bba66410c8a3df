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
}

/** Where a program has not said otherwise. */
export const defaultSetting: RelationshipSetting = {
  meetEveryDays: 14,
  sessionMinutes: 60,
  firstMeetingDays: 14,
  lengthMonths: null,
  coordinatorSigns: false,
  nudgeDays: [7, 14, 21],
  inactiveDays: 90,
  concludeDays: 7,
  pulseFirstDays: 30,
  pulseEveryDays: 60,
  supportFirstMonth: 2,
  supportEveryDays: 30,
  closeDays: 14,
  coolOffDays: 14,
};
