/** What somebody raised herself: its state, what she said, what she was told; never the notes of others. */
import { sql } from "kysely";
import type { PersonalContext } from "../../platform/context.ts";
import { Conflict, found } from "../../platform/errors.ts";
import { type Category, type ConcernState, canAppeal, type EntryKind, type OneConcern, type Urgency } from "./concern.ts";
import { concernWords } from "./concerns.messages.ts";
import { lockCase, reopenLocked } from "./handle-case.ts";
import { openCase } from "./seal-case.ts";
import { tellAdded } from "./send-concern-letters.ts";
import { writeEntry } from "./write-entry.ts";

export interface OwnConcern {
  readonly id: string;
  readonly category: Category;
  readonly urgency: Urgency;
  readonly state: ConcernState;
  readonly isConfidential: boolean;
  readonly raisedAt: Date;
  readonly openedAt: Date;
  readonly acknowledgedAt: Date | null;
  readonly closedAt: Date | null;
}

const ofHers = (ctx: PersonalContext, organizationId: string) =>
  ctx.db
    .selectFrom("concern")
    .select([
      "id",
      "category",
      "urgency",
      "state",
      "is_confidential as isConfidential",
      "raised_at as raisedAt",
      "opened_at as openedAt",
      "acknowledged_at as acknowledgedAt",
      "closed_at as closedAt",
    ])
    .where("organization_id", "=", organizationId)
    .where("reporter_id", "=", ctx.actor.personId);

export const listOwnConcerns = (ctx: PersonalContext, organizationId: string): Promise<OwnConcern[]> =>
  ofHers(ctx, organizationId).orderBy("raised_at", "desc").orderBy("id", "desc").limit(200).execute();

export interface OwnWords {
  readonly at: Date;
  readonly kind: EntryKind;
  /** Undefined where the secret that sealed it is gone. */
  readonly words: string | undefined;
}

export async function findOwnConcern(
  ctx: PersonalContext,
  { organizationId, concernId }: OneConcern,
): Promise<
  OwnConcern & {
    readonly words: string | undefined;
    readonly outcome: string | undefined;
    readonly added: readonly OwnWords[];
    readonly canBeRead: boolean;
  }
> {
  const { words, outcome, ...concern } = found(
    await ofHers(ctx, organizationId).select(["words", "outcome"]).where("id", "=", concernId).executeTakeFirst(),
  );
  const entries = await ctx.db
    .selectFrom("concern_entry")
    .select(["id", "at", "kind", "words"])
    .where("organization_id", "=", organizationId)
    .where("concern_id", "=", concernId)
    .where("by_part", "=", "reporter")
    .where("kind", "in", ["added", "appealed"])
    .orderBy("id")
    .execute();
  const { rows } = await sql<{ canBeRead: boolean }>`
    select exists (select concern_handlers(${organizationId}::uuid, ${concernId}::uuid)) as "canBeRead"`.execute(ctx.db);
  return {
    ...concern,
    words: openCase(ctx, organizationId, "concern.words", concernId, words),
    outcome: openCase(ctx, organizationId, "concern.outcome", concernId, outcome),
    added: entries.map(({ id, at, kind, words: sealed }) => ({
      at,
      kind,
      words: openCase(ctx, organizationId, "concern_entry.words", id, sealed),
    })),
    canBeRead: rows[0]!.canBeRead,
  };
}

/** She remembers more, or it happened again. */
export async function addToConcern(ctx: PersonalContext, its: OneConcern, words: string): Promise<void> {
  await lockCase(ctx, its);
  await writeEntry(ctx, its, { kind: "added", by: "reporter", words });
  await tellAdded(ctx, its);
}

/** She thinks that the answer is wrong: somebody else looks at it once more, where there is somebody else. */
export async function appeal(ctx: PersonalContext, its: OneConcern, words: string): Promise<void> {
  const locked = await lockCase(ctx, its);
  if (!canAppeal(locked, ctx.now)) throw new Conflict((language) => concernWords(language).tooLateToAppeal);
  await reopenLocked(ctx, its, locked);
  await writeEntry(ctx, its, { kind: "appealed", by: "reporter", words });
}
