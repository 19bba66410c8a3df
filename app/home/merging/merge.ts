/** Two records of one person in an organization: which stays, and what stands in the way. Pure. */
import type { Profile } from "../../people/profiles/profile.ts";

export interface PartOfRecord {
  readonly participantId: string;
  readonly programId: string;
  /** Left out where it is none of the reader's business. */
  readonly programName: string | undefined;
  readonly role: "mentor" | "mentee";
  /** Offers, pairs or places in published rounds, of a peer in either of her parts: others took part in them. */
  readonly hasHistory: boolean;
}

export interface PersonRecord {
  readonly personId: string;
  readonly name: string;
  readonly email: string;
  /** Somebody has proven the address, or set up a way to sign in: then the account is hers alone. */
  readonly isClaimed: boolean;
  readonly isStaff: boolean;
  readonly parts: readonly PartOfRecord[];
  readonly profile: Profile;
  /** How many, in all her parts. */
  readonly answers: number;
}

export type MergeBar =
  | { readonly kind: "both-claimed" }
  | { readonly kind: "staff"; readonly name: string }
  | { readonly kind: "not-yours" }
  | { readonly kind: "with-each-other" }
  | { readonly kind: "two-histories"; readonly program: string };

/** The claimed record stays; of two that nobody has claimed, the one that is wished for. */
export function staying(one: PersonRecord, other: PersonRecord, wish: string | undefined): { stays: PersonRecord; goes: PersonRecord } {
  const isOther = other.isClaimed === one.isClaimed ? wish === other.personId : other.isClaimed;
  return isOther ? { stays: other, goes: one } : { stays: one, goes: other };
}

export const mayChoose = (one: PersonRecord, other: PersonRecord): boolean => !one.isClaimed && !other.isClaimed;

/** Why the two cannot become one, as far as their records tell. */
export function mergeBars(
  { stays, goes }: { readonly stays: PersonRecord; readonly goes: PersonRecord },
  { haveOffers, coordinates }: { readonly haveOffers: boolean; readonly coordinates: (programId: string) => boolean },
): MergeBar[] {
  const bars: MergeBar[] = [];
  if (stays.isClaimed && goes.isClaimed) bars.push({ kind: "both-claimed" });
  if (goes.isStaff) bars.push({ kind: "staff", name: goes.name });
  if ([...stays.parts, ...goes.parts].some(({ programId }) => !coordinates(programId))) bars.push({ kind: "not-yours" });
  if (haveOffers) bars.push({ kind: "with-each-other" });
  for (const { hers, twin } of twins(stays, goes)) {
    if (hers.hasHistory && twin.hasHistory) bars.push({ kind: "two-histories", program: hers.programName ?? "" });
  }
  return bars;
}

/** Where both are in one program in one role. */
export function twins(stays: PersonRecord, goes: PersonRecord): { readonly hers: PartOfRecord; readonly twin: PartOfRecord }[] {
  return stays.parts.flatMap((hers) => {
    const twin = goes.parts.find(({ programId, role }) => programId === hers.programId && role === hers.role);
    return twin ? [{ hers, twin }] : [];
  });
}
