/** A suggestion: a few mentors of a round, put to one mentee, who chooses one of them or none. Pure. */
export const suggestionStates = ["open", "chosen", "none", "lapsed", "withdrawn"] as const;
export type SuggestionState = (typeof suggestionStates)[number];

/** So many mentors are suggested to each mentee, where there are so many. */
export const suggestedEach = 3;

/** A short list, so that saying no takes one tap. */
export const noneReasons = ["not-my-field", "know-each-other", "hours", "not-now", "other"] as const;
export type NoneReason = (typeof noneReasons)[number];

export interface Choosable {
  readonly state: SuggestionState;
  readonly answerBy: Date;
}
export const canChoose = ({ state, answerBy }: Choosable, now: Date): boolean => state === "open" && answerBy > now;
