import { sql } from "kysely";
import type { Context, PersonalContext } from "../../platform/context.ts";
import { copyFile } from "../../platform/files/copy-file.ts";
import { newId } from "../../platform/identifiers.ts";
import { concernsPath } from "./concern.ts";
import type { SnapshotFile, SnapshotKind } from "./snapshot.ts";

/** The kind of file that copies in cases are kept as. */
export const caseFile = "case";
const longestSnapshot = 50_000;

interface Shown {
  readonly kind: SnapshotKind;
  /** What she sees, without the names of who wrote it; only what is not empty counts. */
  readonly parts: readonly string[];
  readonly relationshipId: string | null;
  /** Whose it is, where that is one person. */
  readonly aboutId: string | null;
  readonly files?: readonly SnapshotFile[];
}

/**
 * Keeps something as the asking person sees it now, for a concern about it. The page that shows it has made sure that she may see it.
 *
 * @returns where she says what is wrong with it
 */
export async function takeSnapshot(ctx: PersonalContext, organizationId: string, shown: Shown): Promise<string> {
  const id = newId();
  const { kind, parts, relationshipId, aboutId, files = [] } = shown;
  await ctx.db
    .insertInto("concern_snapshot")
    .values({
      organization_id: organizationId,
      id,
      reporter_id: ctx.actor.personId,
      kind,
      relationship_id: relationshipId,
      about_id: aboutId,
      words: parts
        .filter((part) => part.trim() !== "")
        .join("\n\n")
        .slice(0, longestSnapshot),
      files: JSON.stringify(await copyFiles(ctx, organizationId, files)),
      made_at: ctx.now,
    })
    .execute();
  return `${concernsPath(organizationId)}/new?snapshot=${id}${relationshipId === null ? "" : `&relationship=${relationshipId}`}`;
}

/** The same files as copies, which stay when the thing, its author or the relationship goes. */
export async function copyFiles<F extends SnapshotFile>(ctx: Context, organizationId: string, files: readonly F[]): Promise<F[]> {
  const copies: F[] = [];
  for (const file of files) {
    const fileId = await copyFile(ctx, organizationId, file.fileId, caseFile);
    if (fileId !== undefined) copies.push({ ...file, fileId });
  }
  return copies;
}

export interface Snapshot {
  readonly kind: SnapshotKind;
  readonly aboutId: string | null;
  readonly aboutName: string | null;
  readonly words: string;
  readonly files: readonly SnapshotFile[];
}

/** One of hers that waits for its form. */
export async function findSnapshot(ctx: PersonalContext, organizationId: string, snapshotId: string): Promise<Snapshot | undefined> {
  return ctx.db
    .selectFrom("concern_snapshot as s")
    .leftJoin("profile", (join) =>
      join.onRef("profile.organization_id", "=", "s.organization_id").onRef("profile.person_id", "=", "s.about_id"),
    )
    .select(["s.kind", "s.about_id as aboutId", "profile.name as aboutName", "s.words", "s.files"])
    .where("s.organization_id", "=", organizationId)
    .where("s.id", "=", snapshotId)
    .where("s.reporter_id", "=", ctx.actor.personId)
    .executeTakeFirst();
}

/** The same, which from now on belongs to the case. */
export async function spendSnapshot(ctx: PersonalContext, organizationId: string, snapshotId: string): Promise<Snapshot | undefined> {
  const snapshot = await findSnapshot(ctx, organizationId, snapshotId);
  if (!snapshot) return undefined;
  const { numDeletedRows } = await ctx.db
    .deleteFrom("concern_snapshot")
    .where("organization_id", "=", organizationId)
    .where("id", "=", snapshotId)
    .executeTakeFirstOrThrow();
  return numDeletedRows > 0n ? snapshot : undefined;
}

/** Puts what was reported into its case: the words sealed, the files beside them. */
export async function keepFilesInCase(
  ctx: Context,
  { organizationId, concernId }: { readonly organizationId: string; readonly concernId: string },
  files: readonly SnapshotFile[],
): Promise<void> {
  for (const { fileId, name } of files)
    await sql`
      insert into concern_file (organization_id, concern_id, file_id, name)
      select ${organizationId}::uuid, ${concernId}::uuid, id, ${name} from file
      where organization_id = ${organizationId} and id = ${fileId} on conflict do nothing`.execute(ctx.db);
}
