/** What one person may see of another. Which relation holds between them is found out by the rooms above. Pure. */
import type { OwnHours } from "./overlapping-hours.ts";
import { type Audience, type Direction, pictureHref, type Profile, type Skill, type VisibleField } from "./profile.ts";

/**
 * What the asking person is to the other, the closest first: herself; administers the organization or coordinates a program in
 * which the other takes part; is in an active relationship with her; is asked about in an open offer with her; takes part in one
 * of her programs; is in the same organization.
 */
export const relations = ["self", "coordinator", "partner", "match", "program", "organization"] as const;
export type Relation = (typeof relations)[number];

const sees: Readonly<Record<Relation, readonly Audience[]>> = {
  self: ["coordinators", "matches", "program", "organization"],
  coordinator: ["coordinators", "matches", "program", "organization"],
  partner: ["matches", "program", "organization"],
  match: ["matches", "program", "organization"],
  program: ["program", "organization"],
  organization: ["organization"],
};
/** The address is for those who write to each other: fixed, so that nobody gives it away by a slip. */
const seesEmail: ReadonlySet<Relation> = new Set(["self", "coordinator", "partner"]);

/** Plain data: what is not there and what is not shown look the same. */
export interface ShownProfile {
  readonly personId: string;
  readonly name: string;
  readonly picture: string | undefined;
  readonly pronouns: string;
  readonly headline: string;
  readonly story: string;
  readonly languages: readonly string[];
  readonly timeZone: string | null;
  readonly place: string;
  readonly country: string | null;
  readonly interests: readonly string[];
  readonly gives: string;
  readonly hopes: string;
  readonly skills: Readonly<Record<Direction, readonly Skill[]>>;
  /** With the clock that they stand on, even where `timeZone` is not shown: whoever sees the hours may know when they are. */
  readonly availability: OwnHours | undefined;
  readonly email: string | undefined;
}

export const maySee = (profile: Pick<Profile, "visibility">, relation: Relation, field: VisibleField): boolean =>
  sees[relation].includes(profile.visibility[field]);

export function showProfile(profile: Profile, relation: Relation): ShownProfile {
  const seen = <T, E>(field: VisibleField, value: T, otherwise: E): T | E => (maySee(profile, relation, field) ? value : otherwise);
  return {
    personId: profile.personId,
    name: profile.name,
    picture: profile.pictureId === null ? undefined : pictureHref(profile.organizationId, profile.pictureId),
    pronouns: seen("pronouns", profile.pronouns, ""),
    headline: seen("headline", profile.headline, ""),
    story: seen("story", profile.story, ""),
    languages: seen("languages", profile.languages, []),
    timeZone: seen("timeZone", profile.timeZone, null),
    place: seen("place", profile.place, ""),
    country: seen("place", profile.country, null),
    interests: seen("interests", profile.interests, []),
    gives: seen("gives", profile.gives, ""),
    hopes: seen("hopes", profile.hopes, ""),
    skills: seen("skills", profile.skills, { gives: [], hopes: [] }),
    availability:
      profile.availability.length === 0
        ? undefined
        : seen("availability", { hours: profile.availability, zone: profile.timeZone }, undefined),
    email: seesEmail.has(relation) ? profile.email : undefined,
  };
}
