/** A session of a relationship: when, where, and what became of it. Pure. */
import type { ProgramFormat } from "../../networks/programs/program.ts";

export const placeKinds = ["link", "room", "phone", "place"] as const;
/** A video link of their own, a room of the installation's video server, the phone, or a place where they meet. */
export type PlaceKind = (typeof placeKinds)[number];

/** `moved`: it was, or will be, at another time than planned. */
export type SessionState = "agreed" | "cancelled" | "held" | "missed" | "moved";
/** `past`: all its times went by without an answer. */
export type ProposalState = "open" | "accepted" | "replaced" | "withdrawn" | "past";
/** What somebody's calendar program said for her. */
export type Reply = "accepted" | "tentative" | "declined";
export const outcomes = ["held", "moved", "missed"] as const;
/** What can become of a session. */
export type Outcome = (typeof outcomes)[number];
/** What somebody of a group says afterwards: it can have taken place without her. */
export const groupAnswers = ["held", "absent", "moved", "missed"] as const;
export type Answer = (typeof groupAnswers)[number];
/** What she can say. */
export const answersFor = (format: ProgramFormat): readonly Answer[] => (format === "group" ? groupAnswers : outcomes);
/** What that says of the session. */
export const outcomeOf = (answer: Answer): Outcome => (answer === "absent" ? "held" : answer);

export const shortestMinutes = 10;
export const longestMinutes = 480;
export const mostTimes = 5;

/** The guide of a first meeting says half an hour, and of many together or of a single conversation an hour. */
const firstMinutes = { "one-to-one": 30, peer: 30, reverse: 30, group: 60, flash: 60 } as const;
export const minutesOfFirst = (format: keyof typeof firstMinutes, usual: number): number => Math.min(firstMinutes[format], usual);

/** Nobody plans further ahead than this. */
export const furthestDays = 366;

export interface Span {
  readonly startsAt: Date;
  readonly endsAt: Date;
}

/** Two that touch do not overlap. */
export const overlaps = (a: Span, b: Span): boolean => a.startsAt < b.endsAt && b.startsAt < a.endsAt;

export const spanOf = (startsAt: Date, minutes: number): Span => ({
  startsAt,
  endsAt: new Date(startsAt.getTime() + minutes * 60_000),
});
export const minutesOf = ({ startsAt, endsAt }: Span): number => Math.round((endsAt.getTime() - startsAt.getTime()) / 60_000);

export interface SessionNow extends Span {
  readonly state: SessionState;
}

/** Its time can be changed, and it can be cancelled: until it begins. */
export const canMove = ({ state, startsAt }: SessionNow, now: Date): boolean => state === "agreed" && startsAt > now;

/** After so many days what one side said counts alone. */
export const patienceDays = 7;
/** It is asked whether it happened for so long, and can be answered. */
export const answerDays = 30;

/** Whether somebody may say what became of it: from its end on, and earlier where it began and nobody came. */
export const canTell = ({ state, startsAt }: SessionNow, now: Date): boolean => state !== "cancelled" && startsAt <= now;

const hourMs = 3_600_000;
export const dayMs = 24 * hourMs;

export type ReminderKind = "day" | "hour";
export interface Reminded extends SessionNow {
  readonly agreedAt: Date;
  readonly remindedDayAt: Date | null;
  readonly remindedHourAt: Date | null;
}

/**
 * The reminder that is due. After a long sleep only the nearer one goes; what was agreed on less than a day ahead needs no
 * reminder a day before, and what has begun none at all.
 */
export function dueReminder(session: Reminded, now: Date): ReminderKind | undefined {
  const left = session.startsAt.getTime() - now.getTime();
  const known = session.startsAt.getTime() - session.agreedAt.getTime();
  if (session.state !== "agreed" || left <= 0) return undefined;
  if (left <= hourMs) return session.remindedHourAt === null && known > hourMs ? "hour" : undefined;
  return left <= dayMs && session.remindedDayAt === null && known > dayMs ? "day" : undefined;
}

export interface Told {
  readonly role: "mentor" | "mentee";
  readonly outcome: Outcome;
}

/**
 * What became of it, by what they said: as soon as both sides say the same and nobody something else. Later, when patience is over,
 * what most said; of equal numbers that it happened, since whoever was there knows.
 */
export function settledOutcome(told: readonly Told[], people: number, isPatienceOver: boolean): Outcome | undefined {
  const said = new Set(told.map(({ outcome }) => outcome));
  const [only] = said;
  if (only === undefined) return undefined;
  const sides = new Set(told.map(({ role }) => role));
  if (said.size === 1 && (sides.size === 2 || told.length >= people)) return only;
  if (!isPatienceOver) return undefined;
  const count = (outcome: Outcome): number => told.filter((one) => one.outcome === outcome).length;
  return outcomes.toSorted((a, b) => count(b) - count(a))[0];
}

export const differ = (told: readonly Told[]): boolean => new Set(told.map(({ outcome }) => outcome)).size > 1;

/** What more than half of those who said something say; undefined where there is no such thing. */
export function majorityOf(told: readonly Told[]): Outcome | undefined {
  return outcomes.find((outcome) => told.filter((one) => one.outcome === outcome).length * 2 > told.length);
}
