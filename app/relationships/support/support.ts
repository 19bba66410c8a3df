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

export interface Owned {
  readonly relationshipId: string;
  readonly programId: string;
  readonly ownerId: string | null;
}

/**
 * Who looks after what nobody of its program looks after (any more): of the program's coordinators each time the one with the
 * fewest; or her who was named, as far as she coordinates the program. What has its owner keeps her.
 *
 * @param coordinators of each program, those longest there first
 */
export function findOwners(
  owned: readonly Owned[],
  coordinators: ReadonlyMap<string, readonly string[]>,
  heir?: string,
): { readonly relationshipId: string; readonly ownerId: string }[] {
  const burden = new Map<string, number>();
  const isCared = ({ programId, ownerId }: Owned): boolean => ownerId !== null && (coordinators.get(programId) ?? []).includes(ownerId);
  const carry = (personId: string): void => void burden.set(personId, (burden.get(personId) ?? 0) + 1);
  for (const one of owned) if (isCared(one)) carry(one.ownerId!);
  return owned
    .filter((one) => !isCared(one))
    .flatMap(({ relationshipId, programId }) => {
      const all = coordinators.get(programId) ?? [];
      const [first, ...others] = all;
      if (first === undefined) return [];
      const ownerId =
        heir !== undefined && all.includes(heir)
          ? heir
          : others.reduce((least, one) => ((burden.get(one) ?? 0) < (burden.get(least) ?? 0) ? one : least), first);
      carry(ownerId);
      return [{ relationshipId, ownerId }];
    });
}
