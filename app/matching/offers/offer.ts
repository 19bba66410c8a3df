/** An offer: two people are asked whether they want to be a pair, and by when they answer. Pure. */
export type Side = "mentee" | "mentor";
export const otherSide = (side: Side): Side => (side === "mentee" ? "mentor" : "mentee");

/** `open` and `accepted` hold a place; `ended` was accepted, and its relationship is over. */
export const offerStates = ["open", "accepted", "declined", "expired", "withdrawn", "ended"] as const;
export type OfferState = (typeof offerStates)[number];

/**
 * A short list, so that declining takes one tap, and so that what follows can be right: `not-now` and `enough-people` ask for
 * nobody else, the others do.
 */
export const declineReasons = ["not-now", "enough-people", "not-my-field", "know-each-other", "hours", "other"] as const;
export type DeclineReason = (typeof declineReasons)[number];
export const wantsAnother = (reason: DeclineReason | null): boolean => reason !== "not-now" && reason !== "enough-people";

export interface Answerable {
  readonly state: OfferState;
  readonly answerBy: Date;
  readonly menteeAcceptedAt: Date | null;
  readonly mentorAcceptedAt: Date | null;
}

export const hasRunOut = (offer: Answerable, now: Date): boolean => offer.state === "open" && offer.answerBy <= now;
export const isWaitingFor = (offer: Answerable, side: Side): boolean =>
  offer.state === "open" && (side === "mentee" ? offer.menteeAcceptedAt : offer.mentorAcceptedAt) === null;

/** The lowest numbers from 1 to `capacity` that are not held. */
export function freePlaces(capacity: number, held: Iterable<number>): number[] {
  const taken = new Set(held);
  return (
    Array.from({ length: Math.max(0, capacity) }, (_, index) => index + 1)
      .filter((place) => !taken.has(place))
      // Places above a capacity that shrank meanwhile are still held, and count.
      .slice(0, Math.max(0, capacity - taken.size))
  );
}

/** A reminder goes out when half of the time is over. */
export const remindAt = (createdAt: Date, answerBy: Date): Date => new Date((createdAt.getTime() + answerBy.getTime()) / 2);
