/** A request: a mentee asks a mentor, with a few words of her own, and the mentor answers by a date. Pure. */
import { declineReasons } from "../offers/offer.ts";

export const requestStates = ["open", "accepted", "declined", "expired", "withdrawn"] as const;
export type RequestState = (typeof requestStates)[number];

/** Why a request ended without an answer of the mentor's. */
export type WithdrawnBecause =
  | "mentee"
  /** The mentee has found somebody else. */
  | "found-somebody"
  | "mentor-full"
  | "mentor-paused"
  | "somebody-left"
  | "coordinator"
  | "mode-changed";

/** The same short list as for offers, but for what a mentee alone would say. */
export const requestDeclineReasons = declineReasons;
export type RequestDeclineReason = (typeof requestDeclineReasons)[number];

export const longestWords = 2000;
/** A mentor is never asked more often at once, for each place that she has free. */
const mostOpenPerPlace = 3;
export const mostEachMonth = 50;

export interface AnswerableRequest {
  readonly state: RequestState;
  readonly answerBy: Date;
}
export const requestHasRunOut = (request: AnswerableRequest, now: Date): boolean => request.state === "open" && request.answerBy <= now;

/** What comes of a request that came to nothing: the next choice is asked only where the mentee did not end it herself. */
export const fallsOn = (request: {
  readonly state: RequestState;
  readonly fallsOn: boolean;
  readonly withdrawnBecause: WithdrawnBecause | null;
}): boolean =>
  request.fallsOn &&
  (request.state === "declined" ||
    request.state === "expired" ||
    (request.state === "withdrawn" &&
      (request.withdrawnBecause === "mentor-full" ||
        request.withdrawnBecause === "mentor-paused" ||
        request.withdrawnBecause === "somebody-left")));

/** The lowest of her slots that is free; undefined where she has as many open requests as she may. */
export function freeSlot(held: readonly number[], most: number): number | undefined {
  for (let slot = 1; slot <= most; slot++) if (!held.includes(slot)) return slot;
  return undefined;
}

/** How much is asked of a mentor now. */
export interface RequestLoad {
  readonly freePlaces: number;
  readonly open: number;
  /** When the first of her open requests will be answered or run out, at the latest. */
  readonly nextAnswerBy: Date | null;
  /** By her own wish; null: no limit. */
  readonly eachMonth: number | null;
  /** Requests that she got in the last 30 days. */
  readonly lastMonth: number;
  /** When the oldest of those will be 30 days old. */
  readonly monthPassesAt: Date | null;
}

export type Askable =
  | { readonly can: "be-asked" }
  | { readonly can: "not"; readonly why: "no-place" }
  /** Many have asked already, or she wished for fewer: she can be asked again after then. */
  | { readonly can: "not"; readonly why: "many-requests"; readonly after: Date | null };

export function askable(load: RequestLoad): Askable {
  if (load.freePlaces <= 0) return { can: "not", why: "no-place" };
  if (load.eachMonth !== null && load.lastMonth >= load.eachMonth) return { can: "not", why: "many-requests", after: load.monthPassesAt };
  if (load.open >= load.freePlaces * mostOpenPerPlace) return { can: "not", why: "many-requests", after: load.nextAnswerBy };
  return { can: "be-asked" };
}
