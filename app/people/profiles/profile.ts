/** What a person shows of herself in one organization, and who sees which part of it. Pure. */

/** Who sees a field, beside the person herself: each of these sees what the ones after it see, too. */
export const audiences = ["coordinators", "matches", "program", "organization"] as const;
export type Audience = (typeof audiences)[number];

/** Fields whose audience the person chooses. Name and picture are for everyone in the organization; the address never is. */
export const visibleFields = [
  "pronouns",
  "headline",
  "story",
  "languages",
  "place",
  "timeZone",
  "skills",
  "gives",
  "hopes",
  "interests",
  "availability",
  "activity",
] as const;
export type VisibleField = (typeof visibleFields)[number];
export type Visibility = Readonly<Record<VisibleField, Audience>>;

export const usualVisibility: Visibility = {
  pronouns: "organization",
  headline: "organization",
  languages: "organization",
  story: "program",
  place: "program",
  timeZone: "program",
  skills: "program",
  gives: "program",
  hopes: "program",
  interests: "program",
  availability: "matches",
  activity: "program",
};

export const directions = ["gives", "hopes"] as const;
export type Direction = (typeof directions)[number];
/** From "just beginning" to "expert"; the words are in the catalog. */
export const skillLevels = [1, 2, 3, 4, 5] as const;
export type SkillLevel = (typeof skillLevels)[number];
export interface Skill {
  readonly skill: string;
  readonly level: SkillLevel | null;
}

export interface Profile {
  readonly organizationId: string;
  readonly personId: string;
  readonly name: string;
  readonly pronouns: string;
  readonly headline: string;
  readonly story: string;
  /** BCP 47 codes. */
  readonly languages: readonly string[];
  readonly timeZone: string | null;
  readonly place: string;
  /** ISO 3166 alpha-2. */
  readonly country: string | null;
  readonly interests: readonly string[];
  readonly gives: string;
  readonly hopes: string;
  readonly skills: Readonly<Record<Direction, readonly Skill[]>>;
  /** Hours of the week in her own time zone: 0 is Monday 00:00 to 01:00. */
  readonly availability: readonly number[];
  readonly pictureId: string | null;
  /** The last day of her pause. */
  readonly pausedUntil: string | null;
  readonly visibility: Visibility;
  readonly editedAt: Date | null;
  readonly email: string;
}

/** What was chosen, with the usual where nothing was; what is no choice (any more) counts as none. */
export function visibilityOf(chosen: unknown): Visibility {
  const known = (typeof chosen === "object" && chosen !== null ? chosen : {}) as Readonly<Record<string, unknown>>;
  return Object.fromEntries(
    visibleFields.map((field) => [field, audiences.find((audience) => audience === known[field]) ?? usualVisibility[field]]),
  ) as Record<VisibleField, Audience>;
}

/** @param today the calendar day of whoever asks, as "2027-02-01" */
export const isPaused = ({ pausedUntil }: Pick<Profile, "pausedUntil">, today: string): boolean =>
  pausedUntil !== null && pausedUntil >= today;

/** Where a picture is fetched. */
export const pictureHref = (organizationId: string, pictureId: string): string => `/organizations/${organizationId}/pictures/${pictureId}`;

/** What would help others to find her, and is not there yet; each stands in the section of this name. */
export const hintedParts = ["picture", "headline", "languages", "timeZone", "story", "skills", "availability"] as const;
export type HintedPart = (typeof hintedParts)[number];

export function missingParts(profile: Profile): HintedPart[] {
  const isThere: Readonly<Record<HintedPart, boolean>> = {
    picture: profile.pictureId !== null,
    headline: profile.headline !== "",
    languages: profile.languages.length > 0,
    timeZone: profile.timeZone !== null,
    story: profile.story !== "",
    skills: directions.some((direction) => profile.skills[direction].length > 0 || profile[direction] !== ""),
    availability: profile.availability.length > 0,
  };
  return hintedParts.filter((part) => !isThere[part]);
}
