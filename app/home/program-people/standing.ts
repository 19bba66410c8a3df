/** Where somebody stands in a program, gathered from every room: enrollment, rounds, offers, letters. Pure. */

/** By which the list of people is narrowed; one person may be in several, as a funnel has it. */
export const standings = [
  "added",
  "invited",
  "not-joined",
  "joined",
  "complete",
  "ready",
  "not-chosen",
  "offered",
  "unanswered",
  "accepted",
  "declined",
  "expired",
  "waiting",
  "paused",
  "returned",
  "withdrawn",
] as const;
export type Standing = (typeof standings)[number];

/** The figures of the program page, in the order in which people go through them. */
export const funnel = [
  "invited",
  "joined",
  "complete",
  "ready",
  "offered",
  "unanswered",
  "accepted",
  "declined",
  "expired",
  "waiting",
] as const satisfies readonly Standing[];

/** The one word for where somebody is; sorted from the first step to the last. */
export const stages = [
  "added",
  "invited",
  "joined",
  "complete",
  "ready",
  "waiting",
  "declined",
  "expired",
  "unanswered",
  "offered",
  "accepted",
  "paused",
  "withdrawn",
] as const;
export type Stage = (typeof stages)[number];

/** Peers are neither mentors nor mentees, and stand once. */
export type StandingRole = "mentor" | "mentee" | "peer";

/** How a list of people is narrowed: what stands in its address, and what a letter to a chosen set keeps. */
export interface PeopleFilter {
  readonly role?: "mentor" | "mentee" | undefined;
  readonly standing?: Standing | undefined;
  /** In name or e-mail. */
  readonly search?: string | undefined;
}

export function readFilter(query: URLSearchParams): PeopleFilter {
  const role = query.get("role");
  const standing = standings.find((one) => one === query.get("stage"));
  const search = (query.get("q") ?? "").replaceAll("\0", "").trim().slice(0, 200);
  return {
    ...((role === "mentor" || role === "mentee") && { role }),
    ...(standing && { standing }),
    ...(search !== "" && { search }),
  };
}

/** The same as a part of an address. */
export function filterQuery({ role, standing, search }: PeopleFilter): Record<string, string> {
  return { ...(role && { role }), ...(standing && { stage: standing }), ...(search !== undefined && { q: search }) };
}
