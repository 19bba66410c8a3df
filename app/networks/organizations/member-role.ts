/** Standing in an organization. Pure. */
export const memberRoles = ["owner", "administrator", "member"] as const;
export type MemberRole = (typeof memberRoles)[number];

/** What somebody is on the organization's team: a coordinator is a member who runs at least one program. */
export type TeamRole = "owner" | "administrator" | "coordinator";

/** Whom an organization may ask for a second factor. */
export const secondFactorRoles = ["owner", "administrator", "coordinator", "mentor", "mentee"] as const;
export type SecondFactorRole = (typeof secondFactorRoles)[number];
