/** A background check: that one was made, and until when it counts. Pure; days are given as "2027-02-01". */

export const checkKinds = ["criminal-record", "barred-list", "references", "identity", "other"] as const;
export type CheckKind = (typeof checkKinds)[number];

/** Only what was passed counts. `conditional`: something is still wanted before it does. */
export const decisions = ["passed", "conditional", "not-passed"] as const;
export type Decision = (typeof decisions)[number];

/** Where nothing else is said, a check counts so long. */
export const usualMonths = 12;
/** And never longer. */
export const mostMonths = 60;
/** Who was checked is told so many days before it runs out; so is her coordinator, where the program has not said otherwise. */
export const warnedDays = 30;

export const longestProvider = 200;
export const longestJurisdictions = 300;
export const longestReference = 100;
export const longestRemark = 300;

/** What is known of the newest check of one kind that was not voided. */
export interface NewestCheck {
  readonly checkId: string;
  readonly kind: CheckKind;
  /** The last day on which it counts; null: it does not count. */
  readonly expiresOn: string | null;
}

export const counts = ({ expiresOn }: Pick<NewestCheck, "expiresOn">, today: string): boolean => expiresOn !== null && expiresOn >= today;

/** Of the kinds that are needed those that nothing counts for today. */
export const missingOf = (needed: readonly CheckKind[], newest: readonly NewestCheck[], today: string): CheckKind[] =>
  needed.filter((kind) => !newest.some((one) => one.kind === kind && counts(one, today)));

export const checksPath = (organizationId: string, personId: string): string =>
  `/organizations/${organizationId}/people/${personId}/checks`;
