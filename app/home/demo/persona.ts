/** Somebody whom one can be in the demo, and what there is to see as her. Pure. */
export interface PersonaOffer {
  readonly otherName: string;
  readonly answerBy: string;
  readonly isWaitingForMe: boolean;
  readonly hasQuestionForMe: boolean;
}

export interface PersonaPart {
  readonly role: "mentor" | "mentee";
  readonly programName: string;
  readonly isInvited: boolean;
  readonly hasJoined: boolean;
  readonly isComplete: boolean;
  readonly hasLeft: boolean;
  /** Mentors: places that nobody holds. */
  readonly freePlaces: number;
}

export interface Persona {
  readonly personId: string;
  /** What stands before the @ of her address. */
  readonly key: string;
  readonly name: string;
  readonly headline: string;
  readonly organizationName: string;
  readonly memberRole: "owner" | "administrator" | "member";
  readonly looksAfterSafety: boolean;
  readonly coordinates: readonly { readonly name: string; readonly people: number; readonly pairs: number }[];
  readonly parts: readonly PersonaPart[];
  readonly offers: readonly PersonaOffer[];
  /** Names of the others in her pairs. */
  readonly pairs: readonly string[];
  /** A calendar day. */
  readonly pausedUntil: string | null;
}

export type Situation =
  | { readonly kind: "owner" | "administrator" | "safety"; readonly organizationName: string }
  | { readonly kind: "coordinator"; readonly programName: string; readonly people: number; readonly pairs: number }
  | { readonly kind: "to-answer" | "question" | "waits-for-other"; readonly otherName: string; readonly answerBy: Date }
  | { readonly kind: "pair"; readonly otherNames: readonly string[] }
  | { readonly kind: "paused"; readonly until: string }
  | { readonly kind: "free-places"; readonly places: number }
  | { readonly kind: "left" | "not-invited" | "invited" | "incomplete" | "waiting"; readonly programName: string };

/** What there is to say about her, the most urgent first; at most three things. */
export function situationsOf(persona: Persona): Situation[] {
  const { organizationName, memberRole, looksAfterSafety, coordinates, parts, offers, pairs, pausedUntil } = persona;
  const situations: Situation[] = [];
  if (memberRole !== "member") situations.push({ kind: memberRole, organizationName });
  if (looksAfterSafety) situations.push({ kind: "safety", organizationName });
  for (const { name, people, pairs: count } of coordinates)
    situations.push({ kind: "coordinator", programName: name, people, pairs: count });
  for (const { otherName, answerBy, isWaitingForMe, hasQuestionForMe } of offers) {
    const kind = hasQuestionForMe ? "question" : isWaitingForMe ? "to-answer" : "waits-for-other";
    situations.push({ kind, otherName, answerBy: new Date(answerBy) });
  }
  if (pausedUntil !== null) situations.push({ kind: "paused", until: pausedUntil });
  if (pairs.length > 0) situations.push({ kind: "pair", otherNames: pairs });
  for (const part of parts) situations.push(...ofPart(part, offers.length + pairs.length > 0));
  return situations.slice(0, 3);
}

function ofPart(
  { role, programName, isInvited, hasJoined, isComplete, hasLeft, freePlaces }: PersonaPart,
  hasSomebody: boolean,
): Situation[] {
  if (hasLeft) return [{ kind: "left", programName }];
  if (!hasJoined) return [{ kind: isInvited ? "invited" : "not-invited", programName }];
  if (!isComplete) return [{ kind: "incomplete", programName }];
  if (role === "mentor") return freePlaces > 0 ? [{ kind: "free-places", places: freePlaces }] : [];
  return hasSomebody ? [] : [{ kind: "waiting", programName }];
}

/** Those whose eyes show most of a relationship, in the order in which to look through them. */
export const starters = [
  "nomvula.sithole",
  "helen.marsden",
  "ruth.abernathy",
  "lubna.hosseini",
  "gulnara.bekova",
  "bernadette.amoah",
  "siewlan.tan",
] as const;
export type Starter = (typeof starters)[number];
const isStarter = (key: string): key is Starter => (starters as readonly string[]).includes(key);

export interface ChosenPersonas {
  /** Each with what there is to see as her. */
  readonly first: readonly (Persona & { readonly key: Starter })[];
  readonly staff: readonly Persona[];
  readonly mentees: readonly Persona[];
  readonly mentors: readonly Persona[];
}

/** Whom to begin with; the others of the staff; and of everybody else one for each situation that there is, so that everything can be seen through somebody's eyes. */
export function choosePersonas(personas: readonly Persona[]): ChosenPersonas {
  const first = starters.flatMap((key) => personas.filter((persona): persona is Persona & { key: Starter } => persona.key === key));
  const others = personas.filter(({ key }) => !isStarter(key));
  const isStaff = ({ memberRole, looksAfterSafety, coordinates }: Persona): boolean =>
    memberRole !== "member" || looksAfterSafety || coordinates.length > 0;
  const ofRole = (role: "mentor" | "mentee"): Persona[] => {
    const seen = new Set<string>();
    return others.filter((persona) => {
      if (isStaff(persona) || persona.parts[0]?.role !== role) return false;
      const kind = situationsOf(persona)
        .map((situation) => situation.kind)
        .join(" ");
      const isNew = kind !== "" && !seen.has(kind);
      seen.add(kind);
      return isNew;
    });
  };
  return { first, staff: others.filter(isStaff), mentees: ofRole("mentee"), mentors: ofRole("mentor") };
}
