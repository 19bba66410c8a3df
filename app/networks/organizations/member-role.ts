/** Standing in an organization. Pure. */
export type MemberRole = "owner" | "administrator" | "member";

/** What somebody is on the organization's team: a coordinator is a member who runs at least one program. */
export type TeamRole = "owner" | "administrator" | "coordinator";

/** Whom an organization may ask for a second factor. */
export const secondFactorRoles = ["owner", "administrator", "coordinator", "mentor", "mentee"] as const;

/** An owner may change every role; an administrator all but an owner's, and she makes no owners. */
export const mayChangeRole = (by: MemberRole, before: MemberRole, after: MemberRole): boolean =>
  by === "owner" || (by === "administrator" && before !== "owner" && after !== "owner");

/** The standing that somebody on the team has underneath: coordinators are members who run programs. */
export const memberRoleOf = (role: TeamRole): MemberRole => (role === "coordinator" ? "member" : role);
