import type { Context } from "../../platform/context.ts";
import { newId } from "../../platform/identifiers.ts";
import type { ByPart, EntryKind, OneConcern } from "./concern.ts";
import { sealCase } from "./seal-case.ts";

interface Entry {
  readonly kind: EntryKind;
  readonly by: ByPart;
  readonly aboutId?: string | undefined;
  readonly detail?: string;
  /** Sealed. */
  readonly words?: string;
}

/** Adds to what happened with a case; nothing of it is ever changed. */
export async function writeEntry(ctx: Context, { organizationId, concernId }: OneConcern, entry: Entry): Promise<void> {
  const id = newId();
  await ctx.db
    .insertInto("concern_entry")
    .values({
      organization_id: organizationId,
      id,
      concern_id: concernId,
      at: ctx.now,
      kind: entry.kind,
      by_part: entry.by,
      by_id: entry.by === "program" ? null : (ctx.actor?.personId ?? null),
      about_id: entry.aboutId ?? null,
      detail: entry.detail ?? "",
      words: entry.words === undefined || entry.words === "" ? null : sealCase(ctx, organizationId, "concern_entry.words", id, entry.words),
    })
    .execute();
}
