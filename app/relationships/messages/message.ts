/** What somebody wrote to the people of her relationship. Pure; also the browser's. */

export const longestMessage = 8000;
export const mostFiles = 5;
export const messagesPerPage = 50;
/** So long after she sent it she can change what she said; take it back she can always. */
const editableMs = 60 * 60_000;

export type FileKind = "picture" | "document" | "sound";

export interface ShownFile {
  readonly id: string;
  readonly name: string;
  readonly kind: FileKind;
  readonly bytes: number;
  /** Of a picture, in pixels. */
  readonly width: number | null;
  readonly height: number | null;
}

/** A message as all of its readers see it; survives JSON. */
export interface ShownMessage {
  readonly id: string;
  readonly number: number;
  /** Null: somebody who is not here any more. */
  readonly authorId: string | null;
  readonly words: string;
  /** ISO 8601, as all moments here. */
  readonly sentAt: string;
  readonly cameBy: "page" | "mail";
  readonly isEdited: boolean;
  /** Taken back: without words and files. */
  readonly isDeleted: boolean;
  readonly files: readonly ShownFile[];
  /** By whom it was made, where it was written: so a page knows its own message when it comes back. */
  readonly sentKey: string;
}

/** How far somebody has read, and since when. */
export interface ReadMark {
  readonly personId: string;
  readonly number: number;
  readonly at: string;
}

export interface SaidBefore {
  readonly words: string;
  readonly saidAt: string;
  readonly replacedAt: string;
}

export interface SnapshotFile {
  readonly fileId: string;
  readonly name: string;
  readonly kind: FileKind;
}

interface Said {
  readonly authorId: string | null;
  readonly sentAt: Date;
  readonly isDeleted: boolean;
}

export const canEdit = (message: Said, personId: string, now: Date): boolean =>
  canDelete(message, personId) && now.getTime() - message.sentAt.getTime() <= editableMs;
export const canDelete = (message: Said, personId: string): boolean => message.authorId === personId && !message.isDeleted;

export const topicOf = (relationshipId: string): string => `messages ${relationshipId}`;
export const messagesPath = (organizationId: string, relationshipId: string): string =>
  `/organizations/${organizationId}/relationships/${relationshipId}/messages`;

/** Who has seen a message and not answered since: it stands under the newest that she has seen of the others'. */
export function seenUnder(
  marks: readonly ReadMark[],
  messages: readonly Pick<ShownMessage, "number" | "authorId">[],
): ReadonlyMap<number, readonly ReadMark[]> {
  const under = new Map<number, ReadMark[]>();
  for (const mark of marks) {
    const seen = messages.findLast(({ number }) => number <= mark.number);
    // Who has answered since has seen it.
    if (!seen || messages.some(({ number, authorId }) => number >= seen.number && authorId === mark.personId)) continue;
    under.set(seen.number, [...(under.get(seen.number) ?? []), mark]);
  }
  return under;
}
