import type { FileKind } from "./message.ts";

/** `unproved`: anybody could have written it in her name. `late`: long after the letter, whose address others may know by then. */
export type HeldReason = "unproved" | "late";

/** A file of an answer that waits, kept as it will be. */
export interface HeldFile {
  readonly fileId: string;
  readonly name: string;
  readonly kind: FileKind;
  readonly contentType: string;
  readonly bytes: number;
  readonly width: number | null;
  readonly height: number | null;
}

/** So long an answer waits. */
export const heldDays = 14;
/** More than these at once nobody wrote herself. */
export const mostHeld = 10;

export const heldAnswerPath = (organizationId: string, relationshipId: string, heldAnswerId: string): string =>
  `/organizations/${organizationId}/relationships/${relationshipId}/messages/held/${heldAnswerId}`;
