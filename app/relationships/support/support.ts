/** Talks of a coordinator with each side. Pure; days are given as "2027-02-01". */
import { daysAfter } from "../pulse/pulse.ts";
import type { RelationshipSetting } from "../settings/setting.ts";

export const hows = ["call", "mail", "meeting"] as const;
export type How = (typeof hows)[number];
export type SupportState = "due" | "done" | "not-reached";

/** 1: worried … 5: glad. */
export const moods = [1, 2, 3, 4, 5] as const;
export type Mood = (typeof moods)[number];
export const longestNote = 4000;
/** Never less than once a quarter. */
export const longestDays = 92;
/** Whoever could not be reached is tried again so many days later. */
export const againDays = 3;
const monthDays = 30;
/** Two talks are never nearer than this by themselves. */
const leastDays = 7;

type Rhythm = Pick<RelationshipSetting, "supportFirstMonth" | "supportEveryDays">;

/** In the first month as often as the program says, evenly; then after each stretch of days. */
export const firstSupportOn = (begunOn: string, { supportFirstMonth, supportEveryDays }: Rhythm): string =>
  daysAfter(begunOn, supportFirstMonth > 0 ? Math.round(monthDays / supportFirstMonth) : supportEveryDays);

/** The next after one on a day; `done` counts that one, too. */
export function nextSupportOn(
  { begunOn, on, done }: { readonly begunOn: string; readonly on: string; readonly done: number },
  { supportFirstMonth, supportEveryDays }: Rhythm,
): string {
  if (done >= supportFirstMonth) return daysAfter(on, Math.min(supportEveryDays, longestDays));
  const planned = daysAfter(begunOn, Math.round((monthDays * (done + 1)) / supportFirstMonth));
  const soonest = daysAfter(on, leastDays);
  return planned > soonest ? planned : soonest;
}

/** A relationship that nobody of its program looks after (any more), or somebody who is in it herself. */
export interface Uncared {
  readonly relationshipId: string;
  readonly programId: string;
  /** Who is or was in it: none of them looks after it. */
  readonly people: readonly string[];
}

/**
 * Who looks after it from now on: of the program's coordinators each time the one with the fewest; or her who was named, as far as
 * she coordinates the program. Null where everybody who could is in it.
 *
 * @param coordinators of each program, those longest there first
 * @param burdens how many relationships each of them looks after already
 */
export function findOwners(
  uncared: readonly Uncared[],
  coordinators: ReadonlyMap<string, readonly string[]>,
  burdens: ReadonlyMap<string, number>,
  heir?: string,
): { readonly relationshipId: string; readonly ownerId: string | null }[] {
  const burden = new Map(burdens);
  const of = (personId: string): number => burden.get(personId) ?? 0;
  return uncared.map(({ relationshipId, programId, people }) => {
    const free = (coordinators.get(programId) ?? []).filter((one) => !people.includes(one));
    const [first, ...others] = free;
    if (first === undefined) return { relationshipId, ownerId: null };
    const ownerId =
      heir !== undefined && free.includes(heir) ? heir : others.reduce((least, one) => (of(one) < of(least) ? one : least), first);
    burden.set(ownerId, of(ownerId) + 1);
    return { relationshipId, ownerId };
  });
}
