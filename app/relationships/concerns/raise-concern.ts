import type { Context, PersonalContext } from "../../platform/context.ts";
import { announce } from "../../platform/facts.ts";
import { newId } from "../../platform/identifiers.ts";
import type { Category, Urgency } from "./concern.ts";
import { listNameable } from "./list-nameable.ts";
import { sealCase } from "./seal-case.ts";
import { keepFilesInCase, spendSnapshot } from "./take-snapshot.ts";
import { writeEntry } from "./write-entry.ts";

export interface NewConcern {
  readonly category: Category;
  readonly urgency: Urgency;
  readonly words: string;
  readonly isConfidential: boolean;
  /** Whether letters may say that there is news. */
  readonly mayWrite: boolean;
  /** Where she came from, if she may see it. */
  readonly relationshipId: string | null;
  readonly aboutIds: readonly string[];
}

/** Somebody says that something is wrong: the leads hear of it within a minute. Whom she may not name is left out. */
export async function raiseConcern(
  ctx: PersonalContext,
  organizationId: string,
  { snapshotId, ...wish }: NewConcern & { readonly snapshotId?: string | undefined },
): Promise<string> {
  const snapshot = snapshotId === undefined ? undefined : await spendSnapshot(ctx, organizationId, snapshotId);
  const nameable = new Set((await listNameable(ctx, organizationId, wish.relationshipId)).map(({ personId }) => personId));
  const aboutIds = wish.aboutIds.filter((personId) => nameable.has(personId) || personId === snapshot?.aboutId);
  const concernId = await insertConcern(ctx, organizationId, {
    ...wish,
    aboutIds,
    reporterId: ctx.actor.personId,
    messageReportId: null,
  });
  if (snapshot) {
    const its = { organizationId, concernId };
    await writeEntry(ctx, its, { kind: "snapshot", by: "program", detail: snapshot.kind, words: snapshot.words });
    await keepFilesInCase(ctx, its, snapshot.files);
  }
  return concernId;
}

interface ConcernRow extends NewConcern {
  readonly reporterId: string | null;
  readonly messageReportId: string | null;
}

export async function insertConcern(ctx: Context, organizationId: string, concern: ConcernRow): Promise<string> {
  const concernId = newId();
  const its = { organizationId, concernId };
  await ctx.db
    .insertInto("concern")
    .values({
      organization_id: organizationId,
      id: concernId,
      reporter_id: concern.reporterId,
      is_confidential: concern.isConfidential,
      may_write: concern.mayWrite,
      category: concern.category,
      urgency: concern.urgency,
      words: sealCase(ctx, organizationId, "concern.words", concernId, concern.words),
      relationship_id: concern.relationshipId,
      message_report_id: concern.messageReportId,
      raised_at: ctx.now,
      opened_at: ctx.now,
    })
    .execute();
  if (concern.aboutIds.length > 0)
    await ctx.db
      .insertInto("concern_subject")
      .values(
        concern.aboutIds.map((personId, index) => ({
          organization_id: organizationId,
          concern_id: concernId,
          number: index + 1,
          person_id: personId,
          named_by: "reporter" as const,
        })),
      )
      .execute();
  await writeEntry(ctx, its, { kind: "raised", by: "reporter" });
  await announce(ctx, "concern.raised", its);
  return concernId;
}
