/** How it goes between them, asked of each apart. Pure; days are given as "2027-02-01". */
import type { RelationshipSetting } from "../settings/setting.ts";

export const items = ["heard", "trust", "useful", "challenged", "onTrack"] as const;
export type Item = (typeof items)[number];

/** 1: not at all … 5: very much. */
export const levels = [1, 2, 3, 4, 5] as const;
export type Level = (typeof levels)[number];
export type Levels = Readonly<Partial<Record<Item, Level>>>;

export const fits = ["yes", "unsure", "no"] as const;
export type Fit = (typeof fits)[number];

export type AskingKind = "fit" | "pulse";

export const longestComment = 2000;
/** It can be answered, and the answer changed, for so long. */
export const openDays = 30;
/** Whoever was undecided whether it fits is asked once more, so many days after she said so. */
const fitAgainDays = 28;
/** Letters that ask leave from this hour on, where the organization is. */
const fromHour = 9;

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

export const daysAfter = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);

/** Yesterday's, until the hour at which letters leave: what is due today is due from then on. */
export const askingMoment = (now: Date): Date => new Date(now.getTime() - fromHour * hourMs);

export const canAnswer = ({ askedAt }: { readonly askedAt: Date }, now: Date): boolean =>
  askedAt.getTime() + openDays * dayMs > now.getTime();

/**
 * The day on which the next pulse is asked of everybody in it: counted from the last, so that after a break, or a sleep of the server,
 * it is asked once and not at short intervals.
 */
export const nextPulseOn = (
  { begunOn, lastAskedOn }: { readonly begunOn: string; readonly lastAskedOn: string | null },
  { pulseFirstDays, pulseEveryDays }: Pick<RelationshipSetting, "pulseFirstDays" | "pulseEveryDays">,
): string => (lastAskedOn === null ? daysAfter(begunOn, pulseFirstDays) : daysAfter(lastAskedOn, pulseEveryDays));

export interface FitAsked {
  readonly number: number;
  readonly fit: Fit | null;
  /** The day of her answer. */
  readonly answeredOn: string | null;
}

/** Whether the fit question is due for one of them: once they have met; and once more if she was undecided. */
export function isFitDue(asked: readonly FitAsked[], hasMet: boolean, today: string): boolean {
  if (asked.length === 0) return hasMet;
  const [first] = asked;
  return asked.length === 1 && first?.fit === "unsure" && first.answeredOn !== null && daysAfter(first.answeredOn, fitAgainDays) <= today;
}

/** The mean of what was answered, from 1 to 5; undefined where nothing was. */
export function levelOf(answers: Levels): number | undefined {
  const given = items.flatMap((item) => answers[item] ?? []);
  return given.length === 0 ? undefined : given.reduce((sum, one) => sum + one, 0) / given.length;
}

export interface AnsweredPulse {
  readonly role: "mentor" | "mentee";
  readonly number: number;
  readonly askedAt: Date;
  readonly level: number | null;
}

export interface PulsePoint {
  readonly number: number;
  readonly askedAt: Date;
  /** The mean of a side, where anybody of it answered. */
  readonly mentor: number | undefined;
  readonly mentee: number | undefined;
  /** Between the two sides. */
  readonly distance: number | undefined;
}

/** A line for each side and how far they are apart, from the first asking to the last. */
export function pulseLines(pulses: readonly AnsweredPulse[]): PulsePoint[] {
  const numbers = [...new Set(pulses.map(({ number }) => number))].toSorted((a, b) => a - b);
  return numbers.map((number) => {
    const of = pulses.filter((one) => one.number === number);
    const side = (role: "mentor" | "mentee"): number | undefined => {
      const given = of.flatMap((one) => (one.role === role && one.level !== null ? [one.level] : []));
      return given.length === 0 ? undefined : given.reduce((sum, one) => sum + one, 0) / given.length;
    };
    const [mentor, mentee] = [side("mentor"), side("mentee")];
    return {
      number,
      askedAt: of[0]!.askedAt,
      mentor,
      mentee,
      distance: mentor === undefined || mentee === undefined ? undefined : Math.abs(mentor - mentee),
    };
  });
}
