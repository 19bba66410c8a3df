/** Somebody's part in a program. Pure. */
export const participantRoles = ["mentee", "mentor"] as const;
export type ParticipantRole = (typeof participantRoles)[number];
export type AddedBy = "coordinator" | "import" | "sign-up" | "demo";

export const mostPlaces = 50;

export interface Participant {
  readonly id: string;
  readonly programId: string;
  readonly personId: string;
  readonly role: ParticipantRole;
  readonly name: string;
  readonly email: string;
  /** Mentors: places; null is the program's own number. */
  readonly capacity: number | null;
  readonly addedBy: AddedBy;
  readonly importId: string | null;
  readonly createdAt: Date;
  readonly invitedAt: Date | null;
  readonly joinedAt: Date | null;
  readonly attestedAt: Date | null;
  readonly completedAt: Date | null;
  readonly withdrawnAt: Date | null;
  readonly editedAt: Date | null;
  /** The last day of a pause, in all programs of the organization. */
  readonly pausedUntil: string | null;
}

export const participantsPath = (organizationId: string, programId: string): string =>
  `/organizations/${organizationId}/programs/${programId}/participants`;

/** Her own side of the program: where the links in letters lead. */
export const ownPath = (organizationId: string, programId: string): string => `/organizations/${organizationId}/programs/${programId}/me`;

export const signUpPath = (organizationId: string, programId: string): string =>
  `/organizations/${organizationId}/programs/${programId}/sign-up`;
