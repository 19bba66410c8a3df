/** What a guardian is asked at the end. Pure. Each can be left out; from 1, not at all, to 5, very much. */
export const guardianScales = ["good", "safe", "again"] as const;
export type GuardianScale = (typeof guardianScales)[number];
export const guardianSteps = [1, 2, 3, 4, 5] as const;

export const longestGuardianWords = 2000;

export interface GuardianFarewell {
  readonly scales: Readonly<Record<GuardianScale, number | null>>;
  /** Undefined: none, or no longer to be read. */
  readonly words: string | undefined;
}
