/** Somebody who stands by a person who takes part, and sees a little of how it goes. Pure. */
export const guardianRelations = ["parent", "carer", "relative", "other"] as const;
export type GuardianRelation = (typeof guardianRelations)[number];

/** So many at once for one person. */
export const mostGuardians = 4;

/** Where somebody sees who her guardians are, and whose guardian she is. */
export const ownGuardiansPath = (organizationId: string): string => `/organizations/${organizationId}/guardians`;

/** "Jonas" of "Jonas Mentor": as much as a guardian needs to know of whom her child talks about. */
export const firstNameOf = (name: string): string => name.trim().split(/\s+/u)[0] ?? "";
