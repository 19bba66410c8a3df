/** What can be reported besides a message. */
export const snapshotKinds = ["profile", "session", "goal"] as const;
export type SnapshotKind = (typeof snapshotKinds)[number];

export interface SnapshotFile {
  readonly fileId: string;
  readonly name: string;
}
