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
  readonly name: string;
  readonly headline: string;
  readonly organizationName: string;
  readonly memberRole: "owner" | "administrator" | "member";
  readonly coordinates: readonly { readonly name: string; readonly people: number; readonly pairs: number }[];
  readonly parts: readonly PersonaPart[];
  readonly offers: readonly PersonaOffer[];
  /** Names of the others in her pairs. */
  readonly pairs: readonly string[];
  /** A calendar day. */
  readonly pausedUntil: string | null;
}

export type Situation =
  | { readonly kind: "owner" | "administrator"; readonly organizationName: string }
  | { readonly kind: "coordinator"; readonly programName: string; readonly people: number; readonly pairs: number }
  | { readonly kind: "to-answer" | "question" | "waits-for-other"; readonly otherName: string; readonly answerBy: Date }
  | { readonly kind: "pair"; readonly otherNames: readonly string[] }
  | { readonly kind: "paused"; readonly until: string }
  | { readonly kind: "free-places"; readonly places: number }
  | { readonly kind: "left" | "not-invited" | "invited" | "incomplete" | "waiting"; readonly programName: string };

/** What there is to say about her, the most urgent first; at most three things. */
export function situationsOf(persona: Persona): Situation[] {
  const { organizationName, memberRole, coordinates, parts, offers, pairs, pausedUntil } = persona;
  const situations: Situation[] = [];
  if (memberRole !== "member") situations.push({ kind: memberRole, organizationName });
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

/** The staff; and of the others one for each situation that there is, so that everything can be seen through somebody's eyes. */
export function choosePersonas(personas: readonly Persona[]): { staff: Persona[]; mentees: Persona[]; mentors: Persona[] } {
  const isStaff = ({ memberRole, coordinates }: Persona): boolean => memberRole !== "member" || coordinates.length > 0;
  const ofRole = (role: "mentor" | "mentee"): Persona[] => {
    const seen = new Set<string>();
    return personas.filter((persona) => {
      if (isStaff(persona) || persona.parts[0]?.role !== role) return false;
      const kind = situationsOf(persona)
        .map((situation) => situation.kind)
        .join(" ");
      const isNew = kind !== "" && !seen.has(kind);
      seen.add(kind);
      return isNew;
    });
  };
  return { staff: personas.filter(isStaff), mentees: ofRole("mentee"), mentors: ofRole("mentor") };
}
