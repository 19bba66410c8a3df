/** Somebody as she stands in the directory: what informs first, who she is after it. Pure. */
import type { ParticipantRole } from "../../networks/enrollment/participant.ts";
import { hoursInCommon, type OwnHours } from "../../people/profiles/overlapping-hours.ts";
import type { Profile } from "../../people/profiles/profile.ts";
import { showProfile, type ShownProfile } from "../../people/profiles/show-profile.ts";
import type { ReasonPart } from "../explanations/reason-part.ts";
import type { Askable } from "../requests/request.ts";
import { hideIdentity } from "./hide-identity.ts";
import type { Standing } from "./list-standings.ts";
import { type Freshness, freshnessOf, type ReplyTime, usualReplyTime } from "./reply-time.ts";

export interface FoundPerson {
  /** The participant's. */
  readonly id: string;
  readonly role: ParticipantRole;
  /** In a program that shows names only after a match, there is none before; then her number stands for her. */
  readonly name: string | undefined;
  readonly number: number;
  /** As everybody in the program may see it, her name and picture left out where there is none. */
  readonly profile: ShownProfile;
  readonly hoursInCommon: number | undefined;
  /** 0 to 10,000; undefined where nothing is weighed, and for a coordinator, who is no match for anybody. */
  readonly weight: number | undefined;
  readonly reasons: readonly ReasonPart[];
  /** Whether and when she can be asked, where mentees ask mentors themselves. */
  readonly asking: Askable | undefined;
  readonly freshness: Freshness | undefined;
  readonly replyTime: ReplyTime | undefined;
  readonly places: number;
  readonly freePlaces: number;
  readonly isPaused: boolean;
}

export interface Showing {
  readonly role: ParticipantRole;
  readonly isNameless: boolean;
  readonly ownHours: OwnHours | undefined;
  readonly weight: number | undefined;
  readonly reasons: readonly ReasonPart[];
  readonly asking: Askable | undefined;
  /** On whose clocks hours are compared. */
  readonly at: Date;
  readonly now: Date;
}

export function foundPerson(standing: Standing, profile: Profile, showing: Showing): FoundPerson {
  const { role, ownHours, weight, at, now } = showing;
  const isHidden = showing.isNameless && !standing.isKnown;
  const shown = showProfile(profile, "program");
  const hours = shown.availability;
  return {
    id: standing.id,
    role,
    name: isHidden ? undefined : profile.name,
    number: standing.number,
    profile: isHidden ? withoutIdentity(shown) : shown,
    hoursInCommon: ownHours && hours && hoursInCommon(ownHours, hours, at),
    weight,
    reasons: isHidden ? showing.reasons.filter(tellsNothingOfHer) : showing.reasons,
    asking: showing.asking,
    freshness: freshnessOf(standing.activeAt, now),
    replyTime: usualReplyTime(standing),
    places: standing.places,
    freePlaces: standing.freePlaces,
    isPaused: standing.isPaused,
  };
}

/** Whom one can have now; the others stand below. */
export const isFree = ({ freePlaces, isPaused }: Pick<Standing, "freePlaces" | "isPaused">): boolean => freePlaces > 0 && !isPaused;

/** The same without all that would say who she is. */
export function withoutIdentity(shown: ShownProfile): ShownProfile {
  const hide = (text: string): string => hideIdentity(text, shown.name);
  const hideIn = (skills: ShownProfile["skills"]["gives"]) => skills.map((skill) => ({ ...skill, skill: hide(skill.skill) }));
  return {
    ...shown,
    personId: "",
    name: "",
    picture: undefined,
    // Where she lives and how she is spoken of would say who she is in a small program.
    place: "",
    pronouns: "",
    headline: hide(shown.headline),
    story: hide(shown.story),
    gives: hide(shown.gives),
    hopes: hide(shown.hopes),
    interests: shown.interests.map(hide),
    skills: { gives: hideIn(shown.skills.gives), hopes: hideIn(shown.skills.hopes) },
    email: undefined,
  };
}

/** A choice may be the organization for which she works. */
export const tellsNothingOfHer = ({ fact }: ReasonPart): boolean => fact.kind !== "choices";
